"""The line that an event stands on, exactly as long as what is known: stem, day, bracket or bar, fading or with arrows."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from resources.themes import measures
from storage.model import Status
from widgets.timeline.bars import BarLook, Fades, faded, nothing_of, paint_bar
from widgets.timeline.drafts import fade_of
from widgets.timeline.dress import Dress, brush, colour
from widgets.timeline.glyphs import HOLLOW
from widgets.timeline.scene import Form, Mark
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import Sizes

MARK, STROKE = measures()["mark"], measures()["stroke"]
HYPOTHETICAL = Status.HYPOTHETICAL.value
FAR = 40.0
"""Lines are not drawn further than this out of view: dashes and gradients of endless ones are slow."""


def paint_extent(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    """The line of one mark in its kind's colour."""
    tone = dress.theme.colour_of(mark.kind)
    if mark.form is Form.INSTANT:
        top, wide = mark.y + 3 * sizes.scale, STROKE["line"] * sizes.scale
        high = sizes.base - 2 * sizes.scale
        painter.fillRect(QRectF(mark.x0 - wide / 2, top, wide, high), colour(tone))
    elif mark.form is Form.BAR:
        _paint_bar(painter, dress, mark, seen, sizes)
    elif mark.form is Form.BETWEEN or mark.x1 - mark.x0 >= sizes.least:
        _paint_line(painter, dress, mark, seen, sizes)


def _paint_line(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    """A day's line, or a bracket with its ends turned up where they are in view and sure."""
    tone, scale, y = dress.theme.colour_of(mark.kind), sizes.scale, mark.y + sizes.base
    start, end = seen.line(mark, sizes)
    inner_start, inner_end = start + (not mark.open_start) * scale, end - (not mark.open_end) * scale
    first, last = max(inner_start, seen.left - FAR), min(inner_end, seen.right + FAR)
    fades, cap = _fades(mark, sizes), MARK["bracket_cap"] * scale if mark.form is Form.BETWEEN else 0.0
    turned = (
        cap and first == inner_start and not (mark.cut_start or mark.open_start or fades[0]),
        cap and last == inner_end and not (mark.cut_end or mark.open_end or fades[1]),
    )
    if mark.status == HYPOTHETICAL or any(fades):
        _stroke_line(painter, dress, mark, (first, last), y, fades, [there and cap for there in turned])
    else:
        _fill_line(painter, (first, last), y, STROKE["line"] * scale, tone, [there and cap for there in turned])
    if mark.open_start or mark.open_end:
        _paint_arrows(painter, mark, (start, end), y, tone, scale)


def _fill_line(
    painter: QPainter, ends: tuple[float, float], y: float, wide: float, tone: str, caps: Sequence[float]
) -> None:
    """As boxes, which take a third of the work of a stroke."""
    (first, last), made, half = ends, colour(tone), wide / 2
    if caps[0]:
        painter.fillRect(QRectF(first - half, y - caps[0], wide, caps[0] + half), made)
        first += half
    if caps[1]:
        painter.fillRect(QRectF(last - half, y - caps[1], wide, caps[1] + half), made)
        last -= half
    painter.fillRect(QRectF(first, y - half, last - first, wide), made)


def _stroke_line(
    painter: QPainter,
    dress: Dress,
    mark: Mark,
    ends: tuple[float, float],
    y: float,
    fades: Fades,
    caps: Sequence[float],
) -> None:
    """Dashed, or fading at uncertain ends."""
    (first, last), tone = ends, dress.theme.colour_of(mark.kind)
    made = dress.line(tone, STROKE["line"], STROKE["dash_line"] if mark.status == HYPOTHETICAL else ())
    if any(fades):
        made = QPen(made)
        made.setBrush(faded(tone, (mark.x0, mark.x1), fades, nothing_of(dress)))
    painter.setPen(made)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(first, y - caps[0]))
    if caps[0]:
        path.lineTo(first, y)
    path.lineTo(last, y)
    if caps[1]:
        path.lineTo(last, y - caps[1])
    painter.drawPath(path)


def _paint_bar(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    theme, scale = dress.theme, sizes.scale
    tone = theme.colour_of(mark.kind)
    start, end = seen.line(mark, sizes)
    first, last = max(start, seen.left - FAR), min(end, seen.right + FAR)
    box = QRectF(first, mark.y - sizes.bar / 2, max(last - first, scale), sizes.bar)
    hollow = mark.status in HOLLOW
    full = theme.surface.canvas if hollow else theme.tint_of(mark.kind)
    body = theme.highlight.soft if mark.preview else full
    look = BarLook(body, tone, hollow, mark.status == HYPOTHETICAL)
    paint_bar(painter, dress, box, look, (0.0, 0.0) if hollow else _fades(mark, sizes))
    if mark.open_start or mark.open_end:
        foot = box.bottom() - STROKE["spine"] * scale / 2
        _paint_arrows(painter, mark, (start, end), foot, tone, scale)


def _fades(mark: Mark, sizes: Sizes) -> tuple[float, float]:
    """Over how many px either end fades; an end out of view or open does not."""
    if not mark.approximate or mark.form is Form.INSTANT:
        return 0.0, 0.0
    fade = fade_of(mark.x1 - mark.x0, sizes)
    return (
        0.0 if mark.cut_start or mark.open_start else fade,
        0.0 if mark.cut_end or mark.open_end else fade,
    )


def _paint_arrows(painter: QPainter, mark: Mark, ends: tuple[float, float], y: float, tone: str, scale: float) -> None:
    """Heads at open ends."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(tone))
    for there, x, way in ((mark.open_start, ends[0], -scale), (mark.open_end, ends[1], scale)):
        if there:
            half, length = MARK["arrow_half_height"] * scale, MARK["arrow_length"]
            corners = (QPointF(x - way, y - half), QPointF(x + (length - 1) * way, y), QPointF(x - way, y + half))
            painter.drawPolygon(QPolygonF(corners))

"""The line that an event stands on, exactly as long as what is known: stem, day, bracket or bar, fading or with arrows."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from resources.themes import measures
from storage.model import Status
from widgets.timeline.drafts import fade_of
from widgets.timeline.dress import Dress, brush, colour
from widgets.timeline.scene import Form, Mark
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import Sizes

MARK, STROKE, RADIUS = measures()["mark"], measures()["stroke"], measures()["radius"]
FAR = 40.0
"""Lines are not drawn further than this out of view: dashes and gradients of endless ones are slow."""


def paint_extent(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    """The line of one mark in its kind's colour."""
    tone = dress.theme.colour_of(mark.kind)
    if mark.form is Form.INSTANT:
        painter.setPen(dress.line(tone, STROKE["line"]))
        top, foot = mark.y + 3 * sizes.scale, mark.y + sizes.base + sizes.scale
        painter.drawLine(QLineF(mark.x0, top, mark.x0, foot))
    elif mark.form is Form.BAR:
        _paint_bar(painter, dress, mark, seen, sizes)
    elif mark.form is Form.BETWEEN or mark.x1 - mark.x0 >= sizes.least:
        _paint_line(painter, dress, mark, seen, sizes)


def _paint_line(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    """A day's line, or a bracket with its ends turned up where they are in view and sure."""
    tone, scale, y = dress.theme.colour_of(mark.kind), sizes.scale, mark.y + sizes.base
    start, end = seen.line(mark, sizes)
    inner_start, inner_end = start + (not mark.open_start) * scale, end - (not mark.open_end) * scale
    dash = STROKE["dash_line"] if mark.status == Status.HYPOTHETICAL else ()
    made = dress.line(tone, STROKE["line"], dash)
    fades = _fades(mark, sizes)
    if any(fades):
        made = QPen(made)
        made.setBrush(_faded(tone, mark, fades))
    painter.setPen(made)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    first, last = max(inner_start, seen.left - FAR), min(inner_end, seen.right + FAR)
    path = QPainterPath(QPointF(first, y))
    cap = MARK["bracket_cap"] * scale if mark.form is Form.BETWEEN else 0.0
    if cap and first == inner_start and not (mark.cut_start or mark.open_start or fades[0]):
        path = QPainterPath(QPointF(first, y - cap))
        path.lineTo(first, y)
    path.lineTo(last, y)
    if cap and last == inner_end and not (mark.cut_end or mark.open_end or fades[1]):
        path.lineTo(last, y - cap)
    painter.drawPath(path)
    _paint_arrows(painter, mark, (start, end), y, tone, scale)


def _paint_bar(painter: QPainter, dress: Dress, mark: Mark, seen: Seen, sizes: Sizes) -> None:
    tone, scale = dress.theme.colour_of(mark.kind), sizes.scale
    start, end = seen.line(mark, sizes)
    first, last = max(start, seen.left - FAR), min(end, seen.right + FAR)
    box = QRectF(first, mark.y - sizes.bar / 2, max(last - first, scale), sizes.bar)
    if mark.status in (Status.PLANNED, Status.HYPOTHETICAL):
        _paint_hollow_bar(painter, dress, mark, box)
    else:
        _paint_full_bar(painter, dress, mark, box, sizes)
    foot = box.bottom() - STROKE["spine"] * scale / 2
    _paint_arrows(painter, mark, (start, end), foot, tone, scale)


def _paint_full_bar(painter: QPainter, dress: Dress, mark: Mark, box: QRectF, sizes: Sizes) -> None:
    """A body in the kind's tint on a spine in its colour."""
    tone, scale, fades = dress.theme.colour_of(mark.kind), sizes.scale, _fades(mark, sizes)
    tint = dress.theme.highlight.soft if mark.preview else dress.theme.tint_of(mark.kind)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_faded(tint, mark, fades))
    radius = RADIUS["bar"] * scale
    painter.drawRoundedRect(box, radius, radius)
    spine = QRectF(box)
    spine.setTop(box.bottom() - STROKE["spine"] * scale)
    painter.setBrush(_faded(tone, mark, fades))
    painter.drawRoundedRect(spine, radius / 2, radius / 2)


def _paint_hollow_bar(painter: QPainter, dress: Dress, mark: Mark, box: QRectF) -> None:
    width, ground = STROKE["hollow"], dress.theme.highlight.soft if mark.preview else dress.theme.surface.canvas
    dash = STROKE["dash_bar"] if mark.status == Status.HYPOTHETICAL else ()
    made = dress.line(dress.theme.colour_of(mark.kind), width, dash)
    inset, radius = width * dress.scale / 2, RADIUS["bar"] * dress.scale
    edge = box.adjusted(inset, inset, -inset, -inset)
    painter.setPen(Qt.PenStyle.NoPen if dash else made)
    painter.setBrush(brush(ground))
    painter.drawRoundedRect(edge, radius, radius)
    if dash:
        # Qt takes twenty times as long to dash the outline of a long box as four lines.
        painter.setPen(made)
        for line in (
            QLineF(edge.topLeft(), edge.topRight()), QLineF(edge.bottomLeft(), edge.bottomRight()),
            QLineF(edge.topLeft(), edge.bottomLeft()), QLineF(edge.topRight(), edge.bottomRight()),
        ):  # fmt: skip
            painter.drawLine(line)


def _fades(mark: Mark, sizes: Sizes) -> tuple[float, float]:
    """Over how many px either end fades; an end out of view or open does not."""
    if not mark.approximate or mark.form is Form.INSTANT:
        return 0.0, 0.0
    fade = fade_of(mark.x1 - mark.x0, sizes)
    return (
        0.0 if mark.cut_start or mark.open_start else fade,
        0.0 if mark.cut_end or mark.open_end else fade,
    )


def _faded(tone: str, mark: Mark, fades: tuple[float, float]) -> QBrush:
    """An even colour, or one that comes from nothing and goes to nothing at uncertain ends."""
    length = mark.x1 - mark.x0
    if not any(fades) or length <= 0:
        return brush(tone)
    made = QLinearGradient(mark.x0, 0, mark.x1, 0)
    clear = colour(tone).toRgb()
    nothing = type(clear)(clear.red(), clear.green(), clear.blue(), 0)
    if fades[0]:
        made.setColorAt(0, nothing)
    made.setColorAt(fades[0] / length, clear)
    made.setColorAt(1 - fades[1] / length, clear)
    if fades[1]:
        made.setColorAt(1, nothing)
    return QBrush(made)


def _paint_arrows(painter: QPainter, mark: Mark, ends: tuple[float, float], y: float, tone: str, scale: float) -> None:
    """Heads at open ends."""
    if not (mark.open_start or mark.open_end):
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(tone))
    for there, x, way in ((mark.open_start, ends[0], -scale), (mark.open_end, ends[1], scale)):
        if there:
            half, length = MARK["arrow_half_height"] * scale, MARK["arrow_length"]
            corners = (QPointF(x - way, y - half), QPointF(x + (length - 1) * way, y), QPointF(x - way, y + half))
            painter.drawPolygon(QPolygonF(corners))

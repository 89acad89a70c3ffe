"""The bars of what lasts: a body on a spine, or hollow; on the screen put together from kept ends and an even middle."""

from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPixmap

from resources.themes import measures
from widgets.timeline.dress import SCREEN, Dress, Surface, brush, colour, pen, stamp

STROKE, RADIUS = measures()["stroke"], float(measures()["radius"]["bar"])
SPINE, HOLLOW = float(STROKE["spine"]), float(STROKE["hollow"])
KEPT = 512

Fades = tuple[float, float]
"""Over how many px either end fades."""


class BarLook(NamedTuple):
    """The colours of body and of spine or edge."""

    body: str
    tone: str
    hollow: bool = False
    dashed: bool = False


def paint_bar(painter: QPainter, dress: Dress, box: QRectF, look: BarLook, fades: Fades) -> None:
    """A bar; on the screen on whole px."""
    scale = dress.scale
    if dress.surface is not SCREEN or look.dashed:
        _draw(painter, box, look, fades, scale, nothing_of(dress))
        return
    ratio = dress.ratio
    left, top, right = round(box.left() * ratio), round(box.top() * ratio) / ratio, round(box.right() * ratio)
    whole = round(fades[0]), round(fades[1])  # while one zooms a fade has another length in each frame
    start, end = (ceil((fade + (RADIUS + 1) * scale) * ratio) for fade in whole)
    if right - left < start + end:
        _draw(painter, QRectF(box.left(), top, box.width(), box.height()), look, fades, scale)
        return
    high = box.height()
    stamp(painter, ratio, left / ratio, top, _end(look, start, high, whole[0], True, scale, ratio))
    stamp(painter, ratio, (right - end) / ratio, top, _end(look, end, high, whole[1], False, scale, ratio))
    x, width = (left + start) / ratio, (right - end - left - start) / ratio
    edge = (HOLLOW if look.hollow else SPINE) * scale
    painter.fillRect(QRectF(x, top, width, high - edge), colour(look.body))
    painter.fillRect(QRectF(x, top + high - edge, width, edge), colour(look.tone))
    if look.hollow:
        painter.fillRect(QRectF(x, top, width, edge), colour(look.tone))


@lru_cache(KEPT)
def _end(look: BarLook, pixels: int, high: float, fade: float, start: bool, scale: float, ratio: float) -> QPixmap:
    """The first or the last px of a bar whose other end is far away."""
    made = QPixmap(pixels, ceil(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = pixels / ratio
    box = QRectF(0.0 if start else -width, 0.0, 2 * width, high)
    _draw(painter, box, look, (fade, 0.0) if start else (0.0, fade), scale)
    painter.end()
    return made


def nothing_of(dress: Dress) -> str:
    """What a fade ends in: the ground on paper, because a PDF of Qt's has no colours that are partly clear; else "", clear."""
    return str(dress.theme.surface.canvas) if dress.surface is Surface.PAPER else ""


def _draw(painter: QPainter, box: QRectF, look: BarLook, fades: Fades, scale: float, nothing: str = "") -> None:
    if look.hollow:
        _draw_hollow(painter, box, look, scale)
        return
    radius = RADIUS * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(look.body, (box.left(), box.right()), fades, nothing))
    painter.drawRoundedRect(box, radius, radius)
    spine = QRectF(box)
    spine.setTop(box.bottom() - SPINE * scale)
    painter.setBrush(faded(look.tone, (box.left(), box.right()), fades, nothing))
    painter.drawRoundedRect(spine, radius / 2, radius / 2)


def _draw_hollow(painter: QPainter, box: QRectF, look: BarLook, scale: float) -> None:
    width = HOLLOW * scale
    dash = tuple(part / HOLLOW for part in STROKE["dash_bar"]) if look.dashed else ()
    made, radius = pen(look.tone, width, dash), RADIUS * scale
    edge = box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(Qt.PenStyle.NoPen if dash else made)
    painter.setBrush(brush(look.body))
    painter.drawRoundedRect(edge, radius, radius)
    if dash:
        # Qt takes twenty times as long to dash the outline of a long box as four lines.
        painter.setPen(made)
        for line in (
            QLineF(edge.topLeft(), edge.topRight()), QLineF(edge.bottomLeft(), edge.bottomRight()),
            QLineF(edge.topLeft(), edge.bottomLeft()), QLineF(edge.topRight(), edge.bottomRight()),
        ):  # fmt: skip
            painter.drawLine(line)


def faded(tone: str, ends: tuple[float, float], fades: Fades, nothing: str = "") -> QBrush:
    """An even colour, or one that comes from nothing and goes to nothing at uncertain ends."""
    length = ends[1] - ends[0]
    if not any(fades) or length <= 0:
        return brush(tone)
    made = QLinearGradient(ends[0], 0, ends[1], 0)
    clear = colour(tone).toRgb()
    end = colour(nothing) if nothing else type(clear)(clear.red(), clear.green(), clear.blue(), 0)
    if fades[0]:
        made.setColorAt(0, end)
    made.setColorAt(fades[0] / length, clear)
    made.setColorAt(1 - fades[1] / length, clear)
    if fades[1]:
        made.setColorAt(1, end)
    return QBrush(made)

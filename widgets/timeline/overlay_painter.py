"""Paints what the mouse marks out: a tinted stretch with its words, a measure with its ends, a box of dashes."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter

from resources.themes import measures
from widgets.timeline.dress import Dress, colour, fill, write
from widgets.timeline.overlay import Overlay, Purpose

STRENGTH = 0.12
"""How much of the colour lies on what is marked out: marks below it stay readable."""
MEASURE_Y, CAP = 20.0, 5.0
"""How far below the axis the line of a measure runs, and half the height of its ends."""
PAD, HIGH = 8.0, 20.0
DASH = tuple(measures()["stroke"]["dash_line"])
AWAY = 4.0


def paint_overlay(painter: QPainter, dress: Dress, overlay: Overlay, box: QRectF, lanes: QRectF) -> None:
    """`box` is where it lies and `lanes` what is visible of the lanes, both in the painter's px."""
    tone = dress.theme.accent.focus
    seen = box.intersected(lanes.adjusted(-1, 0, 1, 0))
    painter.save()
    painter.setClipRect(lanes)
    painter.setOpacity(STRENGTH)
    fill(painter, seen, tone)
    painter.setOpacity(1)
    if overlay.purpose is Purpose.CHOOSE:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(dress.line(tone, 1, DASH))
        painter.drawRect(box)
    else:
        painter.setPen(dress.line(tone, 1.5))
        painter.drawLines([QLineF(x, box.top(), x, box.bottom()) for x in (box.left(), box.right())])
    if overlay.purpose is Purpose.MEASURE:
        _paint_measure(painter, dress, box)
    if overlay.words:
        _paint_words(painter, dress, overlay, box, lanes)
    painter.restore()


def _paint_measure(painter: QPainter, dress: Dress, box: QRectF) -> None:
    """A line from end to end, as on a drawing with measures."""
    y, cap = box.top() + MEASURE_Y * dress.scale, CAP * dress.scale
    painter.drawLine(QLineF(box.left(), y, box.right(), y))
    painter.drawLines([QLineF(x, y - cap, x, y + cap) for x in (box.left(), box.right())])


def _paint_words(painter: QPainter, dress: Dress, overlay: Overlay, box: QRectF, lanes: QRectF) -> None:
    """Dark on light whatever is below; wholly in view as far as there is room."""
    theme, pad, high = dress.theme, PAD * dress.scale, HIGH * dress.scale
    wide = dress.letters.measure(overlay.words, "strong") + 2 * pad
    left = min(max(box.center().x() - wide / 2, lanes.left() + AWAY), lanes.right() - wide - AWAY)
    top = box.top() + MEASURE_Y * dress.scale - high / 2
    if overlay.purpose is Purpose.CHOOSE:
        below = box.bottom() + AWAY
        top = below if below + high < lanes.bottom() else box.top() - AWAY - high
    place = QRectF(left, top, wide, high)
    fill(painter, place, theme.accent.base, measures()["radius"]["selection"] * dress.scale)
    painter.setPen(colour(theme.text.on_accent))
    write(painter, dress, (left + pad, place.center().y()), overlay.words, "strong", theme.text.on_accent)

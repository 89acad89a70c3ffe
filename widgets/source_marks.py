"""How finds are marked in a source text: a line for an event's words, dots for its date words, the highlighter."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets.current import current_theme

THICK = 2


def paint_highlighter(painter: QPainter, boxes: Iterable[QRectF]) -> None:
    """The yellow ground; before the text is painted."""
    for box in boxes:
        painter.fillRect(box.adjusted(-1, 0, 1, 1), QColor(current_theme().highlight.fill))


def paint_words(painter: QPainter, boxes: Iterable[QRectF], kind: str, chosen: bool) -> None:
    """A line in the colour of the kind, in ink on the highlighter."""
    theme = current_theme()
    colour = QColor(theme.highlight.ring if chosen else theme.colour_of(kind))
    for box in boxes:
        painter.fillRect(QRectF(box.left(), box.bottom() + 1, box.width(), THICK), colour)


def paint_date_words(painter: QPainter, boxes: Sequence[QRectF], chosen: bool) -> None:
    """A dotted line in ink, in place of any other line there."""
    theme = current_theme()
    ground = QColor(theme.highlight.fill if chosen else theme.surface.canvas)
    for box in boxes:
        painter.fillRect(QRectF(box.left(), box.bottom() + 1, box.width(), THICK), ground)
    pen = QPen(QColor(theme.highlight.ring if chosen else theme.text.primary), THICK)
    pen.setDashPattern([1, 1])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for box in boxes:
        y = box.bottom() + 1 + THICK / 2
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))

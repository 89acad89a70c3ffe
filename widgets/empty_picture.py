"""The product in one picture, drawn: words, an arrow, a mark, its day."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from widgets.current import current_theme
from widgets.fonts import REGULAR, STRONG, font, serif
from widgets.icons import paint_kind

SENTENCE = ("The police station was hit ", "on Friday", " by a blast")
DAYS = ("Mon 12", "Tue 13", "Wed 14", "Thu 15", "Fri 16", "Sat 17", "Sun 18")
EVENT, PUBLISHED, DAY = 4, 5, 84
WIDTH, HEIGHT, BASE, AXIS = 640, 220, 37, 161.5


class EmptyPicture(QWidget):
    """A sentence whose date words point at their day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(WIDTH, HEIGHT)
        words = "".join(SENTENCE)
        self.setAccessibleName(f"“{words}” points at Friday 16, the day before it was published")

    def paintEvent(self, event: QPaintEvent) -> None:
        """From top to bottom."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self._paint_sentence(painter)
        self._paint_arrow(painter, middle)
        self._paint_axis(painter, middle - DAY * (EVENT + 0.5))
        self._paint_mark(painter, middle)

    def _paint_sentence(self, painter: QPainter) -> float:
        """The middle of the marked words."""
        theme, face = current_theme(), serif(22)
        widths = [QFontMetricsF(face).horizontalAdvance(part) for part in SENTENCE]
        left = (WIDTH - sum(widths)) / 2
        marked = QRectF(left + widths[0] - 4, 14, widths[1] + 8, 31)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.highlight.fill))
        painter.drawRoundedRect(marked, 4, 4)
        painter.setFont(face)
        for place, (part, width) in enumerate(zip(SENTENCE, widths, strict=True)):
            painter.setPen(QColor(theme.highlight.text if place == 1 else theme.text.primary))
            painter.drawText(QPointF(left, BASE), part)
            left += width
        return marked.center().x()

    def _paint_arrow(self, painter: QPainter, x: float) -> None:
        ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(QPen(QColor(current_theme().text.primary), 1.5, *ends))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(x, 54))
        path.lineTo(x, 115)
        path.moveTo(x - 4.5, 109)
        path.lineTo(x, 115)
        path.lineTo(x + 4.5, 109)
        painter.drawPath(path)

    def _paint_mark(self, painter: QPainter, x: float) -> None:
        colour = QColor(current_theme().colour_of("attack"))
        paint_kind(painter, "attack", QPointF(x, 134), colour, 22)
        painter.fillRect(QRectF(x - DAY / 2 + 2, 150.75, DAY - 4, 2.5), colour)

    def _paint_axis(self, painter: QPainter, left: float) -> None:
        theme = current_theme()
        painter.setPen(QPen(QColor(theme.border.strong), 1))
        painter.drawLine(QPointF(left - 24, AXIS), QPointF(left + DAY * len(DAYS) + 24, AXIS))
        for number in range(len(DAYS) + 1):
            x = round(left + DAY * number) + 0.5
            painter.drawLine(QPointF(x, AXIS), QPointF(x, AXIS + 10))
        for number, name in enumerate(DAYS):
            chosen = number == EVENT
            painter.setFont(font("interface", STRONG if chosen else REGULAR))
            painter.setPen(QColor(theme.text.primary if chosen else theme.text.tertiary))
            painter.drawText(QRectF(left + DAY * number, AXIS + 10, DAY, 18), Qt.AlignmentFlag.AlignCenter, name)
        self._paint_page(painter, left + DAY * (PUBLISHED + 0.5))

    def _paint_page(self, painter: QPainter, x: float) -> None:
        theme = current_theme()
        painter.setFont(font("small"))
        painter.setPen(QColor(theme.text.secondary))
        painter.drawText(QRectF(x - DAY / 2, AXIS + 29, DAY, 18), Qt.AlignmentFlag.AlignCenter, "published")
        path = QPainterPath(QPointF(x - 4.5, 143.5))
        for point in ((2, 143.5), (5, 146.5), (5, 156.5), (-4.5, 156.5)):
            path.lineTo(x + point[0], point[1])
        path.closeSubpath()
        painter.setPen(QPen(QColor(theme.text.secondary), 1.3))
        painter.setBrush(QColor(theme.surface.canvas))
        painter.drawPath(path)

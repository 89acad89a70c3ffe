"""What lies over the whole window while something that it takes is dragged there: where it would go, in words."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from resources.themes import measures
from widgets.current import current_theme
from widgets.fonts import STRONG, font

ROOM, EDGE, SIDE, HIGH, LINE = 48.0, 10.0, 36.0, 108.0, 24.0
SHADE = 0.72
"""How much of the window the veil covers: one still sees what is added to."""


class DropVeil(QWidget):
    """Takes no drops and no clicks itself: the window below it does."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._head = self._below = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._head

    def cover(self, head: str, below: str) -> None:
        """Lie over the window and say in a line what letting go would do, and in another one more of it."""
        self._head, self._below = head, below
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The veil, its frame, the words on a ground of their own."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(theme.surface.canvas)
        veil.setAlphaF(SHADE)
        painter.fillRect(self.rect(), veil)
        radius, frame = measures()["radius"]["drop_zone"], QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        painter.setPen(QPen(QColor(theme.accent.base), 2.5))
        painter.drawRoundedRect(frame, radius, radius)
        self._paint_words(painter, radius)
        painter.end()

    def _paint_words(self, painter: QPainter, radius: float) -> None:
        theme, lines = current_theme(), ((font("empty_title", STRONG), self._head), (font("interface"), self._below))
        wide = 0.0
        for letters, words in lines:
            painter.setFont(letters)
            wide = max(wide, painter.fontMetrics().horizontalAdvance(words))
        card = QRectF(0, 0, min(wide + 2 * SIDE, self.width() - 2 * ROOM), HIGH)
        card.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(theme.accent.base), 1.5))
        painter.setBrush(QColor(theme.accent.tint))
        painter.drawRoundedRect(card, radius, radius)
        inside = card.adjusted(SIDE / 2, LINE, -SIDE / 2, -LINE)
        aligned = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextSingleLine
        places = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        for (letters, words), place, tone in zip(
            lines, places, (theme.text.primary, theme.text.secondary), strict=True
        ):
            painter.setFont(letters)
            painter.setPen(QColor(tone))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, int(inside.width()))
            painter.drawText(inside, aligned | place, shown)

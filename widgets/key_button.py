"""A button that shows the key which presses it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from widgets.current import current_theme
from widgets.fonts import LABEL, STRONG, font

KEY, GAP = 17, 7


class KeyButton(QPushButton):
    """Words and a small key beside them, both in the middle."""

    def __init__(self, text: str, key: str, look: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._key = text, key
        self.setProperty("look", look)
        self.setFont(font("interface", STRONG if look == "primary" else LABEL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.set_label(text)

    def set_label(self, text: str) -> None:
        """Other words for the same key."""
        self._words = text
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._key})")
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(text) + 8)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame as styled, then words and key."""
        option, painter = QStyleOptionButton(), QPainter(self)
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        theme = current_theme()
        primary = self.property("look") == "primary"
        colour = QColor(theme.text.on_accent if primary else theme.text.primary)
        colour.setAlphaF(1 if self.isEnabled() else 0.45)
        wide = self.fontMetrics().horizontalAdvance(self._words)
        room = self.width() - wide - GAP - KEY
        left = room / 2 if room > 8 else (self.width() - wide) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour)
        painter.setFont(self.font())
        painter.drawText(QRectF(left, 0, wide + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self._words)
        if room <= 8:
            return
        box = QRectF(left + wide + GAP, (self.height() - KEY) / 2, KEY, KEY).adjusted(0.5, 0.5, -0.5, -0.5)
        colour.setAlphaF(0.75 * colour.alphaF())
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font("badge", STRONG))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

"""A button whose words break into as many lines as they need: dates and places that must stay readable in a narrow pane."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from widgets.current import current_theme
from widgets.icons import tone_colour
from widgets.pieces import OUT
from widgets.plain import tip as plain_tip

LINE_PAD, LEAST = 2, 40
ALIGNED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


class WrappedButton(QPushButton):
    """`text()` is shown as it is: a single & marks no key. `pad` is how far the words stand from either edge."""

    def __init__(self, tone: str = "primary", tip: str = "", pad: int = OUT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone, self._pad = tone, pad
        self.setProperty("look", "lines")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(plain_tip(tip))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        room = QRect(0, 0, max(1, width - 2 * self._pad), 10_000)
        return int(self.fontMetrics().boundingRect(room, ALIGNED, self.text()).height()) + 2 * LINE_PAD

    def sizeHint(self) -> QSize:
        """All words in one line."""
        wide = self.fontMetrics().horizontalAdvance(self.text()) + 2 * self._pad + 1
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """A short word."""
        return QSize(min(LEAST, self.sizeHint().width()), self.fontMetrics().height() + 2 * LINE_PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame as styled, then the words."""
        option, painter = QStyleOptionButton(), QPainter(self)
        self.initStyleOption(option)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        painter.setFont(self.font())
        painter.setPen(tone_colour(current_theme(), self._tone))
        painter.drawText(self.rect().adjusted(self._pad, 0, -self._pad, 0), ALIGNED, self.text())

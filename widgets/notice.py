"""A line across the window that tells something and can be closed: what could not be done, what state things are in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.icons import Picture
from widgets.pieces import button, ground, label, tool


class Notice(QFrame):
    """`tell` shows it; a screen reader is told as well. The action's button asks by a signal."""

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "attention")
        self.setProperty("edge", "bottom")
        self._sign = Picture("warning", "warn")
        self._words = label("", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = button("", "link")
        close = tool("x", "Close the notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        close.clicked.connect(self.hide)
        self._action.clicked.connect(self.action_requested)
        self.hide()

    def tell(self, words: str, action: str = "", sign: str = "warning") -> None:
        """Show a sentence, with a button where something can be done about it."""
        self._words.setText(words)
        self.setAccessibleName(words)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._sign.set_name(sign)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def text(self) -> str:
        """What it says."""
        return self._words.text()

"""A line across the window that tells something and can be closed: what could not be done, what state things are in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.icons import Picture
from widgets.pieces import button, ground, label, tool
from widgets.theme import restyle

GONE_AFTER_MS = 10_000
"""Good news leave by themselves; trouble stays until it is closed."""


class Notice(QFrame):
    """`tell` shows trouble, `say` what went well; a screen reader is told as well."""

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
        self._then: Callable[[], object] = self.hide
        self._action.clicked.connect(self._act)
        self._gone = QTimer(self, interval=GONE_AFTER_MS, singleShot=True)
        self._gone.timeout.connect(self.hide)
        self.hide()

    def tell(self, words: str, action: str = "", then: Callable[[], object] | None = None) -> None:
        """Show trouble in a sentence, with a button where something can be done about it."""
        self._gone.stop()
        self._show(words, action, then, "warning", "attention")

    def say(self, words: str, action: str = "", then: Callable[[], object] | None = None) -> None:
        """Show what went well."""
        self._gone.start()
        self._show(words, action, then, "check", "window")

    def _act(self) -> None:
        self.hide()
        self._then()

    def _show(self, words: str, action: str, then: Callable[[], object] | None, sign: str, on: str) -> None:
        self.setProperty("ground", on)
        restyle(self)
        self._then = then or self.hide
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

"""The foot of the event panel: confirm, edit, reject, each with the key that does it where events are looked at."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from widgets.key_button import KeyButton

EDGE = 18


class Decisions(QFrame):
    """What is decided is told; about which events is known elsewhere."""

    confirmed = Signal()
    restored = Signal()
    edit_requested = Signal()
    rejected = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[QShortcut] = []
        self.restores = False
        """Whether what is shown is rejected, so that it can be restored."""
        self.confirm = KeyButton("Confirm", "C", "primary")
        self.edit = KeyButton("Edit", "E", "line")
        self.reject = KeyButton("Reject", "X", "line")
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 10, EDGE, 14)
        row.setSpacing(8)
        for part in (self.confirm, self.edit, self.reject):
            row.addWidget(part, 1)
        self.confirm.clicked.connect(self._decide)
        self.edit.clicked.connect(self.edit_requested)
        self.reject.clicked.connect(self.rejected)

    def set_for(self, rejected: bool, several: bool = False) -> None:
        """Offer what can be decided about one event or several; `rejected` ones can be restored."""
        self.restores = rejected
        all_of = " all" if several else ""
        self.confirm.set_label(f"{'Restore' if rejected else 'Confirm'}{all_of}")
        self.reject.set_label(f"Reject{all_of}")
        self.reject.setEnabled(not rejected)
        self.edit.setVisible(not several)

    def listen_in(self, place: QWidget) -> None:
        """Let the keys act while the keyboard is in that part of the window."""
        for key, part in (("C", self.confirm), ("E", self.edit), ("X", self.reject)):
            made = QShortcut(QKeySequence(key), place, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(partial(self._press, part))
            made.setEnabled(not self.isHidden())
            self._keys.append(made)

    def offer(self, offered: bool) -> None:
        """Show or hide it, with its keys: a field in which one types or chooses has its letters to itself."""
        self.setVisible(offered)
        for key in self._keys:
            key.setEnabled(offered)

    def _press(self, part: KeyButton) -> None:
        if part.isVisible():
            part.click()

    def _decide(self) -> None:
        (self.restored if self.restores else self.confirmed).emit()

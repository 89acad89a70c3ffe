"""A row of joined buttons of which one is down: what the middle of the window shows, one of a few choices of a form."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from widgets.icons import set_icon
from widgets.pieces import button


class Segments(QWidget):
    """Choices of key, words, icon (or none) and tip; told by `choose`, which is silent."""

    chosen = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._choices = choices
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (key, words, icon, tip) in enumerate(choices):
            made = button(words, "segment", tip=tip)
            made.setProperty("place", "first" if not number else "last" if number == len(choices) - 1 else "middle")
            made.setProperty("words", not icon)
            made.setCheckable(True)
            made.setAccessibleName(words)
            if icon:
                made.setIconSize(QSize(16, 16))
                set_icon(made, icon, "primary", pad=2)
            self._group.addButton(made, number)
            made.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            row.addWidget(made)

    def choose(self, key: str) -> None:
        """Let a button be down."""
        self._group.button([choice[0] for choice in self._choices].index(key)).setChecked(True)

    def key(self) -> str:
        """Which button is down; "" for none."""
        return self._choices[self._group.checkedId()][0] if self._group.checkedId() >= 0 else ""

    def set_worded(self, worded: bool) -> None:
        """Icons alone where room is short; their names stay for screen readers and tips."""
        for number, (_, words, icon, _) in enumerate(self._choices):
            made = self._group.button(number)
            made.setText(words if worded else "")
            set_icon(made, icon, "primary", pad=2 if worded else 0)

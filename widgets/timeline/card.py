"""The card that says in words what the mouse is over, beside the mark and never on it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from widgets.pieces import ground, label

WIDTH = 300
AWAY = 8
LONGEST = 220


class Card(QFrame):
    """Title, date, why and sources of one event; plain words only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        ground(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._parts = (
            label(role="label", weight="strong", wrap=True),
            label(tone="secondary", role="small", wrap=True),
            label(tone="secondary", role="small", wrap=True),
            label(tone="tertiary", role="caption", wrap=True),
        )
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(3)
        for part in self._parts:
            column.addWidget(part)
        self.hide()

    @property
    def text(self) -> str:
        """All that it says, a line for each part."""
        return "\n".join(part.text() for part in self._parts if part.text())

    def show_at(self, told: tuple[str, ...], box: QRect) -> None:
        """Say something about what is in a box of the parent."""
        for part, words in zip(self._parts, (*told, "", "", "", ""), strict=False):
            part.setText(_shortened(words))
            part.setVisible(bool(words))
        self.setFixedWidth(min(WIDTH, self._around.width() - 2 * AWAY))
        self.setFixedHeight(self._column.totalHeightForWidth(self.width()))
        self.move(*self._place(box))
        self.raise_()
        self.show()

    def _place(self, box: QRect) -> tuple[int, int]:
        """Below the box if there is room, else above it; always inside the parent."""
        room = self._around.rect()
        x = min(max(box.left(), AWAY), max(AWAY, room.width() - self.width() - AWAY))
        below = box.bottom() + AWAY
        above = box.top() - AWAY - self.height()
        fits = below + self.height() <= room.height()
        return x, below if fits or above < 0 else above


def _shortened(words: str) -> str:
    """A long text ends at a word."""
    text = " ".join(words.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"

"""The card that says in words what the mouse is over, beside the mark and never on it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from widgets.pieces import ground, label
from widgets.timeline.words import one_line

WIDTH = 300
AWAY, EDGE = 8, 12
LONGEST = 220


class Card(QFrame):
    """Title, date, why and sources of one event, or what a dense place holds; plain words only."""

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
        column.setContentsMargins(EDGE, 9, EDGE, 10)
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
        self._show([_shortened(words) for words in told], box)

    def show_crowd(self, count: int, when: str, titles: Sequence[str], box: QRect) -> None:
        """How many events are in a box of the parent, and the most important of them, a line each."""
        metrics = self._parts[2].fontMetrics()
        room = self._wide - 2 * EDGE - metrics.horizontalAdvance("· ")
        cut = [metrics.elidedText(one_line(title), Qt.TextElideMode.ElideRight, room) for title in titles]
        rest = count - len(titles)
        further = f"and {rest:,} more. Click to zoom in." if rest > 0 and titles else ""
        self._show([f"{count:,} events", when, "\n".join(f"· {one}" for one in cut), further], box)

    @property
    def _wide(self) -> int:
        return min(WIDTH, self._around.width() - 2 * AWAY)

    def _show(self, told: Sequence[str], box: QRect) -> None:
        for part, words in zip(self._parts, (*told, "", "", "", ""), strict=False):
            part.setText(words)
            part.setVisible(bool(words))
        self.setFixedWidth(self._wide)
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

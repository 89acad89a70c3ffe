"""Three panes beside each other, of which those at the sides keep the width that was chosen for them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

CENTRE, LEAST_CENTRE = 1, 480


class SidePanes(QSplitter):
    """Where the window is too narrow the sides give way, down to their least; they come back when it grows."""

    def __init__(self, left: QWidget, centre: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._sides = {0: left, 2: right}
        self._wanted = {place: part.sizeHint().width() for place, part in self._sides.items()}
        for part in (left, centre, right):
            self.addWidget(part)
        self.setStretchFactor(CENTRE, 1)
        self.splitterMoved.connect(lambda: self._remember(self.sizes()))

    def setSizes(self, sizes: list[int]) -> None:  # type: ignore[override]
        """Want these from now on; a pane of 0 is hidden and keeps what was wanted for it."""
        self._remember(sizes)
        self._settle()

    def wanted(self) -> tuple[int, int, int]:
        """The widths to come back to, whatever the window has room for now."""
        left, right = self._wanted[0], self._wanted[2]
        return left, max(1, self.width() - left - right), right

    def event(self, event: QEvent) -> bool:
        """A pane came or went, or needs another width."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room, the same wishes."""
        super().resizeEvent(event)
        self._settle()

    def _remember(self, sizes: list[int]) -> None:
        for place in self._wanted:
            if sizes[place] > 0:
                self._wanted[place] = sizes[place]

    def _settle(self) -> None:
        shown = {place: wide for place, wide in self._wanted.items() if not self._sides[place].isHidden()}
        least = {place: self._sides[place].minimumWidth() for place in shown}
        room = self.width() - self.handleWidth() * len(shown)
        widths = shared(room - LEAST_CENTRE, shown, least)
        centre = room - sum(widths.values())
        super().setSizes([widths.get(0, 0), centre, widths.get(2, 0)])


def shared(room: int, wanted: dict[int, int], least: dict[int, int]) -> dict[int, int]:
    """What each gets of a room: as wanted where that fits, else each gives up the same share of what it can spare."""
    spare = {place: max(0, wide - least[place]) for place, wide in wanted.items()}
    missing = min(max(0, sum(wanted.values()) - room), sum(spare.values()))
    share = missing / max(1, sum(spare.values()))
    return {place: wide - round(share * spare[place]) for place, wide in wanted.items()}

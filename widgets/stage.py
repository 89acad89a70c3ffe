"""The stage of the window: the timeline, the table of the same events, or both."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from widgets.pieces import ground

TIMELINE, BOTH, TABLE = "timeline", "both", "table"
VIEWS = (TIMELINE, BOTH, TABLE)


class Stage(QSplitter):
    """What is on it stands above one another; at least one of the two is seen."""

    view_changed = Signal(str)

    def __init__(self, table: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.view = TIMELINE
        self._timeline, self._table = QFrame(), table
        ground(self._timeline, "canvas")
        column = QVBoxLayout(self._timeline)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._timeline, table):
            self.addWidget(part)
        self.setSizes([400, 280])
        table.hide()

    @property
    def shows_table(self) -> bool:
        """Whether the table is seen, with the timeline or without."""
        return self.view != TIMELINE

    def add_to_timeline(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part where the timeline is."""
        column = self._timeline.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(part, stretch)

    def show_view(self, view: str) -> None:
        """Show one of VIEWS."""
        if view == self.view:
            return
        self.view = view
        self._timeline.setVisible(view != TABLE)
        self._table.setVisible(view != TIMELINE)
        self.view_changed.emit(view)

    def turn(self, part: str) -> None:
        """Show the timeline or the table besides the other; if both are seen, the other alone."""
        other = TABLE if part == TIMELINE else TIMELINE
        self.show_view(other if self.view != other else BOTH)

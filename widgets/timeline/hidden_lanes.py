"""What stands at the foot of the heads of the lanes while some are hidden: how many, and a menu that brings them back."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QHBoxLayout

from widgets.pieces import button, ground
from widgets.timeline.arranging import Arranging
from widgets.timeline.lane_menu import hidden_menu
from widgets.timeline.lane_view import LaneView

HEIGHT = 28
LEFT = 10


class HiddenLanes(QFrame):
    """There only while there is something to bring back; lanes leave room for it."""

    def __init__(self, view: LaneView, arranging: Arranging) -> None:
        super().__init__(view.viewport())
        self._view, self._arranging = view, arranging
        ground(self, "canvas")
        self.setProperty("edge", "top")
        self.button = button("", "word", tip="Show hidden lanes again", size="caption")
        self.button.clicked.connect(self.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(LEFT, 0, LEFT, 0)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()
        view.resized.connect(self.place)
        arranging.shown.connect(self.refresh)

    def refresh(self) -> None:
        """Say how many lanes with events are hidden now."""
        count = len(self._arranging.hidden)
        words = f"{count:,} hidden lane{'' if count == 1 else 's'}…"
        self.button.setText(words)
        self.button.setAccessibleName(f"{words.rstrip('…')}, show again")
        self.setVisible(count > 0)
        self._view.set_foot(HEIGHT if count else 0)
        self.place()

    def place(self) -> None:
        """Below the heads."""
        self.setGeometry(0, self._view.height() - HEIGHT, int(self._view.sizes.header) - 1, HEIGHT)

    def open(self) -> None:
        """The menu of what is hidden."""
        menu = hidden_menu(self.button, self._arranging)
        menu.popup(self.button.mapToGlobal(QPoint(0, -menu.sizeHint().height() - 2)))

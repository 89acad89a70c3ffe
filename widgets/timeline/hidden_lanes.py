"""What stands above the heads of the lanes while some are hidden: how many, and a menu that brings them back."""

from PySide6.QtCore import QObject, QPoint

from widgets.pieces import button
from widgets.timeline.arranging import Arranging
from widgets.timeline.lane_menu import hidden_menu
from widgets.timeline.lane_view import LaneView

LEFT, UP = 9, 6
"""Px from the left edge, and above the foot of the axis."""


class HiddenLanes(QObject):
    """Its button is there only while there is something to bring back."""

    def __init__(self, view: LaneView, arranging: Arranging) -> None:
        super().__init__(view)
        self._view, self._arranging = view, arranging
        self.button = button("", "link", tip="Show hidden lanes again", size="caption")
        self.button.setParent(view.viewport())
        self.button.clicked.connect(self.open)
        self.button.hide()
        arranging.shown.connect(self.refresh)

    def refresh(self) -> None:
        """Say how many lanes with events are hidden now."""
        count = len(self._arranging.hidden)
        words = f"{count:,} hidden lane{'' if count == 1 else 's'}"
        if words != self.button.text():
            self.button.setText(words)
            self.button.setAccessibleName(f"{words}, show again")
            self.button.adjustSize()
            self.button.move(LEFT, int(self._view.sizes.axis) - self.button.height() - UP)
        self.button.setVisible(count > 0)

    def open(self) -> None:
        """The menu of what is hidden."""
        below = self.button.mapToGlobal(QPoint(0, self.button.height() + 2))
        hidden_menu(self.button, self._arranging).popup(below)

"""The scroll bar of lanes that do not fit: it lies over them, for making room for it would lay them out differently."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QScrollBar

from widgets.timeline.lane_view import LaneView

WIDTH = 10


class LaneScrollBar(QScrollBar):
    """Follows the view, and moves its lanes when it is moved."""

    def __init__(self, view: LaneView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self.hide()
        # A scene may be laid out while it is painted; a widget that is shown then would be painted within.
        view.scene_changed.connect(self.follow, Qt.ConnectionType.QueuedConnection)
        view.resized.connect(self.follow)
        self.valueChanged.connect(view.scroll_to)

    def follow_moves_of(self, *parts: QObject) -> None:
        """Others that scroll the lanes, and say so by `scrolled`."""
        for part in parts:
            part.scrolled.connect(self.follow)  # type: ignore[attr-defined]

    def follow(self) -> None:
        """Stand at the right edge, as far down as the lanes have been scrolled."""
        view, top = self._view, int(self._view.sizes.axis)
        self.setGeometry(view.width() - WIDTH, top, WIDTH, view.height() - top)
        self.blockSignals(True)
        self.setPageStep(int(view.depth))
        self.setRange(0, round(view.furthest))
        self.setValue(round(view.scrolled))
        self.blockSignals(False)
        self.setVisible(view.furthest > 0)

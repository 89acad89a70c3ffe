"""What dragging does in the timeline: pan, and with a key held zoom to a stretch, measure it, or choose what a box touches."""

import numpy as np
from PySide6.QtCore import QObject, QPointF, Qt, Signal

from widgets.timeline.hits import touched
from widgets.timeline.lane_view import LaneView
from widgets.timeline.measured import days_words, ends_words, length_words
from widgets.timeline.moving import Moving
from widgets.timeline.overlay import Overlay, Purpose
from widgets.timeline.snapping import snapped
from widgets.timeline.spans import Span, in_whole_days

KEYS = Qt.KeyboardModifier
PURPOSES = (
    (KEYS.AltModifier, Purpose.ZOOM),
    (KEYS.ControlModifier, Purpose.CHOOSE),
    (KEYS.ShiftModifier, Purpose.MEASURE),
)
NARROWEST = 6.0
"""A stretch of fewer px is a slip of the hand."""


class Dragging(QObject):
    """Moves what is in view by itself; what was marked out it tells."""

    scrolled = Signal()
    measured = Signal(object)
    """A Span, with its ends on the calendar, that stays marked."""
    boxed = Signal(object, bool)
    """The events in a box, and whether they come to those that are chosen already."""

    def __init__(self, view: LaneView, moving: Moving) -> None:
        super().__init__(view)
        self._view, self._moving = view, moving
        self._start = (0.0, 0.0)
        """Time and height in the scene at which what is marked out begins."""
        self._touched = np.empty(0, np.int64)
        """Rows of the index."""
        view.dragged.connect(self._drag)
        view.released.connect(self._release)
        view.given_up.connect(self._give_up)

    def _purpose(self, start: QPointF) -> Purpose | None:
        """What the keys mean; there is nothing to choose on the axis, and some desktops keep Alt for themselves."""
        found = next((purpose for key, purpose in PURPOSES if self._view.keys & key), None)
        return Purpose.ZOOM if found is Purpose.CHOOSE and start.y() < self._view.sizes.axis else found

    def _drag(self, start: QPointF, step: QPointF) -> None:
        view, purpose = self._view, self._purpose(start)
        if purpose is None or start.x() < view.sizes.header:
            self._pan(start, step)
            return
        view.setCursor(Qt.CursorShape.CrossCursor)
        if view.overlay is None:
            self._start = view.time_at(start.x()), self._height(start.y())
        view.mark_out(self._overlay(purpose, view.last))

    def _height(self, y: float) -> float:
        return y - self._view.sizes.axis + self._view.scrolled

    def _pan(self, start: QPointF, step: QPointF) -> None:
        view = self._view
        view.setCursor(Qt.CursorShape.ClosedHandCursor)
        if start.x() >= view.sizes.header and step.x():
            self._moving.set_span(view.span.moved(-step.x() / view.room))
        if start.y() >= view.sizes.axis and step.y():
            view.scroll_to(view.scrolled - step.y())
            self.scrolled.emit()

    def _overlay(self, purpose: Purpose, at: QPointF) -> Overlay:
        view = self._view
        first, last = sorted((self._start[0], view.time_at(max(at.x(), view.sizes.header))))
        if purpose is Purpose.CHOOSE:
            top, bottom = sorted((self._start[1], max(self._height(at.y()), view.scrolled)))
            scene = view.lanes
            self._touched = touched(scene, view.seen, view.index, (scene.x(first), top, scene.x(last), bottom))
            return Overlay(purpose, Span(first, last), _events(len(self._touched)), (top, bottom))
        if purpose is Purpose.ZOOM:
            days = in_whole_days(Span(first, last))
            return Overlay(purpose, Span(first, last), days_words(days.start, days.end))
        per_day = view.room / view.span.length
        span = Span(snapped(first, per_day), snapped(last, per_day))
        told = f"{length_words(span.start, span.end)}  ·  {ends_words(span.start, span.end)}"
        return Overlay(purpose, span, told)

    def _release(self) -> None:
        view = self._view
        view.unsetCursor()
        overlay = view.overlay
        if overlay is None:
            return
        wide = overlay.span.length / view.span.length * view.room >= NARROWEST
        view.mark_out(None)
        if overlay.purpose is Purpose.CHOOSE:
            self.boxed.emit(view.index.ids_in_time(self._touched), bool(view.keys & KEYS.ShiftModifier))
        elif wide and overlay.purpose is Purpose.ZOOM:
            self._moving.go(overlay.span)
        elif wide:
            self.measured.emit(overlay.span)

    def _give_up(self) -> None:
        self._view.unsetCursor()
        self._view.mark_out(None)


def _events(count: int) -> str:
    return f"{count:,} event{'' if count == 1 else 's'}"

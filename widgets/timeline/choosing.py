"""Which events are chosen in the timeline, and how mouse and keys choose others: one, one more, a reach, a box, all."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal

from widgets.timeline.lane_view import LaneView
from widgets.timeline.moving import Moving
from widgets.timeline.steps import Step, reach, step_from


class Choosing(QObject):
    """`show` is told what is chosen and is silent; the other methods are the user's hand, which is announced."""

    clicked = Signal(object)
    """An event is chosen alone."""
    toggled = Signal(object)
    """An event joins the chosen ones or leaves them."""
    several = Signal(object)
    """The ids of all that are chosen; the last is looked at."""
    shown = Signal()
    """Something else is chosen, by whomever."""

    def __init__(self, view: LaneView, moving: Moving) -> None:
        super().__init__(view)
        self._view, self._moving = view, moving
        self._anchor: int | None = None
        """From where Shift reaches."""

    @property
    def looked_at(self) -> int | None:
        """The event whose source is open."""
        return self._view.chosen

    def show(self, selection: Collection[int], looked_at: int | None, reveal: bool) -> None:
        """Choose events, silently; `reveal` brings the one that is looked at into view, moving no further than needed."""
        view, chosen = self._view, frozenset(selection)
        if looked_at != view.chosen or chosen != view.selection:
            view.chosen, view.selection = looked_at, chosen
            view.lay_out_anew()
        self._anchor = looked_at
        if looked_at is not None and reveal:
            self._moving.reveal(looked_at)
        self.shown.emit()

    def click(self, event: int, keys: Qt.KeyboardModifier, reveal: bool = False) -> None:
        """Choose an event alone; with Ctrl besides the others, with Shift all from the one that was chosen last."""
        if keys & Qt.KeyboardModifier.ControlModifier:
            self.toggled.emit(event)
        elif keys & Qt.KeyboardModifier.ShiftModifier and self._anchor is not None:
            self._reach_to(event, reveal)
        else:
            self.show((event,), event, reveal)
            self.clicked.emit(event)

    def step(self, step: Step, further: bool) -> None:
        """Go to another event, or let the chosen ones reach to it; what is gone to comes into view."""
        view, span = self._view, self._moving.goal
        found = step_from(view.index, view.chosen, step, (span.start + span.end) / 2)
        if found is not None and found != view.chosen:
            keys = Qt.KeyboardModifier.ShiftModifier if further else Qt.KeyboardModifier.NoModifier
            self.click(found, keys, reveal=True)

    def box(self, events: Sequence[int], add: bool) -> None:
        """Choose those, or those too; what is looked at stays if it is among them."""
        chosen = [*sorted(self._view.selection.difference(events)), *events] if add else list(events)
        if self.looked_at in chosen:
            chosen.remove(self.looked_at)
            chosen.append(self.looked_at)
        self._tell(chosen)

    def everything(self) -> None:
        """Choose all events that there are in any lane."""
        index = self._view.index
        last = len(index.lanes.lanes) - 1
        self.box(index.ids_in_time(index.between(0, last, float("-inf"), float("inf"))), add=False)

    def _reach_to(self, event: int, reveal: bool) -> None:
        anchor = self._anchor
        assert anchor is not None
        self.show(self._view.selection, self._view.chosen, reveal=False)
        self._tell(reach(self._view.index, anchor, event), reveal)
        self._anchor = anchor

    def _tell(self, events: Sequence[int], reveal: bool = False) -> None:
        self.show(events, events[-1] if events else None, reveal)
        self.several.emit(tuple(events))

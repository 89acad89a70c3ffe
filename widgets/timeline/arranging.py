"""What a person does to the lanes: fold, hide and move them, by whatever hand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from storage.columns import Lane
from widgets.timeline.arrangement import Arrangement, hidden_of
from widgets.timeline.lane_view import LaneView
from widgets.timeline.scene import LaneBox

HEAD = 34.0
"""So much of a lane is brought into view at least."""


class Arranging(QObject):
    """`show` is told an arrangement and is silent; what a person changes is announced."""

    arranged = Signal(object)
    """An Arrangement."""
    shown = Signal()
    """Other lanes are shown, or the same ones otherwise, by whomever; or another one is the current one."""
    hidden_changed = Signal()
    """There are more or fewer events to draw."""

    def __init__(self, view: LaneView) -> None:
        super().__init__(view)
        self._view = view
        self._current: str | None = None

    @property
    def arrangement(self) -> Arrangement:
        """As the lanes are now."""
        return self._view.arrangement

    @property
    def boxes(self) -> Sequence[LaneBox]:
        """The lanes that are shown."""
        return self._view.lanes.lanes

    @property
    def keys(self) -> list[str]:
        """Their keys from top to bottom."""
        return [lane.key for lane in self._view.index.lanes.lanes]

    @property
    def hidden(self) -> list[Lane]:
        """Lanes with events that are not shown."""
        return hidden_of(self._view.shown_lanes.every.lanes, self.arrangement)

    @property
    def current(self) -> str | None:
        """The key of the lane that is acted on by keys: the first one until another was gone to."""
        keys = self.keys
        return self._current if self._current in keys else keys[0] if keys else None

    def box_of(self, key: str | None) -> LaneBox | None:
        """A lane, if it is shown."""
        return next((box for box in self.boxes if box.key == key), None)

    def show(self, made: Arrangement) -> None:
        """Arrange the lanes so, silently."""
        before = self.arrangement
        if made != before:
            self._view.arrange(made)
            self.shown.emit()
            if made.hidden != before.hidden:
                self.hidden_changed.emit()

    def arrange(self, made: Arrangement) -> None:
        """Arrange the lanes so, and tell of it."""
        if made != self.arrangement:
            self.show(made)
            self.arranged.emit(made)

    def reset(self) -> None:
        """As they are by themselves."""
        self.arrange(Arrangement())

    def toggle(self, key: str) -> None:
        """Fold a lane, or unfold it; one that gathers others lets more of them have a lane of their own."""
        box = self.box_of(key)
        if box and box.gathers:
            self.arrange(replace(self.arrangement, further=self.arrangement.further + 1))
        elif box:
            self.fold(key, not box.folded)

    def fold(self, key: str, folded: bool) -> None:
        """Let a lane be one low row, or no longer."""
        self.arrange(self.arrangement.with_folded([key], folded))

    def fold_others(self, key: str) -> None:
        """Leave only one lane unfolded."""
        others = (one for one in self.keys if one != key)
        self.arrange(self.arrangement.with_folded(others).with_folded([key], folded=False))

    def unfold_all(self) -> None:
        """No lane is folded any more."""
        self.arrange(replace(self.arrangement, folded=frozenset()))

    def hide(self, key: str) -> None:
        """Take a lane out of sight, but never the last one; its neighbour is the current one then."""
        keys = self.keys
        if key in keys and len(keys) > 1:
            place = keys.index(key)
            self._current = (keys[place + 1 :] or keys[:place][-1:])[0]
            self.arrange(self.arrangement.with_hidden([key]))

    def show_again(self, keys: Sequence[str]) -> None:
        """Hidden lanes come back where they were."""
        self.arrange(self.arrangement.with_hidden(keys, hidden=False))

    def show_all(self) -> None:
        """All that were hidden come back."""
        self.arrange(replace(self.arrangement, hidden=frozenset()))

    def move(self, key: str, before: str | None) -> None:
        """Put a lane before another, or behind all."""
        self.arrange(self.arrangement.moved(self.keys, key, before))

    def step(self, key: str, by: int) -> None:
        """Let a lane change places with its neighbour above (-1) or below (1)."""
        self.arrange(self.arrangement.stepped(self.keys, key, by))
        self.go_to(key)

    def go_by(self, by: int) -> None:
        """Another lane is the current one: so many further down."""
        keys, current = self.keys, self.current
        if current is not None:
            self.go_to(keys[min(max(keys.index(current) + by, 0), len(keys) - 1)])

    def go_to(self, key: str, bring_up: bool = True) -> None:
        """A lane is the current one, and its head comes into view if wanted."""
        self._current = key
        box, view = self.box_of(key), self._view
        if box and bring_up:
            view.scroll_to(min(max(view.scrolled, box.top + min(box.height, HEAD) - view.depth), box.top))
        self.shown.emit()

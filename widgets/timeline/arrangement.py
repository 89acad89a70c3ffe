"""How a person has arranged the lanes: their order, which are folded to one low row, which are hidden. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from storage.columns import Lane, Lanes
from widgets.timeline.index import EventIndex


@dataclass(frozen=True, slots=True)
class Arrangement:
    """By the keys of lanes. What it does not name is where it would be by itself, unfolded and shown.

    Keys of lanes that are not there now, because no event of theirs passes the filters, keep their place.
    """

    order: tuple[str, ...] = ()
    """Empty until a lane was moved; then all lanes that were there."""
    folded: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    further: int = 0
    """How many times more of the lanes that share the last one have been asked for."""

    @property
    def plain(self) -> bool:
        """Whether nothing is arranged."""
        return self == Arrangement()

    def ordered(self, keys: Sequence[str]) -> list[str]:
        """The keys in the wanted order; one that it does not know follows the one it follows by itself."""
        there = set(keys)
        known = set(self.order)
        made = [key for key in self.order if key in there]
        for place, key in enumerate(keys):
            if key not in known:
                made.insert(made.index(keys[place - 1]) + 1 if place else 0, key)
        return made

    def moved(self, keys: Sequence[str], key: str, before: str | None) -> "Arrangement":
        """One of the lanes that are shown from top to bottom stands before another, or behind all; others keep their places."""
        if key == before or key not in keys:
            return self
        order = self._with(keys)
        order.remove(key)
        last = [one for one in keys if one != key][-1:]
        place = order.index(before) if before is not None else order.index(last[0]) + 1 if last else 0
        order.insert(place, key)
        return replace(self, order=tuple(order))

    def stepped(self, keys: Sequence[str], key: str, by: int) -> "Arrangement":
        """One of the lanes that are shown changes places with the next one above (-1) or below (1)."""
        if key not in keys:
            return self
        place = keys.index(key) + by
        if not 0 <= place < len(keys):
            return self
        behind = place + (by > 0)
        return self.moved(keys, key, keys[behind] if behind < len(keys) else None)

    def with_folded(self, keys: Iterable[str], folded: bool = True) -> "Arrangement":
        """Some lanes are one low row, or no longer."""
        chosen = frozenset(keys)
        return replace(self, folded=self.folded | chosen if folded else self.folded - chosen)

    def with_hidden(self, keys: Iterable[str], hidden: bool = True) -> "Arrangement":
        """Some lanes are not shown, or shown again."""
        chosen = frozenset(keys)
        return replace(self, hidden=self.hidden | chosen if hidden else self.hidden - chosen)

    def _with(self, keys: Sequence[str]) -> list[str]:
        """The order with all keys in it, those that are not there now too."""
        made, known = list(self.order), set(self.order)
        for place, key in enumerate(keys):
            if key not in known:
                made.insert(made.index(keys[place - 1]) + 1 if place else 0, key)
        return made


def numbers_of(lanes: Lanes, arrangement: Arrangement) -> list[int]:
    """The lanes that are shown from top to bottom, by their numbers."""
    by_key = {lane.key: number for number, lane in enumerate(lanes.lanes)}
    keys = arrangement.ordered([lane.key for lane in lanes.lanes])
    return [by_key[key] for key in keys if key not in arrangement.hidden]


def hidden_of(lanes: Lanes, arrangement: Arrangement) -> list[Lane]:
    """The lanes with events that are not shown, in their own order."""
    return [lane for lane in lanes.lanes if lane.key in arrangement.hidden]


def arranged(lanes: Lanes, arrangement: Arrangement) -> Lanes:
    """The lanes as they are shown; rows of hidden ones are in lane -1."""
    return _renumbered(lanes, arrangement, numbers_of(lanes, arrangement))


def arranged_index(index: EventIndex, arrangement: Arrangement) -> EventIndex:
    """An index of the lanes as they are shown: nothing is sorted anew, so that folding and moving answer at once."""
    numbers = numbers_of(index.lanes, arrangement)
    of_lane = tuple(index.of_lane[number] for number in numbers)
    count = sum(len(lane.starts) for lane in of_lane)
    return replace(index, lanes=_renumbered(index.lanes, arrangement, numbers), of_lane=of_lane, count=count)


def _renumbered(lanes: Lanes, arrangement: Arrangement, numbers: Sequence[int]) -> Lanes:
    made = tuple(replace(lane, folded=lane.key in arrangement.folded) for lane in (lanes.lanes[one] for one in numbers))
    # The last place answers for rows that are in no lane already.
    new = np.full(len(lanes.lanes) + 1, -1, np.int32)
    new[list(numbers)] = np.arange(len(numbers), dtype=np.int32)
    return Lanes(made, new[lanes.of_row] if len(lanes.of_row) else lanes.of_row)

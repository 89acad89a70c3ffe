"""What a screen reader is told of the timeline: its lanes, and of each the most important events in view. No Qt."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from widgets.timeline.index import EventIndex

MOST = 25
"""So many events of a lane are told at most: who listens hears one after the other. The table has all of them."""


@dataclass(frozen=True, slots=True)
class HeardLane:
    """A lane with those of its events that are told, in the order of time; `visible` of all `total` are in view."""

    key: str
    label: str
    visible: int
    total: int
    ids: tuple[int, ...]

    @property
    def words(self) -> str:
        """ "Statement, 162 of 190 events in view, the 25 most important are listed"."""
        told = f"{self.label}, {self.visible:,} of {self.total:,} event{'' if self.total == 1 else 's'} in view"
        return f"{told}, the {MOST} most important are listed" if self.visible > MOST else told


def heard(index: EventIndex, start: float, end: float, chosen: Collection[int]) -> tuple[HeardLane, ...]:
    """The lanes for a stretch of time; of the chosen events some are told even where they are out of view."""
    rows = np.array(index.rows_of(sorted(chosen)[:MOST]), np.int64)
    of_chosen, made = index.lanes.of_row[rows] if len(rows) else rows, []
    for number, (lane, known) in enumerate(zip(index.lanes.lanes, index.of_lane, strict=True)):
        first, _ = index.most_important(number, start, end, MOST)
        ids = index.ids_in_time(np.concatenate((first, rows[of_chosen == number])))
        made.append(HeardLane(lane.key, lane.label, known.count(start, end), lane.total, tuple(ids)))
    return tuple(made)

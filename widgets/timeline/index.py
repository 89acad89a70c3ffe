"""The columns arranged for quick questions: how many events of a lane lie in a stretch, and which are the most important.

Rows of a lane are parted by length, because a search for starts finds long events only when it looks back far enough.
Of each part there are ever smaller choices of its most important rows, so that no question looks at more rows than
the answer can show.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from storage.columns import Columns, Lanes
from storage.lookup import Lookup
from widgets.timeline.times import LENGTHS, EventTimes, Rows, Times, times_of

SMALLEST, STEP = 64, 8
BRIEF, MOSTLY = 0.9, 0.9
"""A lane in which most events take less than so much of a day is one of clock times."""
FEW = 2048
"""So many rows of a part are looked at one by one, because most of those in reach may be over before the stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Events of one lane up to a length; `choices` hold rows and their starts, the smallest choice first."""

    length: float
    choices: tuple[tuple[NDArray[np.int32], Times], ...]

    def between(self, start: float, end: float, limit: int) -> tuple[NDArray[np.int32], bool]:
        """Rows that begin in reach of the stretch, about `limit` of the most important, and whether those are all."""
        reach = start - self.length
        first, last = _within(self.choices[-1][1], reach, end)
        level, count = len(self.choices) - 1, last - first
        if count <= FEW:
            return self.choices[level][0][first:last], True
        while count > limit and level > 0:
            level = max(0, level - max(1, int(log(count / limit) / log(STEP))))
            first, last = _within(self.choices[level][1], reach, end)
            count = last - first
        if count < limit // STEP and level + 1 < len(self.choices):
            level += 1
            first, last = _within(self.choices[level][1], reach, end)
        return self.choices[level][0][first:last], level == len(self.choices) - 1


@dataclass(frozen=True, slots=True, eq=False)
class LaneIndex:
    """The events of one lane: their starts and their ends, each sorted, and the parts by length."""

    starts: Times
    ends: Times
    parts: tuple[Part, ...]
    timed: bool
    """Whether nearly all of its events have a clock time."""

    def count(self, start: float, end: float) -> int:
        """How many events have a moment in the stretch."""
        return int(self.starts.searchsorted(end, "left")) - int(self.ends.searchsorted(start, "right"))


@dataclass(frozen=True, eq=False)
class EventIndex:
    """Events, cleaned of times that are none, with the lanes that show them.

    `columns` may hold more events than are shown: `lanes.of_row` is -1 for a row that is not. `start` and `end` are
    those of all rows.
    """

    columns: Columns
    lanes: Lanes
    start: Times
    end: Times
    urgency: NDArray[np.uint32]
    of_lane: tuple[LaneIndex, ...]
    count: int
    """How many events are shown."""

    @cached_property
    def _by_id(self) -> Lookup:
        return Lookup(self.columns.ids)

    @property
    def events(self) -> Columns:
        """The events that are shown."""
        everything = self.count == len(self.columns)
        return self.columns if everything else self.columns.take(np.flatnonzero(self.lanes.of_row >= 0))

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of those events that are shown."""
        wanted = np.asarray(list(ids), dtype=np.int64)
        if not len(wanted) or not self.count:
            return []
        rows = self._by_id.rows(wanted)
        there = rows[rows >= 0]
        found: list[int] = there[self.lanes.of_row[there] >= 0].tolist()
        return found

    def counts(self, start: float, end: float) -> list[int]:
        """How many events of each lane have a moment in the stretch."""
        return [lane.count(start, end) for lane in self.of_lane]

    def shown(self, row: int, lane: int, start: float, end: float) -> bool:
        """Whether a row is in a lane and has a moment in the stretch."""
        return bool(self.lanes.of_row[row] == lane and self.start[row] < end and self.end[row] > start)

    def between(self, first_lane: int, last_lane: int, start: float, end: float) -> Rows:
        """The rows of some lanes with a moment in the stretch."""
        of_row = self.lanes.of_row
        found: Rows = np.flatnonzero(
            (of_row >= first_lane) & (of_row <= last_lane) & (self.start < end) & (self.end > start)
        )
        return found

    def ids_in_time(self, rows: Rows) -> list[int]:
        """The events of rows, each once, in the order of time."""
        rows = np.sort(rows)  # the rows themselves stand in the order of time
        ids: list[int] = self.columns.ids[rows[np.diff(rows, prepend=-1) > 0]].tolist()
        return ids

    def most_important(self, lane: int, start: float, end: float, limit: int) -> tuple[Rows, bool]:
        """Up to `limit` rows of a lane with a moment in the stretch, by rank, and whether those are all there are."""
        found, complete = [], True
        if not limit:
            return np.empty(0, np.int64), not self.of_lane[lane].count(start, end)
        for part in self.of_lane[lane].parts:
            rows, whole = part.between(start, end, 2 * limit)
            complete = complete and whole
            found.append(rows[self.end[rows] > start])
        rows = np.concatenate(found) if found else np.empty(0, np.int32)
        complete, urgent = complete and len(rows) <= limit, self.urgency[rows]
        if len(rows) > 2 * limit:  # to sort all of them takes ten times as long
            kept = urgent <= np.partition(urgent, limit - 1)[limit - 1]
            rows, urgent = rows[kept], urgent[kept]
        return rows[urgent.argsort(kind="stable")[:limit]].astype(np.int64), complete


def _within(times: Times, start: float, end: float) -> tuple[int, int]:
    return int(times.searchsorted(start)), int(times.searchsorted(end))


def build_index(columns: Columns, lanes: Lanes, shown: NDArray[np.bool_] | None = None) -> EventIndex:
    """Clean and sort; a million rows take some hundredths of a second. `shown` says which rows are, None for all.

    So a filter needs no columns of its own: only what is sorted by lane is made anew for it.
    """
    times = times_of(columns)
    of_row = lanes.of_row
    for hidden in (None if shown is None else ~shown, None if times.known is None else ~times.known):
        if hidden is not None and hidden.any():
            of_row = np.where(hidden, np.int32(-1), of_row)
    rows = np.flatnonzero(of_row >= 0)
    if times.known is not None:
        rows = rows[np.argsort(times.start[rows], kind="stable")]
    of_lane = tuple(_lane(parts, times) for parts in _parted(rows, of_row, times.length, len(lanes.lanes)))
    kept = lanes if of_row is lanes.of_row else replace(lanes, of_row=of_row)
    count = len(columns) if shown is None else int(np.count_nonzero(shown))
    return EventIndex(columns, kept, times.start, times.end, times.urgency, of_lane, count)


def _parted(
    rows: Rows, of_row: NDArray[np.int32], length: NDArray[np.int8], lanes: int
) -> list[list[NDArray[np.int32]]]:
    """The rows of each lane by their length, each part in the order of time."""
    sorts = len(LENGTHS)
    code = of_row[rows] * sorts + length[rows]
    if lanes * sorts < 2**15:
        code = code.astype(np.int16)  # numpy sorts small numbers in one go
    ordered = rows[np.argsort(code, kind="stable")].astype(np.int32)
    ends = np.cumsum(np.bincount(code, minlength=lanes * sorts)).tolist()
    starts = [0, *ends]
    parts = [ordered[first:last] for first, last in zip(starts, ends, strict=False)]
    return [parts[lane * sorts : (lane + 1) * sorts] for lane in range(lanes)]


def _lane(parts: list[NDArray[np.int32]], times: EventTimes) -> LaneIndex:
    begun = [times.start[rows] for rows in parts]
    over = [times.end[rows] for rows in parts]
    made = tuple(
        Part(length, _choices(rows, starts, times.urgency))
        for length, rows, starts in zip(LENGTHS, parts, begun, strict=True)
        if len(rows)
    )
    count = sum(map(len, parts))
    brief = int(np.count_nonzero(over[0] - begun[0] < BRIEF))
    return LaneIndex(
        np.sort(np.concatenate(begun)), np.sort(np.concatenate(over)), made, bool(count) and brief >= MOSTLY * count
    )


def _choices(
    rows: NDArray[np.int32], starts: Times, urgency: NDArray[np.uint32]
) -> tuple[tuple[NDArray[np.int32], Times], ...]:
    """The rows, and before them ever fewer of the most urgent ones."""
    made, size = [(rows, starts)], SMALLEST
    while size * STEP < len(rows):
        size *= STEP
    urgent = urgency[rows] if size < len(rows) else None
    while urgent is not None and size >= SMALLEST:
        kept = np.flatnonzero(urgent <= np.partition(urgent, size - 1)[size - 1])
        rows, starts, urgent = rows[kept], starts[kept], urgent[kept]
        made.append((rows, starts))
        size //= STEP
    return tuple(reversed(made))

"""The columns arranged for quick questions: how many events of a lane lie in a stretch, and which are the most important.

Rows of a lane are parted by length, because a search for starts finds long events only when it looks back far enough.
Of each part there are ever smaller choices of its most important rows, so that no question looks at more rows than
the answer can show.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storage.columns import Columns, Lanes
from widgets.timeline.spans import EARLIEST, LATEST

Rows = NDArray[np.int64]
Times = NDArray[np.float64]

LENGTHS = (1.0 + 1e-9, 32.0, 1024.0, np.inf)
SMALLEST, STEP = 64, 8
FEW = 2048
"""So many rows of a part are looked at one by one, because most of those in reach may be over before the stretch."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Events of one lane up to a length; `choices` hold rows and their starts, the smallest choice first."""

    length: float
    choices: tuple[tuple[Rows, Times], ...]

    def between(self, start: float, end: float, limit: int) -> tuple[Rows, bool]:
        """Rows that begin in reach of the stretch, about `limit` of the most important, and whether those are all."""
        reach = np.array((start - self.length, end))
        first, last = np.searchsorted(self.choices[-1][1], reach)
        level, count = len(self.choices) - 1, last - first
        if count <= FEW:
            return self.choices[level][0][first:last], True
        while count > limit and level > 0:
            level = max(0, level - max(1, int(np.log(count / limit) / np.log(STEP))))
            first, last = np.searchsorted(self.choices[level][1], reach)
            count = last - first
        if count < limit // STEP and level + 1 < len(self.choices):
            level += 1
            first, last = np.searchsorted(self.choices[level][1], reach)
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
        return int(np.searchsorted(self.starts, end, "left") - np.searchsorted(self.ends, start, "right"))


@dataclass(frozen=True, slots=True, eq=False)
class EventIndex:
    """All events, cleaned of times that are none, with the lanes that show them."""

    columns: Columns
    lanes: Lanes
    start: Times
    end: Times
    rank: NDArray[np.int64]
    """0 for the event that gets its label first."""
    of_lane: tuple[LaneIndex, ...]
    sorted_ids: Rows
    by_id: Rows

    def rows_of(self, ids: Sequence[int]) -> list[int]:
        """The rows of those events that are here."""
        if not len(self.sorted_ids):
            return []
        wanted = np.asarray(list(ids), dtype=np.int64)
        places = np.searchsorted(self.sorted_ids, wanted).clip(0, len(self.sorted_ids) - 1)
        return [
            int(self.by_id[place]) for place, one in zip(places, wanted, strict=True) if self.sorted_ids[place] == one
        ]

    def counts(self, start: float, end: float) -> list[int]:
        """How many events of each lane have a moment in the stretch."""
        return [lane.count(start, end) for lane in self.of_lane]

    def shown(self, row: int, lane: int, start: float, end: float) -> bool:
        """Whether a row is in a lane and has a moment in the stretch."""
        known = not (np.isnan(self.columns.start[row]) and np.isnan(self.columns.end[row]))
        return bool(known and self.lanes.of_row[row] == lane and self.start[row] < end and self.end[row] > start)

    def between(self, first_lane: int, last_lane: int, start: float, end: float) -> Rows:
        """The rows of some lanes with a moment in the stretch."""
        of_row, times = self.lanes.of_row, self.columns
        there = (of_row >= first_lane) & (of_row <= last_lane) & (self.start < end) & (self.end > start)
        found: Rows = np.flatnonzero(there & ~(np.isnan(times.start) & np.isnan(times.end)))
        return found

    def ids_in_time(self, rows: Rows) -> list[int]:
        """The events of rows, each once, in the order of time."""
        rows = np.unique(rows)
        ids: list[int] = self.columns.ids[rows[np.lexsort((rows, self.start[rows]))]].tolist()
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
        rows = np.concatenate(found) if found else np.empty(0, np.int64)
        rows = rows[np.argsort(self.rank[rows])]
        return rows[:limit], complete and len(rows) <= limit


def build_index(columns: Columns, lanes: Lanes) -> EventIndex:
    """Clean and sort once; a million rows take about a second."""
    start, end, known = _cleaned(columns)
    rank = _ranked(columns)
    lane = np.where(known, lanes.of_row, -1)
    by_lane = np.lexsort((start, lane))
    bounds = np.searchsorted(lane[by_lane], np.arange(len(lanes.lanes) + 1))
    of_lane = tuple(
        _lane(by_lane[bounds[number] : bounds[number + 1]], start, end, rank) for number in range(len(lanes.lanes))
    )
    by_id = np.argsort(columns.ids, kind="stable")
    return EventIndex(columns, lanes, start, end, rank, of_lane, columns.ids[by_id], by_id)


def _cleaned(columns: Columns) -> tuple[Times, Times, NDArray[np.bool_]]:
    """Starts and ends within the limits and in order; an end that is no number is open; with neither nothing is known."""
    no_start, no_end = np.isnan(columns.start), np.isnan(columns.end)
    start = np.where(no_start, -np.inf, columns.start)
    end = np.where(no_end, np.inf, columns.end)
    first, last = np.minimum(start, end), np.maximum(start, end)
    first = np.where(np.isfinite(first), first.clip(EARLIEST, LATEST), first)
    last = np.where(np.isfinite(last), last.clip(EARLIEST, LATEST), last)
    # An event without length must still end after it begins, or no search would meet it.
    last = np.where(last <= first, np.nextafter(first, np.inf), last)
    return first, last, ~(no_start & no_end)


def _ranked(columns: Columns) -> NDArray[np.int64]:
    """By importance; equal ones are mixed by a hash of the id, so that a choice of them is spread over all times."""
    mixed = (columns.ids.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(20)
    importance = np.nan_to_num(columns.importance.astype(np.float64))
    order = np.lexsort((columns.ids, mixed, -importance))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    return rank


def _lane(rows: Rows, start: Times, end: Times, rank: NDArray[np.int64]) -> LaneIndex:
    starts, ends = start[rows], end[rows]
    length = np.where(np.isfinite(starts) & np.isfinite(ends), ends - np.where(np.isfinite(starts), starts, 0), np.inf)
    parts, shorter = [], -np.inf
    for longest in LENGTHS:
        chosen = rows[(length > shorter) & (length <= longest)]
        shorter = longest
        if len(chosen):
            parts.append(Part(longest, _choices(chosen, start, rank)))
    timed = bool(len(rows)) and float(np.mean(length < 0.9)) >= 0.9
    return LaneIndex(starts, np.sort(ends), tuple(parts), timed)


def _choices(rows: Rows, start: Times, rank: NDArray[np.int64]) -> tuple[tuple[Rows, Times], ...]:
    order = np.argsort(rank[rows]) if len(rows) > SMALLEST else None
    made, size = [], SMALLEST
    while order is not None and size < len(rows):
        kept = rows[np.sort(order[:size])]
        made.append((kept, start[kept]))
        size *= STEP
    made.append((rows, start[rows]))
    return tuple(made)

"""Where the arrow keys lead: to the event before or after in time, in the same lane or in another. No Qt."""

from enum import Enum, auto

import numpy as np

from widgets.timeline.index import EventIndex
from widgets.timeline.times import Rows


class Step(Enum):
    """A way to another event."""

    BEFORE = auto()
    AFTER = auto()
    UP = auto()
    DOWN = auto()
    FIRST = auto()
    LAST = auto()


def step_from(index: EventIndex, event: int | None, step: Step, middle: float) -> int | None:
    """The event that a step leads to; from none, the one nearest to `middle`. None where there is no further one."""
    rows = index.rows_of([event]) if event is not None else []
    row = rows[0] if rows else None
    lane = int(index.lanes.of_row[row]) if row is not None else -1
    if row is None or lane < 0:
        found = _nearest(index, _known(index, None), middle)
    elif step in (Step.UP, Step.DOWN):
        found = _in_next_lane(index, row, lane, -1 if step is Step.UP else 1)
    else:
        found = _in_lane(_known(index, lane), row, step)
    return None if found is None else int(index.columns.ids[found])


def reach(index: EventIndex, anchor: int, event: int) -> list[int]:
    """All events from one to another: in both their lanes and those between, from the moment of the one to the other's.

    The anchor comes first and the other event last.
    """
    rows = index.rows_of([anchor, event])
    lanes = sorted(int(index.lanes.of_row[row]) for row in rows)
    if len(rows) < 2 or lanes[0] < 0:
        return [event]
    first, last = sorted(moment_of(index, row) for row in rows)
    within = index.between(lanes[0], lanes[1], first, float(np.nextafter(last, np.inf)))
    when = np.where(np.isfinite(index.start[within]), index.start[within], index.end[within])
    ids = index.ids_in_time(within[(when >= first) & (when <= last)])
    between = [one for one in ids if one not in (anchor, event)]
    return [anchor, *between, event] if anchor != event else [event]


def moment_of(index: EventIndex, row: int) -> float:
    """Where an event is looked for: its beginning, or its end if that is open."""
    return float(index.start[row] if np.isfinite(index.start[row]) else index.end[row])


def _known(index: EventIndex, lane: int | None) -> Rows:
    """Rows of a lane, or of all, that have a place in time, in its order."""
    of_row = index.lanes.of_row
    rows = np.flatnonzero(of_row >= 0 if lane is None else of_row == lane)
    there = rows[np.isfinite(index.start[rows]) | np.isfinite(index.end[rows])]
    when = np.where(np.isfinite(index.start[there]), index.start[there], index.end[there])
    return there[np.argsort(when, kind="stable")]


def _in_lane(rows: Rows, row: int, step: Step) -> int | None:
    if not len(rows):
        return None
    if step in (Step.FIRST, Step.LAST):
        return int(rows[0 if step is Step.FIRST else -1])
    place = int(np.flatnonzero(rows == row)[0]) + (1 if step is Step.AFTER else -1)
    return int(rows[place]) if 0 <= place < len(rows) else None


def _in_next_lane(index: EventIndex, row: int, lane: int, way: int) -> int | None:
    """The event nearest in time in the next lane that has any."""
    lane += way
    while 0 <= lane < len(index.lanes.lanes):
        found = _nearest(index, _known(index, lane), moment_of(index, row))
        if found is not None:
            return found
        lane += way
    return None


def _nearest(index: EventIndex, rows: Rows, time: float) -> int | None:
    if not len(rows):
        return None
    when = np.where(np.isfinite(index.start[rows]), index.start[rows], index.end[rows])
    return int(rows[int(np.argmin(np.abs(when - time)))])

"""The time to which a chosen event's guides lead: its day, or from its first to its last. No Qt."""

from math import ceil, floor, isfinite

from widgets.timeline.index import EventIndex
from widgets.timeline.spans import EARLIEST, LATEST

SLIGHT = 1e-6
"""An instant has the least length there is."""


def stretch_of(index: EventIndex, event: int, whole_days: bool = True) -> tuple[float, float] | None:
    """Start and end, for an axis of days in whole ones; None for an event that is not here.

    Open ends are the limits of the calendar.
    """
    rows = index.rows_of([event])
    if not rows:
        return None
    start, end = float(index.start[rows[0]]), float(index.end[rows[0]])
    first = start if isfinite(start) else EARLIEST
    last = end if isfinite(end) else LATEST
    if not whole_days:
        return first, last
    return float(floor(first)), float(max(ceil(last - SLIGHT), floor(first) + 1))

"""The time to which a chosen event's guides lead: its day, or from its first to its last. No Qt."""

from math import ceil, floor, isfinite

from widgets.timeline.index import EventIndex
from widgets.timeline.spans import EARLIEST, LATEST

SLIGHT = 1e-6
"""An instant has the least length there is."""


def stretch_of(index: EventIndex, event: int) -> tuple[float, float] | None:
    """Start and end in whole days; None for an event that is not here. Open ends are the limits of the calendar."""
    rows = index.rows_of([event])
    if not rows:
        return None
    start, end = float(index.start[rows[0]]), float(index.end[rows[0]])
    first = floor(start) if isfinite(start) else EARLIEST
    last = ceil(end - SLIGHT) if isfinite(end) else LATEST
    return float(first), float(max(last, first + 1))

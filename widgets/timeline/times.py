"""The times of events made fit for searching: within the limits, in order, and parted by length. No Qt."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from storage.columns import Columns
from widgets.timeline.spans import EARLIEST, LATEST

Rows = NDArray[np.int64]
Times = NDArray[np.float64]
LENGTHS = (1.0 + 1e-9, 32.0, 1024.0, np.inf)
"""A search for starts finds long events only when it looks back far enough: so they are looked for apart."""


@dataclass(frozen=True, slots=True, eq=False)
class EventTimes:
    """For each row start and end, and the place of its length among LENGTHS. `known` is None where all are known.

    `urgency` is lower for an event that gets its label earlier.
    """

    start: Times
    end: Times
    length: NDArray[np.int8]
    known: NDArray[np.bool_] | None
    urgency: NDArray[np.uint32]


@lru_cache(1)
def times_of(columns: Columns) -> EventTimes:
    """The same for the same columns, however they are filtered and arranged; those of a sound library are not copied."""
    start, end, known = columns.start, columns.end, None
    if not _sound(start, end):
        start, end, known = _cleaned(start, end)
    with np.errstate(invalid="ignore"):
        lasting = end - start
        length = sum(((~(lasting <= longest)).view(np.int8) for longest in LENGTHS[:-1]), np.zeros(len(start), np.int8))
    return EventTimes(start, end, length, known, _urgency(columns))


def _urgency(columns: Columns) -> NDArray[np.uint32]:
    """By importance; equal ones are mixed by a hash of the id, so that a choice of them is spread over all times."""
    weight = (65535 * (1 - np.nan_to_num(columns.importance).clip(0, 1))).astype(np.uint32)
    mixed = (columns.ids.astype(np.uint32) * np.uint32(0x9E3779B1)) >> np.uint32(16)
    ordered: NDArray[np.uint32] = (weight << np.uint32(16)) | mixed
    return ordered


def _sound(start: Times, end: Times) -> bool:
    """Whether all are numbers, in order, and finite ones within the limits."""
    if not (start < end).all() or not (start[:-1] <= start[1:]).all():
        return False
    finite = [times[np.isfinite(times)] for times in (start, end)]
    return all(times.min(initial=0.0) >= EARLIEST and times.max(initial=0.0) <= LATEST for times in finite)


def _cleaned(start: Times, end: Times) -> tuple[Times, Times, NDArray[np.bool_]]:
    """An end that is no number is open; with neither nothing is known."""
    no_start, no_end = np.isnan(start), np.isnan(end)
    begun, over = np.where(no_start, -np.inf, start), np.where(no_end, np.inf, end)
    first, last = np.minimum(begun, over), np.maximum(begun, over)
    first = np.where(np.isfinite(first), first.clip(EARLIEST, LATEST), first)
    last = np.where(np.isfinite(last), last.clip(EARLIEST, LATEST), last)
    # An event without length must still end after it begins, or no search would meet it.
    last = np.where(last <= first, np.nextafter(first, np.inf), last)
    return first, last, ~(no_start & no_end)

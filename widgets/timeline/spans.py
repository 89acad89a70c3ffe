"""The visible stretch of time: limits, zooming, panning and what "fit" means. No Qt."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor, isfinite

import numpy as np
from numpy.typing import NDArray

from storage.columns import Columns
from storage.moment import MINUTES_PER_DAY, day_number

EARLIEST = float(day_number(-30000, 1, 1))
LATEST = float(day_number(40000, 1, 1))
SHORTEST = 10 / MINUTES_PER_DAY
LONGEST = LATEST - EARLIEST
SLIGHT = 1e-6
"""So near to a boundary is on it."""
FEWEST = 4
"""Below so many dates none can be called the odd one out."""
MOST = 0.75
"""The share of the dates that the bulk holds at least."""
FAR = 3.0
"""A gap this many times as long as the bulk parts the rest from it."""
CORE = 0.6
"""The share of the events that the core holds at least."""
ROOM, AGAIN = 1.8, 3.0
"""An event that is gone to has so many times its length in view; gone to again, a third of that."""
LEAST_AROUND, LEAST_AROUND_CLOCK = 9.0, 1.0
"""Days that are in view around a day and around a clock time."""
CLOSER = 4.0
"""So many times shorter than the bulk is worth being looked at by itself."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in days since 1970."""

    start: float
    end: float

    @property
    def length(self) -> float:
        """In days."""
        return self.end - self.start

    def allowed(self) -> "Span":
        """The same within the limits of zoom and of the calendar; never empty."""
        if not (isfinite(self.start) and isfinite(self.end)):
            return Span(EARLIEST, LATEST)
        first, last = min(self.start, self.end), max(self.start, self.end)
        length = min(max(last - first, SHORTEST), LONGEST)
        middle = min(max((first + last) / 2, EARLIEST + length / 2), LATEST - length / 2)
        return Span(middle - length / 2, middle + length / 2)

    def zoomed(self, factor: float, at: float | None = None) -> "Span":
        """Closer for a factor above 1, around a time or the middle."""
        centre = (self.start + self.end) / 2 if at is None else at
        length = min(max(self.length / factor, SHORTEST), LONGEST)
        share = (centre - self.start) / self.length
        return Span(centre - share * length, centre + (1 - share) * length).allowed()

    def moved(self, share: float) -> "Span":
        """Further by a share of its own length."""
        return Span(self.start + share * self.length, self.end + share * self.length).allowed()

    def showing(self, start: float, end: float, margin: float = 0.1) -> "Span":
        """The same length, moved as little as needed so that a stretch is in view (its beginning if it is longer)."""
        room = self.length * margin
        if start < self.start + room:
            return self.shifted_to(start - room)
        if min(end, start + self.length / 2) > self.end - room:
            return self.shifted_to(min(end, start + self.length / 2) + room - self.length)
        return self

    def shifted_to(self, start: float) -> "Span":
        """The same length from another start."""
        return Span(start, start + self.length).allowed()

    def on_way_to(self, other: "Span", share: float) -> "Span":
        """Between this and another: each equal share of the way is equally many times nearer, around one fixed time."""
        if share >= 1:
            return other
        length = self.length * (other.length / self.length) ** share
        change = other.length - self.length
        done = (length - self.length) / change if abs(change) > 1e-9 * self.length else share
        start = self.start + done * (other.start - self.start)
        return Span(start, start + length)

    def padded(self, left: float, right: float) -> "Span":
        """Wider by shares of its length on either side."""
        return Span(self.start - left * self.length, self.end + right * self.length).allowed()


def in_whole_days(span: Span) -> Span:
    """From the beginning of its first day to the end of its last; a stretch within a day is one of whole minutes."""
    if span.length < 1:
        first, last = floor(span.start * MINUTES_PER_DAY + SLIGHT), ceil(span.end * MINUTES_PER_DAY - SLIGHT)
        return Span(first / MINUTES_PER_DAY, last / MINUTES_PER_DAY)
    return Span(float(floor(span.start + SLIGHT)), float(ceil(span.end - SLIGHT)))


def whole(columns: Columns) -> Span | None:
    """From the first to the last known date; None where there is none."""
    dates = _dates(columns)
    return Span(float(dates[0]), float(dates[-1])) if len(dates) else None


@lru_cache(2)
def bulk(columns: Columns) -> Span | None:
    """Where the events are: without dates that a long gap parts from at least three quarters of the others."""
    dates = _dates(columns)
    while len(dates) >= FEWEST:
        kept = _without_far_side(dates)
        if len(kept) == len(dates):
            break
        dates = kept
    return Span(float(dates[0]), float(dates[-1])) if len(dates) else None


@lru_cache(2)
def core(columns: Columns) -> Span | None:
    """What to look at first: the shortest stretch in which most events begin, where it is far shorter than the bulk."""
    begun = np.where(np.isfinite(columns.start), columns.start, columns.end)
    begun = np.sort(begun[np.isfinite(begun)].clip(EARLIEST, LATEST))
    around, count = bulk(columns), int(np.ceil(len(begun) * CORE))
    if around is None or len(begun) < FEWEST:
        return around
    lengths = begun[count - 1 :] - begun[: len(begun) - count + 1]
    first = int(np.argmin(lengths))
    length = max(float(lengths[first]), 1.0)
    if CLOSER * length > around.length:
        return around
    near = begun[(begun >= begun[first] - length / 2) & (begun <= begun[first] + 1.5 * length)]
    return Span(float(near[0]), float(near[-1]) + 1)


def around(start: float, end: float, now: Span) -> Span:
    """What to show of an event that is gone to: it takes a good part of the view; gone to again, one comes nearer."""
    ends = [one for one in (start, end) if isfinite(one)] or [now.start, now.end]
    length = ends[-1] - ends[0]
    shown = max(ROOM * length, LEAST_AROUND if length > 0.5 else LEAST_AROUND_CLOCK)
    if now.length <= 1.01 * shown:
        shown = max(now.length / AGAIN, 1.2 * length)
    middle = (ends[0] + ends[-1]) / 2
    return Span(middle - shown / 2, middle + shown / 2).allowed()


def fitted(span: Span | None, today: float, room: tuple[float, float] = (0.03, 0.07)) -> Span:
    """A span with room around it: at least four days, and two weeks around today for no events."""
    if span is None:
        return Span(today - 7, today + 7)
    length = max(span.length, 1 / 24)
    if length < 4:
        missing = (4 - length) / 2
        span = Span(span.start - missing, span.end + missing)
    return span.padded(*room)


def _dates(columns: Columns) -> NDArray[np.float64]:
    both = np.concatenate((columns.start, columns.end))
    return np.sort(both[np.isfinite(both)].clip(EARLIEST, LATEST))


def _without_far_side(dates: NDArray[np.float64]) -> NDArray[np.float64]:
    """Few gaps are long enough to be looked at: no shorter one parts anything."""
    gaps, count = np.diff(dates), len(dates)
    least = int(np.ceil(count * MOST))
    long = np.flatnonzero(gaps > FAR)
    after, before = dates[-1] - dates[long + 1], dates[long] - dates[0]
    head = long[(count - 1 - long >= least) & (gaps[long] > FAR * after)]
    tail = long[(long + 1 >= least) & (gaps[long] > FAR * before)]
    if len(head):
        return dates[int(head[-1]) + 1 :]
    return dates[: int(tail[0]) + 1] if len(tail) else dates

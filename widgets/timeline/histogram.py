"""How many events begin in each small stretch of all the time there is, and the names of its months or years. No Qt."""

from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from storage.moment import civil
from widgets.dates import MONTHS, year
from widgets.timeline.axis_words import boundaries
from widgets.timeline.index import EventIndex
from widgets.timeline.spans import Span
from widgets.timeline.units import DAY, LADDER, Unit, at_least, edges

BAR = 3.0
"""The least width of a bar in px."""
APART = 64.0
"""The least distance of two names in px."""


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """Counts between edges in days since 1970."""

    edges: NDArray[np.float64]
    counts: NDArray[np.int64]


def histogram(index: EventIndex, span: Span, width: float) -> Histogram:
    """Bars of a whole unit of the calendar, never narrower than `BAR`, over events of all lanes that are shown."""
    unit = at_least(BAR * span.length / width, DAY)
    bounds = edges(unit, span.start, span.end)
    counts = np.zeros(len(bounds) - 1, np.int64)
    for lane in index.of_lane:
        counts += np.diff(np.searchsorted(lane.starts, bounds))
    return Histogram(bounds, counts)


def beyond(index: EventIndex, span: Span) -> tuple[int, int]:
    """How many events are over before the span, and how many begin after it."""
    before = sum(int(np.searchsorted(lane.ends, span.start, "right")) for lane in index.of_lane)
    after = sum(len(lane.starts) - int(np.searchsorted(lane.starts, span.end)) for lane in index.of_lane)
    return before, after


def ticks_between(span: Span, width: float) -> list[tuple[float, str]]:
    """Times with their names, no two nearer than `APART`: days, months, years or more."""
    unit = _named(APART * span.length / width)
    times = [time for time in boundaries(unit, span.start, span.end) if span.start <= time < span.end]
    return [(time, _name(unit, floor(time), number == 0)) for number, time in enumerate(times)]


def name_of(time: float, span: Span) -> str:
    """A moment as briefly as a long span allows: "Sep", "Sep 2016", "1995"."""
    number, month, day = civil(floor(time))
    if span.length > 4 * 365:
        return year(number)
    return f"{day} {MONTHS[month - 1][:3]}" if span.length < 60 else MONTHS[month - 1][:3]


def _named(days: float) -> Unit:
    return at_least(days, LADDER[LADDER.index(DAY)])


def _name(unit: Unit, day: int, first: bool) -> str:
    """The year is said once, and again where it begins."""
    number, month, date = civil(day)
    if unit.name == "year":
        return year(number)
    if unit.name == "month":
        said = MONTHS[month - 1][:3]
        return f"{said} {year(number)}" if first or month == 1 else said
    said = f"{date} {MONTHS[month - 1][:3]}"
    return f"{said} {year(number)}" if first else said

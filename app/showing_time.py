"""From the session to what is said of time: what it is counted from, and to which of it the events are restricted."""

from math import isfinite

from storage.model import Event
from widgets.filters import Filters
from widgets.timeline.day_zero import DayZero
from widgets.timeline.measured import days_words


def day_zero(event: Event | None) -> DayZero | None:
    """Time is counted from the beginning of an event, or from its end where the beginning is open."""
    if event is None or event.when is None:
        return None
    time = event.when.start if isfinite(event.when.start) else event.when.end
    return DayZero(time, event.title) if isfinite(time) else None


def distance_words(event: Event, zero: Event | None) -> str:
    """How far an event is from day zero, to be written behind its date: " · 12 days after “Talks”"."""
    mine, counted = day_zero(event), day_zero(zero)
    if mine is None or counted is None or zero is None or event.id == zero.id:
        return ""
    words = counted.distance(mine.time)
    return f" · {words}" if words == counted.distance(counted.time) else f" · {words} “{zero.title}”"


def restriction_words(filters: Filters) -> str:
    """The days that are let through: "3–15 May 2014", "" where all are."""
    return days_words(filters.first, filters.last) if filters.timed else ""

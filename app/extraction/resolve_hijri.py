"""Days and months of the Muslim calendar."""

from collections.abc import Callable
from dataclasses import replace

from app.extraction import hijri, points
from app.extraction.context import Context
from app.extraction.resolved import Resolved, Slots, on_day_of, unresolved
from app.extraction.tense import Tense
from storage.model import Alternative, Anchor
from storage.moment import civil, day_number, weekday
from storage.when import on_day

_MOON = ((-1, "if the month began a day earlier"), (1, "if the month began a day later"))


def hijri_date(slots: Slots, context: Context) -> Resolved | None:
    """Rule "hijri": a day, month or year; without a year the one nearest to the story or to publication that fits."""
    month, day = _month_and_day(slots)
    first = _first(month, day)
    if "year" in slots:
        year, found = _year_said(int(slots["year"]), first), Resolved(points.a_year(1), explicit=True)
    else:
        story = context.story()
        base = story.day if story else context.today
        if base is None:
            return unresolved("XXXX-XX-XX" if day else "XXXX-XX")
        future = not story and context.tense() is Tense.FUTURE
        year, found = _year_near(base, first, future, bool(story)), _counted(context.anchor(story))
    if day:
        return _on_day(first(year), slots, found)
    whole = "hmonth" not in slots
    start, end = first(year), hijri.last_day(year, 12 if whole else month)
    return replace(found, point=points.a_span(start, end, f"{points.day_text(start)}/{points.day_text(end)}"))


def _month_and_day(slots: Slots) -> tuple[int, int]:
    """Those of a feast ("10-1") or those said; the day is 0 where none is."""
    if "feast" in slots:
        month, day = str(slots["feast"]).split("-")
        return int(month), int(day)
    return int(slots.get("hmonth", 1)), int(slots.get("day", 0))


def _year_said(year: int, first: Callable[[int], int]) -> int:
    """A year of the Muslim calendar, or that of which the date falls in a year of the common one: "Ramadan 2015"."""
    if year < _COMMON:
        return year
    near = hijri.year_of(day_number(year, 1, 1))
    return next((one for one in (near, near + 1) if civil(first(one))[0] == year), near)


_COMMON = 1700


def _first(month: int, day: int) -> Callable[[int], int]:
    """On which day the date, or else the month, begins in a year."""
    return lambda year: hijri.first_day(year, month) + max(day, 1) - 1


def _counted(anchor: Anchor | None) -> Resolved:
    return Resolved(points.a_year(1), anchor)


def _year_near(base: int, first: Callable[[int], int], future: bool, story: bool) -> int:
    now = hijri.year_of(base)
    years = range(now - 1, now + 2)
    if story:
        return min(years, key=lambda year: abs(first(year) - base))
    if future:
        return next((year for year in years if first(year) >= base), now + 1)
    return max(year for year in years if first(year) <= base)


def _on_day(day: int, slots: Slots, found: Resolved) -> Resolved:
    """The day, or the one beside it that is the weekday said; where the moon decides it may be either."""
    if "weekday" in slots:
        day = next((one for one in (day, day - 1, day + 1) if weekday(one) == slots["weekday"]), day)
    others = tuple(Alternative(on_day(day + step), reason) for step, reason in _MOON)
    return on_day_of(day, slots, replace(found, alternatives=others))

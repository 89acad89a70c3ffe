"""How long a stretch of time is, in words: what one reads when measuring on the timeline. No Qt."""

from math import floor

from storage.model import Moment
from storage.moment import MINUTES_PER_DAY, civil, days_in_month
from storage.when import lasting
from widgets import dates

IN_HOURS = 2
"""Fewer days than so many are told to the hour and minute."""
IN_DAYS, IN_WEEKS, IN_MONTHS, COUNTED = 31, 92, 730, 3653
"""The most days that are told in days alone, in days and weeks, in months; and beyond which days are not counted."""


def length_words(start: float, end: float) -> str:
    """ "45 minutes", "5 hours and 30 minutes", "12 days", "45 days (6 weeks and 3 days)", "2 years and 4 months"."""
    minutes = round((end - start) * MINUTES_PER_DAY)
    days, rest = divmod(minutes, MINUTES_PER_DAY)
    if days < IN_HOURS and (rest or not days):
        return _joined(_counted(minutes // 60, "hour"), _counted(minutes % 60, "minute")) or "no time"
    whole = round(minutes / MINUTES_PER_DAY)
    if whole <= IN_DAYS:
        return _counted(whole, "day")
    if whole <= IN_WEEKS:
        weeks = _joined(_counted(whole // 7, "week"), _counted(whole % 7, "day"))
        return f"{_counted(whole, 'day')} ({weeks})"
    first = floor(start + 0.5 / MINUTES_PER_DAY)
    years, months, left = _apart(first, first + whole)
    if whole < IN_MONTHS:
        return f"{_joined(_counted(12 * years + months, 'month'), _counted(left, 'day'))} ({_counted(whole, 'day')})"
    told = _joined(_counted(years, "year"), _counted(months, "month"))
    return told if whole > COUNTED else f"{told} ({_counted(whole, 'day')})"


def ends_words(start: float, end: float) -> str:
    """From which moment to which: "3–15 May 2014", "3 May, 08:00 – 4 May 2014, 10:00"."""
    first, last = _moment(start), _moment(end)
    if first.minute is None and last.minute is None:
        return dates.short(lasting(first, last))
    return dates.short(lasting(_clocked(first), _clocked(last)))


def days_words(first: float | None, last: float | None) -> str:
    """The days of a stretch that ends before `last`: "3–15 May 2014", "from 3 May 2014", "until 15 May 2014"."""
    if first is not None and last is not None and _has_clock(first, last):
        return ends_words(first, last)
    begin = None if first is None else Moment(floor(first))
    final = None if last is None else Moment(-floor(-last) - 1)
    if begin is not None and final is not None and final.day < begin.day:
        final = begin
    return dates.short(lasting(begin, final))


def told(start: float, end: float) -> str:
    """Both, for the clipboard: "12 days, 3–15 May 2014"."""
    return f"{length_words(start, end)}, {ends_words(start, end)}"


def _has_clock(first: float, last: float) -> bool:
    return any(_moment(one).minute is not None for one in (first, last))


def _moment(time: float) -> Moment:
    """A midnight is the day alone."""
    day, minute = divmod(round(time * MINUTES_PER_DAY), MINUTES_PER_DAY)
    return Moment(day, minute or None)


def _clocked(moment: Moment) -> Moment:
    return Moment(moment.day, moment.minute or 0)


def _counted(count: int, word: str) -> str:
    return "" if not count else f"{count:,} {word}{'' if count == 1 else 's'}"


def _joined(*parts: str) -> str:
    return " and ".join(part for part in parts if part)


def _apart(first: int, last: int) -> tuple[int, int, int]:
    """Whole years, months and days from one day to a later one, as people count: 31 January to 1 March is a month and a day."""
    (year, month, date), (to_year, to_month, to_date) = civil(first), civil(last)
    months = 12 * (to_year - year) + to_month - month
    begun = min(date, days_in_month(to_year, to_month))
    if to_date < begun:
        months -= 1
        before_year, before_month = (to_year, to_month - 1) if to_month > 1 else (to_year - 1, 12)
        in_month = days_in_month(before_year, before_month)
        return months // 12, months % 12, to_date + in_month - min(date, in_month)
    return months // 12, months % 12, to_date - begun

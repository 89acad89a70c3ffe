"""Time counted from an event: units before and after it, and how they are written on the axis. No Qt."""

from dataclasses import dataclass
from math import ceil, floor

from storage.moment import MINUTES_PER_DAY, civil, day_number, days_in_month
from widgets.timeline.units import Unit, month_of

Written = tuple[str, str]
"""A word and, in bold behind it, a number; either may be empty."""
MINUS = "−"
ZERO = "day 0"
LONG = {"week": "week", "month": "month", "year": "year"}
SHORT = {"week": "w", "month": "mo", "year": "y"}


@dataclass(frozen=True, slots=True)
class DayZero:
    """The event that time is counted from: its beginning in days since 1970, and what it is called."""

    time: float
    title: str = ""

    @property
    def day(self) -> float:
        """The day on which it began: days, weeks, months and years are counted from that."""
        return float(floor(self.time))

    def boundaries(self, unit: Unit, start: float, end: float) -> list[float]:
        """Where units begin, counted from day zero, from the one that holds `start` to the first after `end`."""
        if unit.months:
            first, last = (self._months_to(time) // unit.months for time in (start, end))
            return [self._after_months(number * unit.months) for number in range(first - 1, last + 3)]
        begin = self.day if unit.whole_days else self.time
        first, last = floor((start - begin) / unit.days), ceil((end - begin) / unit.days)
        return [begin + number * unit.days for number in range(first, last + 1)]

    def _months_to(self, time: float) -> int:
        return month_of(time) - month_of(self.day)

    def _after_months(self, count: int) -> float:
        """The same day of another month, or its last one."""
        number, month, day = civil(floor(self.day))
        year, place = divmod(12 * number + month - 1 + count, 12)
        return float(day_number(year, place + 1, min(day, days_in_month(year, place + 1))))

    def forms(self, unit: Unit, begin: float) -> tuple[Written, ...]:
        """How the unit that begins there is written, the longest form first."""
        if not unit.whole_days:
            minutes = round((begin - self.time) * MINUTES_PER_DAY)
            return (("", _clock(minutes, unit)),)
        if begin == self.day:
            return ("", ZERO), ("", "0")
        if unit.name == "day":
            return (("", _signed(round(begin - self.day))),)
        if unit.name == "week":
            return _named(round((begin - self.day) / 7), unit.name)
        months = self._months_to(begin)
        return _named(months // 12 if unit.name == "year" else months, unit.name)

    def distance(self, time: float) -> str:
        """How many days another time is away: "day 0", "12 days after", "1 day before"."""
        days = floor(time) - floor(self.time)
        if not days:
            return ZERO
        return f"{abs(days):,} day{'' if abs(days) == 1 else 's'} {'after' if days > 0 else 'before'}"


def _named(count: int, name: str) -> tuple[Written, ...]:
    number = _signed(count)
    return ("", f"{number} {LONG[name]}{'' if abs(count) == 1 else 's'}"), ("", f"{number} {SHORT[name]}")


def _signed(count: int) -> str:
    return f"{'+' if count > 0 else MINUS if count < 0 else ''}{abs(count):,}"


def _clock(minutes: int, unit: Unit) -> str:
    """ "−3 h", "+0:15"."""
    if unit.name == "hour":
        return f"{_signed(round(minutes / 60))} h"
    sign = "+" if minutes > 0 else MINUS if minutes < 0 else ""
    return f"{sign}{abs(minutes) // 60}:{abs(minutes) % 60:02}"

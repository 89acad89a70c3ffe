"""Units of the calendar from a minute to a thousand years, with their boundaries as numpy arrays and no limit of years."""

from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from storage.moment import MINUTES_PER_DAY, civil

Times = NDArray[np.float64]

MONTH_DAYS = 30.436875
"""The mean month of the Gregorian calendar."""
MONDAY = 4
"""1970-01-05, the first Monday with a day number of its own."""


@dataclass(frozen=True, slots=True)
class Unit:
    """So many minutes or so many months; `minutes` of a week are counted from Monday."""

    name: str
    minutes: int = 0
    months: int = 0

    @property
    def days(self) -> float:
        """Its length, for months the mean one."""
        return self.months * MONTH_DAYS if self.months else self.minutes / MINUTES_PER_DAY

    @property
    def whole_days(self) -> bool:
        """Whether it is a day or longer."""
        return bool(self.months) or self.minutes >= MINUTES_PER_DAY


MINUTES = tuple(Unit("minute", minutes=count) for count in (1, 2, 5, 10, 15, 30))
HOURS = tuple(Unit("hour", minutes=60 * count) for count in (1, 3, 6, 12))
DAY = Unit("day", minutes=MINUTES_PER_DAY)
WEEK = Unit("week", minutes=7 * MINUTES_PER_DAY)
MONTHS = tuple(Unit("month", months=count) for count in (1, 3))
YEARS = tuple(
    Unit("year", months=12 * count) for count in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)
)
LADDER = (*MINUTES, *HOURS, DAY, WEEK, *MONTHS, *YEARS)


def first_days(months: NDArray[np.int64]) -> NDArray[np.int64]:
    """Day numbers on which months begin; a month is counted from January of the year 0."""
    year, month = months // 12, months % 12 + 1
    year = year - (month <= 2)
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + np.where(month > 2, -3, 9)) + 2) // 5
    days: NDArray[np.int64] = era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
    return days


def first_days_of_years(step: int, start: float, end: float) -> Times:
    """Days on which so many years begin, counted from the year 1 to both sides: … 20 BC, 10 BC, 1, 10, 20 …"""
    first, last = civil(floor(start))[0] // step - 1, civil(floor(end))[0] // step + 2
    years = np.arange(first, last + 1, dtype=np.int64) * step
    return first_days((years + (years <= 0)) * 12).astype(np.float64)


def month_of(time: float) -> int:
    """The month that holds a time, counted from January of the year 0."""
    year, month, _ = civil(floor(time))
    return year * 12 + month - 1


def marks_between(unit: Unit, start: float, end: float) -> NDArray[np.int64]:
    """The unit's beginnings from the one at or before `start` to the one at or after `end`, in minutes or in months."""
    if unit.months:
        first, last = month_of(start) // unit.months, -(-(month_of(end) + 1) // unit.months)
        return np.arange(first, last + 1, dtype=np.int64) * unit.months
    shift = MONDAY * MINUTES_PER_DAY if unit.name == "week" else 0
    first = floor((floor(start * MINUTES_PER_DAY + 1e-6) - shift) / unit.minutes)
    last = -floor(-(end * MINUTES_PER_DAY - shift) / unit.minutes)
    return np.arange(first, last + 1, dtype=np.int64) * unit.minutes + shift


def times_of(unit: Unit, marks: NDArray[np.int64]) -> Times:
    """Days since 1970 of what `marks_between` gives, bit for bit those of a Moment at the same minute."""
    if unit.months:
        return first_days(marks).astype(np.float64)
    return marks // MINUTES_PER_DAY + (marks % MINUTES_PER_DAY) / MINUTES_PER_DAY


def edges(unit: Unit, start: float, end: float) -> Times:
    """The unit's boundaries that enclose a stretch of time."""
    return times_of(unit, marks_between(unit, start, end))


def at_least(days: float, finest: Unit = MINUTES[0]) -> Unit:
    """The smallest unit of the ladder that is so long, and not finer than another."""
    for unit in LADDER:
        if unit.days >= days and unit.days >= finest.days:
            return unit
    return LADDER[-1]

"""A time as it is known: bounds, granularity and doubt, written in EDTF (ISO 8601-2:2019)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from storage.moment import Moment, civil, day_number, days_in_month, iso_year

_KEPT = 4096
"""Days remembered, because an article asks again and again for the few that it tells of."""


class Precision(StrEnum):
    """The granularity of what is known. `interval` alone means: it lasted from the first to the last moment."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    INTERVAL = "interval"


@dataclass(frozen=True, slots=True)
class When:
    """Bounds within which something happened, both inclusive; None is an open end.

    With any precision but `interval` it happened at some time between the bounds ("in May", "between 12 and 14 May" is
    two bounds with precision day); with `interval` it lasted throughout.
    """

    earliest: Moment | None
    latest: Moment | None
    precision: Precision
    approximate: bool = False

    @property
    def edtf(self) -> str:
        """The same in EDTF: `2016-12`, `2016-12-16/..`, `[2014-05-12..2014-05-14]`; `~` marks an approximate date."""
        mark = "~" if self.approximate else ""
        whole = _whole(self)
        if whole:
            return whole + mark
        first, last = (moment.iso() + mark if moment else ".." for moment in (self.earliest, self.latest))
        if self.precision is Precision.INTERVAL:
            return f"{first}/{last}"
        return first if self.earliest == self.latest else f"[{first}..{last}]".replace("....", "..")

    @property
    def start(self) -> float:
        """Days since 1970-01-01 at which it may begin; minus infinity when open."""
        return self.earliest.start if self.earliest else float("-inf")

    @property
    def end(self) -> float:
        """Days since 1970-01-01 by which it is over; infinity when open."""
        return self.latest.end if self.latest else float("inf")


def _whole(when: When) -> str | None:
    """EDTF of a whole year, month, season … or None where the bounds are not exactly one."""
    if when.earliest is None or when.latest is None or when.earliest.minute is not None:
        return None
    year, month, _ = when.earliest.civil
    writers = {
        Precision.MONTH: lambda: (in_month(year, month), f"{iso_year(year)}-{month:02}"),
        Precision.YEAR: lambda: (in_year(year), iso_year(year)),
        Precision.DECADE: lambda: (in_decade(year), f"{iso_year(year)[:-1]}X"),
        Precision.SEASON: lambda: _season(year, month),
        Precision.QUARTER: lambda: (in_quarter(year, (month + 2) // 3), f"{iso_year(year)}-{32 + (month + 2) // 3}"),
    }
    writer = writers.get(when.precision)
    if writer is None:
        return None
    exact, text = writer()
    return text if (exact.earliest, exact.latest) == (when.earliest, when.latest) else None


def _season(year: int, month: int) -> tuple[When, str]:
    number = {3: 1, 6: 2, 9: 3, 12: 4}.get(month, 1)
    return in_season(year, number), f"{iso_year(year)}-{20 + number}"


@lru_cache(maxsize=_KEPT, typed=True)
def on_day(day: int) -> When:
    """The whole of one day, given as a day number."""
    moment = Moment(day)
    return When(moment, moment, Precision.DAY)


def in_days(first: int, last: int, precision: Precision) -> When:
    """From one day number to another, both inclusive."""
    return When(Moment(first), Moment(last), precision)


def in_week(day: int) -> When:
    """Monday to Sunday of the week that holds the day."""
    monday = day - (day + 3) % 7
    return in_days(monday, monday + 6, Precision.WEEK)


def in_month(year: int, month: int) -> When:
    """The month, 1 to 12."""
    first = day_number(year, month, 1)
    return in_days(first, first + days_in_month(year, month) - 1, Precision.MONTH)


def in_quarter(year: int, quarter: int) -> When:
    """The quarter, 1 to 4, of the calendar year."""
    month = quarter * 3 - 2
    last = day_number(year, month + 2, days_in_month(year, month + 2))
    return in_days(day_number(year, month, 1), last, Precision.QUARTER)


def in_season(year: int, season: int) -> When:
    """1 spring (March to May) to 4 winter (December to February of the next year), as in the northern half."""
    month = season * 3
    end_year, end_month = (year, month + 2) if season < 4 else (year + 1, 2)
    last = day_number(end_year, end_month, days_in_month(end_year, end_month))
    return in_days(day_number(year, month, 1), last, Precision.SEASON)


def in_year(year: int) -> When:
    """1 January to 31 December."""
    return in_days(day_number(year, 1, 1), day_number(year, 12, 31), Precision.YEAR)


def in_decade(year: int) -> When:
    """The ten years that share all digits but the last with the year."""
    first = year - year % 10
    return in_days(day_number(first, 1, 1), day_number(first + 9, 12, 31), Precision.DECADE)


def lasting(earliest: Moment | None, latest: Moment | None, approximate: bool = False) -> When:
    """From one moment to another, throughout; None is an open end."""
    return When(earliest, latest, Precision.INTERVAL, approximate)


def year_of(day: int) -> int:
    """The civil year of a day number."""
    return civil(day)[0]

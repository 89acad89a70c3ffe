"""Calendar days without limits of years, and clock times that keep their zone.

`datetime` ends at the years 1 and 9999; histories and the timeline do not. Days are counted in the proleptic Gregorian
calendar with the algorithms of Howard Hinnant, "chrono-compatible low-level date algorithms" (2013).
"""

import re
from dataclasses import dataclass
from functools import lru_cache

MINUTES_PER_DAY = 1440
_KEPT = 4096
"""Days remembered, because an article asks again and again for the few that it tells of."""
LAST_YEAR = 999_999
"""The farthest year, before and after Christ, that `Moment.parse` reads: dates beyond it cannot be kept."""

_ISO = re.compile(
    # "2016-12-16", "-0500-03-01", "2016-12-19T19:05+03:00"; not "2016-12" (a month is no day)
    r"(?P<year>[+-]?\d{4,6})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)


@lru_cache(maxsize=_KEPT, typed=True)
def day_number(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01 to the given day; the year 0 is 1 BC. The day must exist."""
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


@lru_cache(maxsize=_KEPT, typed=True)
def civil(day: int) -> tuple[int, int, int]:
    """Year, month and day of a day number: the inverse of `day_number`."""
    day += 719468
    era = day // 146097
    of_era = day - era * 146097
    year_of_era = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + 3 if shifted < 10 else shifted - 9
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    after = day_number(year + month // 12, month % 12 + 1, 1)
    return after - day_number(year, month, 1)


def weekday(day: int) -> int:
    """0 for Monday to 6 for Sunday, as in ISO 8601 less one."""
    return (day + 3) % 7


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and within it a clock time where one is known. Dates are dates, not midnights.

    `day` counts from 1970-01-01; `minute` from local midnight (0 to 1439); `offset` is minutes east of UTC, None where
    the zone is not said (then the clock is that of the place).
    """

    day: int
    minute: int | None = None
    offset: int | None = None

    @classmethod
    def of(cls, year: int, month: int, day: int, minute: int | None = None, offset: int | None = None) -> "Moment":
        """The moment on a civil date; ValueError if there is no such day."""
        if not 1 <= month <= 12 or not 1 <= day <= days_in_month(year, month):
            raise ValueError(f"there is no day {year:04}-{month:02}-{day:02}")
        return cls(day_number(year, month, day), minute, offset)

    @classmethod
    def parse(cls, text: str) -> "Moment":
        """Read what `iso` writes; ValueError for anything else."""
        found = _ISO.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is no date like 2016-12-16 or 2016-12-16T19:05")
        minute = offset = None
        if found["hour"]:
            minute = int(found["hour"]) * 60 + int(found["minute"])
            if int(found["hour"]) > 23 or int(found["minute"]) > 59:
                raise ValueError(f"{text!r} has no such clock time")
        if found["zone"]:
            zone = found["zone"].replace(":", "")
            offset = 0 if zone == "Z" else (int(zone[1:3]) * 60 + int(zone[3:5])) * (-1 if zone[0] == "-" else 1)
        return cls.of(int(found["year"]), int(found["month"]), int(found["day"]), minute, offset)

    @property
    def civil(self) -> tuple[int, int, int]:
        """Year, month, day."""
        return civil(self.day)

    @property
    def weekday(self) -> int:
        """0 for Monday to 6 for Sunday."""
        return weekday(self.day)

    @property
    def start(self) -> float:
        """Days since 1970-01-01 at which it begins, on the clock of the place."""
        return self.day + (self.minute or 0) / MINUTES_PER_DAY

    @property
    def end(self) -> float:
        """Days since 1970-01-01 at which it is over: the day's end, or the end of its minute."""
        return self.day + 1.0 if self.minute is None else self.day + (self.minute + 1) / MINUTES_PER_DAY

    def date(self) -> "Moment":
        """The same day without its clock time."""
        return Moment(self.day)

    def iso(self) -> str:
        """ISO 8601; years outside 0 to 9999 with a sign."""
        text = _iso_day(self.day)
        if self.minute is None:
            return text
        text += f"T{self.minute // 60:02}:{self.minute % 60:02}"
        if self.offset is None:
            return text
        if self.offset == 0:
            return text + "Z"
        ahead = abs(self.offset)
        return f"{text}{'-' if self.offset < 0 else '+'}{ahead // 60:02}:{ahead % 60:02}"

    def __str__(self) -> str:
        return self.iso()


@lru_cache(10_000)  # an article tells of few days, and each of them is written many times
def _iso_day(number: int) -> str:
    year, month, day = civil(number)
    return f"{iso_year(year)}-{month:02}-{day:02}"


def iso_year(year: int) -> str:
    """Four digits, with a sign before 0 and after 9999."""
    return f"{year:04}" if 0 <= year <= 9999 else f"{year:+05}"

"""Points and stretches of calendar time as a resolver builds them: the When, its TIMEX3 value and its granularity."""

from dataclasses import dataclass, replace
from enum import StrEnum

from storage.model import DateKind
from storage.moment import Moment, civil, day_number, days_in_month, weekday
from storage.when import (
    Precision,
    When,
    in_days,
    in_decade,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_year,
    on_day,
)

SEASON_NAMES = ("", "SP", "SU", "FA", "WI")


class Grain(StrEnum):
    """The size of what an expression points at; decides what may count from it."""

    TIME = "time"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Point:
    """A resolved expression; `when` is None for what is no calendar time."""

    value: str
    grain: Grain
    when: When | None
    kind: DateKind = DateKind.DATE

    @property
    def day(self) -> int | None:
        """Its first day, from which others count."""
        return self.when.earliest.day if self.when and self.when.earliest else None


def year_text(year: int) -> str:
    """Four digits, or BC and four digits: 264 BC is the year -263 of astronomers."""
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def day_text(day: int) -> str:
    """The TIMEX3 value of a day."""
    year, month, date = civil(day)
    return f"{year_text(year)}-{month:02}-{date:02}"


def a_day(day: int, daypart: str = "") -> Point:
    """A day, or a part of it ("MO", "NI") that still counts as the whole day."""
    if daypart:
        return Point(f"{day_text(day)}T{daypart}", Grain.DAY, on_day(day), DateKind.TIME)
    return Point(day_text(day), Grain.DAY, on_day(day))


def a_time(day: int, minute: int, offset: int | None) -> Point:
    """A clock time; 24:00 is the end of the day that it names."""
    clock = f"T{minute // 60:02}:{minute % 60:02}"
    moment = Moment(day, min(minute, 1439), offset)
    return Point(day_text(day) + clock, Grain.TIME, When(moment, moment, Precision.MINUTE), DateKind.TIME)


def a_week(day: int, part: str = "") -> Point:
    """The week from Monday to Sunday that holds a day."""
    year, number = iso_week(day)
    when = in_week(day)
    monday = day - weekday(day)
    if part:
        first, last = {"early": (0, 1), "mid": (1, 3), "late": (3, 6)}[part]
        when = in_days(monday + first, monday + last, Precision.DAY)
    return Point(f"{year_text(year)}-W{number:02}", Grain.WEEK, when)


def a_weekend(day: int) -> Point:
    """Saturday and Sunday of the week that holds a day."""
    saturday = day - weekday(day) + 5
    year, number = iso_week(day)
    when = in_days(saturday, saturday + 1, Precision.DAY)
    return Point(f"{year_text(year)}-W{number:02}-WE", Grain.WEEK, when)


def a_month(year: int, month: int, part: str = "") -> Point:
    """A month, or its first ten days, next ten, or rest."""
    when = in_month(year, month)
    if part:
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, days_in_month(year, month))}[part]
        when = in_days(day_number(year, month, first), day_number(year, month, last), Precision.DAY)
    return Point(f"{year_text(year)}-{month:02}", Grain.MONTH, when)


def a_quarter(year: int, quarter: int) -> Point:
    """A quarter of the calendar year."""
    return Point(f"{year_text(year)}-Q{quarter}", Grain.QUARTER, in_quarter(year, quarter))


def a_half(year: int, half: int) -> Point:
    """The first or second six months."""
    first, last = (1, 6) if half == 1 else (7, 12)
    when = _months(year, first, last)
    return Point(f"{year_text(year)}-H{half}", Grain.QUARTER, when)


def a_season(year: int, season: int, part: str = "") -> Point:
    """A season of three whole months; winter begins in the December of its year."""
    when = in_season(year, season)
    if part:
        month = season * 3 + {"early": 0, "mid": 1, "late": 2}[part]
        when = in_month(year + (month > 12), (month - 1) % 12 + 1)
    return Point(f"{year_text(year)}-{SEASON_NAMES[season]}", Grain.SEASON, when)


def a_year(year: int, part: str = "") -> Point:
    """A year, or its first, second or last four months."""
    when = in_year(year)
    if part:
        when = _months(year, *{"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[part])
    return Point(year_text(year), Grain.YEAR, when)


def a_decade(year: int, part: str = "") -> Point:
    """The ten years that begin with the given one, or the first, middle or last of them."""
    when = in_decade(year)
    if part:
        first, last = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[part]
        when = in_days(day_number(year + first, 1, 1), day_number(year + last, 12, 31), Precision.YEAR)
    return Point(f"{year // 10:03}", Grain.DECADE, when)


def a_century(century: int, part: str = "") -> Point:
    """A century by its number ("the 18th" is 1700 to 1799); a negative number is one BC."""
    first = (century - 1) * 100 if century > 0 else century * 100 + 1
    shares = {"": (0, 99), "early": (0, 32), "mid": (33, 65), "late": (66, 99)}
    low, high = shares[part]
    when = in_days(day_number(first + low, 1, 1), day_number(first + high, 12, 31), Precision.YEAR)
    value = f"{century - 1:02}" if century > 0 else f"BC{-century - 1:02}"
    return Point(value, Grain.CENTURY, when)


def a_span(first: int, last: int, value: str) -> Point:
    """Some days that have no name of their own."""
    return Point(value, Grain.WEEK, in_days(first, last, Precision.DAY))


def _months(year: int, first: int, last: int) -> When:
    end = day_number(year, last, days_in_month(year, last))
    return in_days(day_number(year, first, 1), end, Precision.MONTH)


def iso_week(day: int) -> tuple[int, int]:
    """Year and number of the ISO 8601 week that holds a day."""
    thursday = day - weekday(day) + 3
    year = civil(thursday)[0]
    return year, (thursday - day_number(year, 1, 1)) // 7 + 1


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month so many months on."""
    total = year * 12 + month - 1 + count
    return total // 12, total % 12 + 1


def last_day(point: Point) -> Point:
    """Its last day: a deadline at the end of a month or year. What has no end stays as it is."""
    return a_day(point.when.latest.day) if point.when and point.when.latest else point


def approximate(point: Point) -> Point:
    """The same, known only roughly."""
    return replace(point, when=replace(point.when, approximate=True)) if point.when else point


def easter(year: int) -> int:
    """Day number of Easter Sunday in the Gregorian calendar (Meeus, "Astronomical Algorithms")."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday_shift = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday_shift) // 451
    month, date = divmod(h + weekday_shift - 7 * m + 114, 31)
    return day_number(year, month, date + 1)


def holiday(value: str, year: int) -> int:
    """Day number of a feast in a year, as `time.toml` writes it: "12-25", "easter-2", "11/3/4"."""
    if value.startswith("easter"):
        return easter(year) + int(value.removeprefix("easter"))
    if "/" in value:
        month, day_of_week, which = (int(part) for part in value.split("/"))
        return nth_weekday(year, month, day_of_week, which)
    month, date = (int(part) for part in value.split("-"))
    return day_number(year, month, date)


def nth_weekday(year: int, month: int, day_of_week: int, which: int) -> int:
    """Day number of the which-th Monday, Tuesday … of a month; -1 is the last."""
    if which > 0:
        first = day_number(year, month, 1)
        return first + (day_of_week - weekday(first)) % 7 + 7 * (which - 1)
    last = day_number(year, month, days_in_month(year, month))
    return last - (weekday(last) - day_of_week) % 7

"""What the axis writes at the units of the calendar: short and long forms of cells and of the groups above them."""

from collections.abc import Callable
from math import floor

from storage.moment import MINUTES_PER_DAY, civil, weekday
from widgets.dates import DAYS, MONTHS, year
from widgets.timeline.units import DAY, WEEK, YEARS, Unit, edges, first_days_of_years
from widgets.timeline.units import MONTHS as MONTH_UNITS

Written = tuple[str, str]
"""A word and, in bold behind it, a number; either may be empty."""
CellForm = Callable[[float], Written]
GroupForm = Callable[[float, float], str]

MONTH, QUARTER = MONTH_UNITS
YEAR, DECADE, CENTURY, MILLENNIUM = (next(unit for unit in YEARS if unit.months == 12 * n) for n in (1, 10, 100, 1000))


def boundaries(unit: Unit, start: float, end: float) -> list[float]:
    """Where units begin from the one that holds `start` on; several years are counted from 1 to both sides."""
    several = unit.months > YEAR.months
    times = first_days_of_years(unit.months // 12, start, end) if several else edges(unit, start, end)
    return [float(time) for time in times]


def cell_forms(unit: Unit) -> tuple[CellForm, ...]:
    """How a cell that begins at a time can be written, the longest form first."""
    if not unit.whole_days:
        return (_clock,)
    if unit in (DAY, WEEK):
        return _weekday_and_number, _number
    if unit.months < YEAR.months:
        return (_month_name, _month) if unit is MONTH else (_quarter, _month)
    return (_year,)


def group_of(unit: Unit) -> Unit | None:
    """What stands above cells of a unit; nothing above the longest."""
    if not unit.whole_days:
        return DAY
    if unit in (DAY, WEEK):
        return MONTH
    if unit.months < YEAR.months:
        return YEAR
    return next((group for group in (DECADE, CENTURY, MILLENNIUM) if group.months >= 5 * unit.months), None)


def group_forms(group: Unit) -> tuple[GroupForm, ...]:
    """How a group between two times can be written, the longest form first."""
    if group is DAY:
        return _long_day, _short_day, _bare_day
    if group is MONTH:
        return _month_and_year, _short_month_and_year
    return (_one_year,) if group is YEAR else (_years,)


def _clock(time: float) -> Written:
    minute = round((time - floor(time)) * MINUTES_PER_DAY)
    return f"{minute // 60:02}:{minute % 60:02}", ""


def _weekday_and_number(time: float) -> Written:
    day = floor(time)
    return DAYS[weekday(day)][:3], str(civil(day)[2])


def _number(time: float) -> Written:
    return "", str(civil(floor(time))[2])


def _month_name(time: float) -> Written:
    return MONTHS[civil(floor(time))[1] - 1], ""


def _month(time: float) -> Written:
    return _month_name(time)[0][:3], ""


def _quarter(time: float) -> Written:
    month = civil(floor(time))[1]
    return f"{MONTHS[month - 1][:3]}–{MONTHS[month + 1][:3]}", ""


def _year(time: float) -> Written:
    return "", year(civil(floor(time))[0])


def _long_day(start: float, _end: float) -> str:
    return f"{DAYS[weekday(floor(start))]} {_day(start, len(MONTHS[8]))}"


def _short_day(start: float, _end: float) -> str:
    return f"{DAYS[weekday(floor(start))][:3]} {_day(start, 3)}"


def _bare_day(start: float, _end: float) -> str:
    return _day(start, 3)


def _day(time: float, letters: int) -> str:
    number, month, day = civil(floor(time))
    return f"{day} {MONTHS[month - 1][:letters]} {year(number)}"


def _month_and_year(start: float, _end: float) -> str:
    number, month, _ = civil(floor(start))
    return f"{MONTHS[month - 1]} {year(number)}"


def _short_month_and_year(start: float, _end: float) -> str:
    number, month, _ = civil(floor(start))
    return f"{MONTHS[month - 1][:3]} {year(number)}"


def _one_year(start: float, _end: float) -> str:
    return year(civil(floor(start))[0])


def _years(start: float, end: float) -> str:
    """ "1910–1919", "50–41 BC": the first and the last year."""
    first, last = civil(floor(start))[0], civil(floor(end) - 1)[0]
    return f"{first}–{last}" if first > 0 else f"{1 - first}–{year(last)}"

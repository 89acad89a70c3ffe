"""Weeks, months and years so many after the one that holds a day."""

from dataclasses import replace

from app.extraction import points
from app.extraction.points import Point
from storage.moment import civil, day_number, weekday


def period(unit: str, day: int, step: int, part: str = "") -> Point | None:
    """The week, month, year … so many after the one that holds the day."""
    year, month, _ = civil(day)
    if unit == "D":
        return points.a_day(day + step)
    if unit == "W":
        return points.a_week(day + 7 * step, part)
    if unit == "WE":
        return points.a_weekend(day + 7 * step)
    if unit == "M":
        return points.a_month(*points.add_months(year, month, step), part)
    if unit == "Q":
        return points.a_quarter(*step_quarter(year, (month + 2) // 3, step))
    if unit == "YE":
        return replace(points.a_year(year + step), when=points.a_month(year + step, 12).when)
    if unit == "TY":
        first = day_number(year + step - (month <= 6), 12, 31)
        return points.a_span(first, first + 1, f"{points.day_text(first)}/{points.day_text(first + 1)}")
    if unit == "Y":
        return points.a_year(year + step, part)
    if unit == "DE":
        return points.a_decade(year - year % 10 + 10 * step, part)
    if unit == "CE":
        return points.a_century(year // 100 + 1 + step, part)
    return None


def step_quarter(year: int, which: int, step: int) -> tuple[int, int]:
    """Year and number of the quarter so many after one."""
    total = year * 4 + which - 1 + step
    return total // 4, total % 4 + 1


def weekdays_around(day: int, wanted: int) -> tuple[int, int]:
    """The latest such weekday up to a day and the first from it on: the same when it is that weekday."""
    return day - (weekday(day) - wanted) % 7, day + (wanted - weekday(day)) % 7

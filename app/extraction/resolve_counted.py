"""So many units from a day: the steps of "two weeks ago" and "three days later"."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.numbers import UNKNOWN
from app.extraction.points import Grain, Point
from app.extraction.resolved import Resolved, Slots, of_untold_day, unresolved
from storage.model import Anchor, DateKind
from storage.moment import civil, day_number, days_in_month
from storage.when import on_day


def a_year_before_quarter(slots: Slots, context: Context) -> Resolved | None:
    """Business news compare a quarter with that of "a year ago"."""
    told = context.near(context.told_quarter)
    if not told or slots["unit"] != "Y" or slots.get("n", 1) != 1:
        return None
    year, month, _ = civil(told.day)
    return Resolved(
        points.a_quarter(year - 1, (month + 2) // 3), context.anchor(told), explicit=told.explicit, told=False
    )


def counted(slots: Slots, day: int, direction: int, anchor: Anchor | None) -> Resolved | None:
    """The day, week, month or year so many units before (-1) or after (1) a day."""
    number, unit = slots.get("n", UNKNOWN if str(slots["unit"]) in _HOURS else 1), str(slots["unit"])
    if "more" in slots and number != UNKNOWN:
        return _twofold(slots, day, direction, anchor)
    if "exact" in slots and number != UNKNOWN:
        return _to_the_day(float(number) * direction, unit, day, anchor)
    if unit in _HOURS:
        return _hours(0 if number == UNKNOWN else float(number) * direction, unit, day, anchor)
    if number == UNKNOWN:
        vague = Point("PAST_REF" if direction < 0 else "FUTURE_REF", Grain.NONE, None)
        return Resolved(vague, anchor, told=False)
    step = float(number) * direction
    year, month, _ = civil(day)
    if unit in ("DE", "CE"):
        unit, step = "Y", step * (10 if unit == "DE" else 100)
    if unit == "FN":
        unit, step = "W", step * 2
    if unit == "D":
        return Resolved(points.a_day(day + round(step)), anchor)
    if unit == "W":
        target = day + round(7 * step)
        return Resolved(replace(points.a_week(target), when=on_day(target)), anchor)
    if unit == "Y" and step == int(step):
        return Resolved(points.a_year(year + int(step)), anchor) if abs(step) < 10**5 else None
    if unit in ("M", "Q", "Y"):
        months = round(step * {"M": 1, "Q": 3, "Y": 12}[unit])
        return Resolved(points.a_month(*points.add_months(year, month, months)), anchor) if abs(step) < 10**5 else None
    return None


_HOURS = {"H": 24, "MIN": 1440, "SEC": 86400}
"""Units shorter than a day, and how many make one."""


def _hours(step: float, unit: str, day: int, anchor: Anchor | None) -> Resolved:
    """Hours from a day are on that day unless they fill days: "72 hours later"."""
    days = int(step / _HOURS[unit])
    return Resolved(replace(points.a_day(day + days), kind=DateKind.TIME), anchor)


def _twofold(slots: Slots, day: int, direction: int, anchor: Anchor | None) -> Resolved | None:
    """ "A month and a day later" is told to the day, "a year and a month later" to the month."""
    first = _to_the_day(float(slots.get("n", 1)) * direction, str(slots["unit"]), day, anchor)
    if first is None or first.point.day is None:
        return first
    if slots["more_unit"] == "M":
        return counted({"n": slots["more"], "unit": "M"}, first.point.day, direction, anchor)
    return _to_the_day(float(slots["more"]) * direction, str(slots["more_unit"]), first.point.day, anchor)


def _to_the_day(step: float, unit: str, day: int, anchor: Anchor | None) -> Resolved | None:
    """ "Fifteen years ago today", "six weeks later to the day"."""
    factor = {"D": 1, "W": 7, "FN": 14}.get(unit)
    if factor:
        return Resolved(points.a_day(day + round(step * factor)), anchor, explicit=True)
    months = {"M": 1, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months is None:
        return None
    year, month, date = civil(day)
    year, month = points.add_months(year, month, round(step * months))
    return Resolved(points.a_day(day_number(year, month, min(date, days_in_month(year, month)))), anchor, explicit=True)


def later(slots: Slots, context: Context) -> Resolved | None:
    """Rule "later": so many units after or before the date told last."""
    of_day = slots["unit"] in ("D", "W", "FN")
    told = context.last_day() if of_day else context.told
    untold = of_untold_day(context) if of_day else None
    day = told.day if told else context.today
    if untold or day is None:
        return untold or unresolved("XXXX")
    if told is None:
        return Resolved(Point("FUTURE_REF", Grain.NONE, None), told=False)
    quarter_before = a_year_before_quarter(slots, context)
    found = quarter_before or _clock_later(slots, context)
    found = found or counted(slots, day, int(slots.get("later", -1)), context.anchor(told))
    return replace(found, explicit=bool(told and told.explicit)) if found else None


def _clock_later(slots: Slots, context: Context) -> Resolved | None:
    """ "Three hours earlier" than a clock time that was told."""
    told = context.near(context.told_day)
    minutes = {"H": 60, "MIN": 1}.get(str(slots["unit"]))
    when = told.point.when if told else None
    if (
        not told
        or not minutes
        or not when
        or not when.earliest
        or when.earliest.minute is None
        or slots.get("n") == UNKNOWN
    ):
        return None
    total = when.earliest.minute + round(float(slots.get("n", 1)) * minutes) * int(slots.get("later", -1))
    day = when.earliest.day + total // 1440
    return Resolved(points.a_time(day, total % 1440, when.earliest.offset), context.anchor(told))

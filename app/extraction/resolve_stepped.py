"""Dates that carry on from the one told last: the same day, that year, the 19th, the first week of that month."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.periods import period
from app.extraction.points import Grain
from app.extraction.resolve_dates import a_date
from app.extraction.resolve_relative import shifted
from app.extraction.resolved import Resolved, Slots, of_untold_day, on_day_of, unresolved
from app.extraction.tense import Tense
from storage.moment import civil, day_number, days_in_month, weekday


def stepped(slots: Slots, context: Context) -> Resolved | None:
    """Rule "stepped": the same day, the following week, that year."""
    step = int(slots.get("step", 0)) if isinstance(slots.get("step", 0), int) else 0
    of_day = bool(slots.keys() & {"day_unit", "daypart", "weekday"})
    same = context.apposed() if of_day and step else None
    if same:
        if step < 0:
            context.go_on_from(same.day - step)
        return Resolved(same.point, context.anchor(same), explicit=same.explicit, told=False)
    told = context.last_day() if of_day else None if _is_current(slots, context) else context.told
    untold = of_untold_day(context) if of_day and "or_today" not in slots else None
    day = told.day if told else context.today
    if untold or day is None:
        return untold or unresolved("XXXX")
    anchor, explicit = context.anchor(told), bool(told and told.explicit)
    if "unit" in slots:
        begun = (
            slots["unit"] != "WE" or step <= 0 or weekday(day) >= _SATURDAY
        )  # the next weekend after a Thursday is near
        point = period(str(slots["unit"]), day, step if begun else step - 1, str(slots.get("part", "")))
        if point and point.day is not None and "weekday" in slots and slots["unit"] == "W":
            point = points.a_day(point.day + int(slots["weekday"]))
        return Resolved(point, anchor, explicit=explicit) if point else None
    if "weekday" in slots:
        target = day + (int(slots["weekday"]) - weekday(day) - (step > 0)) % 7 + (step > 0)
        return on_day_of(target, slots, Resolved(points.a_day(target), anchor, explicit=explicit))
    if "month" in slots or "season" in slots:
        return _stepped_month(slots, day, step, Resolved(points.a_day(day), anchor, explicit=explicit))
    return on_day_of(day + step, slots, Resolved(points.a_day(day), anchor, explicit=explicit))


_SATURDAY = 5


def _is_current(slots: Slots, context: Context) -> bool:
    """Whether "the end of the week" is that of publication: news look ahead to that one."""
    bare = "unit" in slots and "step" not in slots
    return bare and not context.history and context.today is not None and context.tense() is Tense.FUTURE


def _stepped_month(slots: Slots, day: int, step: int, result: Resolved) -> Resolved:
    year, month, _ = civil(day)
    first = int(slots["month"]) if "month" in slots else int(slots["season"]) * 3
    year += int(step > 0 and first <= month) - int(step < 0 and first >= month)
    part = str(slots.get("part", ""))
    if "month" in slots:
        return replace(result, point=points.a_month(year, first, part))
    return replace(result, point=points.a_season(year, first // 3, part))


def ordinal_day(slots: Slots, context: Context) -> Resolved | None:
    """Rule "ordinal_day": the 19th, the 19th of last month."""
    date = int(slots["day"])
    told = context.told_month
    base = told.day if told and "shift" not in slots else context.today
    if base is None:
        return unresolved(f"XXXX-XX-{date:02}")
    year, month, _ = civil(base)
    step = slots.get("shift", slots.get("step", 0))
    year, month = points.add_months(year, month, int(step) if slots.keys() & {"shift", "step"} else 0)
    if date > days_in_month(year, month):
        return None
    day = day_number(year, month, date)
    if not slots.keys() & {"shift", "step"} and not context.history:
        step = _month_off(base, day, context)
        year, month = points.add_months(year, month, step)
        day = day_number(year, month, date) if date <= days_in_month(year, month) else day
    anchor = context.anchor(told if "shift" not in slots else None)
    return Resolved(points.a_day(day), anchor, explicit=bool(told and told.explicit))


def _month_off(base: int, day: int, context: Context) -> int:
    """How many months beside that of the base news mean a day: what is over was before publication, what is to come after.

    `day` is the one in the month of the base.
    """
    today = context.today
    if today is None:
        return 0
    if day > today:
        over = context.tense() is Tense.PAST if base > today else context.tense() is not Tense.FUTURE
        return -1 if over and day - today <= _MONTH_NEAR else 0
    coming = not context.annals and day < today and today - base <= _MONTH_NEAR
    return 1 if coming and context.tense() is Tense.FUTURE else 0


_MONTH_NEAR = 31
"""Days from publication to those that news tell by their number alone."""


def week_of(slots: Slots, context: Context) -> Resolved | None:
    """Rule "week_of": the week, or its end, that holds a day."""
    found = a_date({name: value for name, value in slots.items() if name != "weekend"}, context)
    if found is None or found.point.day is None:
        return found
    whole = points.a_weekend(found.point.day) if "weekend" in slots else points.a_week(found.point.day)
    return replace(found, point=whole)


def nth(slots: Slots, context: Context) -> Resolved | None:
    """Rule "nth": the first week of May, the last day of that month, the second half of 2014."""
    base = _month_or_year(slots, context)
    return _nth_within(slots, int(slots["nth"]), base) if base and base.point.when else base


def _month_or_year(slots: Slots, context: Context) -> Resolved | None:
    """What "of" names: May, 2014, last month, that month."""
    if "month" in slots:
        return a_date({name: slots[name] for name in ("month", "year") if name in slots}, context)
    if "year" in slots:
        return Resolved(points.a_year(int(slots["year"])), explicit=True)
    if "shift" in slots:
        return shifted({"unit": "Y" if "half" in slots else "M", "shift": slots["shift"]}, context)
    if "yearshift" in slots:
        return shifted({"unit": "Y", "shift": slots["yearshift"]}, context)
    if "thatyear" in slots:
        return _year_meant(slots, context)
    told = context.told_month
    if told is None:
        return None
    year, month, _ = civil(told.day)
    return Resolved(points.a_month(year, month), context.anchor(told), explicit=told.explicit)


def _year_meant(slots: Slots, context: Context) -> Resolved | None:
    """ "The year" of "the last Thursday of the year": the one told, else that of publication or, where it is over, before."""
    told = context.near(context.told)
    day = told.day if told else context.today
    if day is None:
        return unresolved("XXXX")
    found = Resolved(points.a_year(civil(day)[0]), context.anchor(told), explicit=bool(told and told.explicit))
    within = None if told else _nth_within(slots, int(slots["nth"]), found)
    ahead = within is not None and within.point.day is not None and within.point.day > day
    if ahead and context.tense() is not Tense.FUTURE:
        return replace(found, point=points.a_year(civil(day)[0] - 1))
    return found


def _nth_within(slots: Slots, which: int, base: Resolved) -> Resolved | None:
    when = base.point.when
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest.day, when.latest.day
    year, month, _ = civil(first)
    if "half" in slots:
        return _half(which, base, first, last)
    if "weekday" in slots:
        month = 12 if base.point.grain is Grain.YEAR and which < 0 else month
        return replace(base, point=points.a_day(points.nth_weekday(year, month, int(slots["weekday"]), which)))
    if "day_unit" in slots:
        day = last if which < 0 else first + which - 1
        return replace(base, point=points.a_day(day)) if day <= last else None
    if "weekend" in slots:
        return replace(base, point=points.a_weekend(points.nth_weekday(year, month, 5, which)))
    start = last - 6 if which < 0 else first + 7 * (which - 1)
    if start > last:
        return None
    return replace(base, point=points.a_span(start, min(start + 6, last), points.a_week(start + 3).value))


def _half(which: int, base: Resolved, first: int, last: int) -> Resolved | None:
    if which not in (1, 2, -1):
        return None
    if base.point.grain is Grain.YEAR:
        return replace(base, point=points.a_half(civil(first)[0], 1 if which == 1 else 2))
    span = (first, first + 14) if which == 1 else (first + 15, last)
    return replace(base, point=replace(points.a_span(*span, base.point.value), grain=Grain.MONTH))

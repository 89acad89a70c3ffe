"""So many units from a date that is said beside them, or ahead of publication."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.numbers import UNKNOWN
from app.extraction.periods import period
from app.extraction.resolve_counted import counted
from app.extraction.resolve_dates import a_date
from app.extraction.resolve_named import feast
from app.extraction.resolve_relative import shifted
from app.extraction.resolve_timeless import duration
from app.extraction.resolved import Resolved, Slots, on_day_of, unresolved
from app.extraction.tense import Tense
from storage.moment import civil, day_number, days_in_month


def ahead(slots: Slots, context: Context) -> Resolved | None:
    """Rule "ahead": "in three weeks" counts from publication where the verb is of the future, else it is a length."""
    if context.today is None or context.history or context.tense() is not Tense.FUTURE or slots.get("n") == UNKNOWN:
        return duration(slots, context)
    found = counted({**slots, "n": slots.get("n", 1)}, context.today, 1, context.anchor(None))
    return replace(found, told=False) if found else None


def from_date(slots: Slots, context: Context) -> Resolved | None:
    """Rule "from_date": so many units after or before a date that is said with them."""
    base = _base(slots, context)
    if base is None or base.point.day is None:
        return base
    direction = int(slots["later"])
    if "of_weekday" in slots:
        away = (base.point.day - int(slots["of_weekday"]) + 3) % 7 or 7
        away = away if direction < 0 else 7 - away % 7
        return replace(base, point=points.a_day(base.point.day + direction * away), alternatives=())
    if "unit" not in slots:
        day = base.point.day + direction * (7 if "week" in slots else 1)
        return on_day_of(day, slots, replace(base, point=points.a_day(day), alternatives=()))
    found = counted(slots, base.point.day, direction, base.anchor)
    return replace(found, explicit=base.explicit) if found else None


def _base(slots: Slots, context: Context) -> Resolved | None:
    said = {
        name: slots[name] for name in slots.keys() - {"n", "unit", "later", "daypart", "day_unit", "week", "of_weekday"}
    }
    if "holiday" in said:
        return feast(said, context)
    return shifted(said, context) if "shift" in said else a_date(said, context)


def anniversary(slots: Slots, context: Context) -> Resolved | None:
    """Rule "anniversary": the day, week or month of an earlier year that falls on that of publication."""
    if context.today is None:
        return unresolved("XXXX-XX-XX")
    base = context.today + int(slots.get("deictic", 0))
    if "weekday" in slots:
        said = {name: slots[name] for name in ("weekday", "shift") if name in slots}
        near = shifted(said, context) if "shift" in said else a_date(said, context)
        base = near.point.day if near and near.point.day is not None else base
    if "month" in slots:
        return _in_year_before(slots, context, base)
    if "year" in slots:
        _, month, date = civil(base)
        year = int(slots["year"])
        day = day_number(year, month, min(date, days_in_month(year, month)))
        found: Resolved | None = Resolved(points.a_day(day), context.anchor(None), explicit=True)
    else:
        found = counted({**slots, "exact": 1}, base, -1, context.anchor(None))
    if found is None or found.point.day is None:
        return found
    if "period" in slots:
        point = period(str(slots["period"]), found.point.day, 0)
        return replace(found, point=point) if point else None
    return on_day_of(found.point.day, slots, found)


def _in_year_before(slots: Slots, context: Context, today: int) -> Resolved | None:
    """ "On 8 August, exactly ten years ago": the day of the year so many years before."""
    back = counted({"n": slots.get("n", 1), "unit": slots["unit"]}, today, -1, context.anchor(None))
    if back is None or back.point.day is None:
        return back
    said = {name: slots[name] for name in ("day", "month", "weekday") if name in slots}
    found = a_date({**said, "year": civil(back.point.day)[0]}, context)
    return replace(found, anchor=context.anchor(None)) if found else None

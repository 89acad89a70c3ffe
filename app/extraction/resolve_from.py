"""So many units from a date that is said beside them, or ahead of publication."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.numbers import UNKNOWN
from app.extraction.resolve_counted import counted
from app.extraction.resolve_dates import a_date
from app.extraction.resolve_named import feast
from app.extraction.resolve_relative import shifted
from app.extraction.resolve_timeless import duration
from app.extraction.resolved import Resolved, Slots, on_day_of
from app.extraction.tense import Tense


def ahead(slots: Slots, context: Context) -> Resolved | None:
    """Rule "ahead": "in three weeks" counts from publication where the verb is of the future, else it is a length."""
    if context.today is None or context.history or context.tense() is not Tense.FUTURE or slots.get("n") == UNKNOWN:
        return duration(slots, context)
    return counted({**slots, "n": slots.get("n", 1)}, context.today, 1, context.anchor(None))


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

"""Dates that are written in numbers: 3/4/2014, 29.10., 9/11."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.lexicon import lexicon
from app.extraction.manner import begins_line
from app.extraction.resolve_dates import a_date
from app.extraction.resolved import Resolved, Slots
from storage.model import Alternative
from storage.moment import Moment


def _famous(slots: Slots, context: Context) -> Resolved | None:
    """A day that is known by its numbers alone, "9/11", if it was over when the text was published."""
    days = lexicon(context.language).data.get("famous", {})
    written = "" if slots.keys() & {"year", "yy"} else days.get(f"{slots['a']}/{slots['b']}", "")
    day = Moment.parse(written).day if written else None
    if day is None or (context.today is not None and context.today < day):
        return None
    return Resolved(points.a_day(day), explicit=True, told=False)


def numeric(slots: Slots, context: Context) -> Resolved | None:
    """Rule "numeric": 3/4/2014 in the order of the text, where the other order is possible an alternative.

    Dots and a weekday that fits one order alone decide before that.
    """
    if "bare" in slots and not (context.rows and begins_line(context.text, context.here)):
        return None
    known = _famous(slots, context)
    if known or "famous" in slots:
        return known
    first, second = int(slots["a"]), int(slots["b"])
    day_first = {**slots, "month": second, "day": first}
    month_first = {**slots, "month": first, "day": second}
    orders = (day_first, month_first) if "dotted" in slots or context.order == "dmy" else (month_first, day_first)
    possible = [found for one in orders if int(one["month"]) <= 12 and (found := a_date(one, context))]
    possible.sort(key=lambda found: found.note != "")
    if not possible:
        return None
    found, *others = possible
    reason = "if the month stands first" if orders[0] is day_first else "if the day stands first"
    readings = tuple(
        Alternative(other.point.when, reason) for other in others if other.point.when and other.point != found.point
    )
    return replace(found, alternatives=(*readings, *found.alternatives))

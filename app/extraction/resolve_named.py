"""Quarters, decades, centuries and feasts."""

from app.extraction import points
from app.extraction.context import Context
from app.extraction.periods import step_quarter
from app.extraction.points import Point
from app.extraction.resolve_dates import year_said
from app.extraction.resolved import Resolved, Slots, unresolved
from app.extraction.tense import Tense
from app.extraction.years import choose_year, years_near
from storage.moment import civil


def quarter(slots: Slots, context: Context) -> Resolved | None:
    """Rule "quarter": the third quarter, of a year where one is said, else the latest that has begun."""
    which = int(slots.get("quarter", 0))
    if which == -1 or which > 4:
        return None
    year, anchor = year_said(slots, context)
    if year is not None and which:
        return Resolved(points.a_quarter(year, which), anchor, explicit=True)
    told = context.near(context.told_quarter)
    if told and not which and "latest" not in slots:
        return Resolved(told.point, context.anchor(told), explicit=told.explicit)
    if context.today is None:
        return unresolved(f"XXXX-Q{which or 'X'}")
    this_year, month, _ = civil(context.today)
    now = (month + 2) // 3
    if not which:
        return Resolved(points.a_quarter(*step_quarter(this_year, now, -1)), context.anchor(None))
    year = this_year if which <= now or context.tense() is Tense.FUTURE else this_year - 1
    return Resolved(points.a_quarter(year, which), context.anchor(None))


def decade(slots: Slots, context: Context) -> Resolved:
    """Rule "decade": the 1990s, the late eighties."""
    year = int(slots["decade"])
    if year < 100:
        today = civil(context.today)[0] if context.today is not None else 2030
        year += (today - year) // 100 * 100
    part = str(slots.get("part", ""))
    return Resolved(points.a_decade(year, part), explicit=True, told=False)


def century(slots: Slots, context: Context) -> Resolved | None:
    """Rule "century": the 18th century."""
    which = int(slots["ord"])
    if which == -1 and context.today is not None:
        which = civil(context.today)[0] // 100
    if not 1 <= which <= 99:
        return None
    return Resolved(
        points.a_century(-which if slots.get("era") == "BC" else which, str(slots.get("part", ""))), told=False
    )


def feast(slots: Slots, context: Context) -> Resolved | None:
    """Rule "holiday": a feast of the said year, or the one that fits as a day and month do."""
    value = str(slots["holiday"])
    year, anchor = year_said(slots, context)
    if year is not None:
        return Resolved(_feast(slots, value, year), anchor, explicit=True)
    choices = [(one, _begin(_feast(slots, value, one))) for one in years_near(context)]
    if not choices:
        return unresolved("XXXX-XX-XX")
    chosen = choose_year(choices, context)
    others = chosen.alternatives(lambda one: _feast(slots, value, one).when)
    return Resolved(_feast(slots, value, chosen.year), chosen.anchor, others, explicit=chosen.explicit)


def _begin(point: Point) -> int:
    """The first day: Easter week has begun before Easter."""
    when = point.when
    assert when is not None
    assert when.earliest is not None
    return when.earliest.day


def _feast(slots: Slots, value: str, year: int) -> Point:
    day = points.holiday(value, year)
    return points.a_week(day) if "week" in slots else points.a_day(day, str(slots.get("daypart", "")))

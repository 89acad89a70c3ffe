"""Dates counted from the day of publication: today, last week, two years ago."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.periods import period, weekdays_around
from app.extraction.points import Grain
from app.extraction.resolve_counted import a_year_before_quarter, counted
from app.extraction.resolve_dates import a_date
from app.extraction.resolve_named import quarter
from app.extraction.resolved import Resolved, Slots, on_day_of, unresolved
from app.extraction.tense import Tense
from storage.model import Alternative, DateKind
from storage.moment import civil, weekday
from storage.when import on_day


def deictic(slots: Slots, context: Context) -> Resolved:
    """Rule "deictic": today, yesterday, tonight, this morning."""
    entry = context.entry
    base = entry.day if entry else context.today
    if base is None:
        return unresolved("XXXX-XX-XX")
    day = base + int(slots.get("deictic", 0))
    return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(entry), told=entry is None))


def overnight(slots: Slots, context: Context) -> Resolved | None:
    """Rule "overnight": the night before publication, or the one that begins on or leads to a day: both days."""
    if "day" in slots:
        return _night_of(slots, context)
    told = context.narrated_day() if not slots.keys() & {"weekday", "night_to"} else None
    if told:
        night = points.a_span(told.day, told.day + 1, f"{points.day_text(told.day)}TNI")
        return Resolved(replace(night, kind=DateKind.TIME, grain=Grain.DAY), context.anchor(told), told=False)
    if context.today is None:
        return unresolved("XXXX-XX-XXTNI", DateKind.TIME)
    first = context.today - 1
    if "weekday" in slots:
        first = weekdays_around(context.today - ("until" in slots), int(slots["weekday"]))[0]
    elif "night_to" in slots:
        first = weekdays_around(context.today, int(slots["night_to"]))[0] - 1
    span = points.a_span(first, first + 1, f"{points.day_text(first)}TNI")
    return Resolved(replace(span, kind=DateKind.TIME, grain=Grain.DAY), context.anchor(None))


def _night_of(slots: Slots, context: Context) -> Resolved | None:
    """The night that begins on a day, or leads to it: "the night of 3 May", "the night to 4 May"."""
    ending = "night_to" in slots
    found = a_date({name: value for name, value in slots.items() if name != "night_to"}, context)
    if found is None or found.point.day is None:
        return found
    first = found.point.day - ending
    span = points.a_span(first, first + 1, f"{points.day_text(first)}TNI")
    return replace(found, point=replace(span, kind=DateKind.TIME, grain=Grain.DAY))


def shifted(slots: Slots, context: Context) -> Resolved | None:
    """Rule "shifted": last week, this summer, next March, Tuesday of last week."""
    if context.today is None:
        return unresolved("XXXX")
    step = int(slots.get("shift", 0))
    anchor = context.anchor(None)
    if "unit" in slots:
        point = period(str(slots["unit"]), context.today, step, str(slots.get("part", "")))
        if point and "weekday" in slots and slots["unit"] == "W" and point.day is not None:
            return Resolved(points.a_day(point.day + int(slots["weekday"])), anchor)
        return Resolved(point, anchor) if point else None
    if "weekday" in slots:
        return _shifted_weekday(slots, context, step)
    year, this, _ = civil(context.today)
    part = str(slots.get("part", ""))
    if "month" in slots:
        return Resolved(
            points.a_month(_shifted_year(year, this, int(slots["month"]), step, 1), int(slots["month"]), part), anchor
        )
    if "quarter" in slots:
        return quarter(slots, context)
    season = int(slots["season"])
    chosen = _shifted_year(year, this, season * 3, step, 3)
    others: tuple[Alternative, ...] = ()
    if step < 0 and chosen == year and "recent" not in slots:  # in autumn "last summer" is not the one just over
        chosen, recent = year - 1, points.a_season(year, season, part).when
        others = (Alternative(recent, "if the one just over is meant"),) if recent else ()
    return Resolved(points.a_season(chosen, season, part), anchor, others)


def weekend(_slots: Slots, context: Context) -> Resolved:
    """Rule "weekend": the one that is over, in the past tense; else the one of the week of publication or after it."""
    if context.today is None:
        return unresolved("XXXX-WXX-WE")
    coming = points.a_weekend(context.today)
    over = points.a_weekend(context.today - 7)
    begun = weekday(context.today) >= _SATURDAY
    past = context.tense() is Tense.PAST and weekday(context.today) <= _SATURDAY
    chosen, other = (over, coming) if past else (coming, over)
    reason = "if it is still to come" if past else "if it is over"
    others = (Alternative(other.when, reason),) if other.when and (past or not begun) else ()
    return Resolved(chosen, context.anchor(None), others)


_SATURDAY = 5


def _shifted_year(year: int, this: int, month: int, step: int, months: int) -> int:
    """The year of the last, this or next stretch of months that begins with the month."""
    if step < 0:
        return year if month + months - 1 < this else year - 1
    if step > 0:
        return year if month > this else year + 1
    return year if months == 1 or this > (month + months - 1) % 12 or this >= month or month < 12 else year - 1


def _shifted_weekday(slots: Slots, context: Context, step: int) -> Resolved:
    assert context.today is not None
    wanted = int(slots["weekday"])
    before = context.today - ((weekday(context.today) - wanted - 1) % 7 + 1)
    after = context.today + ((wanted - weekday(context.today) - 1) % 7 + 1)
    weeks = int(slots.get("weeks", 0)) + (step + 1 if step < 0 else step - 1)
    day = (before if step < 0 else after) + 7 * weeks
    if step == 0:
        day = context.today - weekday(context.today) + wanted
    others = _of_other_week(day, step, context.today) if weeks == 0 else ()
    return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(None), others))


def _of_other_week(day: int, step: int, today: int) -> tuple[Alternative, ...]:
    """ "Last Tuesday" said on a Friday may be that of last week, "next Friday" said on a Monday that of next week."""
    monday = today - weekday(today)
    if step and monday <= day < monday + 7:
        reason = "if that of last week is meant" if step < 0 else "if that of next week is meant"
        return (Alternative(on_day(day + 7 * step), reason),)
    return ()


def ago(slots: Slots, context: Context) -> Resolved | None:
    """Rule "ago": so many units before publication, or from it on."""
    if context.today is None:
        return unresolved("PAST_REF")
    quarter_before = a_year_before_quarter(slots, context)
    return quarter_before or counted(slots, context.today, int(slots.get("ago", -1)), context.anchor(None))

"""Which day, month or year an expression means: one function for each rule that the patterns of a language name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.extraction import points
from app.extraction.context import Context, Told
from app.extraction.lexicon import Value, lexicon
from app.extraction.numbers import UNKNOWN
from app.extraction.points import Grain, Point
from app.extraction.tense import Tense
from storage.model import Alternative, Anchor, DateKind
from storage.moment import civil, day_number, days_in_month, weekday

Slots = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means, what it was counted from, and what else it could mean."""

    point: Point
    anchor: Anchor | None = None
    alternatives: tuple[Alternative, ...] = ()
    needs_publication: bool = False
    explicit: bool = False
    told: bool = True
    """Whether later dates may count from it."""


def resolve(rule: str, slots: Slots, context: Context) -> Resolved | None:
    """The meaning of an expression by its rule, or None where the words turn out to be no time at all."""
    return RULES[rule](slots, context)


def unresolved(value: str, kind: DateKind = DateKind.DATE) -> Resolved:
    """An expression that waits for the day of publication."""
    return Resolved(Point(value, Grain.NONE, None, kind), needs_publication=True, told=False)


# ---- whole dates and what a sentence leaves out of them


def a_date(slots: Slots, context: Context) -> Resolved | None:
    """Rule "date": a weekday, day, month, season, year or clock time, in any combination."""
    if "deictic" in slots:
        return deictic(slots, context)
    year, anchor = _year(slots, context)
    if "day" in slots and "month" in slots:
        return _day_and_month(slots, context, year, anchor)
    if "month" in slots:
        return _month(slots, context, year, anchor)
    if "season" in slots:
        return _season(slots, context, year, anchor)
    if year is not None:
        return Resolved(points.a_year(year, str(slots.get("part", ""))), anchor, explicit=True)
    if "weekday" in slots:
        return _weekday(slots, context)
    return _clock(slots, context)


def _year(slots: Slots, context: Context) -> tuple[int | None, Anchor | None]:
    if "year" in slots:
        year = int(slots["year"])
        if slots.get("era") == "BC":
            year = 1 - year
        return (_full_year(year, context) if year < 100 and "era" not in slots and year >= 0 else year), None
    if "yy" in slots:
        return _full_year(int(slots["yy"]), context), None
    if "yearshift" in slots and context.today is not None:
        return civil(context.today)[0] + int(slots["yearshift"]), context.anchor(None)
    told = context.told
    if told and slots.keys() & {"yearstep", "yearthat"}:
        return civil(told.day)[0] + int(slots.get("yearstep", 0)), context.anchor(told)
    return None, None


def _full_year(short: int, context: Context) -> int:
    """A year of two digits: the latest that is not more than ten years after publication."""
    today = civil(context.today)[0] if context.today is not None else 2030
    year = today - today % 100 + short
    return year - 100 if year > today + 10 else year


def _day_and_month(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    month, date = int(slots["month"]), int(slots["day"])
    if not 1 <= month <= 12 or not 1 <= date <= 31:
        return None
    explicit = year is not None
    others: tuple[Alternative, ...] = ()
    if year is None:
        choices = [(one, day_number(one, month, date)) for one in _years(context) if date <= days_in_month(one, month)]
        if not choices:
            return unresolved(f"XXXX-{month:02}-{date:02}")
        if "weekday" in slots:
            fitting = [one for one in choices if weekday(one[1]) == slots["weekday"]]
            choices = fitting or choices
        year, anchor, explicit = _choose_year(choices, context)
    if date > days_in_month(year, month):
        return None
    day = day_number(year, month, date)
    return _on_day(day, slots, Resolved(points.a_day(day), anchor, others, explicit=explicit))


def _years(context: Context) -> list[int]:
    """The years that a date without one may be in."""
    story = context.story()
    base = civil(story.day)[0] if story else civil(context.today)[0] if context.today is not None else None
    return [] if base is None else [base, base - 1, base + 1, base - 2, base + 2]


def _choose_year(choices: list[tuple[int, int]], context: Context) -> tuple[int, Anchor | None, bool]:
    """The year of (year, first day) pairs that carries the story on, or lies nearest to publication in the right tense."""
    story = context.story()
    if story:
        return _story_year(choices, story), context.anchor(story), story.explicit
    assert context.today is not None
    today = context.today
    tense = context.tense()
    chosen = min(
        choices, key=lambda one: abs(one[1] - today) * (1 if (one[1] - today) * tense >= 0 else _AGAINST_TENSE)
    )
    return chosen[0], context.anchor(None), False


_AGAINST_TENSE = 3
"""How many times farther from publication a date may lie to agree with the verb rather than be near."""


def _story_year(choices: list[tuple[int, int]], story: Told) -> int:
    """A story stays in its year unless that would lead it far back: then the new year has begun."""
    year, month, _ = civil(story.day)
    same = next((one for one in choices if one[0] == year), choices[0])
    following = next((one for one in choices if one[0] == year + 1), None)
    backwards = story.day - same[1]
    if following and story.point.grain is not Grain.YEAR and backwards > 240 and month >= 10:
        return following[0]
    return same[0]


def _on_day(day: int, slots: Slots, result: Resolved) -> Resolved:
    """Put the clock time or part of day of the slots on a day."""
    minute = minute_of(slots)
    if minute is not None:
        offset = int(slots["zone"]) if "zone" in slots else None
        return replace(result, point=points.a_time(day, minute, offset))
    return replace(result, point=points.a_day(day, str(slots.get("daypart", ""))))


def minute_of(slots: Slots) -> int | None:
    """Minutes after midnight, or None where no clock time is said."""
    if "clock" in slots:
        minutes = int(slots["clock"]) // 100 * 60 + int(slots["clock"]) % 100
    elif "hour" in slots:
        minutes = int(slots["hour"]) * 60 + int(slots.get("minute", 0))
    else:
        return None
    half = slots.get("ampm") or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(str(slots.get("daypart")), "")
    if half == "pm" and minutes < 720:
        minutes += 720
    if half == "am" and 720 <= minutes < 780:
        minutes -= 720
    return min(minutes, 1440)


def _month(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    month = int(slots["month"])
    if not 1 <= month <= 12:
        return None
    explicit = year is not None
    if year is None:
        choices = [(one, day_number(one, month, 1)) for one in _years(context)]
        if not choices:
            return unresolved(f"XXXX-{month:02}")
        year, anchor, explicit = _choose_month(choices, month, context)
    return Resolved(points.a_month(year, month, str(slots.get("part", ""))), anchor, explicit=explicit)


def _choose_month(choices: list[tuple[int, int]], month: int, context: Context) -> tuple[int, Anchor | None, bool]:
    if context.story() is None and context.today is not None and context.tense() is Tense.FUTURE:
        year, this, _ = civil(context.today)
        return (year if month >= this else year + 1), context.anchor(None), False
    return _choose_year(choices, context)


def _season(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    season, part = int(slots["season"]), str(slots.get("part", ""))
    explicit = year is not None
    if year is None:
        choices = [(one, day_number(one, season * 3, 1)) for one in _years(context)]
        if not choices:
            return unresolved(f"XXXX-{points.SEASON_NAMES[season]}")
        year, anchor, explicit = _choose_year(choices, context)
    return Resolved(points.a_season(year, season, part), anchor, explicit=explicit)


def _weekday(slots: Slots, context: Context) -> Resolved:
    wanted = int(slots["weekday"])
    story = context.story()
    if story and (context.history or context.today is None):
        day = story.day + (wanted - weekday(story.day)) % 7
        return _on_day(day, slots, Resolved(points.a_day(day), context.anchor(story), explicit=story.explicit))
    if context.today is None:
        return unresolved(f"XXXX-WXX-{wanted + 1}")
    before, after = weekdays_around(context.today, wanted)
    future = context.tense() is Tense.FUTURE
    day, other = (after, before) if future else (before, after)
    reason = "if it is over" if future else "if it is still to come"
    others = () if day == other else (Alternative(_day_when(other), reason),)
    return _on_day(day, slots, Resolved(points.a_day(day), context.anchor(None), others))


def _day_when(day: int):  # type: ignore[no-untyped-def]
    return points.a_day(day).when


def weekdays_around(day: int, wanted: int) -> tuple[int, int]:
    """The latest such weekday up to a day and the first from it on: the same when it is that weekday."""
    return day - (weekday(day) - wanted) % 7, day + (wanted - weekday(day)) % 7


def _clock(slots: Slots, context: Context) -> Resolved | None:
    minute = minute_of(slots)
    if minute is None:
        return None
    told = context.near(context.told_day)
    day = told.day if told else context.today
    if day is None:
        return unresolved(f"XXXX-XX-XXT{minute // 60:02}:{minute % 60:02}", DateKind.TIME)
    return _on_day(day, slots, Resolved(points.a_day(day), context.anchor(told), explicit=bool(told and told.explicit)))


def numeric(slots: Slots, context: Context) -> Resolved | None:
    """Rule "numeric": 3/4/2014 in the order of the language, where the other order is possible an alternative."""
    first, second = int(slots["a"]), int(slots["b"])
    order = lexicon(context.language).data["numeric_order"]
    month, date = (first, second) if order == "mdy" else (second, first)
    if month > 12:
        month, date = date, month
    if month > 12:
        return None
    found = a_date({**slots, "month": month, "day": date}, context)
    if found and date <= 12 and date != month:
        other = a_date({**slots, "month": date, "day": month}, context)
        if other and other.point.when:
            reason = "if the day stands first" if order == "mdy" else "if the month stands first"
            found = replace(found, alternatives=(Alternative(other.point.when, reason),))
    return found


# ---- counted from publication


def deictic(slots: Slots, context: Context) -> Resolved:
    """Rule "deictic": today, yesterday, tonight, this morning."""
    if context.today is None:
        return unresolved("XXXX-XX-XX")
    day = context.today + int(slots.get("deictic", 0))
    return _on_day(day, slots, Resolved(points.a_day(day), context.anchor(None)))


def overnight(slots: Slots, context: Context) -> Resolved:
    """Rule "overnight": the night before publication, or the one that begins on a weekday: both days."""
    if context.today is None:
        return unresolved("XXXX-XX-XXTNI", DateKind.TIME)
    first = context.today - 1
    if "weekday" in slots:
        first = weekdays_around(context.today - ("until" in slots), int(slots["weekday"]))[0]
    span = points.a_span(first, first + 1, f"{points.day_text(first)}TNI")
    return Resolved(replace(span, kind=DateKind.TIME, grain=Grain.DAY), context.anchor(None))


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
    return Resolved(points.a_season(_shifted_year(year, this, season * 3, step, 3), season, part), anchor)


def _shifted_year(year: int, this: int, month: int, step: int, length: int) -> int:
    """The year of the last, this or next stretch of months that begins with the month."""
    if step < 0:
        return year if month + length - 1 < this else year - 1
    if step > 0:
        return year if month > this else year + 1
    return year if length == 1 or this > (month + length - 1) % 12 or this >= month or month < 12 else year - 1


def _shifted_weekday(slots: Slots, context: Context, step: int) -> Resolved:
    assert context.today is not None
    wanted = int(slots["weekday"])
    before = context.today - ((weekday(context.today) - wanted - 1) % 7 + 1)
    after = context.today + ((wanted - weekday(context.today) - 1) % 7 + 1)
    day = before if step < 0 else after
    if step == 0:
        day = context.today - weekday(context.today) + wanted
    return _on_day(day, slots, Resolved(points.a_day(day), context.anchor(None)))


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
        return points.a_quarter(*_step_quarter(year, (month + 2) // 3, step))
    if unit == "Y":
        return points.a_year(year + step, part)
    if unit == "DE":
        return points.a_decade(year - year % 10 + 10 * step, part)
    if unit == "CE":
        return points.a_century(year // 100 + 1 + step, part)
    return None


def _step_quarter(year: int, which: int, step: int) -> tuple[int, int]:
    total = year * 4 + which - 1 + step
    return total // 4, total % 4 + 1


def ago(slots: Slots, context: Context) -> Resolved | None:
    """Rule "ago": so many units before publication, or from it on."""
    if context.today is None:
        return unresolved("PAST_REF")
    quarter_before = _a_year_before_quarter(slots, context)
    return quarter_before or _counted(slots, context.today, int(slots.get("ago", -1)), context.anchor(None))


def later(slots: Slots, context: Context) -> Resolved | None:
    """Rule "later": so many units after or before the date told last."""
    told = context.told
    day = told.day if told else context.today
    if day is None:
        return unresolved("XXXX")
    if told and told.point.grain not in (Grain.DAY, Grain.TIME) and slots["unit"] in ("D", "W") and context.told_day:
        told = context.told_day if context.near(context.told_day) else told
        day = told.day
    quarter_before = _a_year_before_quarter(slots, context)
    return quarter_before or _counted(slots, day, int(slots.get("later", -1)), context.anchor(told))


def _a_year_before_quarter(slots: Slots, context: Context) -> Resolved | None:
    """Business news compare a quarter with that of "a year ago"."""
    told = context.near(context.told_quarter)
    if not told or slots["unit"] != "Y" or slots.get("n", 1) != 1:
        return None
    year, month, _ = civil(told.day)
    return Resolved(
        points.a_quarter(year - 1, (month + 2) // 3), context.anchor(told), explicit=told.explicit, told=False
    )


def _counted(slots: Slots, day: int, direction: int, anchor: Anchor | None) -> Resolved | None:
    number, unit = slots.get("n", 1), str(slots["unit"])
    if number == UNKNOWN or unit in ("H", "MIN", "SEC"):
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
        return Resolved(replace(points.a_week(target), when=_day_when(target)), anchor)
    if unit == "Y" and step == int(step):
        return Resolved(points.a_year(year + int(step)), anchor) if abs(step) < 10**5 else None
    if unit in ("M", "Q", "Y"):
        months = round(step * {"M": 1, "Q": 3, "Y": 12}[unit])
        return Resolved(points.a_month(*points.add_months(year, month, months)), anchor) if abs(step) < 10**5 else None
    return None


# ---- counted from the date told last


def stepped(slots: Slots, context: Context) -> Resolved | None:
    """Rule "stepped": the same day, the following week, that year."""
    step = int(slots.get("step", 0)) if isinstance(slots.get("step", 0), int) else 0
    told = context.told
    if slots.keys() & {"day_unit", "daypart", "weekday"}:
        told = context.told_day or told
    day = told.day if told else context.today
    if day is None:
        return unresolved("XXXX")
    anchor, explicit = context.anchor(told), bool(told and told.explicit)
    if "unit" in slots:
        point = period(str(slots["unit"]), day, step, str(slots.get("part", "")))
        return Resolved(point, anchor, explicit=explicit) if point else None
    if "weekday" in slots:
        target = day + (int(slots["weekday"]) - weekday(day) - (step > 0)) % 7 + (step > 0)
        return _on_day(target, slots, Resolved(points.a_day(target), anchor, explicit=explicit))
    if "month" in slots or "season" in slots:
        return _stepped_month(slots, day, step, Resolved(points.a_day(day), anchor, explicit=explicit))
    return _on_day(day + step, slots, Resolved(points.a_day(day), anchor, explicit=explicit))


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
    anchor = context.anchor(told if "shift" not in slots else None)
    return Resolved(points.a_day(day), anchor, explicit=bool(told and told.explicit))


def nth(slots: Slots, context: Context) -> Resolved | None:
    """Rule "nth": the first week of May, the last day of that month, the second half of 2014."""
    which = int(slots["nth"])
    if "month" in slots or "that" not in slots and "shift" not in slots and "year" not in slots:
        base = (
            a_date({key: slots[key] for key in ("month", "year") if key in slots}, context)
            if "month" in slots
            else None
        )
    elif "shift" in slots and context.today is not None:
        base = Resolved(
            points.a_month(*points.add_months(*civil(context.today)[:2], int(slots["shift"]))), context.anchor(None)
        )
    elif "year" in slots:
        base = Resolved(points.a_year(int(slots["year"])), explicit=True)
    elif context.told_month:
        year, month, _ = civil(context.told_month.day)
        base = Resolved(
            points.a_month(year, month), context.anchor(context.told_month), explicit=context.told_month.explicit
        )
    else:
        return None
    if base is None or base.point.when is None or base.point.day is None:
        return base
    return _nth_within(slots, which, base)


def _nth_within(slots: Slots, which: int, base: Resolved) -> Resolved | None:
    when = base.point.when
    assert when and when.earliest and when.latest
    first, last = when.earliest.day, when.latest.day
    year, month, _ = civil(first)
    if "half" in slots:
        return _half(which, base, first, last)
    if "weekday" in slots:
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
    return replace(base, point=points.a_span(*span, base.point.value))


# ---- quarters, decades, centuries, feasts


def quarter(slots: Slots, context: Context) -> Resolved | None:
    """Rule "quarter": the third quarter, of a year where one is said, else the latest that has begun."""
    which = int(slots.get("quarter", 0))
    if which == -1 or which > 4:
        return None
    year, anchor = _year(slots, context)
    if year is not None and which:
        return Resolved(points.a_quarter(year, which), anchor, explicit=True)
    told = context.near(context.told_quarter)
    if told and not which:
        return Resolved(told.point, context.anchor(told), explicit=told.explicit)
    if context.today is None:
        return unresolved(f"XXXX-Q{which or 'X'}")
    this_year, month, _ = civil(context.today)
    now = (month + 2) // 3
    if not which:
        return Resolved(points.a_quarter(*_step_quarter(this_year, now, -1)), context.anchor(None))
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
    year, anchor = _year(slots, context)
    explicit = year is not None
    if year is None:
        choices = [(one, points.holiday(value, one)) for one in _years(context)]
        if not choices:
            return unresolved("XXXX-XX-XX")
        year, anchor, explicit = _choose_year(choices, context)
    day = points.holiday(value, year)
    point = points.a_week(day) if "week" in slots else points.a_day(day)
    return Resolved(point, anchor, explicit=explicit)


# ---- what is no point in time

_LENGTHS = {"MIN": ("PT", "M", 1), "H": ("PT", "H", 1), "SEC": ("PT", "S", 1), "DE": ("P", "Y", 10), "CE": ("P", "Y", 100),
            "FN": ("P", "W", 2), "Q": ("P", "M", 3), "WE": ("P", "WE", 1)}  # fmt: skip


def length(number: Value, unit: str) -> str:
    """The TIMEX3 value of so many units: "P3D", "PT36H", "PXY"."""
    prefix, sign, factor = _LENGTHS.get(unit, ("P", unit, 1))
    if number == "X":
        return f"{prefix}X{sign if factor == 1 else 'DE' if unit == 'DE' else sign}"
    total = float(number) * factor
    return f"{prefix}{int(total) if total == int(total) else total}{sign}"


def duration(slots: Slots, _context: Context) -> Resolved:
    """Rule "duration": three days."""
    number = slots.get("n", "X")
    if "half" in slots:
        number = float(slots.get("n", 1)) + 0.5
    return _timeless(length(number, str(slots["unit"])), DateKind.DURATION)


def a_set(slots: Slots, _context: Context) -> Resolved:
    """Rule "set": every Friday, daily."""
    if "habit" in slots:
        value = str(slots["habit"])
    elif "weekday" in slots:
        value = f"XXXX-WXX-{int(slots['weekday']) + 1}"
    elif "month" in slots:
        value = f"XXXX-{int(slots['month']):02}"
    elif "season" in slots:
        value = f"XXXX-{points.SEASON_NAMES[int(slots['season'])]}"
    elif "daypart" in slots:
        value = f"XXXX-XX-XXT{slots['daypart']}"
    else:
        value = length(slots.get("n", 1), str(slots["unit"]))
    return _timeless(value, DateKind.SET)


def reference(slots: Slots, _context: Context) -> Resolved:
    """Rule "reference": now, recently."""
    return _timeless(str(slots["reference"]), DateKind.DATE)


def _timeless(value: str, kind: DateKind) -> Resolved:
    return Resolved(Point(value, Grain.NONE, None, kind), told=False)


RULES: Mapping[str, Callable[[Slots, Context], Resolved | None]] = {
    "date": a_date,
    "numeric": numeric,
    "deictic": deictic,
    "overnight": overnight,
    "shifted": shifted,
    "ago": ago,
    "later": later,
    "stepped": stepped,
    "ordinal_day": ordinal_day,
    "nth": nth,
    "quarter": quarter,
    "decade": decade,
    "century": century,
    "holiday": feast,
    "duration": duration,
    "set": a_set,
    "reference": reference,
}

"""Whole dates and what a sentence leaves out of them: the year of a month, the week of a weekday."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.manner import begins_line
from app.extraction.periods import weekdays_around
from app.extraction.resolved import Resolved, Slots, minute_of, on_day_of, unresolved
from app.extraction.tense import Tense
from app.extraction.years import Year, choose_year, years_near
from storage.model import Alternative, Anchor, DateKind
from storage.moment import civil, day_number, days_in_month, weekday
from storage.when import on_day


def a_date(slots: Slots, context: Context) -> Resolved | None:
    """Rule "date": a weekday, day, month, season, year or clock time, in any combination."""
    year, anchor = year_said(slots, context)
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


def year_said(slots: Slots, context: Context) -> tuple[int | None, Anchor | None]:
    """The year that the words say, outright or as "last year", and what that counts from."""
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
    """A year of two digits: the latest that is not more than ten years after publication, where that is known."""
    latest = civil(context.today)[0] + 10 if context.today is not None else _LATEST_UNKNOWN
    year = latest - latest % 100 + short
    return year - 100 if year > latest else year


_LATEST_UNKNOWN = 2030
"""The latest year that two digits mean where no day of publication is known."""


def _day_and_month(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    month, date = int(slots["month"]), int(slots["day"])
    if not 1 <= month <= 12 or not 1 <= date <= 31:
        return None
    if year is not None:
        if date > days_in_month(year, month):
            return None
        return _checked(day_number(year, month, date), slots, Resolved(points.a_year(year), anchor, explicit=True))
    choices = [(one, day_number(one, month, date)) for one in years_near(context) if date <= days_in_month(one, month)]
    if not choices:
        return unresolved(f"XXXX-{month:02}-{date:02}")
    chosen = choose_year(_on_weekday(choices, slots, context) or choices, context)
    others = chosen.alternatives(lambda one: on_day(dict(choices)[one]) if one in dict(choices) else None)
    found = Resolved(points.a_year(chosen.year), chosen.anchor, others, explicit=chosen.explicit)
    return _checked(dict(choices)[chosen.year], slots, found)


def _on_weekday(choices: list[tuple[int, int]], slots: Slots, context: Context) -> list[tuple[int, int]]:
    """The years in which the day is the weekday said, without those that the verb rules out: then the weekday is wrong."""
    fitting = [one for one in choices if "weekday" in slots and weekday(one[1]) == slots["weekday"]]
    today = context.today
    if not fitting or today is None or context.history:
        return fitting
    tense = context.tense()
    return [one for one in fitting if (one[1] - today) * tense >= 0 or abs(one[1] - today) <= _NEAR_DAYS]


_NEAR_DAYS = 60
"""So near to publication a weekday that agrees with its date is trusted more than the tense of the verb."""


def _checked(day: int, slots: Slots, found: Resolved) -> Resolved:
    """The result on its day; a weekday that contradicts the date is another reading, and told."""
    if "weekday" not in slots or weekday(day) == slots["weekday"]:
        return on_day_of(day, slots, found)
    nearest = day + (int(slots["weekday"]) - weekday(day) + 3) % 7 - 3
    others = (*found.alternatives, Alternative(on_day(nearest), "if the weekday is right and the date is not"))
    return on_day_of(day, slots, replace(found, alternatives=others, note="the weekday contradicts the date"))


def _month(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    month, part = int(slots["month"]), str(slots.get("part", ""))
    if not 1 <= month <= 12:
        return None
    if year is not None:
        return Resolved(points.a_month(year, month, part), anchor, explicit=True)
    choices = [(one, day_number(one, month, 1)) for one in years_near(context)]
    if not choices:
        return unresolved(f"XXXX-{month:02}")
    chosen = _choose_month(choices, month, context)
    others = chosen.alternatives(lambda one: points.a_month(one, month, part).when)
    return Resolved(points.a_month(chosen.year, month, part), chosen.anchor, others, explicit=chosen.explicit)


def _choose_month(choices: list[tuple[int, int]], month: int, context: Context) -> Year:
    """A month counted from publication is the last that has begun or, in the future tense, the next not yet over."""
    tense = context.tense()
    chosen = choose_year(choices, context, Tense.PAST if tense is Tense.UNKNOWN else tense)
    if context.today is None or chosen.anchor is None or chosen.anchor.basis is None:
        return chosen
    year, this, _ = civil(context.today)
    if tense is Tense.FUTURE:
        coming = year if month >= this else year + 1
        return replace(chosen, year=coming, other=coming - 1, reason="if it is over")
    last = year if month <= this else year - 1
    return replace(chosen, year=last, other=last + 1, reason="if it is still to come")


def _season(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    season, part = int(slots["season"]), str(slots.get("part", ""))
    if year is not None:
        return Resolved(points.a_season(year, season, part), anchor, explicit=True)
    choices = [(one, day_number(one, season * 3, 1)) for one in years_near(context)]
    if not choices:
        return unresolved(f"XXXX-{points.SEASON_NAMES[season]}")
    chosen = choose_year(choices, context)
    others = chosen.alternatives(lambda one: points.a_season(one, season, part).when)
    return Resolved(points.a_season(chosen.year, season, part), chosen.anchor, others, explicit=chosen.explicit)


def _weekday(slots: Slots, context: Context) -> Resolved:
    wanted = int(slots["weekday"])
    if "day" in slots:
        return _weekday_and_day(slots, context)
    if "definite" in slots and context.near(context.last_day()):
        return _weekday_of_story(slots, context)
    beside = context.beside()
    if beside:
        day = beside.day + (wanted - weekday(beside.day) + 3) % 7 - 3
        return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(beside), explicit=beside.explicit))
    story = context.story()
    recalled = context.era is not None and context.near_day() is not None
    if not (context.history or recalled) or (context.today is not None and not context.near_day()):
        story = None
    if story:
        day = story.day + (wanted - weekday(story.day)) % 7
        return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(story), explicit=story.explicit))
    entry = context.entry
    today = entry.day if entry else context.today
    if today is None:
        return unresolved(f"XXXX-WXX-{wanted + 1}")
    before, after = weekdays_around(today, wanted)
    future = context.tense() is Tense.FUTURE
    day, other = (after, before) if future else (before, after)
    reason = "if it is over" if future else "if it is still to come"
    others = () if day == other else (Alternative(on_day(other), reason),)
    return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(entry), others, told=entry is None))


def _weekday_of_story(slots: Slots, context: Context) -> Resolved:
    """ "On the Sunday": the first such day from the one told last on."""
    told = context.last_day()
    assert told is not None
    day = told.day + (int(slots["weekday"]) - weekday(told.day)) % 7
    return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(told), explicit=told.explicit))


def _weekday_and_day(slots: Slots, context: Context) -> Resolved:
    """ "Tuesday the 21st": the month nearest to the date told last, or to publication, in which that is so."""
    told = context.near(context.told_month)
    base = told.day if told else context.today
    if base is None:
        return unresolved(f"XXXX-XX-{int(slots['day']):02}")
    year, month, _ = civil(base)
    months = [points.add_months(year, month, step) for step in (0, -1, 1, -2, 2, -3, 3)]
    date = int(slots["day"])
    days = [day_number(*one, date) for one in months if date <= days_in_month(*one)]
    day = next((one for one in days if weekday(one) == slots["weekday"]), days[0])
    return on_day_of(
        day, slots, Resolved(points.a_day(day), context.anchor(told), explicit=bool(told and told.explicit))
    )


def _clock(slots: Slots, context: Context) -> Resolved | None:
    minute = minute_of(slots)
    if minute is None:
        return None
    told = context.told_day
    if context.today is not None and not (told and told.explicit and context.near(told)):
        told = context.same_sentence(told) or context.near(context.last_day())
    if context.log and begins_line(context.text, context.here):
        told = context.heading
    day = told.day if told else context.today
    if day is None:
        return unresolved(f"XXXX-XX-XXT{minute // 60:02}:{minute % 60:02}", DateKind.TIME)
    return on_day_of(
        day, slots, Resolved(points.a_day(day), context.anchor(told), explicit=bool(told and told.explicit))
    )

"""Whole dates and what a sentence leaves out of them: the year of a month, the week of a weekday."""

from dataclasses import replace

from app.extraction import points
from app.extraction.context import Context, Told
from app.extraction.lexicon import lexicon
from app.extraction.periods import weekdays_around
from app.extraction.points import Grain
from app.extraction.resolved import Resolved, Slots, minute_of, on_day_of, unresolved
from app.extraction.tense import Tense
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
    explicit = year is not None
    others: tuple[Alternative, ...] = ()
    if year is None:
        choices = [
            (one, day_number(one, month, date)) for one in years_near(context) if date <= days_in_month(one, month)
        ]
        if not choices:
            return unresolved(f"XXXX-{month:02}-{date:02}")
        if "weekday" in slots:
            fitting = [one for one in choices if weekday(one[1]) == slots["weekday"]]
            choices = fitting or choices
        year, anchor, explicit = choose_year(choices, context)
    if date > days_in_month(year, month):
        return None
    day = day_number(year, month, date)
    return on_day_of(day, slots, Resolved(points.a_day(day), anchor, others, explicit=explicit))


def years_near(context: Context) -> list[int]:
    """The years that a date without one may be in."""
    story = context.story()
    base = civil(story.day)[0] if story else civil(context.today)[0] if context.today is not None else None
    return [] if base is None else [base, base - 1, base + 1, base - 2, base + 2]


def choose_year(choices: list[tuple[int, int]], context: Context) -> tuple[int, Anchor | None, bool]:
    """The year, of (year, first day), that carries the story on or is nearest to publication in the right tense."""
    story = context.story()
    if story and (context.history or context.today is None or _follows(choices, story)):
        return _story_year(choices, story), context.anchor(story), story.explicit
    assert context.today is not None
    today = context.today
    tense = context.tense()
    chosen = min(choices, key=lambda one: _farness(one[1] - today, tense))
    return chosen[0], context.anchor(None), False


def _farness(days: int, tense: Tense) -> float:
    """Days from publication, as many times more as speaks against them."""
    if tense is Tense.UNKNOWN:
        return abs(days) * (_AHEAD if days > 0 else 1)
    return abs(days) * (1 if days * tense >= 0 else _AGAINST_TENSE)


_AGAINST_TENSE = 8
"""How many times farther from publication a date may lie to agree with the verb rather than be near."""
_AHEAD = 1.5
"""The same where no verb tells: news tell more of what was than of what will be."""


def _follows(choices: list[tuple[int, int]], story: Told) -> bool:
    """Whether a date soon after that of the story is among the choices: news seldom tell of another time for long."""
    return any(0 <= day - story.day <= _SOON for _, day in choices)


_SOON = 183


def _story_year(choices: list[tuple[int, int]], story: Told) -> int:
    """A story stays in its year unless that would lead it far back: then the new year has begun."""
    year, month, _ = civil(story.day)
    same = next((one for one in choices if one[0] == year), choices[0])
    following = next((one for one in choices if one[0] == year + 1), None)
    backwards = story.day - same[1]
    if following and story.point.grain is not Grain.YEAR and backwards > 240 and month >= 10:
        return following[0]
    return same[0]


def _month(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    month = int(slots["month"])
    if not 1 <= month <= 12:
        return None
    explicit = year is not None
    if year is None:
        choices = [(one, day_number(one, month, 1)) for one in years_near(context)]
        if not choices:
            return unresolved(f"XXXX-{month:02}")
        year, anchor, explicit = _choose_month(choices, month, context)
    return Resolved(points.a_month(year, month, str(slots.get("part", ""))), anchor, explicit=explicit)


def _choose_month(choices: list[tuple[int, int]], month: int, context: Context) -> tuple[int, Anchor | None, bool]:
    if context.story() is None and context.today is not None and context.tense() is Tense.FUTURE:
        year, this, _ = civil(context.today)
        return (year if month >= this else year + 1), context.anchor(None), False
    return choose_year(choices, context)


def _season(slots: Slots, context: Context, year: int | None, anchor: Anchor | None) -> Resolved | None:
    season, part = int(slots["season"]), str(slots.get("part", ""))
    explicit = year is not None
    if year is None:
        choices = [(one, day_number(one, season * 3, 1)) for one in years_near(context)]
        if not choices:
            return unresolved(f"XXXX-{points.SEASON_NAMES[season]}")
        year, anchor, explicit = choose_year(choices, context)
    return Resolved(points.a_season(year, season, part), anchor, explicit=explicit)


def _weekday(slots: Slots, context: Context) -> Resolved:
    wanted = int(slots["weekday"])
    if "day" in slots:
        return _weekday_and_day(slots, context)
    beside = context.beside()
    if beside:
        day = beside.day + (wanted - weekday(beside.day) + 3) % 7 - 3
        return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(beside), explicit=beside.explicit))
    story = context.story()
    if not context.history or (context.today is not None and not context.near_day()):
        story = None
    if story:
        day = story.day + (wanted - weekday(story.day)) % 7
        return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(story), explicit=story.explicit))
    if context.today is None:
        return unresolved(f"XXXX-WXX-{wanted + 1}")
    before, after = weekdays_around(context.today, wanted)
    future = context.tense() is Tense.FUTURE
    day, other = (after, before) if future else (before, after)
    reason = "if it is over" if future else "if it is still to come"
    others = () if day == other else (Alternative(on_day(other), reason),)
    return on_day_of(day, slots, Resolved(points.a_day(day), context.anchor(None), others))


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
    day = told.day if told else context.today
    if day is None:
        return unresolved(f"XXXX-XX-XXT{minute // 60:02}:{minute % 60:02}", DateKind.TIME)
    return on_day_of(
        day, slots, Resolved(points.a_day(day), context.anchor(told), explicit=bool(told and told.explicit))
    )


def numeric(slots: Slots, context: Context) -> Resolved | None:
    """Rule "numeric": 3/4/2014 in the order of the language, where the other order is possible an alternative."""
    first, second = int(slots["a"]), int(slots["b"])
    order = "dmy" if "dotted" in slots else lexicon(context.language).data.get("numeric_order", "dmy")
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

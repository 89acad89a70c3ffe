"""How a text tells of time: as news, as a history of another time, or as a log whose entries begin with the clock."""

from collections.abc import Collection, Sequence

from app.extraction.expressions import Expression
from storage.model import Published, Span
from storage.moment import civil

_NEAR_YEARS = 1
_FEWEST_ENTRIES = 3
_CLOCK = frozenset({"hour", "clock"})
_DAY = frozenset({"day", "month", "weekday", "year"})


def keeps_log(text: str, found: Sequence[Expression]) -> bool:
    """Whether lines begin with a clock time, as those of a live blog do; their day is that of the text."""
    return sum(is_clock(one) and begins_line(text, one.span) for one in found) >= _FEWEST_ENTRIES


def lists_days(text: str, found: Sequence[Expression]) -> bool:
    """Whether lines begin with days such as "29.10", which elsewhere are decimals."""
    return sum("bare" in one.slots and begins_line(text, one.span) for one in found) >= _FEWEST_ENTRIES


def keeps_annals(text: str, found: Sequence[Expression], articles: Collection[str]) -> bool:
    """Whether lines begin with days or months that leave out their year, as those of a chronicle of one year do."""
    return sum(_leaves_out_year(one) and leads_entry(text, one.span, articles) for one in found) >= _FEWEST_ENTRIES


def _leaves_out_year(one: Expression) -> bool:
    return one.rule in ("date", "numeric") and bool(one.slots.keys() & {"month", "a"}) and "year" not in one.slots


def leads_entry(text: str, span: Span, articles: Collection[str]) -> bool:
    """Whether nothing but signs and an article stands before the words in their line: "Le 3 mars"."""
    before = _before(text, span)
    small = before.strip(" \t-–—*•").lower() if before is not None else ""
    return before is not None and (not small or small in articles)


def begins_line(text: str, span: Span) -> bool:
    """Whether nothing but signs stands before the words in their line."""
    before = _before(text, span)
    return before is not None and not any(sign.isalnum() for sign in before)


def _before(text: str, span: Span) -> str | None:
    """What stands before the words in their line; None where that is much."""
    start = max(0, span.start - _MOST_BEFORE)
    line = text.rfind("\n", start, span.start)
    return None if line < 0 and start > 0 else text[line + 1 if line >= 0 else 0 : span.start]


_MOST_BEFORE = 40


def is_clock(one: Expression) -> bool:
    """Whether an expression is a clock time without a day."""
    return one.rule == "date" and bool(one.slots.keys() & _CLOCK) and not one.slots.keys() & _DAY


def asides(found: Sequence[Expression]) -> frozenset[Span]:
    """Years far from those told before and after them, from which no story goes on: "for the first time since 1614"."""
    dated = [(int(one.slots["year"]), one.span) for one in found if one.rule == "date" and "year" in one.slots]
    years = [year for year, _ in dated]
    return frozenset(
        span
        for index, (year, span) in enumerate(dated)
        if abs(year - _median([*years[max(0, index - 2) : index], *years[index + 1 : index + 3]], year)) > _ASIDE_YEARS
    )


def _median(numbers: Sequence[int], otherwise: int) -> int:
    return sorted(numbers)[(len(numbers) - 1) // 2] if numbers else otherwise


_ASIDE_YEARS = 15


def recalls(found: Sequence[Expression]) -> bool:
    """Whether a text can be one that recalls another time: hardly a day in it counts from that of publication."""
    near = ("deictic", "overnight", "weekend")
    news = sum(one.rule in near or (one.rule == "shifted" and one.slots.get("unit") != "Y") for one in found)
    return news <= 1 and any(one.rule == "anniversary" for one in found)


def tells_history(found: Sequence[Expression], published: Published | None) -> bool:
    """Whether a text tells of another time than its own: most of its dates have a year that is long past.

    Where its own time is unknown, it must tell more years than days that only those who know that time understand.
    """
    dated = [one for one in found if one.rule in ("date", "numeric") and one.slots.keys() & {"year", "yy"}]
    relative = sum(one.rule in ("deictic", "shifted", "ago", "overnight") for one in found)
    weekdays = sum(one.rule == "date" and one.slots.keys() <= {"weekday", "daypart"} for one in found)
    if published is None:
        return sum(one.preposition != "since" for one in dated) > relative + weekdays
    years = [int(one.slots["year"]) for one in dated if one.rule == "date" and "year" in one.slots]
    this = civil(published.day.day)[0]
    past = sum(year < this - _NEAR_YEARS for year in years)
    current = sum(year >= this - _NEAR_YEARS for year in years)
    return past >= 4 and past > 2 * (current + relative + weekdays)

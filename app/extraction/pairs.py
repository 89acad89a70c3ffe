"""Two dates that a text joins: "5 to 12 August", "October 1 to January 12", "the 3rd and 4th of May"."""

from dataclasses import replace

from app.extraction.expressions import Expression
from app.extraction.lexicon import Value
from app.extraction.points import Grain
from app.extraction.resolved import Resolved
from storage.model import Span
from storage.moment import civil, weekday
from storage.when import Precision, When, lasting

_LENT = ("year", "yy", "era", "yearshift", "yearstep", "yearthat")
"""What a first date takes over from a second one that is alone in saying it."""


_LONGEST_YEARS = 50


def completed(first: Expression, second: Expression) -> tuple[Expression, Expression]:
    """Both with the month or year that only the other says; a first month after the second is in the year before."""
    slots = dict(first.slots)
    if not slots.keys() & {"year", "yy"}:
        slots |= {name: second.slots[name] for name in _LENT if name in second.slots}
        if "year" in slots and _month(first) > _month(second) > 0:
            slots["year"] = int(slots["year"]) - 1
    elif "year" in second.slots and "era" in second.slots:
        slots.setdefault("era", second.slots["era"])
    if "day" in slots and "month" in second.slots:
        slots.setdefault("month", second.slots["month"])
    lent = ("month",) if "yy" in second.slots else ("month", "year")
    taken = {name: slots[name] for name in lent if name in slots and name in first.slots}
    return replace(first, slots=slots), replace(second, slots={**taken, **second.slots})


def after(second: Expression, first: Expression, start: Resolved) -> Expression | None:
    """The second date, without a year of its own, as the next after the first; None where that is far ("2016-13")."""
    if start.point.grain is Grain.NONE or start.point.day is None:
        return second
    year = civil(start.point.day)[0]
    slots: dict[str, Value] = dict(second.slots)
    if "yy" in slots:
        full = year - year % 100 + int(slots.pop("yy"))
        full += 100 * (full < year)
        if full - year > _LONGEST_YEARS:
            return None
        slots["year"] = full
    elif "month" in slots and not slots.keys() & {"yearshift", "yearstep", "yearthat"}:
        slots["year"] = year + (_month(second) < _month(first))
    elif slots.keys() == {"weekday"}:
        days = (int(slots["weekday"]) - weekday(start.point.day) - 1) % 7 + 1
        slots["year"], slots["month"], slots["day"] = civil(start.point.day + days)
    return replace(second, slots=slots)


def _month(one: Expression) -> int:
    return int(one.slots.get("month", 0))


def whole(join: str, start: Resolved, end: Resolved) -> When | None:
    """The time from one end to the other, or None for a mere list."""
    first, last = start.point.when, end.point.when
    if join == "list" or first is None or last is None or first.start > last.end:
        return None
    if join == "between":
        return When(first.earliest, last.latest, Precision.DAY)
    return lasting(first.earliest, last.latest)


def together(first: Expression, second: Expression) -> tuple[Expression, Expression]:
    """Both with the phrase that holds both."""
    phrase = Span(first.phrase.start, second.span.end)
    return replace(first, phrase=phrase), replace(second, phrase=phrase)

"""The dates in a text, each with its meaning and the reason for it: the one entrance to everything about time."""

from collections.abc import Iterator
from dataclasses import replace

from app.extraction.context import Context, tells_history
from app.extraction.expressions import Expression, expressions
from app.extraction.points import Grain
from app.extraction.reasons import why
from app.extraction.resolve import Resolved, resolve
from resources.languages import languages
from storage.model import DateExpression, Dating, Published
from storage.moment import civil
from storage.when import Precision, When, lasting


def find_dates(text: str, published: Published | None, language: str) -> tuple[DateExpression, ...]:
    """Every expression of time in document order, counted from the day of publication and from one another."""
    if language not in languages():
        return ()
    found = expressions(text, language)
    context = Context(text, language, published, tells_history(found, published))
    return tuple(_resolve_all(found, context))


def _resolve_all(found: list[Expression], context: Context) -> Iterator[DateExpression]:
    index = 0
    while index < len(found):
        one = found[index]
        if one.join and index + 1 < len(found):
            yield from _resolve_pair(one, found[index + 1], context)
            index += 2
            continue
        result = _resolve(one, context)
        if result:
            yield _expression(one, result, _bounded(one, result.point.when), context)
        index += 1


def _resolve(one: Expression, context: Context) -> Resolved | None:
    context.here = one.span
    result = resolve(one.rule, one.slots, context)
    if result and result.told:
        context.tell(result.point, one.span, result.explicit or result.anchor is None)
    return result


def _bounded(one: Expression, when: When | None) -> When | None:
    """What "since", "until" or "around" before the words makes of their time."""
    if when is None:
        return None
    if one.preposition == "since":
        return lasting(when.earliest, None)
    if one.preposition == "until":
        return lasting(None, when.latest)
    return replace(when, approximate=True) if one.preposition == "about" else when


def _resolve_pair(first: Expression, second: Expression, context: Context) -> Iterator[DateExpression]:
    """Both ends of a range or list: what one leaves out, month or year, the other says."""
    one = replace(first, slots=_completed(first, second))
    lent = {"month"} if "yy" in second.slots else {"month", "year"}
    two = replace(second, slots={**{k: v for k, v in one.slots.items() if k in lent}, **second.slots})
    start = _resolve(one, context)
    if start and start.point.grain is not Grain.NONE and "year" not in second.slots and start.point.day is not None:
        two = replace(two, slots=_after(two, one, civil(start.point.day)[0]))
    end = _resolve(two, context)
    if start and end:
        whole = _whole(first.join, start, end)
        yield _expression(first, start, whole or start.point.when, context)
        yield _expression(second, end, whole or end.point.when, context)
        return
    for expression, result in ((first, start), (second, end)):
        if result:
            yield _expression(expression, result, result.point.when, context)


_LENDS = ("year", "yy", "yearshift", "yearstep", "yearthat")


def _completed(first: Expression, second: Expression) -> dict[str, object]:
    slots = dict(first.slots)
    if "year" not in slots and "yy" not in slots:
        slots |= {name: second.slots[name] for name in _LENDS if name in second.slots}
        if "month" in slots and "month" in second.slots and "year" in slots and slots["month"] > second.slots["month"]:
            slots["year"] = int(slots["year"]) - 1
    if "month" not in slots and "day" in slots and "month" in second.slots:
        slots["month"] = second.slots["month"]
    return slots


def _after(two: Expression, one: Expression, year: int) -> dict[str, object]:
    """The second end lies after the first: in the same year, or over the turn of it."""
    slots = dict(two.slots)
    if "yy" in slots:
        full = year - year % 100 + int(slots.pop("yy"))
        slots["year"] = full if full >= year else full + 100
    elif "month" in slots and not slots.keys() & {"yearshift", "yearstep", "yearthat"}:
        slots["year"] = year + (int(slots["month"]) < int(one.slots.get("month", 1)))
    return slots


def _whole(join: str, start: Resolved, end: Resolved) -> When | None:
    """The time from one end to the other, or None for a mere list."""
    first, last = start.point.when, end.point.when
    if join == "list" or first is None or last is None or first.start > last.end:
        return None
    if join == "between":
        return When(first.earliest, last.latest, Precision.DAY)
    return lasting(first.earliest, last.latest)


def _expression(one: Expression, result: Resolved, when: When | None, context: Context) -> DateExpression:
    text = context.text
    words = one.phrase.of(text)
    anchor_words = result.anchor.span.of(text) if result.anchor and result.anchor.span else ""
    line = why(words, when, result.anchor, anchor_words, result.needs_publication)
    dating = Dating(words, one.phrase, one.rule, line, result.anchor, result.alternatives, result.needs_publication)
    return DateExpression(one.span, one.span.of(text), result.point.value, result.point.kind, when, dating)

"""The dates in a text, each with its meaning and the reason for it."""

from collections.abc import Iterator
from dataclasses import replace

from app.extraction import pairs, points
from app.extraction.absolute import absolute_dates
from app.extraction.context import Context
from app.extraction.day_order import numeric_order
from app.extraction.expressions import Expression, expressions
from app.extraction.lexicon import lexicon
from app.extraction.manner import asides, is_clock, keeps_annals, keeps_log, lists_days, recalls, tells_history
from app.extraction.reasons import outcome_words, why
from app.extraction.resolve import resolve
from app.extraction.resolved import Resolved
from resources.languages import knows_time
from storage.model import DateExpression, Dating, Published
from storage.moment import LAST_YEAR
from storage.when import When, lasting


def find_dates(text: str, published: Published | None, language: str) -> tuple[DateExpression, ...]:
    """Every expression of time in document order, counted from the day of publication and from one another."""
    if not knows_time(language):
        return absolute_dates(text, language)
    found = expressions(text, language)
    history = tells_history(found, published)
    order = numeric_order(text, found, language)
    context = Context(text, language, published, history, order)
    context.asides = asides(found) if history else frozenset()
    context.recalls = recalls(found)
    context.log, context.rows = keeps_log(text, found), lists_days(text, found)
    context.annals = keeps_annals(text, found, lexicon(language).data.get("articles", ()))
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
            yield _expression(one, result, _bounded(one, result.point.when, context), context)
        index += 1


def _resolve(one: Expression, context: Context) -> Resolved | None:
    context.here = one.span
    context.preposition = one.led_by
    lean = one.slots.get("lean")
    context.lean = int(lean) if lean is not None else None
    result = resolve(one.rule, one.slots, context)
    if result and _beyond_years(result.point.when):
        return None
    if result and "edge" in one.slots:
        result = replace(result, point=points.last_day(result.point))
    if result and result.needs_publication and not is_clock(one):
        context.forget()
    if result and result.told:
        counted = result.anchor is not None and result.anchor.basis is not None
        context.tell(result.point, one.span, result.explicit or result.anchor is None, counted, is_clock(one))
        if one.rule == "anniversary" and context.recalls:
            context.recall(one.span)
    return result


def _beyond_years(when: When | None) -> bool:
    """Whether a time lies where no report reaches and no date can be written: "99999999999 days ago"."""
    bounds = (when.earliest, when.latest) if when else ()
    return any(one is not None and abs(one.civil[0]) > LAST_YEAR for one in bounds)


def _bounded(one: Expression, when: When | None, context: Context) -> When | None:
    """What "since" or "around" before the words makes of their time."""
    if when is None:
        return None
    if one.slots.get("bound", one.preposition) == "since" and not _after_superlative(one, context):
        return lasting(when.earliest, None)
    return replace(when, approximate=True) if one.preposition == "about" else when


def _after_superlative(one: Expression, context: Context) -> bool:
    """Whether words such as "the worst" precede: "the worst since 1998" tells of 1998 alone."""
    words = lexicon(context.language)
    before = context.text[max(0, one.phrase.start - 40) : one.phrase.start].lower().split()[-5:]
    superlatives, endings = words.listed("tense", "superlatives"), words.listed("tense", "superlative_endings")
    return any(word in superlatives or word.endswith(endings) for word in before)


def _resolve_pair(first: Expression, second: Expression, context: Context) -> Iterator[DateExpression]:
    """Both ends of a range or list, which share a When unless they are a mere list."""
    one, two = pairs.completed(first, second)
    start = _resolve(one, context)
    following = pairs.after(two, one, start) if start and "year" not in second.slots else two
    end = _resolve(following, context) if following else None
    shared = pairs.whole(first.join, start, end) if start and end else None
    if shared:
        first, second = pairs.together(first, second)
    for expression, result in ((first, start), (second, end)):
        if result:
            yield _expression(expression, result, shared or result.point.when, context)


def _expression(one: Expression, result: Resolved, when: When | None, context: Context) -> DateExpression:
    text = context.text
    words = one.phrase.of(text)
    anchor_words = result.anchor.span.of(text) if result.anchor and result.anchor.span else ""
    line = why(words, outcome_words(when, result.point.when), result.anchor, anchor_words, result.needs_publication)
    line = f"{line} ({result.note})" if result.note else line
    dating = Dating(words, one.phrase, _rule(one), line, result.anchor, result.alternatives, result.needs_publication)
    return DateExpression(one.span, one.span.of(text), result.point.value, result.point.kind, when, dating)


def _rule(one: Expression) -> str:
    """The rule of the pattern; a clock time without a day is told apart, because its day comes from elsewhere."""
    return "clock" if is_clock(one) else one.rule

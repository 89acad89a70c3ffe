"""Expressions of time as they stand in a text, before anyone asks which day they mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.extraction import grammar
from app.extraction.lexicon import Lexicon, Value, lexicon
from app.extraction.tokens import stretches, tokenise
from storage.model import Span

JOINS = ("range", "between", "list")
"""Rules of patterns that hold two dates, and how these go together."""

_REACH = 24
"""Characters before an expression among which its preposition stands."""
NOTHING = "nothing"
"""The rule of patterns that only keep words from being taken for a time."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: the rule and slots of their pattern.

    `phrase` takes in the preposition before them: `led_by` is how it is spelt, `preposition` its effect ("since",
    "at" …). `join` says how the first half of a range goes together with the second.
    """

    rule: str
    span: Span
    slots: Mapping[str, Value]
    phrase: Span
    preposition: str = ""
    join: str = ""
    led_by: str = ""


def expressions(text: str, language: str) -> list[Expression]:
    """All expressions of a text in order; the two halves of a range follow each other, the first with its `join`."""
    words = lexicon(language)
    found: list[Expression] = []
    for start, end in stretches(text):
        tokens = tokenise(text, start, end, words)
        for match in grammar.find(tokens, language):
            if match.rule != NOTHING:
                found.extend(_of_match(text, tokens.starts, tokens.ends, match, words))
    return list(_linked(text, found, words))


def _of_match(
    text: str, starts: list[int], ends: list[int], match: grammar.Match, words: Lexicon
) -> Iterator[Expression]:
    joined = match.rule in JOINS
    for index, part in enumerate(match.parts):
        span = Span(starts[part.first], ends[part.last - 1])
        phrase, led_by = _phrase(text, span, words)
        preposition = str(words.table("PREP").get(led_by, ""))
        join = match.rule if joined and index < len(match.parts) - 1 else ""
        yield Expression("date" if joined else match.rule, span, part.slots, phrase, preposition, join, led_by)


def _phrase(text: str, span: Span, words: Lexicon) -> tuple[Span, str]:
    """The expression with the preposition before it, and that preposition in small letters."""
    before = words.lead.search(text, max(0, span.start - _REACH), span.start) if words.lead else None
    if before is None:
        return span, ""
    return Span(before.start(), span.end), " ".join(before["words"].lower().replace("’", "'").split())


def _linked(text: str, found: list[Expression], words: Lexicon) -> Iterator[Expression]:
    """Join two whole dates with nothing but "to" or a dash between them into a range."""
    connectors = words.table("RANGE")
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if following and not one.join and _alike(one, following):
            between = text[one.span.end : following.span.start].strip().lower()
            how = connectors.get(between, "") if len(between) < 12 else ""
            if how == "range" or (how == "between" and one.preposition == "between"):
                one = replace(one, join="between" if how == "between" else "range")
        yield one


def _alike(one: Expression, other: Expression) -> bool:
    if one.rule != other.rule or one.rule not in ("date", "numeric"):
        return False
    if one.slots.keys() & {"hour", "clock"} or other.slots.keys() & {"hour", "clock"}:
        return False
    return any({name} <= one.slots.keys() & other.slots.keys() for name in ("month", "weekday", "year", "season", "a"))


def names_day(one: Expression) -> bool:
    """Whether an expression can be the day of a dateline: "3 May", "Friday"; not "May", "3-5 May"."""
    return not one.join and one.rule in ("date", "numeric") and bool(one.slots.keys() & {"day", "a", "weekday"})

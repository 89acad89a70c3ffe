"""Expressions of time as they stand in a text, before anyone asks which day they mean."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.extraction import grammar
from app.extraction.lexicon import Lexicon, Value, lexicon
from app.extraction.tokens import stretches, tokenise
from storage.model import Span

JOINS = ("range", "between", "list")
"""Rules of patterns that hold two dates, and how these go together."""

NOTHING = "nothing"
"""The rule of patterns that only keep words from being taken for a time."""


@dataclass(frozen=True, slots=True)
class Expression:
    """Words that tell a time: the rule and slots of their pattern.

    `phrase` takes in the preposition before them, whose effect is `preposition` ("since", "at" …). `first` is set on
    the second half of a range, `join` says how the two are joined.
    """

    rule: str
    span: Span
    slots: Mapping[str, Value]
    phrase: Span
    preposition: str = ""
    join: str = ""


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
        phrase, preposition = _phrase(text, span, words)
        join = match.rule if joined and index < len(match.parts) - 1 else ""
        yield Expression("date" if joined else match.rule, span, part.slots, phrase, preposition, join)


_BEFORE = re.compile(r"([^\W\d_]+)[ \t\n]+(?:the )?$")
"""The word before an expression: "on" of "on ", "since" of "since the "; not the end of "(on"."""


def _phrase(text: str, span: Span, words: Lexicon) -> tuple[Span, str]:
    before = _BEFORE.search(text, max(0, span.start - 16), span.start)
    prepositions = words.data["words"]["PREP"]
    if before and before[1].lower() in prepositions:
        return Span(before.start(1), span.end), prepositions[before[1].lower()]
    return span, ""


def _linked(text: str, found: list[Expression], words: Lexicon) -> Iterator[Expression]:
    """Join two whole dates with nothing but "to" or a dash between them into a range."""
    connectors = words.data["words"]["RANGE"]
    for index, one in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if following and not one.join and _alike(one, following):
            between = text[one.span.end : following.span.start].strip().lower()
            how = connectors.get(between, "") if len(between) < 12 else ""
            if how == "range" or (how == "between" and _begins_between(text, one)):
                one = replace(one, join="between" if how == "between" else "range")
        yield one


def _begins_between(text: str, one: Expression) -> bool:
    return text[one.phrase.start : one.span.start].strip().lower().startswith("between")


def _alike(one: Expression, other: Expression) -> bool:
    if one.rule != other.rule or one.rule not in ("date", "numeric"):
        return False
    if one.slots.keys() & {"hour", "clock"} or other.slots.keys() & {"hour", "clock"}:
        return False
    return any({name} <= one.slots.keys() & other.slots.keys() for name in ("month", "weekday", "year", "season", "a"))


def names_day(one: Expression) -> bool:
    """Whether an expression can be the day of a dateline: "3 May", "Friday"; not "May", "3-5 May"."""
    return not one.join and one.rule in ("date", "numeric") and bool(one.slots.keys() & {"day", "a", "weekday"})

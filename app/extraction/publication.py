"""When a text may have been published, as the text itself tells: its dateline, or else the latest date in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.extraction.context import Context
from app.extraction.expressions import Expression, expressions
from app.extraction.lexicon import lexicon
from app.extraction.resolve import resolve
from app.extraction.tense import tense_at
from resources.languages import languages
from storage.model import Basis, Published
from storage.moment import Moment

_MOST_REST = 70
"""A line with a date and at most so many other characters can be a heading or signature."""
_HEAD = 1500
_SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+[^\W\d_a-z]")
"""The end of one sentence and the start of another: "fell. It"; not "Vol. 1" or "a.m. on"."""


@dataclass(frozen=True, slots=True)
class _Full:
    """A day said with its month and year, and the line that it stands in."""

    day: int
    words: str
    start: int
    end: int
    line: int
    """Where its line begins."""
    line_end: int


def publication_candidates(text: str, language: str) -> tuple[Published, ...]:
    """Days on which the text may have been published, the likeliest first: datelines, then the latest date told."""
    if language not in languages():
        return ()
    found = expressions(text, language)
    full = list(_full_dates(text, found, language))
    datelines = [Published(Moment(one.day), Basis.DATELINE, one.words) for one in _datelines(text, full, language)]
    guesses = [*_beside_deictics(text, found, full), *_latest(text, full, language)]
    return _unique([*datelines, *guesses])


def _full_dates(text: str, found: Sequence[Expression], language: str) -> Iterator[_Full]:
    context = Context(text, language, None, True)
    for one in found:
        if one.join or not {"day", "year"} <= one.slots.keys() | ({"day"} if "a" in one.slots else set()):
            continue
        if one.rule not in ("date", "numeric"):
            continue
        result = resolve(one.rule, one.slots, context)
        if result and result.point.day is not None and result.point.when:
            line = text.rfind("\n", 0, one.span.start) + 1
            line_end = text.find("\n", one.span.end)
            line_end = len(text) if line_end < 0 else line_end
            yield _Full(result.point.day, one.span.of(text), one.span.start, one.span.end, line, line_end)


def _datelines(text: str, full: Sequence[_Full], language: str) -> Iterator[_Full]:
    """Dates said to be of publication, then those before a dash at the start, then lines that are a date."""
    said = [one for one in full if one.start < _HEAD and _says_published(text, one, language)]
    dashed = [one for one in full if one.start < _HEAD and _before_dash(text, one)]
    yield from said
    yield from dashed
    if not said and not dashed:
        yield from _headings(text, full)


def _says_published(text: str, one: _Full, language: str) -> bool:
    before = text[one.line : one.start].lower()
    return any(word in before for word in lexicon(language).data["published"]) and len(before) < _MOST_REST


def _before_dash(text: str, one: _Full) -> bool:
    """ "BEIRUT, 17 December 2016 —"."""
    after = text[one.end : one.end + 12].lstrip(" )")
    return (
        one.start - one.line < _MOST_REST
        and after[:1] in ("—", "–", "-")
        and not _SENTENCE.search(text, one.line, one.start)
    )


def _headings(text: str, full: Sequence[_Full]) -> Iterator[_Full]:
    """The first or last line that is a date, where no such line tells a later one: chronicles begin with the oldest."""
    lines = [one for one in full if _is_line(text, one)]
    head = [one for one in lines if one.start < _HEAD and not text[: one.line].count("\n\n") > 3]
    foot = [one for one in lines[-2:] if text[one.line_end :].strip().count("\n") == 0]
    latest = max((one.day for one in full), default=0)
    for one in (*head[:1], *foot):
        if one.day >= max((other.day for other in lines), default=0) and (one in head or one.day >= latest):
            yield one


def _is_line(text: str, one: _Full) -> bool:
    rest = text[one.line : one.start] + text[one.end : one.line_end]
    if text[one.end : one.line_end].lstrip().startswith(":") or rest.rstrip().endswith((".", "!", "?")):
        return False
    return len(rest) <= _MOST_REST and rest.count("|") + rest.count("\t") < 2 and not _SENTENCE.search(rest)


def _beside_deictics(text: str, found: Sequence[Expression], full: Sequence[_Full]) -> Iterator[Published]:
    """ "Yesterday, 8 April 2004" was published on the 9th, unless somebody else is quoted."""
    starts = {one.start: one for one in full}
    for one, following in pairwise(found):
        beside = starts.get(following.span.start)
        between = text[one.span.end : following.span.start].strip(" ,(")
        if one.rule == "deictic" and beside and not between:
            basis = Basis.GUESS if _quoted(text, beside) else Basis.DATELINE
            yield Published(Moment(beside.day - int(one.slots.get("deictic", 0))), basis, beside.words)


def _latest(text: str, full: Sequence[_Full], language: str) -> Iterator[Published]:
    """The latest day told as over, or told in no tense; what somebody is quoted with must be over."""
    over = [one for one in full if tense_at(text, one.start, one.end, language) <= -_quoted(text, one)]
    if over:
        one = max(over, key=lambda one: one.day)
        yield Published(Moment(one.day), Basis.GUESS, one.words)


def _quoted(text: str, one: _Full) -> bool:
    """Whether the words stand between quotation marks within their line."""
    before = text[one.line : one.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _unique(found: Sequence[Published]) -> tuple[Published, ...]:
    days: dict[int, Published] = {}
    for one in found:
        days.setdefault(one.day.day, one)
    return tuple(days.values())

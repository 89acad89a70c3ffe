"""When a text may have been published, as the text itself tells: its dateline, or else the latest date in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.extraction.absolute import absolute_dates
from app.extraction.context import Context
from app.extraction.dateline import HEAD, MOST_BESIDE, SENTENCE, Dateline, dateline, says_published
from app.extraction.day_order import numeric_order
from app.extraction.expressions import Expression, expressions, names_day
from app.extraction.resolve import resolve
from app.extraction.tense import Tense, tense_at
from resources.languages import knows_time
from storage.model import Basis, Published, Span
from storage.moment import Moment
from storage.when import Precision


@dataclass(frozen=True, slots=True)
class _Full:
    """A day said with its month and year, and the line that it stands in."""

    day: int
    words: str
    span: Span
    line: int
    """Where its line begins."""
    line_end: int


def publication_candidates(text: str, language: str) -> tuple[Published, ...]:
    """Days on which the text may have been published, the likeliest first: datelines, then the latest date told."""
    known = knows_time(language)
    found = expressions(text, language) if known else []
    full = list(_full_dates(text, found, language) if known else _foreign_dates(text, language))
    days = [one.span for one in found if names_day(one)] if known else [one.span for one in full]
    above = dateline(text, days, language)
    told = [Published(Moment(one.day), Basis.DATELINE, one.words) for one in _datelines(text, full, above, language)]
    return _unique([*told, *_beside_deictics(text, found, full), *_latest(text, full, language)])


def _full_dates(text: str, found: Sequence[Expression], language: str) -> Iterator[_Full]:
    context = Context(text, language, None, True, numeric_order(text, found, language))
    for one in found:
        if one.join or not {"day", "year"} <= one.slots.keys() | ({"day"} if "a" in one.slots else set()):
            continue
        if one.rule not in ("date", "numeric"):
            continue
        result = resolve(one.rule, one.slots, context)
        if result and result.point.day is not None and result.point.when:
            yield _full(text, result.point.day, one.span)


def _foreign_dates(text: str, language: str) -> Iterator[_Full]:
    for one in absolute_dates(text, language):
        if one.when and one.when.earliest and one.when.precision is Precision.DAY:
            yield _full(text, one.when.earliest.day, one.span)


def _full(text: str, day: int, span: Span) -> _Full:
    first, last = max(0, span.start - _LONGEST_LINE), span.end + _LONGEST_LINE
    line, line_end = text.rfind("\n", first, span.start), text.find("\n", span.end, last)
    ends = line_end if line_end >= 0 else min(last, len(text))
    return _Full(day, span.of(text), span, line + 1 if line >= 0 else first, ends)


_LONGEST_LINE = 2000
"""Characters of a line that are looked at on each side of a date."""


def _datelines(text: str, full: Sequence[_Full], above: Dateline | None, language: str) -> Iterator[_Full]:
    """Dates said to be of publication, then that of the dateline, else lines that are a date."""
    said = [one for one in full if one.span.start < HEAD and says_published(text, one.span, language)]
    dashed = [one for one in full if above and one.span == above.day]
    yield from said
    yield from dashed
    if not said and not dashed:
        yield from _headings(text, full, language)


def _headings(text: str, full: Sequence[_Full], language: str) -> Iterator[_Full]:
    """The first or last line that is a date, where no such line tells a later one: chronicles begin with the oldest."""
    lines = [one for one in full if _is_line(text, one, language)]
    head = [one for one in lines if one.span.start < HEAD and not text[: one.line].count("\n\n") > 3]
    foot = [one for one in lines[-2:] if text[one.line_end :].strip().count("\n") == 0]
    latest = max((one.day for one in full), default=0)
    for one in (*head[:1], *foot):
        if one.day >= max((other.day for other in lines), default=0) and (one in head or one.day >= latest):
            yield one


def _is_line(text: str, one: _Full, language: str) -> bool:
    """A line that is a date and little else: "The Chronicle. Monday, 5 May 2014", "5 May 2014. All times local."."""
    before, after = text[one.line : one.span.start], text[one.span.end : one.line_end]
    rest = before + after
    if _SENTENCE_OF_ITS_OWN.match(after) and not before.strip() and one.words[:1].isalpha() and one.line < _FIRST_LINES:
        return True
    if len(rest) > MOST_BESIDE or rest.count("|") + rest.count("\t") > _MOST_BARS or after.lstrip().startswith(":"):
        return False
    if _YEAR_WORD.fullmatch(after):
        return True
    if _CLOSING.match(after) and not before.strip():
        return tense_at(text, one.span.start, one.span.end, language) is Tense.UNKNOWN
    return not rest.rstrip().endswith((".", "!", "?")) and not SENTENCE.search(rest)


_SENTENCE_OF_ITS_OWN = re.compile(r"\.\s")
_FIRST_LINES = 200
"""Characters within which a weekday and date that are a sentence by themselves are those of the text."""
_MOST_BARS = 3
"""A line with more bars or tabs is a row of a table."""
_YEAR_WORD = re.compile(r"\s*(?:[^\W\d_]{1,2}\.)?\s*")
"""What may end a line behind its date: nothing, or "year" in short as some languages add it; not " No."."""
_CLOSING = re.compile(r"\.\s")
"""The end of a date that is a sentence by itself."""


def _beside_deictics(text: str, found: Sequence[Expression], full: Sequence[_Full]) -> Iterator[Published]:
    """ "Yesterday, 8 April 2004" was published on the 9th, unless somebody else is quoted."""
    starts = {one.span.start: one for one in full}
    for one, following in pairwise(found):
        beside = starts.get(following.span.start)
        between = text[one.span.end : following.span.start].strip(" ,(")
        if one.rule == "deictic" and beside and not between:
            basis = Basis.GUESS if _quoted(text, beside) else Basis.DATELINE
            yield Published(Moment(beside.day - int(one.slots.get("deictic", 0))), basis, beside.words)


def _latest(text: str, full: Sequence[_Full], language: str) -> Iterator[Published]:
    """The latest day told as over, or told in no tense; what somebody is quoted with must be over."""
    over = [one for one in full if tense_at(text, one.span.start, one.span.end, language) <= -_quoted(text, one)]
    if over:
        one = max(over, key=lambda one: one.day)
        yield Published(Moment(one.day), Basis.GUESS, one.words)


def _quoted(text: str, one: _Full) -> bool:
    """Whether the words stand between quotation marks within their line."""
    before = text[one.line : one.span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _unique(found: Sequence[Published]) -> tuple[Published, ...]:
    days: dict[int, Published] = {}
    for one in found:
        days.setdefault(one.day.day, one)
    return tuple(days.values())

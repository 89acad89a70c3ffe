"""The dateline of a text: the words before it that say where and when it was written. Its day is that of no event."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.extraction.lexicon import lexicon
from storage.model import Span

HEAD = 1500
"""Characters within which a text tells its own day."""
MOST_BESIDE = 70
"""A line with a date and at most so many other characters can be a heading or signature."""
SENTENCE = re.compile(r"[.!?][\"'”’)]*\s+[^\W\d_a-z]")
"""The end of one sentence and the start of another: "fell. It"; not "Vol. 1" or "a.m. on"."""

# behind the day: " — ", ") – ", " (AP) -- ", ", AFP - ", ": "; not "-5 June", " – )" or ", a Thursday - "
_MARK = re.compile(
    r"[ ,.)]*(?P<agency>\([^()\n]{1,40}\)|(?<=[ ,])[^\W\d_][^\d\n,;:()–—-]{0,30}?)?[ ,)]*"
    r"(?P<mark>--|[—–]|[-_](?=\s)|:(?=\s))[ ]*(?![\s)]*\))"
)
# "(Agency)", and the bracket of "Kafra (3 May" that is still open
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)")
_OPEN = re.compile(r"^\s*\(")
_LETTERS = re.compile(r"[^\W\d_]+")
_DASH = re.compile(r"--|[—–]|\s[-_]\s")
# between the parts of a byline: "By Ana Lopez | Updated 3 May"
_PARTS = re.compile(r"[|·•,(;–—]|[.!?]\s")
_SMALL = 3
"""Letters of the small words inside names: "Dar es Salaam", "Rio de Janeiro"."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of a dateline, where its line begins, and where the text behind its dash does."""

    day: Span
    line: int
    end: int


def dateline(text: str, days: Sequence[Span], language: str) -> Dateline | None:
    """The dateline, if the text has one; entries of a chronicle, which begin with different days, are none.

    `days` are the expressions that name a day, in order.
    """
    found = [one for one in (_before_dash(text, day, language) for day in days) if one]
    if not found or found[0].day.start >= HEAD or len({one.day.of(text) for one in found}) > 1:
        return None
    return found[0]


def says_published(text: str, day: Span, language: str) -> bool:
    """ "Published 3 May 2018", "By Ana Lopez | Updated on 3 May"; not "Released on 3 May, they went home"."""
    line = _line(text, day)
    if line is None:
        return False
    end = text.find("\n", day.end, day.end + 2 * MOST_BESIDE)
    rest = text[day.end : end if end >= 0 else day.end + 2 * MOST_BESIDE].strip()
    runs_on = rest[:1].isalpha() or rest[:1] == ","
    closed = rest.endswith((".", "!", "?")) or len(rest) > MOST_BESIDE
    before = text[line : day.start]
    led = _leads(before, language) and not (runs_on and closed)
    return led or (rest[:1] in ".!" and _names_issue(before, language))


def _before_dash(text: str, day: Span, language: str) -> Dateline | None:
    """ "BEIRUT (Agency), December 17 — ", "(Agency) - 5 June: ", "Updated 5 June: "."""
    line, mark = _line(text, day), _MARK.match(text, day.end)
    if line is None or mark is None or not _is_agency(mark["agency"]):
        return None
    before = text[line : day.start]
    led = _leads(before, language)
    if mark["mark"] == ":" and not led and not _DASH.search(before) and not _LETTERS.search(before):
        return None
    return Dateline(day, line, mark.end()) if led or _names_only(before, language) else None


def _line(text: str, day: Span) -> int | None:
    """Where the line of the day begins, unless too much stands before the day."""
    line = text.rfind("\n", max(0, day.start - MOST_BESIDE - 1), day.start) + 1
    return line if line or day.start <= MOST_BESIDE else None


def _is_agency(words: str | None) -> bool:
    return not words or words.startswith("(") or words.isupper()


def _names_only(before: str, language: str) -> bool:
    """Whether words are names of places or agencies, as before the day of a dateline, or none at all."""
    words = _LETTERS.findall(_BRACKETS.sub(" ", _OPEN.sub("", before)))
    prepositions = lexicon(language).table("PREP")
    if SENTENCE.search(before) or any(word.lower() in prepositions for word in (*words[:1], *words[-1:])):
        return False
    return all(word.isupper() or _fits_name(word, prepositions) for word in words)


def _fits_name(word: str, prepositions: Collection[str]) -> bool:
    """ "Rio", "de"; not "in", "retaken"."""
    return word.lower() not in prepositions and (not word[0].islower() or len(word) <= _SMALL)


def _names_issue(before: str, language: str) -> bool:
    """Whether the words before a day name what is in hand: "This is the late bulletin for", "the edition of"."""
    words = before.strip().lower()
    return any(words.endswith(" " + one) for one in lexicon(language).data.get("issues", ()))


def _leads(before: str, language: str) -> bool:
    """Whether the words before a day begin, or go on behind a bar or comma, by saying that it is of publication."""
    said = lexicon(language).data.get("published", ())
    parts = [part.strip().lower() for part in _PARTS.split(before)]
    return any(re.match(rf"{re.escape(words)}(?!\w)", part) for part in parts for words in said)

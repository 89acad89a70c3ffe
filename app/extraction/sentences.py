"""Sentences and their words, cut out of a text in one pass; every word keeps its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import chain, groupby, pairwise
from operator import add

from app.extraction.letters import MARKS, folded
from app.extraction.proclitics import NO_PROCLITICS, Proclitics
from app.extraction.tables import rows
from storage.model import Span

_WORD = (
    # "Abu", "cease-fire", "9.8", "1,500", "U.N.", "'s", "’t", "—"; not "end." (the full stop is a word of its own)
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?!\w)|['’][^\W\d_]{1,2}(?!\w)"
    rf"|[\w{MARKS}]+(?:-\w+)*|[^\w\s]"
)
_LINE = re.compile(r"[^\n]+")
_ENDS = frozenset(".!?…؟。")
_CLOSERS = frozenset("\"'”’»)]")
_CLOSING = _ENDS | _CLOSERS
"""The last letters of words behind which a sentence can begin."""
_SOFT_WRAP = 55  # a line at least this long without a full stop goes on in the next one
_HEADING = 120
_MOST_HEADINGS = 4
"""Lines of a headline, kicker, byline and place; more in a row are a list."""
_LONGEST = 250
"""Words after which a sentence is cut, so that a text without full stops takes no longer than another."""

_ORDINAL = 2
"""Digits of a number that can be an ordinal: "3. Mai", "19. Jahrhundert"; not "im Jahr 2016."."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a language writes words and sentences."""

    abbreviations: frozenset[str] = frozenset()
    """Words before a full stop that ends no sentence, in small letters."""
    elisions: frozenset[str] = frozenset()
    """Words that an apostrophe joins to the next and that are words of their own: "l" of "l'armée"."""
    proclitics: Proclitics = NO_PROCLITICS
    openers: frozenset[str] | None = None
    """Where ordinals are written with a full stop ("3. Mai"): the words that begin a sentence behind one after all."""


@cache
def _word(elisions: frozenset[str]) -> re.Pattern[str]:
    short = "|".join(sorted(map(re.escape, elisions), key=len, reverse=True))
    return re.compile((rf"(?<!\w)(?:{short})['’](?=\w)|" if short else "") + _WORD, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words; `lower` has straight apostrophes. `paragraph` counts from 0; a heading is a line."""

    span: Span
    words: tuple[str, ...]
    starts: tuple[int, ...]
    paragraph: int
    heading: bool
    row: bool = False
    """Whether it is a row of a table, told as one."""
    lower: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The words in small letters."""
    ends: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """Where each word ends, exclusive."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", tuple(map(folded, self.words)))
        object.__setattr__(self, "ends", tuple(map(add, self.starts, map(len, self.words))))

    def at(self, span: Span) -> range:
        """The indices of the words that share a character with the span."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return range(first, last) if first < last else range(0)

    def behind(self, place: int) -> "Sentence | None":
        """What of it stands behind a place in the text."""
        first = bisect_left(self.starts, place)
        if first == len(self.starts):
            return None
        span = Span(self.starts[first], self.span.end)
        return replace(self, span=span, words=self.words[first:], starts=self.starts[first:])


def sentences(text: str, spelling: Spelling) -> tuple[Sentence, ...]:
    """All sentences in order. A line break ends one unless the line was wrapped in mid-sentence."""
    found: list[Sentence] = []
    lines = _lines(text)
    in_table = rows(text, lines)
    blocks = _blocks(text, lines, in_table)
    headings = _headings(text, blocks, in_table)
    word = _word(spelling.elisions)
    for number, block in enumerate(blocks):
        words, starts = _cut(word.finditer(text, block.start, block.end), spelling)
        row = block.start in in_table
        cuts = [] if row and len(words) < _LONGEST else _cuts(words, starts, spelling)
        heading = number in headings and not cuts and not row
        for first, last in pairwise((0, *cuts, len(words))):
            span = Span(starts[first], starts[last - 1] + len(words[last - 1]))
            found.append(Sentence(span, words[first:last], starts[first:last], number, heading, row))
    return tuple(found)


def _cut(matches: Iterable[re.Match[str]], spelling: Spelling) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words of a block, and where they begin."""
    listed = list(matches)
    words, starts = tuple([match[0] for match in listed]), tuple([match.start() for match in listed])
    if not spelling.proclitics:
        return words, starts
    parts = [part for one in zip(words, starts, strict=True) for part in spelling.proclitics.parted(*one)]
    return tuple(part[0] for part in parts), tuple(part[1] for part in parts)


def _headings(text: str, blocks: Sequence[Span], in_table: frozenset[int]) -> frozenset[int]:
    """The short lines without a full stop, a few together; many in a row are a list."""
    short = [
        block.end - block.start < _HEADING and block.start not in in_table and not _closed(text, block)
        for block in blocks
    ]
    found: set[int] = set()
    for is_short, run in groupby(range(len(blocks)), key=lambda number: short[number]):
        numbers = list(run)
        if is_short and len(numbers) <= _MOST_HEADINGS:
            found.update(numbers)
    return frozenset(found)


def words_of(text: str, elisions: frozenset[str] = frozenset()) -> list[str]:
    """The words of a phrase of the language's data, cut as those of a sentence are, in small letters."""
    return [folded(match.group()) for match in _word(elisions).finditer(text)]


def _closed(text: str, block: Span) -> bool:
    return text[block.start : block.end].rstrip().rstrip("\"'”’»)]")[-1:] in _ENDS


def _lines(text: str) -> list[Span]:
    """The lines that are not empty, without blanks at their ends."""
    found = ((line.start(), line.group().rstrip()) for line in _LINE.finditer(text))
    return [Span(start, start + len(line)) for start, line in found if line.strip()]


def _blocks(text: str, lines: Sequence[Span], in_table: frozenset[int]) -> list[Span]:
    """Paragraphs: lines, joined where one was wrapped; rows of a table stand alone."""
    blocks: list[Span] = []
    for line in lines:
        previous = blocks[-1] if blocks else None
        alone = line.start in in_table or (previous is not None and previous.start in in_table)
        follows = previous and "\n" not in text[previous.end : line.start].replace("\n", "", 1)
        if previous and follows and not alone and _wrapped(text, previous, line.of(text)):
            blocks[-1] = Span(previous.start, line.end)
        else:
            blocks.append(line)
    return blocks


def _wrapped(text: str, before: Span, line: str) -> bool:
    last = text.rfind("\n", before.start, before.end) + 1 or before.start
    if before.end - last < _SOFT_WRAP:
        return line.lstrip()[:1].islower()
    return text[before.end - 1] not in _ENDS | _CLOSERS | {":"}


def _cuts(words: Sequence[str], starts: Sequence[int], spelling: Spelling) -> list[int]:
    """The words at which a sentence begins behind another, or behind too many words for one."""
    found: list[int] = []
    start = before = last = 0
    closed = (index for index, word in enumerate(words, 1) if word[-1] in _CLOSING)
    for index in chain(closed, (len(words),)):
        if index and words[index - 1] not in _CLOSERS:
            before = index - 1
        elif last != index - 1:
            before = index - 2
        last = index
        while index - start > _LONGEST:
            start += _LONGEST
            found.append(start)
        if index < len(words) and (index - start == _LONGEST or _begins(words, starts, index, before, spelling)):
            start = index
            found.append(index)
    return found


def _begins(words: Sequence[str], starts: Sequence[int], index: int, before: int, spelling: Spelling) -> bool:
    """Whether a sentence begins at the word: after a full stop (and closing quotes), before a capital, digit or quote.

    `before` is the last word before it that closes no quote or bracket.
    """
    word = words[index]
    if starts[index - 1] + len(words[index - 1]) == starts[index]:
        return False
    end = words[before]
    if end not in _ENDS and not end.endswith("."):
        return False
    if word[0].islower() or word in {",", ";", "-", "–", "—", ")"}:
        return False
    if end in {"!", "?"}:
        return True
    if end == "." and before > 0:
        last = words[before - 1]
        joined = starts[before - 1] + len(last) == starts[before]
        if joined and _is_ordinal(last) and spelling.openers is not None:
            return word.lower() in spelling.openers
        return not (joined and (last.lower() in spelling.abbreviations or (len(last) == 1 and last.isupper())))
    return end in _ENDS or (
        end.lower().rstrip(".") not in spelling.abbreviations
        and len(end) > 2
        and word[0].isupper()
        and end[-2:-1].islower()
    )


def _is_ordinal(word: str) -> bool:
    return word.isdecimal() and len(word) <= _ORDINAL

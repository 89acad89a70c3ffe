"""Whether two articles are copies of one report, as papers print what an agency sent: another headline, the end cut off.

Two steps. A sketch of an article's words (MinHash over runs of words, in bands) finds what may be alike among many. Then
the two texts are laid beside one another: texts of one form that tell of other figures, places or days are no copies.
"""

import re
import zlib
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from resources.languages import language as language_data
from resources.languages import languages

FEWEST = 40
"""Words; shorter texts are too much like one another."""
RUN = 4
"""So many words in a row are one of the things that texts may have in common."""
BANDS, ROWS = 24, 4
"""Two texts that share half of their runs are found with a chance of 79 %, seven tenths: 99.8 %, a tenth: 0.2 %."""
SKETCHED = 20_000
"""So many words of a text are sketched."""
COMPARED = 3000
"""So many words of two texts are laid beside one another."""
COMMON = 0.85
"""The share of the shorter text that stands in the longer one."""
ALIKE = 0.6
"""The same for runs of words, of which each changed word breaks several."""
STRAY = 3
"""Figures of the shorter text that the longer lacks: a headline may have some."""
LONGER = 2.5
"""A text that is so many times as long holds more than the report."""
APART = 3
"""Days between two copies; the same words a week later are another report."""
HEAD = 40
"""A new headline, byline and place may take so many words before the first that are common."""

COUNTING = ("NUM", "ONES", "TEENS", "TENS", "ORD", "MANY", "WEEKDAY", "MONTH")
"""The classes of words in `time.toml` that stand for figures and days."""

_WORD = re.compile(r"\w+")  # "U.N." is two, "17,000" is two, "Deir" and "ez" are two
_DIGIT = re.compile(r"\d")
_SENTENCE_ENDS = '.!?…:\n“"»«„'


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text without case, and which of them are figures or names, which no copy changes."""

    words: list[str]
    figures: list[bool]
    names: list[bool]


def bands_of(text: str) -> tuple[int, ...]:
    """Numbers of which two texts that are alike are likely to have one in common; none of a short text."""
    words = [word[0].casefold() for word, _ in zip(_WORD.finditer(text), range(SKETCHED), strict=False)]
    if len(words) < FEWEST:
        return ()
    least = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, np.uint64)
    factors, terms = _mixers()
    for piece in _pieces(_runs(words)):
        np.minimum(least, (piece[:, None] * factors + terms).min(axis=0), out=least)
    bands = least.reshape(BANDS, ROWS)
    mixed = np.arange(1, BANDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for column in bands.T:
        mixed = (mixed ^ (column >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9) + column
    return tuple(mixed.astype(np.int64).tolist())


def _runs(words: Sequence[str]) -> NDArray[np.uint64]:
    """A hash of every run of words."""
    single = np.fromiter((zlib.crc32(word.encode("utf-8", "surrogatepass")) for word in words), np.uint64, len(words))
    found = np.zeros(len(words) - RUN + 1, np.uint64)
    for place in range(RUN):
        found = (found ^ single[place : place + len(found)]) * np.uint64(0x9E3779B97F4A7C15)
        found ^= found >> np.uint64(31)
    return found


def _pieces(values: NDArray[np.uint64]) -> Iterator[NDArray[np.uint64]]:
    return (values[first : first + 2048] for first in range(0, len(values), 2048))


@cache
def _mixers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    chance = np.random.default_rng(1)
    factors, terms = chance.integers(1 << 63, size=(2, BANDS * ROWS), dtype=np.uint64)
    return factors | np.uint64(1), terms


def are_copies(one: str, other: str, language: str = "", days_apart: float = 0) -> bool:
    """Whether both texts are the same report, the one maybe under another headline, shortened or with words changed."""
    if abs(days_apart) > APART:
        return False
    counts = _counts(language)
    short, long = sorted((_words(one, counts), _words(other, counts)), key=lambda text: len(text.words))
    if len(short.words) < FEWEST or len(long.words) > LONGER * len(short.words):
        return False
    return _may_be(short, long) and _tell_the_same(short, long)


@cache
def _counts(name: str) -> frozenset[str]:
    """Words that stand for figures and days of the week in a language, those that have one spelling."""
    told = language_data(name)["time"]["words"] if name in languages() else {}
    return frozenset(word.casefold() for sort in COUNTING for word in told.get(sort, ()) if _WORD.fullmatch(word))


def _words(text: str, counts: Container[str]) -> _Words:
    found = [match for match, _ in zip(_WORD.finditer(text), range(COMPARED), strict=False)]
    words = [match[0].casefold() for match in found]
    figures = [bool(_DIGIT.search(word)) or word in counts for word in words]
    names = [_is_name(match[0], text[: match.start()].rstrip(" ")[-1:]) for match in found]
    return _Words(words, figures, names)


def _is_name(word: str, before: str) -> bool:
    """A word with a capital within a sentence, and any word of a script that has no capitals."""
    if word.lower() == word.upper():
        return True
    return word[0].isupper() and before not in _SENTENCE_ENDS and before != ""


def _may_be(short: _Words, long: _Words) -> bool:
    """A quick look: most runs of the shorter text stand in the longer one, and nearly all its figures."""
    runs, others = _runs(short.words), _runs(long.words)
    common = np.isin(runs, others).mean()
    figures = Counter(compress(short.words, short.figures))
    figures.subtract(compress(long.words, long.figures))
    return bool(common >= ALIKE) and sum(one for one in figures.values() if one > 0) <= STRAY


def _tell_the_same(short: _Words, long: _Words) -> bool:
    """Laid beside one another, nothing that tells is another, but for the headline."""
    match = SequenceMatcher(None, short.words, long.words, autojunk=False)
    blocks = match.get_opcodes()
    equal = sum(end - start for tag, start, end, _, _ in blocks if tag == "equal")
    head = _head(blocks)
    if equal < COMMON * (len(short.words) - head):
        return False
    return not any(_differ(short, long, block, block[1] < head) for block in blocks)


def _head(blocks: Iterable[tuple[str, int, int, int, int]]) -> int:
    """How many words of the shorter text stand before those that are common."""
    first = next((start for tag, start, end, _, _ in blocks if tag == "equal" and end - start >= 2 * RUN), 0)
    return min(first, HEAD)


def _differ(short: _Words, long: _Words, block: tuple[str, int, int, int, int], in_head: bool) -> bool:
    """Whether a figure or a name gave way to something else; in a headline, only a figure to another one."""
    tag, a, b, c, d = block
    if tag != "replace":
        return False
    figures, others = (set(compress(words, told)) for words, told in (
        (short.words[a:b], short.figures[a:b]), (long.words[c:d], long.figures[c:d])))  # fmt: skip
    if in_head:
        return bool(figures - others and others - figures)
    names, foreign = (set(compress(words, told)) for words, told in (
        (short.words[a:b], short.names[a:b]), (long.words[c:d], long.names[c:d])))  # fmt: skip
    return figures != others or bool(names - foreign and foreign - names)

"""Whether two articles are copies of one report, as papers print what an agency sent: another headline, the end cut off.

Two steps. A sketch of an article's words (MinHash over runs of words, in bands) finds what may be alike among many. Then
the two texts are laid beside one another, sentence by sentence: whole sentences may be missing, but those that both have are
the same word for word. In doubt they are two reports, because an event that is told twice is seen, and one that is lost is not.
"""

import re
import zlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from app.laid import Laid, Sentence
from resources.languages import language as language_data
from resources.languages import languages

FEWEST = 40
"""Words; shorter texts are too much like one another."""
VARIED = 20
"""Different runs of words; a text of fewer says the same again and again, and is like any other that does."""
RUN = 4
"""So many words in a row are one of the things that texts may have in common."""
BANDS, ROWS = 24, 4
"""Two texts that share half of their runs are found with a chance of 79 %, seven tenths: 99.8 %, a tenth: 0.2 %."""
SKETCHED = 20_000
"""So many words of a text are sketched."""
COMMON = 0.85
"""The share of the shorter text, without its headline, that stands in the longer one."""
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


def bands_of(text: str) -> tuple[int, ...]:
    """Numbers of which two texts that are alike are likely to have one in common; none of a short text."""
    words = [word[0].casefold() for word, _ in zip(_WORD.finditer(text), range(SKETCHED), strict=False)]
    if len(words) < FEWEST:
        return ()
    runs = np.unique(_runs(words))
    if len(runs) < VARIED:
        return ()
    least = np.full(BANDS * ROWS, np.iinfo(np.uint64).max, np.uint64)
    factors, terms = _mixers()
    for piece in _pieces(runs):
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


def are_copies(one: Laid, other: Laid, language: str = "", days_apart: float = 0) -> bool:
    """Whether both texts are the same report, the one maybe under another headline or without some of its sentences.

    A sentence that both have says the same word for word; where one has another sentence instead, it is another report.
    """
    if abs(days_apart) > APART or not _may_be_one_place(one.place, other.place):
        return False
    common = {two.words for two in one.sentences} & {two.words for two in other.sentences}
    gaps, others = _gaps(one, common), _gaps(other, common)
    if [gap.before for gap in gaps] != [gap.before for gap in others]:
        return False
    kept = sum(len(gap.before) for gap in gaps)
    return _enough(kept, gaps, others) and _nothing_instead(gaps, others, _counts(language))


@dataclass(slots=True)
class _Gap:
    """What a text has behind a sentence that both have, before the next such sentence."""

    before: tuple[str, ...]
    own: list[Sentence]


def _gaps(text: Laid, common: Container[tuple[str, ...]]) -> list[_Gap]:
    gaps = [_Gap((), [])]
    for one in text.sentences:
        if one.words in common:
            gaps.append(_Gap(one.words, []))
        else:
            gaps[-1].own.append(one)
    return gaps


def _enough(kept: int, gaps: Sequence[_Gap], others: Sequence[_Gap]) -> bool:
    """Whether most of the shorter text stands in the longer one, which is not much longer."""
    short, long = sorted(
        kept + sum(len(one.words) for gap in each for one in gap.own if not one.line) for each in (gaps, others)
    )
    return kept >= FEWEST and kept >= COMMON * short and long <= LONGER * short


def _nothing_instead(gaps: Sequence[_Gap], others: Sequence[_Gap], counts: Container[str]) -> bool:
    """Sentences may be left out; others in their place only in a headline, or as the agency's line in brackets."""
    last = len(gaps) - 1
    for number, (gap, other) in enumerate(zip(gaps, others, strict=True)):
        if not gap.own or not other.own:
            continue
        if number == 0 and _are_headlines(gap.own, other.own, counts):
            continue
        if number == last and all(one.bracketed for one in (*gap.own, *other.own)):
            continue
        return False
    return True


def _are_headlines(one: Sequence[Sentence], other: Sequence[Sentence], counts: Container[str]) -> bool:
    """Lines that are no sentences, few words, and no figure where the other has another."""
    words, others = ([word for line in lines for word in line.words] for lines in (one, other))
    if not all(line.line for line in (*one, *other)) or max(len(words), len(others)) > HEAD:
        return False
    figures, foreign = ({word for word in each if _DIGIT.search(word) or word in counts} for each in (words, others))
    return not (figures - foreign and foreign - figures)


def _may_be_one_place(one: Sequence[str], other: Sequence[str]) -> bool:
    """Of place and day before the first sentence a copy may lack some or all."""
    return set(one) <= set(other) or set(other) <= set(one)


@cache
def _counts(name: str) -> frozenset[str]:
    """Words that stand for figures and days of the week in a language, those that have one spelling."""
    told = language_data(name)["time"]["words"] if name in languages() else {}
    return frozenset(word.casefold() for sort in COUNTING for word in told.get(sort, ()) if _WORD.fullmatch(word))

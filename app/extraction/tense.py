"""Whether the clause around some words tells of what was or of what is to come, by the nearest verb known to say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from itertools import pairwise, takewhile

from app.extraction.letters import folded
from app.extraction.lexicon import Lexicon, lexicon
from app.extraction.phrases import Words

_REACH = 160
_SHORT = 3
"""Words of so many letters tell nothing by their ending: "red", "era"."""
_STOP = re.compile(r"(?s:.*)(?:[.!?;]\s|\n[^\S\n]*\n)")
"""All up to the last end of a sentence: "It fell. " of "It fell. On Friday"."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[.!?;]\s|,|\n[^\S\n]*\n")


class Tense(IntEnum):
    """Direction of time that a clause speaks in."""

    PAST = -1
    UNKNOWN = 0
    FUTURE = 1


def tense_at(text: str, start: int, end: int, language: str, plans: bool = True) -> Tense:
    """The tense of the clause that holds the words: of the nearest verb before them, else of the first after them.

    Verbs in the present that may tell of a plan ("meets on Tuesday") are of the future, unless `plans` is False: in a
    story they tell of the past.
    """
    words = lexicon(language)
    around = _Around(text, start, end, words)
    order = words.listed("tense", "order") or ("before", "after")
    found = next((found for place in order if (found := _there(place, around, words, plans))), Tense.UNKNOWN)
    return Tense.PAST if found is Tense.FUTURE and _is_hearsay(around, words) else found


@dataclass(frozen=True)
class _Around:
    """The words beside an expression, each side read when it is asked for."""

    text: str
    start: int
    end: int
    words: Lexicon

    @cached_property
    def before(self) -> Sequence[str]:
        """Those of its sentence before it, running away from it."""
        first = max(0, self.start - _REACH)
        stop = _STOP.match(self.text, first, self.start)
        return _words(self.text, stop.end() if stop else first, self.start, self.words)[::-1]

    @cached_property
    def after(self) -> Sequence[str]:
        """Those behind it."""
        return _words(self.text, self.end, min(len(self.text), self.end + _REACH), self.words)


def _is_hearsay(around: _Around, words: Lexicon) -> bool:
    """Whether a modal tells what is said to have been: "sollen am Mittwoch … überfallen haben"."""
    modals, ends = words.listed("tense", "hearsay_modals"), words.listed("tense", "hearsay_ends")
    if not modals:
        return False
    near = list(takewhile(_is_no_comma, takewhile(_within_sentence, around.after)))
    told = [*takewhile(_within_sentence, around.before), *near]
    return any(word in modals for word in told) and any(word in ends for word in near)


def is_arranged(text: str, start: int, end: int, language: str) -> bool:
    """Whether the sentence tells of something set for a day: "called a vote on 2 July", "postponed to 2 July"."""
    around, arranging = _Around(text, start, end, lexicon(language)), _arranging(language)
    told = (*takewhile(_within_sentence, around.before), *takewhile(_within_sentence, around.after))
    leading = next(iter(around.before), "")
    return leading in lexicon(language).listed("tense", "set_for") or any(
        part in arranging for word in told for part in word.split("'")
    )


@cache
def _arranging(language: str) -> Words:
    return Words.of(lexicon(language).listed("tense", "arranging"))


def is_kept(text: str, start: int, end: int, language: str) -> bool:
    """Whether a deadline is one that was kept: "had fallen by Friday", "by Friday it had"; not "set one by Friday".

    `start` is where its preposition begins.
    """
    words = lexicon(language)
    past, perfect = words.table("PAST"), words.listed("tense", "perfect")
    before = list(takewhile(_within_sentence, _words(text, max(0, start - _REACH), start, words)[::-1]))
    after = takewhile(_within_sentence, _words(text, end, min(len(text), end + _REACH), words)[:_CLOSE])
    if not before:
        return any(word in perfect for word in after)
    verb = before[0] in past or _ends(before[0], words.listed("tense", "past_endings"))
    return verb and any(word in perfect for word in before[1:3])


_CLOSE = 8


def _there(place: str, around: _Around, words: Lexicon, plans: bool) -> Tense:
    """The tense at a place where data tell to look: "before", "after", or "clause before" and "clause after", up to a comma."""
    backwards = place.endswith("before")
    found = around.before if backwards else around.after
    near = takewhile(_is_no_comma, found) if place.startswith("clause ") else (one for one in found if one != ",")
    return _first(list(near), words, backwards, plans)


def _is_no_comma(word: str) -> bool:
    return word != ","


def _words(text: str, start: int, end: int, words: Lexicon) -> list[str]:
    """The words between two places in small letters, but for names: "May" says nothing of the future, "may" does."""
    names = words.names
    found = _WORD.findall(text, start, end)
    return [small for word in found if (small := folded(word)) not in names or not word[0].isupper()]


def _first(found: list[str], words: Lexicon, backwards: bool, plans: bool) -> Tense:
    """The tense of the first telling word; `found` runs away from the expression."""
    future, present, past = words.table("FUTURE"), words.table("PRESENT"), words.table("PAST")
    endings, coming = words.listed("tense", "past_endings"), words.listed("tense", "future_endings")
    begun, others = words.listed("tense", "future_beginnings"), words.table("TENSELESS")
    adjectival = words.listed("tense", "adjectival")
    verb_second = "verb_second" in words.listed("tense", "habits")
    for index, word in enumerate(found):
        if not _within_sentence(word):
            return Tense.UNKNOWN
        beside = found[index + 1] if index + 1 < len(found) else ""
        before = beside if backwards else found[index - 1] if index else ""
        pair = f"{beside} {word}" if backwards else f"{word} {beside}"
        leads_on = (coming or begun) and _ends_or_begins(word, coming, begun) and word not in others
        if word in future or pair in future or leads_on:
            return Tense.FUTURE
        if word in present and (backwards or verb_second):
            near = _first(found[index + 1 : index + 4], words, backwards, plans)
            return near or (Tense.FUTURE if plans else Tense.UNKNOWN)
        ended = _ends(word, endings) and word not in others and before not in adjectival
        if word in past or pair in past or ended:
            helping = takewhile(_within_sentence, found[index + 1 : index + 5]) if backwards else ()
            return Tense.FUTURE if _governed(list(helping), words) else Tense.PAST
    return Tense.UNKNOWN


def _ends(word: str, endings: tuple[str, ...]) -> bool:
    return len(word) > _SHORT and word.endswith(endings)


def _ends_or_begins(word: str, endings: tuple[str, ...], beginnings: tuple[str, ...]) -> bool:
    return len(word) > _SHORT and (word.endswith(endings) or word.startswith(beginnings))


def _within_sentence(word: str) -> bool:
    return word[0] not in ".!?;\n"


def _governed(near: list[str], words: Lexicon) -> bool:
    """Whether a participle hangs on a word of the future: "held" of "are to be held"; `near` runs backwards from it."""
    future = words.table("FUTURE")
    pairs = [f"{before} {word}" for word, before in pairwise(near)]
    return any(word in future for word in near[:3]) or any(pair in future for pair in pairs)

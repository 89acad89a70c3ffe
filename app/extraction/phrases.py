"""Phrases of several words, some with choices and gaps, found in one pass over a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.extraction.letters import folded
from app.extraction.sentences import words_of

Meaning = TypeVar("Meaning")

_LONGEST_GAP = 3
_MOST_REMEMBERED = 50_000
_CLOSES_GAP = frozenset('.,;:!?()“”"')


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, some given by how they begin or end: "rebel*" is rebel, rebels, rebellion, "*wards" is towards."""

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    @classmethod
    def of(cls, words: Iterable[str]) -> "Words":
        """The words as data spell them."""
        listed = [folded(word) for word in words]
        stems = tuple(sorted(word.removesuffix("*") for word in listed if word.endswith("*")))
        endings = tuple(sorted(word.removeprefix("*") for word in listed if word.startswith("*")))
        return cls(frozenset(word for word in listed if "*" not in word), stems, endings)

    def __contains__(self, word: str) -> bool:
        return word in self.exact or word.startswith(self.stems) or word.endswith(self.endings)


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: the words that may stand there, or a gap of up to three words of any sort."""

    words: Words
    gap: bool = False
    marked: bool = False
    """Whether data mark it as the word that is inflected."""
    given: bool = False
    """Whether its words come from a class and stand as they are."""


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase in a sentence, from one word to another (exclusive)."""

    start: int
    end: int
    meaning: Meaning


_Rest = tuple[Element, ...]


class Phrases(Generic[Meaning]):
    """Phrases indexed by their first word."""

    def __init__(self, entries: Iterable[tuple[Sequence[Element], Meaning]] = ()) -> None:
        self._by_first: dict[str, list[tuple[_Rest, Meaning]]] = defaultdict(list)
        self._by_stem: dict[str, list[tuple[_Rest, Meaning]]] = defaultdict(list)
        self._by_ending: dict[str, list[tuple[_Rest, Meaning]]] = defaultdict(list)
        for elements, meaning in entries:
            for word in sorted(elements[0].words.exact):
                self._by_first[word].append((tuple(elements[1:]), meaning))
            for stem in elements[0].words.stems:
                self._by_stem[stem].append((tuple(elements[1:]), meaning))
            for ending in elements[0].words.endings:
                self._by_ending[ending].append((tuple(elements[1:]), meaning))
        self._stem_lengths = sorted({len(stem) for stem in self._by_stem})
        self._ending_lengths = sorted({len(ending) for ending in self._by_ending})
        self._begun: dict[str, tuple[tuple[_Rest, Meaning], ...]] = {}

    def find(self, words: Sequence[str]) -> list[Found[Meaning]]:
        """Every phrase that the words hold, overlapping ones too."""
        found: list[Found[Meaning]] = []
        for start, word in enumerate(words):
            for rest, meaning in self._beginning(word):
                end = _match(words, start + 1, rest)
                if end:
                    found.append(Found(start, end, meaning))
        return found

    def _beginning(self, word: str) -> tuple[tuple[_Rest, Meaning], ...]:
        """What may follow the word, remembered: most words of a text come again, and few begin a phrase."""
        begun = self._begun.get(word)
        if begun is None:
            if len(self._begun) >= _MOST_REMEMBERED:
                self._begun.clear()
            begun = self._begun[word] = tuple(self._looked_up(word))
        return begun

    def _looked_up(self, word: str) -> Iterator[tuple[_Rest, Meaning]]:
        yield from self._by_first.get(word, ())
        for length in self._stem_lengths:
            if length <= len(word):
                yield from self._by_stem.get(word[:length], ())
        for length in self._ending_lengths:
            if length <= len(word):
                yield from self._by_ending.get(word[-length:], ())


def _match(words: Sequence[str], at: int, rest: _Rest) -> int:
    """Where the rest of a phrase ends if it begins at the index, else 0."""
    for number, element in enumerate(rest):
        if element.gap:
            return _match_gap(words, at, rest[number + 1 :])
        if at >= len(words) or words[at] not in element.words:
            return 0
        at += 1
    return at


def _match_gap(words: Sequence[str], at: int, rest: _Rest) -> int:
    for skipped in range(_LONGEST_GAP + 1):
        end = _match(words, at + skipped, rest)
        if end or at + skipped >= len(words) or words[at + skipped] in _CLOSES_GAP:
            return end
    return 0


def elements(phrase: str, classes: Mapping[str, Iterable[str]]) -> list[Element]:
    """The parts of a phrase as data spell it: "a|b" either word, "{name}" a class of words, ".." a gap, "a~" is marked."""
    return [element for part in phrase.split() for element in _elements(part, classes)]


def _elements(part: str, classes: Mapping[str, Iterable[str]]) -> Iterator[Element]:
    if part == "..":
        yield Element(Words(), gap=True)
        return
    choices = part.removesuffix("~").split("|")
    if len(choices) == 1 and not choices[0].startswith("{"):
        for word in words_of(choices[0].strip("*")):
            spelt = "*" * choices[0].startswith("*") + word + "*" * choices[0].endswith("*")
            yield Element(Words.of([spelt]), marked=part.endswith("~"))
        return
    given = [word for choice in choices if choice.startswith("{") for word in classes[choice.strip("{}")]]
    plain = [choice for choice in choices if not choice.startswith("{")]
    yield Element(Words.of([*plain, *given]), marked=part.endswith("~"), given=bool(given))

"""Phrases of several words, some with choices and gaps, found in one pass over a sentence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")
Element = frozenset[str]

GAP: Element = frozenset({".."})
_LONGEST_GAP = 3
_CLOSES_GAP = frozenset('.,;:!?()“”"')


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase in a sentence, from one word to another (exclusive)."""

    start: int
    end: int
    meaning: Meaning


class Phrases(Generic[Meaning]):
    """Phrases indexed by their first word."""

    def __init__(self, entries: Iterable[tuple[Sequence[Element], Meaning]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[Element, ...], Meaning]]] = defaultdict(list)
        for elements, meaning in entries:
            for word in elements[0]:
                self._by_first[word].append((tuple(elements[1:]), meaning))

    def find(self, words: Sequence[str]) -> list[Found[Meaning]]:
        """Every phrase that the words hold, overlapping ones too."""
        found: list[Found[Meaning]] = []
        for start, word in enumerate(words):
            for rest, meaning in self._by_first.get(word, ()):
                end = _match(words, start + 1, rest)
                if end:
                    found.append(Found(start, end, meaning))
        return found


def _match(words: Sequence[str], at: int, rest: tuple[Element, ...]) -> int:
    """Where the rest of a phrase ends if it begins at the index, else 0."""
    for number, element in enumerate(rest):
        if element is GAP:
            return _match_gap(words, at, rest[number + 1 :])
        if at >= len(words) or words[at] not in element:
            return 0
        at += 1
    return at


def _match_gap(words: Sequence[str], at: int, rest: tuple[Element, ...]) -> int:
    for skipped in range(_LONGEST_GAP + 1):
        end = _match(words, at + skipped, rest)
        if end or at + skipped >= len(words) or words[at + skipped] in _CLOSES_GAP:
            return end
    return 0


def elements(phrase: str, classes: Mapping[str, Iterable[str]]) -> list[Element]:
    """The parts of a phrase as data spell it: "a|b" either word, "{name}" a class of words, ".." a gap."""
    return [_element(part, classes) for part in phrase.split()]


def _element(part: str, classes: Mapping[str, Iterable[str]]) -> Element:
    if part == "..":
        return GAP
    if part.startswith("{"):
        return frozenset(classes[part.strip("{}")])
    return frozenset(part.split("|"))

"""Phrases of several words, some with choices and gaps, found in one pass over a sentence."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from app.extraction.letters import folded
from app.extraction.sentences import words_of

Meaning = TypeVar("Meaning")

LONGEST_GAP = 3
"""Words that a gap skips in a language that does not say otherwise."""
_MOST_REMEMBERED = 50_000
_CLOSES_GAP = frozenset('.,;:!?()“”"«»„')
_BOTH_WAYS = " & "


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words, some given by how they begin or end: "rebel*" is rebel, rebels, rebellion, "*wards" is towards."""

    exact: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    open: bool = field(init=False, repr=False, compare=False)
    """Whether some of them are given by how they begin or end."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "open", bool(self.stems or self.endings))

    @classmethod
    def of(cls, words: Iterable[str]) -> "Words":
        """The words as data spell them."""
        listed = [folded(word) for word in words]
        stems = tuple(sorted(word.removesuffix("*") for word in listed if word.endswith("*")))
        endings = tuple(sorted(word.removeprefix("*") for word in listed if word.startswith("*")))
        return cls(frozenset(word for word in listed if "*" not in word), stems, endings)

    def __contains__(self, word: str) -> bool:
        return word in self.exact or (self.open and (word.startswith(self.stems) or word.endswith(self.endings)))


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: the words that may stand there, or a gap of a few words of any sort."""

    words: Words
    gap: bool = False
    marked: bool = False
    """Whether data mark it as the word that is inflected."""
    given: bool = False
    """Whether its words come from a class and stand as they are."""
    before: Words | None = None
    """Of a word that ends its clause: the words that may stand behind it, besides punctuation."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What a gap in a phrase may skip: up to so many words, none of them closing it, as punctuation always does."""

    longest: int = LONGEST_GAP
    closing: frozenset[str] = _CLOSES_GAP


PLAIN_GAP = Gap()


class Found(NamedTuple, Generic[Meaning]):
    """A phrase in a sentence, from one word to another (exclusive)."""

    start: int
    end: int
    meaning: Meaning


_Rest = tuple[Element, ...]
_NO_WORDS: frozenset[str] = frozenset()


class _Begun(Generic[Meaning]):
    """The phrases that begin with one word, looked up by the words behind it."""

    def __init__(self, following: Sequence[tuple[_Rest, Meaning]]) -> None:
        self._following = following
        self._by_second: dict[str, list[int]] = defaultdict(list)
        self._by_near: dict[str, list[int]] = defaultdict(list)
        self._always: list[int] = []
        for number, (rest, _) in enumerate(following):
            second, near = _fixed(rest), _fixed(rest[1:]) if rest and rest[0].gap else _NO_WORDS
            for word in second:
                self._by_second[word].append(number)
            for word in near:
                self._by_near[word].append(number)
            if not second and not near:
                self._always.append(number)
        if self._always:
            self._by_second = {word: sorted(numbers + self._always) for word, numbers in self._by_second.items()}
        self._near = frozenset(self._by_near)
        self._any = len(self._always) == len(following)
        self.seconds = _NO_WORDS if self._always or self._near else frozenset(self._by_second)
        """The words one of which must come next; none where others may."""

    def going_on(self, words: Sequence[str], at: int, longest: int) -> Iterable[tuple[_Rest, Meaning]]:
        """Those that the words from a place on do not exclude, in the order of the data."""
        if self._any or at == len(words):
            return self._following
        numbers = self._by_second.get(words[at], self._always)
        if self._near:
            within = self._near.intersection(words[at : at + longest + 1])
            if within:
                numbers = sorted({*numbers, *chain.from_iterable(self._by_near[word] for word in within)})
        return map(self._following.__getitem__, numbers)


class _Remembered(dict[str, _Begun[Meaning] | None]):
    """What may follow a word, kept: most words of a text come again, and few begin a phrase."""

    def __init__(self, look_up: Callable[[str], Iterator[tuple[_Rest, Meaning]]]) -> None:
        super().__init__()
        self._look_up = look_up

    def __missing__(self, word: str) -> _Begun[Meaning] | None:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        following = list(self._look_up(word))
        self[word] = found = _Begun(following) if following else None
        return found


def _fixed(rest: _Rest) -> frozenset[str]:
    """The words one of which must come next; none where a phrase is over, or is open for more than a few words."""
    if not rest or rest[0].gap or rest[0].words.stems or rest[0].words.endings:
        return frozenset()
    return rest[0].words.exact


class Phrases(Generic[Meaning]):
    """Phrases indexed by their first two words."""

    def __init__(self, entries: Iterable[tuple[Sequence[Element], Meaning]] = (), gap: Gap = PLAIN_GAP) -> None:
        self._gap = gap
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
        self._begun = _Remembered(self._looked_up)

    def find(self, words: Sequence[str]) -> list[Found[Meaning]]:
        """Every phrase that the words hold, overlapping ones too."""
        begun = list(map(self._begun.__getitem__, words))
        if not any(begun):
            return []
        found: list[Found[Meaning]] = []
        for (start, following), second in zip(enumerate(begun), (*words[1:], ""), strict=True):
            if following and (not following.seconds or second in following.seconds):
                self._go_on(words, start, following, found)
        return found

    def _go_on(self, words: Sequence[str], start: int, following: _Begun[Meaning], found: list[Found[Meaning]]) -> None:
        for rest, meaning in following.going_on(words, start + 1, self._gap.longest):
            end = _match(words, start + 1, rest, self._gap) if rest else start + 1
            if end:
                found.append(Found(start, end, meaning))

    def _looked_up(self, word: str) -> Iterator[tuple[_Rest, Meaning]]:
        yield from self._by_first.get(word, ())
        for length in self._stem_lengths:
            if length <= len(word):
                yield from self._by_stem.get(word[:length], ())
        for length in self._ending_lengths:
            if length <= len(word):
                yield from self._by_ending.get(word[-length:], ())


def _match(words: Sequence[str], at: int, rest: _Rest, gap: Gap) -> int:
    """Where the rest of a phrase ends if it begins at the index, else 0."""
    for number, element in enumerate(rest):
        if element.gap:
            return _match_gap(words, at, rest[number + 1 :], gap)
        if at >= len(words):
            return 0
        if words[at] not in (element.words if element.words.open else element.words.exact):
            return 0
        if element.before is not None and not _ends_where_it_must(words, at, element.before):
            return 0
        at += 1
    return at


def _ends_where_it_must(words: Sequence[str], at: int, before: Words) -> bool:
    after = words[at + 1] if at + 1 < len(words) else "."
    return not after[0].isalnum() or after in before


def _match_gap(words: Sequence[str], at: int, rest: _Rest, gap: Gap) -> int:
    if not rest:
        return at
    within = words[at : at + gap.longest + 1]
    if not rest[0].gap and not rest[0].words.open and rest[0].words.exact.isdisjoint(within):
        return 0
    for place, word in enumerate(within, at):
        end = _match(words, place, rest, gap)
        if end or word in gap.closing:
            return end
    return 0


def both_ways(phrase: str) -> list[str]:
    """ "a & b" as data spell it: a before b, or b before a, whose first word stays the one that is inflected."""
    if _BOTH_WAYS not in phrase:
        return [phrase]
    first, second = phrase.split(_BOTH_WAYS, 1)
    head, _, rest = first.partition(" ")
    marked = first if "~" in first else f"{head}~ {rest}".strip()
    return [f"{marked} .. {second}", f"{second} .. {marked}"]


def elements(
    phrase: str, classes: Mapping[str, Iterable[str]], elisions: frozenset[str] = frozenset()
) -> list[Element]:
    """The parts of a phrase as data spell it: "a|b" either word, "{name}" a class of words, ".." a gap, "a~" is marked."""
    return [element for part in phrase.split() for element in _elements(part, classes, elisions)]


def _elements(part: str, classes: Mapping[str, Iterable[str]], elisions: frozenset[str]) -> Iterator[Element]:
    if part == "..":
        yield Element(Words(), gap=True)
        return
    choices = part.removesuffix("~").split("|")
    if len(choices) == 1 and not choices[0].startswith("{"):
        before, behind = "*" * choices[0].startswith("*"), "*" * choices[0].endswith("*")
        for word in words_of(choices[0].strip("*"), elisions):
            yield Element(Words.of([before + word + behind]), marked=part.endswith("~"))
        return
    given = [word for choice in choices if choice.startswith("{") for word in classes[choice.strip("{}")]]
    plain = [choice for choice in choices if not choice.startswith("{")]
    yield Element(Words.of([*plain, *given]), marked=part.endswith("~"), given=bool(given))

"""Where an event happened: of the places that a text names, those that the words around its clause speak for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.extraction.clause import Clause
from app.extraction.place_strength import Strength, strength_of
from app.extraction.placenames import LARGE, PlaceName, place_names, place_words
from app.extraction.reading import Reading
from app.extraction.vocabulary import Vocabulary

_ACTING = frozenset({"talks", "agreement", "sanction", "statement"})
"""Kinds of which states are the actors: "Ethiopia and Eritrea ended their war" tells no place."""
_ANYWHERE = frozenset({"sanction", "statement", "politics"})
"""Kinds of acts that need no place: without one of their own they have none."""
_DATELINE = 9
"""Words among which the dash stands behind the place of a dateline."""
_DASHES = frozenset("-–—")
_TOP = 4
"""Sentences among which a dateline stands."""
_MAIN = 2
"""How often at least a place is named that the text is about."""
_HEADING = 2
"""How much more a place counts that a headline names."""


class _Place(NamedTuple):
    name: PlaceName
    strength: Strength


@dataclass(slots=True)
class _Told:
    """The places named so far, of one size, and which of them is meant by a word that points back."""

    counts: Counter[str] = field(default_factory=Counter)
    all: int = 0
    main: str = ""
    last: str = ""

    def tell(self, name: str) -> None:
        self.counts[name] += 1
        self.all += 1
        self.last = name
        if self.counts[name] > self.counts[self.main]:
            self.main = name

    def meant(self) -> str:
        """The one that the text is about, if it is named more often than all others together, else the last."""
        times = self.counts[self.main]
        return self.main if times >= _MAIN and 2 * times > self.all else self.last


@dataclass(slots=True)
class Whereabouts:
    """Where the events of a text happen, asked for in their order."""

    vocabulary: Vocabulary
    readings: Sequence[Reading]
    _known: dict[int, list[_Place]] = field(default_factory=dict)
    _small: _Told = field(default_factory=_Told)
    _large: _Told = field(default_factory=_Told)
    _told_to: int = 0
    _of_all: tuple[str, ...] | None = None
    _paragraph: int = -1
    _reached: tuple[str, ...] = ()

    def of(self, reading: Reading, clause: Clause, kind: str) -> tuple[str, ...]:
        """The places of an event: named in its clause or sentence, pointed back to, of its paragraph, or of the text."""
        if reading.sentence.paragraph != self._paragraph:
            self._paragraph, self._reached = reading.sentence.paragraph, ()
        found = self._named(reading, clause, kind) or self._pointed_at(reading, clause)
        self._reached = found or self._reached
        return self._reached or (() if kind in _ANYWHERE else self._of_text())

    def _named(self, reading: Reading, clause: Clause, kind: str) -> tuple[str, ...]:
        every = self._places(reading)
        own = [one for one in every if one.name.start in clause]
        near = [one for one in own if one.strength >= Strength.GOOD]
        weak = [one for one in own if not _acts(one, kind)]
        far = [one for one in every if one.strength >= Strength.GOOD]
        return _spelt(near or (far or weak if kind in _ACTING else weak or far))

    def _pointed_at(self, reading: Reading, clause: Clause) -> tuple[str, ...]:
        """The place told last where the clause points back to it: "there", "the town"; "the country" is a large one."""
        words, lower = place_words(self.vocabulary.language), reading.sentence.lower
        if words.pointing.isdisjoint(lower):
            return ()
        back, settlements, lands = words.of("there"), words.of("settlements"), words.of("lands")
        there = any(lower[i] in back or self._is_the(reading, i, settlements) for i in clause.indices)
        large = not there and any(self._is_the(reading, i, lands) for i in clause.indices)
        if not there and not large:
            return ()
        self._tell_before(reading)
        meant = self._small.meant() if there else self._large.meant()
        return (meant,) if meant else ()

    def _is_the(self, reading: Reading, i: int, nouns: frozenset[str]) -> bool:
        """ "The town", not "the town of Kafra" or "a town"."""
        lower, sets = reading.sentence.lower, self.vocabulary.clause_words
        if lower[i] not in nouns:
            return False
        after = lower[i + 1] if i + 1 < len(lower) else "."
        definite = "no_capitals" in self.vocabulary.habits or (i > 0 and lower[i - 1] in sets["articles"])
        return definite and after not in sets["noun_links"]

    def _tell_before(self, reading: Reading) -> None:
        """Take in the places that are named before a sentence."""
        start = reading.sentence.span.start
        while self._told_to < len(self.readings) and self.readings[self._told_to].sentence.span.start < start:
            for one in self._places(self.readings[self._told_to]):
                if one.strength >= Strength.GOOD or one.name.sort is not None:
                    (self._large if one.name.sort in LARGE else self._small).tell(one.name.spelt)
            self._told_to += 1

    def _of_text(self) -> tuple[str, ...]:
        """The place of the dateline, else the one that the text names most, in its headlines above all."""
        if self._of_all is None:
            dateline = next(filter(None, map(self._dateline, self.readings[:_TOP])), "")
            most = dateline or self._most_named()
            self._of_all = (most,) if most else ()
        return self._of_all

    def _most_named(self) -> str:
        counts: Counter[str] = Counter()
        for reading in self.readings:
            heading = reading.sentence.heading
            for one in self._places(reading):
                if heading or one.strength >= Strength.GOOD:
                    counts[one.name.spelt] += _HEADING if heading else 1
        most = max(counts, key=lambda spelt: counts[spelt], default="")
        return most if counts[most] > 1 else ""

    def _dateline(self, reading: Reading) -> str:
        """The place before the dash with which a report begins: "QUITO - ", "GENEVA (Agency) — "."""
        sentence = reading.sentence
        dashes = (
            i
            for i, word in enumerate(sentence.words[:_DATELINE])
            if word in _DASHES and i and sentence.starts[i] > sentence.ends[i - 1]
        )
        if next(dashes, None) is None:
            return ""
        first = next(iter(place_names(sentence, reading.date_words, self.vocabulary)), None)
        return first.spelt if first and first.start == 0 and first.sort is not None else ""

    def _places(self, reading: Reading) -> list[_Place]:
        start = reading.sentence.span.start
        if start not in self._known:
            names = place_names(reading.sentence, reading.date_words, self.vocabulary)
            ranked = [_Place(name, strength_of(reading, name, self.vocabulary)) for name in names]
            self._known[start] = [one for one in ranked if one.strength]
        return self._known[start]


def _spelt(places: Iterable[_Place]) -> tuple[str, ...]:
    """The names, each once, those that are surely places first."""
    ordered = sorted(places, key=lambda one: one.strength is not Strength.SURE)
    return tuple(dict.fromkeys(one.name.spelt for one in ordered))


def _acts(place: _Place, kind: str) -> bool:
    return place.strength is Strength.BARE and place.name.sort in LARGE and kind in _ACTING

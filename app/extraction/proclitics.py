"""Short words that are written as one with the next: "وقال" is "و" and "قال", "بحلول" is "ب" and "حلول"."""

from collections.abc import Set
from dataclasses import dataclass

from app.extraction.letters import folded

_MOST = 2
"""Proclitics that one word can begin with: "فبعد", "وبحلول"."""
_SHORTEST = 2
"""Letters of a word behind a proclitic."""


@dataclass(frozen=True, slots=True)
class Proclitics:
    """The proclitics of a language, and the words that it knows: what it knows as a whole is never parted."""

    letters: frozenset[str] = frozenset()
    known: Set[str] = frozenset()
    stems: tuple[str, ...] = ()
    """Beginnings of further words that the language knows."""

    def __bool__(self) -> bool:
        return bool(self.letters)

    def parted(self, word: str, start: int) -> list[tuple[str, int, int]]:
        """The word that begins at a place in the text, in parts, each with its start and end."""
        cuts = self._cuts(word)
        ends = [*cuts[1:], len(word)]
        return [(word[cut:end], start + cut, start + end) for cut, end in zip(cuts, ends, strict=True)]

    def _cuts(self, word: str) -> list[int]:
        """Where the parts of a word begin; 0 alone unless what is behind its proclitics is a known word."""
        cuts, cut = [0], 0
        while len(cuts) <= _MOST and word[cut : cut + 1] in self.letters and not self._knows(word[cut:]):
            cut += 1
            cuts.append(cut)
        return cuts if cut and len(word) - cut >= _SHORTEST and self._knows(word[cut:]) else [0]

    def _knows(self, word: str) -> bool:
        small = folded(word)
        return small in self.known or small.startswith(self.stems)


NO_PROCLITICS = Proclitics()

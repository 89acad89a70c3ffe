"""What a text and its sentences are about: whether words such as "attack" and "talks" are to be taken at their word."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Topic:
    """Counts of words of conflict, of diplomacy and of daily life."""

    conflict: int
    diplomacy: int
    daily: int
    words: int

    @property
    def density(self) -> float:
        """Words of conflict and diplomacy less those of daily life, in a hundred words."""
        return 100 * (self.conflict + 0.5 * self.diplomacy - self.daily) / max(self.words, 1)

    def __add__(self, other: "Topic") -> "Topic":
        return Topic(
            self.conflict + other.conflict,
            self.diplomacy + other.diplomacy,
            self.daily + other.daily,
            self.words + other.words,
        )


def topic(sentence: Sentence, vocabulary: Vocabulary) -> Topic:
    """The counts of one sentence."""
    conflict, diplomacy, daily = (vocabulary.context[name] for name in ("conflict", "diplomacy", "daily"))
    words = sentence.lower
    return Topic(
        sum(word in conflict for word in words),
        sum(word in diplomacy for word in words),
        sum(word in daily for word in words),
        len(words),
    )


def total(topics: Sequence[Topic]) -> Topic:
    """The counts of several sentences together."""
    return sum(topics, Topic(0, 0, 0, 0))

"""What a text and its sentences are about: whether words such as "attack" and "talks" are to be taken at their word."""

from collections.abc import Sequence
from typing import NamedTuple

from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary


class Topic(NamedTuple):
    """Counts of words that are at home in reports of conflict and politics alone, and of words of daily life."""

    core: int
    daily: int
    words: int

    def in_a_hundred(self, count: int) -> float:
        """So many words as words in a hundred."""
        return 100 * count / max(self.words, 1)


class Setting(NamedTuple):
    """What stands around a sentence: the topic of its text and of its neighbours, and how densely the text tells of days."""

    whole: Topic
    around: Topic
    days: float
    """Clauses in a hundred words that tell of an event by a strong word and by its day."""
    opening: bool
    """Whether the sentence is one of the first, among which headline, byline and summary stand."""


def topic(sentence: Sentence, vocabulary: Vocabulary) -> Topic:
    """The counts of one sentence."""
    told = [sets for word in sentence.lower if (sets := vocabulary.context_of[word])]
    return Topic(sum("core" in sets for sets in told), sum("daily" in sets for sets in told), len(sentence.lower))


def total(topics: Sequence[Topic]) -> Topic:
    """The counts of several sentences together."""
    return Topic(sum(one.core for one in topics), sum(one.daily for one in topics), sum(one.words for one in topics))

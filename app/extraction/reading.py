"""A sentence with everything that rules look at: its clauses, triggers, dates and topic."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.extraction.clause import Clause, Link, Piece
from app.extraction.clauses import clauses
from app.extraction.dated_parts import parted
from app.extraction.sentences import Sentence
from app.extraction.topic import Topic, topic
from app.extraction.triggers import Trigger, triggers
from app.extraction.vocabulary import Vocabulary
from storage.model import DateExpression, DateKind

_NOWHERE: frozenset[int] = frozenset()
"""One for all sentences without dates, of which a text may have very many."""


class PlacedDate(NamedTuple):
    """A date expression and the words of the sentence that it takes up."""

    start: int
    end: int
    expression: DateExpression


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence as the rules see it. Sentences without trigger or date have no clauses."""

    sentence: Sentence
    clauses: tuple[Clause, ...]
    triggers: tuple[Trigger, ...]
    dates: tuple[PlacedDate, ...]
    topic: Topic
    date_words: frozenset[int]
    durations: tuple[PlacedDate, ...] = ()

    @property
    def only_date(self) -> bool:
        """Whether the sentence is nothing but a date: a heading above what happened then."""
        return bool(self.dates) and all(
            i in self.date_words or not word[0].isalpha() for i, word in enumerate(self.sentence.words)
        )

    def triggers_of(self, clause: Clause) -> list[Trigger]:
        """The triggers that begin in the clause."""
        return [trigger for trigger in self.triggers if trigger.start in clause]

    def dates_of(self, clause: Clause) -> list[PlacedDate]:
        """The dates that begin in the clause."""
        return [date for date in self.dates if date.start in clause]


def read(sentence: Sentence, expressions: Sequence[DateExpression], vocabulary: Vocabulary) -> Reading:
    """The sentence with its clauses and what stands in them."""
    placed = tuple(_placed(sentence, expression) for expression in expressions if _tells_time(expression))
    inside = frozenset(i for date in placed for i in range(date.start, date.end)) if placed else _NOWHERE
    found = triggers(sentence, vocabulary, inside)
    parts = _parts(sentence, placed, found, inside, vocabulary) if found or placed else ()
    lasting = tuple(_placed(sentence, one) for one in expressions if one.kind is DateKind.DURATION)
    return Reading(sentence, parts, found, placed, topic(sentence, vocabulary), inside, lasting)


def _parts(
    sentence: Sentence,
    dates: Sequence[PlacedDate],
    found: Sequence[Trigger],
    inside: frozenset[int],
    vocabulary: Vocabulary,
) -> tuple[Clause, ...]:
    if sentence.row:
        whole = Piece(0, len(sentence.words), Link.FIRST)
        return (Clause((whole,), whole),)
    placed = [(date.start, date.end, date.expression) for date in dates]
    heads = [trigger.start for trigger in found]
    return tuple(
        part
        for clause in clauses(sentence, vocabulary, inside)
        for part in parted(clause, sentence, placed, heads, vocabulary)
    )


def _tells_time(expression: DateExpression) -> bool:
    dating = expression.dating
    waits = dating is not None and dating.needs_publication
    return expression.kind in {DateKind.DATE, DateKind.TIME} and (expression.when is not None or waits)


def _placed(sentence: Sentence, expression: DateExpression) -> PlacedDate:
    words = sentence.at(expression.span)
    return PlacedDate(words.start, words.stop, expression)


def is_reporting(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """Whether the clause tells that somebody says something."""
    lower, forms_of = reading.sentence.lower, vocabulary.forms_of
    return any("reporting" in forms_of[lower[i]] for i in clause.indices)


def complement_of(reading: Reading, index: int) -> Clause | None:
    """What is said, where the clause at the index says something."""
    following = reading.clauses[index + 1] if index + 1 < len(reading.clauses) else None
    return following if following and following.core.link is Link.COMPLEMENT else None

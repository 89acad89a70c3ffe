"""Which date an event has: the one in its own clause, one that reaches it from its neighbours, or none."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.extraction.clauses import Clause, Link
from app.extraction.reading import PlacedDate, Reading, is_reporting
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import DateExpression, Dating, When
from storage.when import lasting


class Source(StrEnum):
    """Where an event's date comes from."""

    CLAUSE = "in the clause"
    SIBLING = "in the sentence"
    SAYING = "of the saying"
    BEFORE = "from before"
    PUBLICATION = "publication"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """A date with the reason why it is this one."""

    source: Source
    expression: DateExpression | None = None
    since: bool = False

    @property
    def when(self) -> When | None:
        """The time, open at its end after "since"."""
        when = self.expression.when if self.expression else None
        return lasting(when.earliest, None, when.approximate) if when and self.since else when

    @property
    def dating(self) -> Dating | None:
        """The dating of the expression, told as it is used here."""
        dating = self.expression.dating if self.expression else None
        if dating is None or self.source is not Source.BEFORE or dating.needs_publication:
            return dating
        told = dating.why.rpartition("→")[2].strip()
        return replace(
            dating, rule="carried", why=f"carried over from '{dating.words}' in the sentence before → {told}"
        )


NOTHING = Choice(Source.NONE)


def in_clause(reading: Reading, clause: Clause, trigger: Trigger | None, vocabulary: Vocabulary) -> Choice:
    """The date in the clause that stands nearest to the trigger; behind it counts as nearer than before it."""
    dates = reading.dates_of(clause)
    if not dates:
        return NOTHING
    at = trigger.start if trigger else clause.core.start
    return _choice(Source.CLAUSE, reading, min(dates, key=lambda date: _distance(date, at)), vocabulary)


def _distance(date: PlacedDate, at: int) -> float:
    return date.start - at if date.start >= at else (at - date.end) * 1.5 + 1


def _choice(source: Source, reading: Reading, date: PlacedDate, vocabulary: Vocabulary) -> Choice:
    before = [reading.sentence.lower[i] for i in range(max(0, date.start - 2), date.start + 1)]
    since = bool(vocabulary.clause_words["since"].intersection(before))
    return Choice(source, date.expression, since)


def from_neighbours(reading: Reading, index: int, vocabulary: Vocabulary) -> Choice:
    """A date that reaches the clause from the rest of its sentence."""
    clause = reading.clauses[index]
    for other in _reaching(reading, index, vocabulary):
        dates = reading.dates_of(reading.clauses[other])
        if dates:
            saying = is_reporting(reading, reading.clauses[other], vocabulary) and clause.core.link is Link.COMPLEMENT
            fronted = _fronted(reading, reading.clauses[other])
            if saying or fronted or other > index or clause.core.link is Link.SUBORDINATE:
                return _choice(Source.SAYING if saying else Source.SIBLING, reading, (fronted or dates)[0], vocabulary)
    return NOTHING


def _reaching(reading: Reading, index: int, vocabulary: Vocabulary) -> list[int]:
    """Indices of the clauses whose date may be that of the clause, the likeliest first."""
    clause, found = reading.clauses[index], []
    if index and clause.core.link in {Link.COORDINATED, Link.COMPLEMENT, Link.HARD, Link.COMMA, Link.RELATIVE}:
        found.append(index - 1)
    if index and clause.core.opener in vocabulary.clause_words["together"]:
        found.append(index - 1)
    if index + 1 < len(reading.clauses):
        core = reading.clauses[index + 1].core
        if core.opener in vocabulary.clause_words["together"] or core.link is Link.COORDINATED:
            found.append(index + 1)
    return found


def _fronted(reading: Reading, clause: Clause) -> list[PlacedDate]:
    """Dates at the beginning of the sentence, which hold for all that is told in it."""
    return [date for date in reading.dates_of(clause) if date.start <= 2]

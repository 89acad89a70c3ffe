"""Events out of sentences: which clauses report one, of which kind, when and whether it happened."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.after_events import counted_from_clause, counted_from_event, measure_of
from app.extraction.choosing import APART, DAYS, NOTHING, Choice, Source, from_neighbours, in_clause, sets_day_of
from app.extraction.clause import Clause, Link
from app.extraction.kind import is_phase, kind_of
from app.extraction.reading import Reading, is_reporting
from app.extraction.scoring import ENOUGH, STATEMENT, score
from app.extraction.status import UNREAL, status_of
from app.extraction.story import Story, story_of
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Published, Span, Status

_PRESENT = frozenset({"base", "third"})
_TELLING = frozenset({Source.CLAUSE, Source.SIBLING, Source.MEASURED, Source.SAYING})
"""From these an event has a day of its own, from which the story goes on."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A clause that may report an event, with what speaks for it."""

    reading: Reading
    clause: Clause
    kind: str
    trigger: Trigger | None
    choice: Choice
    status: Status
    score: float

    def span(self, vocabulary: Vocabulary) -> Span:
        """Its place in the text."""
        return self.clause.span(self.reading.sentence, vocabulary)


def candidates(readings: Sequence[Reading], published: Published | None, vocabulary: Vocabulary) -> list[Candidate]:
    """Every clause that could report an event, in order, with its score."""
    story = story_of(readings, published)
    found: list[Candidate] = []
    for reading in readings:
        story.enter(reading)
        for index in range(0 if reading.only_date else len(reading.clauses)):
            candidate = _candidate(reading, index, story, vocabulary)
            if candidate:
                found.append(candidate)
                _remember(story, candidate, vocabulary)
    return found


def _remember(story: Story, candidate: Candidate, vocabulary: Vocabulary) -> None:
    choice = candidate.choice
    sure = candidate.score >= ENOUGH and candidate.trigger is not None and candidate.trigger.entry.strong
    says = candidate.kind == STATEMENT and is_reporting(candidate.reading, candidate.clause, vocabulary)
    if says or (choice.source is Source.SAYING and not sure):
        story.go_on()
        return
    if candidate.trigger and candidate.kind != STATEMENT:
        story.last_entry = candidate.trigger.entry
    aside = _is_aside(candidate, vocabulary)
    if choice.source in _TELLING and candidate.status not in UNREAL and not choice.since and not aside:
        story.tell(candidate.kind, Choice(Source.BEFORE, choice.expression))


def _is_aside(candidate: Candidate, vocabulary: Vocabulary) -> bool:
    """ "They restored relations, severed in June": a participle behind a comma tells of a longer time by the way."""
    core, lower, when = candidate.clause.core, candidate.reading.sentence.lower, candidate.choice.when
    if when is None or when.precision in DAYS:
        return False
    return core.link is Link.COMMA and "participle" in vocabulary.verb_forms.get(lower[core.start], ())


def _candidate(reading: Reading, index: int, story: Story, vocabulary: Vocabulary) -> Candidate | None:
    clause = reading.clauses[index]
    kind, trigger = kind_of(reading, index, vocabulary)
    if story.last_entry and _stands_for_event(reading, clause, vocabulary):
        trigger = Trigger(clause.core.start, clause.core.start + 1, story.last_entry)
        kind = trigger.entry.kind
    if trigger is None and reading.sentence.row and story.column:
        trigger = Trigger(0, 1, story.column)
        kind = trigger.entry.kind
    own = _own(reading, clause, trigger, story, vocabulary)
    if own.source is Source.NONE and (trigger is None or reading.sentence.row):
        return None  # the head of a table names no event, nor does a row without a date
    if (trigger is None and _frames(reading, index, vocabulary)) or sets_day_of(reading, index, vocabulary):
        return None
    told = status_of(reading.sentence, clause, trigger, reading.date_words, vocabulary)
    told = Status.HAPPENED if told is Status.DENIED and _spared(reading, clause, trigger, vocabulary) else told
    told = Status.DENIED if told is Status.HAPPENED and _is_denied(reading, index, vocabulary) else told
    status = _by_date(told, own, trigger, story)
    choice = own if own is not NOTHING else _reached(reading, index, status, story, vocabulary)
    points = score(reading, clause, trigger, choice, status, story.setting, vocabulary)
    return Candidate(reading, clause, kind, trigger, choice, status, points)


def _frames(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    """ "The last one was in May, when a bomb went off": a clause that only says when the next one was."""
    following = reading.clauses[index + 1] if index + 1 < len(reading.clauses) else None
    if following is None or following.core.opener not in vocabulary.clause_words["moments"]:
        return False
    core = reading.clauses[index].core
    being = any("being" in vocabulary.forms_of[reading.sentence.lower[i]] for i in range(core.start, core.end))
    return being and bool(reading.triggers_of(following))


def _spared(reading: Reading, clause: Clause, trigger: Trigger | None, vocabulary: Vocabulary) -> bool:
    """ "No one was killed in the blast": the blast took place."""
    if trigger is None:
        return False
    lower, found = reading.sentence.lower, reading.triggers_of(clause)
    outcome = next((one for one in found if "outcomes" in vocabulary.forms_of[lower[one.start]]), None)
    beside = (one.entry for one in found if outcome and one.start > outcome.start)
    return any(one.kind == trigger.entry.kind and not one.verb for one in beside)


def _is_denied(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the clause is what somebody denies: "denied reports that it had closed the border"."""
    said = index > 0 and reading.clauses[index].core.link is Link.COMPLEMENT
    return said and any(
        "denials" in vocabulary.forms_of[reading.sentence.lower[i]] for i in reading.clauses[index - 1].indices
    )


def _own(reading: Reading, clause: Clause, trigger: Trigger | None, story: Story, vocabulary: Vocabulary) -> Choice:
    """The date in the clause, or what is counted from it or from an event."""
    own = story.placed(in_clause(reading, clause, trigger, vocabulary))
    counted = counted_from_event(reading, clause, story.known, vocabulary)
    anchor = counted.dating.anchor if counted and counted.dating else None
    base = own.expression is None or (anchor is not None and anchor.span == own.expression.span)
    if counted is None and own.expression is None and reading.durations:
        measured = counted_from_clause(reading, reading.clauses.index(clause), vocabulary)
        if measured or measure_of(reading, clause, vocabulary):
            return Choice(Source.MEASURED, measured) if measured else APART
    return Choice(Source.CLAUSE, counted) if counted and base else own


def _stands_for_event(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """ "It runs out on Monday", "they broke down": a pronoun with a verb of no kind of its own tells of the event before."""
    lower, subordinators = reading.sentence.lower, vocabulary.clause_words["subordinators"]
    own = (lower[i] for i in clause.indices if i not in reading.date_words)
    if next((word for word in own if word not in subordinators), "") not in vocabulary.clause_words["anaphors"]:
        return False
    mere = all(is_phase(one, reading, vocabulary) for one in reading.triggers_of(clause))
    return mere and any(
        "phases" in vocabulary.forms_of[lower[i]] for i in clause.indices if i not in reading.date_words
    )


def _by_date(status: Status, choice: Choice, trigger: Trigger | None, story: Story) -> Status:
    """What lies behind the day of publication is still to come; so is what is told of that day in the present."""
    when = choice.when
    if status not in {Status.HAPPENED, Status.ONGOING} or not when or not when.earliest or not story.published:
        return status
    today = story.published.day.day
    present = (
        status is Status.HAPPENED and trigger is not None and trigger.entry.verb and trigger.entry.tags <= _PRESENT
    )
    return Status.PLANNED if when.earliest.day > today or (present and when.earliest.day == today) else status


def _reached(reading: Reading, index: int, status: Status, story: Story, vocabulary: Vocabulary) -> Choice:
    choice = from_neighbours(reading, index, vocabulary)
    if choice.source is Source.SAYING and status in UNREAL:
        return NOTHING
    if choice is not NOTHING:
        return choice
    if status in UNREAL:
        return NOTHING
    return story.reached

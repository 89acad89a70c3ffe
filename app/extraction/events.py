"""Events out of sentences: which clauses report one, of which kind, when and whether it happened."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.after_events import counted_from_event
from app.extraction.choosing import NOTHING, Choice, Source, from_neighbours, in_clause
from app.extraction.clause import Clause, Link
from app.extraction.reading import Reading, complement_of, is_reporting
from app.extraction.scoring import STATEMENT, score
from app.extraction.status import UNREAL, status_of
from app.extraction.story import Story, story_of
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Published, Span, Status

OTHER = "other"
_COMPANY = 0.15
_MOST_COMPANY = 3
_NEAR = 4
"""Words between a noun and the relative clause that belongs to it."""
_GERUND = frozenset({"ing"})
_PRESENT = frozenset({"base", "third"})


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
                _remember(story, candidate)
    return found


def _remember(story: Story, candidate: Candidate) -> None:
    choice = candidate.choice
    if candidate.trigger and candidate.kind != STATEMENT:
        story.last_entry = candidate.trigger.entry
    if choice.source in {Source.CLAUSE, Source.SIBLING} and candidate.status not in UNREAL and not choice.since:
        story.tell(candidate.kind, Choice(Source.BEFORE, choice.expression))


def _candidate(reading: Reading, index: int, story: Story, vocabulary: Vocabulary) -> Candidate | None:
    clause = reading.clauses[index]
    kind, trigger = _kind(reading, index, vocabulary)
    if story.last_entry and _stands_for_event(reading, clause, vocabulary):
        trigger = Trigger(clause.core.start, clause.core.start + 1, story.last_entry)
        kind = trigger.entry.kind
    own = _own(reading, clause, trigger, story, vocabulary)
    if trigger is None and (own is NOTHING or _frames(reading, index, vocabulary)):
        return None
    told = status_of(reading.sentence, clause, trigger, reading.date_words, vocabulary)
    told = Status.DENIED if told is Status.HAPPENED and _is_denied(reading, index, vocabulary) else told
    status = _by_date(told, own, trigger, story)
    choice = own if own is not NOTHING else _reached(reading, index, status, story, vocabulary)
    points = score(reading, clause, trigger, choice, status, story.topic, vocabulary)
    return Candidate(reading, clause, kind, trigger, choice, status, points)


def _frames(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    """ "The last one was in May, when a bomb went off": a clause that only says when the next one was."""
    following = reading.clauses[index + 1] if index + 1 < len(reading.clauses) else None
    if following is None or following.core.opener not in vocabulary.clause_words["moments"]:
        return False
    core = reading.clauses[index].core
    being = any(reading.sentence.lower[i] in vocabulary.forms["being"] for i in range(core.start, core.end))
    return being and bool(reading.triggers_of(following))


def _is_denied(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    """Whether the clause is what somebody denies: "denied reports that it had closed the border"."""
    said = index > 0 and reading.clauses[index].core.link is Link.COMPLEMENT
    return said and any(
        reading.sentence.lower[i] in vocabulary.forms["denials"] for i in reading.clauses[index - 1].indices
    )


def _own(reading: Reading, clause: Clause, trigger: Trigger | None, story: Story, vocabulary: Vocabulary) -> Choice:
    """The date in the clause, or what is counted from it or from an event."""
    own = story.placed(in_clause(reading, clause, trigger, vocabulary))
    counted = counted_from_event(reading, clause, story.known, vocabulary)
    anchor = counted.dating.anchor if counted and counted.dating else None
    base = own.expression is None or (anchor is not None and anchor.span == own.expression.span)
    return Choice(Source.CLAUSE, counted) if counted and base else own


def _kind(reading: Reading, index: int, vocabulary: Vocabulary) -> tuple[str, Trigger | None]:
    """The kind for which most speaks, with its best trigger."""
    clause = reading.clauses[index]
    found = reading.triggers_of(clause)
    attributes = index > 0 and clause.core.link is Link.COMMA and is_reporting(reading, clause, vocabulary)
    if attributes or complement_of(reading, index):
        found = [one for one in found if one.entry.kind == STATEMENT] or found
    found = _without_reacted_to(found, reading, clause, vocabulary)
    if not found and clause.core.link is Link.ELLIPTIC and index:
        return _kind(reading, index - 1, vocabulary)
    before = _antecedent(reading, clause)
    if before and all(_is_phase(one, reading, vocabulary) for one in found):
        return before.entry.kind, before
    if not found:
        return OTHER, None
    weights = {trigger: _bearing(trigger, reading, clause, found, vocabulary) for trigger in found}
    sums: dict[str, float] = defaultdict(float)
    for trigger, weight in weights.items():
        sums[trigger.entry.kind] = max(sums[trigger.entry.kind], weight) + 0.2
    for kind in sums:
        sums[kind] += _COMPANY * _company(kind, reading, clause, vocabulary)
    telling = [kind for kind in sums if kind != STATEMENT and not _only_phases(kind, found, reading, vocabulary)]
    kind = max(sorted(telling or sums, key=lambda kind: kind == OTHER), key=lambda kind: sums[kind])
    return kind, max((one for one in found if one.entry.kind == kind), key=lambda one: weights[one])


def _company(kind: str, reading: Reading, clause: Clause, vocabulary: Vocabulary) -> int:
    """How many words of the clause are at home with the kind, up to three."""
    words = vocabulary.company[kind]
    return min(_MOST_COMPANY, sum(reading.sentence.lower[i] in words for i in clause.indices))


def _antecedent(reading: Reading, clause: Clause) -> Trigger | None:
    """The noun to which a relative clause belongs: "talks that opened on Monday"."""
    if clause.core.link is not Link.RELATIVE:
        return None
    before = [one for one in reading.triggers if 0 <= clause.core.start - one.end <= _NEAR]
    return before[-1] if before else None


def _without_reacted_to(
    found: list[Trigger], reading: Reading, clause: Clause, vocabulary: Vocabulary
) -> list[Trigger]:
    """Without the nouns behind "condemned" or "investigated": they tell of what had happened before."""
    core = range(clause.core.start, clause.core.end)
    verb = next((i for i in core if reading.sentence.lower[i] in vocabulary.forms["reactions"]), None)
    return [one for one in found if verb is None or one.entry.verb or one.start < verb]


def _stands_for_event(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """ "It runs out on Monday", "they broke down": a pronoun with a verb of no kind of its own tells of the event before."""
    words = [reading.sentence.lower[i] for i in clause.indices if i not in reading.date_words]
    first = next((word for word in words if word not in vocabulary.clause_words["subordinators"]), "")
    mere = all(_is_phase(one, reading, vocabulary) for one in reading.triggers_of(clause))
    return first in vocabulary.clause_words["anaphors"] and mere and any(w in vocabulary.forms["phases"] for w in words)


def _only_phases(kind: str, found: Sequence[Trigger], reading: Reading, vocabulary: Vocabulary) -> bool:
    return all(_is_phase(one, reading, vocabulary) for one in found if one.entry.kind == kind)


def _is_phase(trigger: Trigger, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Verbs such as "begin" and "end" belong to no kind: what begins does."""
    word = reading.sentence.lower[trigger.start]
    return trigger.entry.verb and not trigger.entry.strong and word in vocabulary.forms["phases"]


def _bearing(
    trigger: Trigger, reading: Reading, clause: Clause, found: Sequence[Trigger], vocabulary: Vocabulary
) -> float:
    """How much a trigger says of the kind: less beside the core, behind "under" or "after", or with many meanings."""
    weight = trigger.weight
    if not clause.core.start <= trigger.start < clause.core.end:
        weight *= 0.6
    before = reading.sentence.lower[max(clause.core.start, trigger.start - 4) : trigger.start]
    if not trigger.entry.verb and vocabulary.clause_words["circumstances"].intersection(before):
        weight *= 0.6
    if trigger.entry.tags == _GERUND and vocabulary.clause_words["prepositions"].intersection(before[-1:]):
        weight *= 0.6
    kinds = {one.entry.kind for one in found if (one.start, one.end) == (trigger.start, trigger.end)}
    light = trigger.end - trigger.start == 1 and reading.sentence.lower[trigger.start] in vocabulary.forms["light"]
    return weight * (0.7 if len(kinds) > 2 else 1) * (0.6 if light else 1)


def _by_date(status: Status, choice: Choice, trigger: Trigger | None, story: Story) -> Status:
    """What lies behind the day of publication is still to come; so is what is told of that day in the present."""
    when = choice.when
    if status is not Status.HAPPENED or not when or not when.earliest or not story.published:
        return status
    today = story.published.day.day
    present = trigger is not None and trigger.entry.verb and trigger.entry.tags <= _PRESENT
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

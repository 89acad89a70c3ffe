"""Events out of sentences: which clauses report one, of which kind, when and whether it happened."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from app.extraction.choosing import NOTHING, Choice, Source, from_neighbours, in_clause
from app.extraction.clauses import Clause, Link
from app.extraction.reading import Reading, is_reporting
from app.extraction.status import status_of
from app.extraction.topic import Topic
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Published, Status

STATEMENT = "statement"
OTHER = "other"
UNREAL = {Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED}


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


@dataclass(slots=True)
class Story:
    """What is known of the text so far: its topic, and the date that the telling has reached."""

    topic: Topic
    published: Published | None
    paragraph: int = -1
    heading: Choice = NOTHING
    last: Choice = NOTHING
    distance: int = 99

    def enter(self, paragraph: int) -> None:
        """Forget the date of another paragraph."""
        if paragraph != self.paragraph:
            self.paragraph, self.heading, self.last, self.distance = paragraph, NOTHING, NOTHING, 99
        self.distance += 1


def candidates(readings: Sequence[Reading], story: Story, vocabulary: Vocabulary) -> list[Candidate]:
    """Every clause that could report an event, in order, with its score."""
    found: list[Candidate] = []
    for reading in readings:
        story.enter(reading.sentence.paragraph)
        if reading.only_date:
            story.heading = Choice(Source.BEFORE, reading.dates[0].expression)
            continue
        for index in range(len(reading.clauses)):
            candidate = _candidate(reading, index, story, vocabulary)
            if candidate:
                found.append(candidate)
                _remember(story, candidate)
    return found


def _remember(story: Story, candidate: Candidate) -> None:
    choice = candidate.choice
    if choice.source in {Source.CLAUSE, Source.SIBLING} and candidate.status not in UNREAL and not choice.since:
        story.last, story.distance = Choice(Source.BEFORE, choice.expression), 0


def _candidate(reading: Reading, index: int, story: Story, vocabulary: Vocabulary) -> Candidate | None:
    clause = reading.clauses[index]
    kind, trigger = _kind(reading, index)
    own = in_clause(reading, clause, trigger, vocabulary)
    if trigger is None and own is NOTHING:
        return None
    status = status_of(reading.sentence, clause, trigger, vocabulary)
    status = _by_date(status, own, story)
    choice = own if own is not NOTHING else _reached(reading, index, status, story, vocabulary)
    score = _score(reading, clause, trigger, choice, story, vocabulary)
    return Candidate(reading, clause, kind, trigger, choice, status, score)


def _kind(reading: Reading, index: int) -> tuple[str, Trigger | None]:
    """The kind that most speaks for, and the first trigger of that kind; a saying only where nothing else is told."""
    clause = reading.clauses[index]
    found = reading.triggers_of(clause)
    if not found:
        return OTHER, None
    sums: dict[str, float] = defaultdict(float)
    best: dict[str, Trigger] = {}
    for trigger in found:
        weight = trigger.weight * (0.6 if trigger.start not in range(clause.core.start, clause.core.end) else 1)
        sums[trigger.entry.kind] = max(sums[trigger.entry.kind], weight) + 0.2
        if trigger.entry.kind not in best or trigger.weight > best[trigger.entry.kind].weight:
            best[trigger.entry.kind] = trigger
    real = [kind for kind in sums if kind != STATEMENT]
    kind = max(real or sums, key=lambda kind: sums[kind])
    return kind, best[kind]


def _by_date(status: Status, choice: Choice, story: Story) -> Status:
    """What lies behind the day of publication is still to come."""
    when = choice.when
    if status is Status.HAPPENED and when and when.earliest and story.published:
        return Status.PLANNED if when.earliest.day > story.published.day.day else status
    return status


def _reached(reading: Reading, index: int, status: Status, story: Story, vocabulary: Vocabulary) -> Choice:
    choice = from_neighbours(reading, index, vocabulary)
    if choice.source is Source.SAYING and status in UNREAL:
        return NOTHING
    if choice is not NOTHING:
        return choice
    if status in UNREAL:
        return NOTHING
    if story.heading is not NOTHING:
        return story.heading
    return story.last if story.distance <= 1 else NOTHING


def _score(
    reading: Reading, clause: Clause, trigger: Trigger | None, choice: Choice, story: Story, vocabulary: Vocabulary
) -> float:
    topic = reading.topic
    score = trigger.weight if trigger else 0.0
    score += 0.5 * min(topic.conflict + 0.5 * topic.diplomacy, 3) - 0.7 * min(topic.daily, 3)
    score += max(-2.0, min(1.0, story.topic.density / 4))
    score += {Source.CLAUSE: 1.2, Source.SIBLING: 0.6, Source.SAYING: 0.3, Source.BEFORE: 0.0}.get(choice.source, -1.0)
    if trigger and trigger.entry.kind == STATEMENT:
        score -= 1.0
    if vocabulary.status["statistics"].find([reading.sentence.lower[i] for i in clause.indices]):
        score -= 1.5
    if reading.sentence.heading:
        score -= 1.5
    if is_reporting(reading, clause, vocabulary) and clause.core.link is not Link.COMPLEMENT:
        score -= 0.3
    return score

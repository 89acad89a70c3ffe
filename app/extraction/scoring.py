"""How much speaks for a clause to report an event that belongs on a timeline: its words, their company, its date."""

import re

from app.extraction.choosing import Choice, Source
from app.extraction.clause import Clause, Link
from app.extraction.reading import Reading
from app.extraction.status import UNREAL
from app.extraction.topic import Topic
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Precision, Status

STATEMENT = "statement"
ENOUGH = 3.0
"""Score from which a clause is taken to report an event."""

_OF_DATE = {
    Source.CLAUSE: 2.0,
    Source.SIBLING: 0.4,
    Source.SAYING: 0.3,
    Source.BEFORE: -0.5,
    Source.HEADING: 1.2,
    Source.NONE: -1.5,
}

_UNREAL_UNDATED = 1.0
"""What is planned or feared often has no date yet."""
_NEUTRAL = 1.5
"""Words of conflict in a hundred that a text of no particular topic has."""
_WORDS_TO_TELL = 60
"""A shorter text does not tell its topic surely."""
_SAYING = 1.5
"""Against sayings: most are told to say who tells of something else."""
_HEADING = 1.5
"""Against headlines, which the text below tells again."""
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+|\d{4,}")
"""Numbers of four digits and more: "13,000"; not "258"."""
_STATISTIC = 2.0
"""Against what happens again and again, or is summed up."""
_TOLL = 3.0
"""Against the dead of a year or more."""
_SPEECHLESS = -0.5
"""For a date without any word that tells of an event."""


def score(
    reading: Reading,
    clause: Clause,
    trigger: Trigger | None,
    choice: Choice,
    status: Status,
    whole: Topic,
    vocabulary: Vocabulary,
) -> float:
    """The sum of what speaks for the clause and against it; `whole` is the topic of the text."""
    return (
        (trigger.weight if trigger else _SPEECHLESS)
        + _of_topic(reading.topic, whole)
        + _OF_DATE[choice.source]
        + _UNREAL_UNDATED * (_is_strong(trigger) and choice.source is Source.NONE and status in UNREAL)
        - _against(reading, clause, trigger, vocabulary)
        - _TOLL * (_is_toll(reading, clause, trigger, choice, vocabulary) or _only_anchors(clause, choice, vocabulary))
    )


def _is_strong(trigger: Trigger | None) -> bool:
    return trigger is not None and trigger.entry.strong


def _of_topic(near: Topic, whole: Topic) -> float:
    support = min(near.conflict + 0.5 * near.diplomacy, 3)
    sure = min(1.0, whole.words / _WORDS_TO_TELL)
    setting = max(-2.0, min(1.0, sure * (whole.density - _NEUTRAL) / 2))
    return 0.5 * support - 0.7 * min(near.daily, 3) + setting


def _is_toll(reading: Reading, clause: Clause, trigger: Trigger | None, choice: Choice, vocabulary: Vocabulary) -> bool:
    """ "16,000 were killed in 2006", "that killed 13,000", "40 have died since May": sums over a long time, no event."""
    if trigger is None or reading.sentence.lower[trigger.start] not in vocabulary.forms["outcomes"]:
        return False
    when = choice.when
    long = choice.since or (when is not None and when.precision in {Precision.YEAR, Precision.DECADE})
    many = any(_THOUSANDS.fullmatch(reading.sentence.words[i]) for i in clause.indices if i not in reading.date_words)
    return long or (many and choice.source is not Source.CLAUSE)


def _only_anchors(clause: Clause, choice: Choice, vocabulary: Vocabulary) -> bool:
    """ "The largest exchange since the war began": a clause with "since" and no date only measures time."""
    return clause.core.opener in vocabulary.clause_words["since"] and choice.source is not Source.CLAUSE


def _against(reading: Reading, clause: Clause, trigger: Trigger | None, vocabulary: Vocabulary) -> float:
    words = [reading.sentence.lower[i] for i in clause.indices]
    repeated = bool(vocabulary.status["statistics"].find(words))
    saying = trigger is not None and trigger.entry.kind == STATEMENT
    return _STATISTIC * repeated + _HEADING * reading.sentence.heading + saying * _idle(reading, clause)


def _idle(reading: Reading, clause: Clause) -> float:
    """How little a saying is one of its own: more in a side clause, and where nothing is said of conflict or diplomacy."""
    topic = reading.topic
    beside = clause.core.link is Link.SUBORDINATE
    return _SAYING + 1.5 * beside + 1.5 * (topic.conflict + topic.diplomacy == 0)

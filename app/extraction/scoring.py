"""How much speaks for a clause to report an event that belongs on a timeline: its words, their company, its date.

The points are those of a logistic model of clauses in articles, rounded: one point makes an event e times as likely.
"""

import re

from app.extraction.choosing import DAYS, Choice, Source
from app.extraction.clause import Clause, Link
from app.extraction.reading import Reading
from app.extraction.status import UNREAL
from app.extraction.topic import Setting, Topic, total
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Precision, Status

STATEMENT = "statement"
ENOUGH = 0.0
"""Score from which a clause is taken to report an event."""

_START = -5.5
_SPEECHLESS = -1.2
"""For a date without any word that tells of an event."""
_STRONG = 0.7
_PHRASE = 0.9
_COMPANY = 1.05
"""For each word that is at home with the kind."""
_MORE_WORDS = 0.15
"""For each word in the clause that could tell of an event."""
_MOST = 3
_OF_DATE = {
    Source.CLAUSE: 1.9,
    Source.SIBLING: 0.3,
    Source.MEASURED: 0.3,
    Source.SAYING: 0.0,
    Source.BEFORE: -1.3,
    Source.HEADING: 1.1,
    Source.NONE: -1.95,
}
_UNDATED_PLAN = 2.2
"""What is planned, feared or denied often has no date."""
_OF_DAY = 0.5
_OF_YEAR = -1.5
"""A year or decade is told of background more often than of news."""
_OF_LINK = {Link.RELATIVE: -0.35, Link.COMMA: -0.35, Link.COORDINATED: -0.1}
_OF_STATUS = {Status.HYPOTHETICAL: 0.15, Status.ONGOING: -0.5}
_NEAR = 0.4
"""For each word of conflict or politics in the sentence."""
_MOST_NEAR = 4
_DAILY = -1.05
_AROUND = 0.12
"""For each in the sentences before and behind."""
_MOST_AROUND = 6
_DAILY_AROUND = -0.2
_MOST_DAILY_AROUND = 5
_DAYS = 0.35
"""For each clause in a hundred words of the text that tells of an event and its day."""
_MOST_DAYS = 3
_SETTING = 0.95
"""For each word of conflict or politics in a hundred of the whole text; more than a few tell nothing further."""
_MOST_SETTING = 3
_USUAL = Topic(core=3, daily=0, words=50)
"""What is taken to stand around a text, so that a short one counts as one of the usual kind."""
_DAILY_SETTING = -0.7
_MOST_DAILY_SETTING = 5
_NAMED = 1.1
_PERSONAL = -1.05
"""Against "I", "we" and "you": told to a person, seldom to the public."""
_QUOTED = -1.0
_PAST = 0.45
"""For a verb that tells what was."""
_LENGTH = 0.035
"""For each word of the clause."""
_LONGEST = 30
_FIRST = -1.2
"""Against the first sentences: headlines, bylines and summaries, which the text below tells again."""
_PRESENT = -0.6
_GERUND = -0.65
_REPEATED = -0.6
"""Against what happens again and again, or is summed up."""
_SAYING = -1.5
"""Against sayings: most are told to say who tells of something else."""
_HEADING = -1.5
"""Against headlines."""
_TOLL = -2.0
"""Against the dead of a year or more."""
_THOUSANDS = re.compile(r"\d{1,3}([.,]\d{3})+|\d{4,}")
"""Numbers of four digits and more: "13,000"; not "258"."""
_QUOTES = frozenset('"“”«»„')
_NOW = frozenset({"base", "third"})
_ING = frozenset({"ing"})


def score(
    reading: Reading,
    clause: Clause,
    trigger: Trigger | None,
    choice: Choice,
    status: Status,
    setting: Setting,
    vocabulary: Vocabulary,
) -> float:
    """The sum of what speaks for the clause and against it; `setting` is what stands around it."""
    return (
        _START
        + _of_words(reading, clause, trigger, vocabulary)
        + _of_date(choice)
        + _UNDATED_PLAN * (status in UNREAL and choice.source is Source.NONE)
        + _OF_LINK.get(clause.core.link, 0.0)
        + _OF_STATUS.get(status, 0.0)
        + _of_topic(reading.topic, setting)
        + _of_manner(reading, clause, vocabulary)
        + _FIRST * setting.opening
        + _TOLL * (_is_toll(reading, clause, trigger, choice, vocabulary) or _only_anchors(clause, choice, vocabulary))
    )


def _of_words(reading: Reading, clause: Clause, trigger: Trigger | None, vocabulary: Vocabulary) -> float:
    more = _MORE_WORDS * min(_MOST, len(reading.triggers_of(clause)))
    if trigger is None:
        return more + _SPEECHLESS
    entry = trigger.entry
    lower, kinds_of = reading.sentence.lower, vocabulary.kinds_of
    beside = [i for i in clause.indices if entry.kind in kinds_of[lower[i]] and not trigger.start <= i < trigger.end]
    return (
        more
        + _STRONG * entry.strong
        + _PHRASE * trigger.is_phrase
        + _COMPANY * min(_MOST, len(beside))
        + _SAYING * (entry.kind == STATEMENT)
        + _PRESENT * (entry.verb and entry.tags <= _NOW)
        + _GERUND * (entry.verb and entry.tags == _ING)
    )


def _of_date(choice: Choice) -> float:
    when = choice.when
    day = when is not None and when.precision in DAYS
    year = when is not None and when.precision in {Precision.YEAR, Precision.DECADE}
    return _OF_DATE[choice.source] + _OF_DAY * day + _OF_YEAR * year


def _of_topic(near: Topic, setting: Setting) -> float:
    whole = total((setting.whole, _USUAL))
    return (
        _NEAR * min(_MOST_NEAR, near.core)
        + _DAILY * min(_MOST, near.daily)
        + _AROUND * min(_MOST_AROUND, setting.around.core)
        + _DAILY_AROUND * min(_MOST_DAILY_AROUND, setting.around.daily)
        + _DAYS * min(_MOST_DAYS, setting.days)
        + _SETTING * min(_MOST_SETTING, whole.in_a_hundred(whole.core))
        + _DAILY_SETTING * min(_MOST_DAILY_SETTING, whole.in_a_hundred(whole.daily))
    )


def _of_manner(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> float:
    """Who tells it and how: names speak for an event; quotes, "we" and habits against it."""
    sentence, indices = reading.sentence, clause.indices
    words = [sentence.lower[i] for i in indices]
    past = not vocabulary.past_forms.isdisjoint(sentence.lower[clause.core.start : clause.core.end])
    named = any(i and i not in reading.date_words and sentence.words[i][0].isupper() for i in indices)
    return (
        _NAMED * named
        + _PAST * past
        + _LENGTH * min(_LONGEST, len(indices))
        + _PERSONAL * (not vocabulary.clause_words["personal"].isdisjoint(words))
        + _QUOTED * (not _QUOTES.isdisjoint(sentence.words))
        + _REPEATED * bool(vocabulary.status["statistics"].find(words))
        + _HEADING * sentence.heading
    )


def _is_toll(reading: Reading, clause: Clause, trigger: Trigger | None, choice: Choice, vocabulary: Vocabulary) -> bool:
    """ "16,000 were killed in 2006", "that killed 13,000", "40 have died since May": sums over a long time, no event."""
    if trigger is None or "outcomes" not in vocabulary.forms_of[reading.sentence.lower[trigger.start]]:
        return False
    when = choice.when
    long = choice.since or (when is not None and when.precision in {Precision.YEAR, Precision.DECADE})
    many = any(_THOUSANDS.fullmatch(reading.sentence.words[i]) for i in clause.indices if i not in reading.date_words)
    return long or (many and choice.source is not Source.CLAUSE)


def _only_anchors(clause: Clause, choice: Choice, vocabulary: Vocabulary) -> bool:
    """ "The largest exchange since the war began": a clause with "since" and no date only measures time."""
    return clause.core.opener in vocabulary.clause_words["since"] and choice.source is not Source.CLAUSE

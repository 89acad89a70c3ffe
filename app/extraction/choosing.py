"""Which date an event has: the one in its own clause, one that reaches it from its neighbours, or none."""

from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from app.extraction.clause import Clause, Link
from app.extraction.reading import PlacedDate, Reading, is_reporting
from app.extraction.triggers import Trigger
from app.extraction.verbs import is_function_word
from app.extraction.vocabulary import Vocabulary
from storage.model import DateExpression, DateKind, Dating, Precision, When
from storage.when import lasting, on_day

_NOUN_REACH = 3
"""Words of a noun behind its date: "the 1995 mass shooting"."""
_VERB_BEHIND = 2
"""Words behind a date among which the main verb stands, of which the date is not: "taken on Monday were freed"."""
_WHOLE_DAY = len("2014-05-12")
"""Signs of a value that names a day."""
_FRONT = 2
"""The last word at which a date can still stand at the beginning: "Also on Friday"."""

_VAGUENESS = {
    Precision.WEEK: 1,
    Precision.INTERVAL: 1,
    Precision.MONTH: 2,
    Precision.SEASON: 3,
    Precision.QUARTER: 3,
    Precision.YEAR: 4,
    Precision.DECADE: 5,
    Precision.DAY: 0,
    Precision.HOUR: 0,
    Precision.MINUTE: 0,
}
DAYS = frozenset(precision for precision, vagueness in _VAGUENESS.items() if vagueness == 0)
"""What names a day, or a time of one."""


class Source(StrEnum):
    """Where an event's date comes from."""

    CLAUSE = "in the clause"
    SIBLING = "in the sentence"
    MEASURED = "counted from the clause beside it"
    SAYING = "of the saying"
    BEFORE = "from before"
    HEADING = "of a heading"
    PUBLICATION = "publication"
    NONE = "none"


class Choice(NamedTuple):
    """A date with the reason why it is this one."""

    source: Source
    expression: DateExpression | None = None
    since: bool = False

    @property
    def when(self) -> When | None:
        """The time, open at its end after "since"; where one word means "since" and "from", a range keeps its end."""
        when = self.expression.when if self.expression else None
        if when is None or not self.since or when.precision is Precision.INTERVAL:
            return when
        return lasting(when.earliest, None, when.approximate)

    @property
    def dating(self) -> Dating:
        """The dating of the expression, told as it is used here."""
        dating = self.expression.dating if self.expression else None
        if dating is None:
            return _UNDATED
        if self.source not in _TOLD or dating.needs_publication:
            return dating
        outcome = dating.why.rpartition("→")[2].strip()
        words = " ".join(dating.words.split())
        return replace(dating, rule="carried", why=f"{_TOLD[self.source]} '{words}' → {outcome}")


_UNDATED = Dating("", None, "none", "the text tells no date for it")
_TOLD = {
    Source.SIBLING: "from the same sentence:",
    Source.SAYING: "on the day on which it was said:",
    Source.BEFORE: "carried over from what was told before:",
    Source.HEADING: "under the heading",
}
NOTHING = Choice(Source.NONE)
APART = Choice(Source.NONE)
"""What is known to be of another day than its neighbours: "shelled on Friday, days after rebels took it"."""


def in_clause(reading: Reading, clause: Clause, trigger: Trigger | None, vocabulary: Vocabulary) -> Choice:
    """The date in the clause that says most; of two alike the one nearer to the trigger, rather behind than before it.

    A date that is part of a noun ("the 1995 shooting") is that of the noun alone.
    """
    at = trigger.start if trigger and trigger.start in clause else clause.core.start
    dates = []
    for date in reading.dates_of(clause):
        noun = attributed_to(reading, date, vocabulary)
        if noun is not None and trigger is not None and noun <= trigger.start <= noun + _NOUN_REACH:
            return Choice(Source.CLAUSE, date.expression)
        if noun is None:
            dates.append(date)
    dates = _of_main_verb(dates, reading, clause, vocabulary) or reading.dates_of(clause)
    if not dates:
        return NOTHING
    best = min(dates, key=lambda date: (_vagueness(date), _distance(date, at)))
    return _choice(Source.CLAUSE, reading, best, vocabulary)


def _of_main_verb(
    dates: list[PlacedDate], reading: Reading, clause: Clause, vocabulary: Vocabulary
) -> list[PlacedDate]:
    """Without dates of a participle before the main verb, if that has its own: "hostages taken in May were freed on Friday"."""
    if len(dates) < 2:
        return dates
    return [
        one
        for number, one in enumerate(dates)
        if number + 1 == len(dates)
        or _vagueness(dates[number + 1]) > _vagueness(one)
        or not _is_of_participle(one, reading, clause, vocabulary)
    ]


def _is_of_participle(date: PlacedDate, reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """Whether a participle stands before the date and a finite verb right behind it."""
    lower, start, forms = reading.sentence.lower, clause.core.start, vocabulary.verb_forms
    auxiliaries = vocabulary.verb_words["auxiliaries"]
    before, behind = lower[start : date.start], lower[date.end : min(date.end + _VERB_BEHIND, clause.core.end)]
    if not auxiliaries.isdisjoint(before) or not any("participle" in forms.get(word, ()) for word in before[1:]):
        return False
    for number, word in enumerate(behind):
        if word in vocabulary.clause_words["coordinators"] or word == ",":
            return False
        if word in auxiliaries:  # "was broken", not "was still holding"
            after = lower[date.end + number + 1 : date.end + number + 1 + _VERB_BEHIND]
            return any("participle" in forms.get(one, ()) for one in after)
        if "past" in forms.get(word, ()):
            return True
    return False


def attributed_to(reading: Reading, date: PlacedDate, vocabulary: Vocabulary) -> int | None:
    """The word behind a date that is part of a noun: "the 1995 shooting", "Wednesday's ruling"; not "the same day rebels"."""
    words, sets = reading.sentence.lower, vocabulary.clause_words
    if date.end >= len(words):
        return None
    if words[date.end] == "'s" or words[date.end - 1] == "'s":
        return date.end
    leading = sets["attributive"]
    led = words[date.start] in leading or (date.start > 0 and words[date.start - 1] in leading)
    stretch = words[date.end - 1] in sets["stretches"]
    after = reading.sentence.words[date.end]
    noun = after.isalpha() and after.islower() and not is_function_word(after, vocabulary)
    return date.end if led and noun and not stretch else None


def _vagueness(date: PlacedDate) -> float:
    """0 for a day, more for a clock time, which may be of any day, and for longer stretches; most for what is unknown."""
    when = date.expression.when
    if when is None:
        return 9
    return _VAGUENESS[when.precision] + 0.5 * (date.expression.kind is DateKind.TIME)


def _distance(date: PlacedDate, at: int) -> float:
    return date.start - at if date.start >= at else (at - date.end) * 1.5 + 1


def _choice(source: Source, reading: Reading, date: PlacedDate, vocabulary: Vocabulary) -> Choice:
    before = [reading.sentence.lower[i] for i in range(max(0, date.start - 2), date.start + 1)]
    since = bool(vocabulary.clause_words["since"].intersection(before))
    return Choice(source, date.expression, since)


def from_neighbours(reading: Reading, index: int, vocabulary: Vocabulary) -> Choice:
    """A date that reaches the clause from the rest of its sentence."""
    clause = reading.clauses[index]
    saying = _saying(reading, index, vocabulary)
    if saying is not None:
        dates = reading.dates_of(saying)
        if dates:
            return _choice(Source.SAYING, reading, dates[0], vocabulary)
    fronted = _fronted(reading) if clause.core.link is not Link.RELATIVE else None
    for other in _reaching(reading, index, vocabulary):
        dates = reading.dates_of(other)
        if fronted and other.core.link is Link.COORDINATED and attributed_to(reading, fronted, vocabulary) is None:
            break  # "On 4 May, as is known, troops attacked, and on the 8th they left": the first day is nearer
        if dates:
            return _at_end(clause, _choice(Source.SIBLING, reading, min(dates, key=_vagueness), vocabulary), vocabulary)
    return _choice(Source.SIBLING, reading, fronted, vocabulary) if fronted else NOTHING


def _at_end(clause: Clause, choice: Choice, vocabulary: Vocabulary) -> Choice:
    """The last day of a range where the clause tells what ended it: "from 20 December to 20 February, when it fell"."""
    one = choice.expression
    when = one.when if one else None
    moment = clause.core.opener in vocabulary.clause_words["moments"] and clause.core.start > 0
    if not moment or one is None or when is None or when.precision is not Precision.INTERVAL or not when.latest:
        return choice
    if len(one.value) < _WHOLE_DAY:
        return choice
    last = on_day(when.latest.day)
    dating = replace(one.dating, why=f"{one.dating.why}, of which the last day") if one.dating else None
    return Choice(choice.source, replace(one, when=last, dating=dating), choice.since)


def _saying(reading: Reading, index: int, vocabulary: Vocabulary) -> Clause | None:
    """The clause by which somebody says what the clause at the index tells: before it, or behind a comma."""
    if index and reading.clauses[index].core.link is Link.COMPLEMENT:
        return reading.clauses[index - 1]
    following = reading.clauses[index + 1] if index + 1 < len(reading.clauses) else None
    if following and following.core.link is Link.COMMA and is_reporting(reading, following, vocabulary):
        return following
    return None


def _reaching(reading: Reading, index: int, vocabulary: Vocabulary) -> list[Clause]:
    """Clauses whose date is that of the clause too: what it hangs on, happens together with, or is described by."""
    found, together = [], vocabulary.clause_words["together"]
    link, count = reading.clauses[index].core.link, len(reading.clauses)
    if index and sets_day_of(reading, index - 1, vocabulary):
        found.append(reading.clauses[index - 1])
    if link is Link.SUBORDINATE and (index or count > 1):
        found.append(reading.clauses[index - 1 if index else 1])
    if index + 1 < count:
        core = reading.clauses[index + 1].core
        bare = core.link is Link.RELATIVE and not reading.triggers_of(reading.clauses[index + 1])
        if core.opener in together or core.link is Link.COORDINATED or bare:
            found.append(reading.clauses[index + 1])
    return found


def sets_day_of(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    """Whether a clause only tells for when its subject was set: "The talks, planned for Friday, were called off"."""
    clause, following = reading.clauses[index], reading.clauses[index + 1 : index + 2]
    core, lower = clause.core, reading.sentence.lower
    within = bool(following) and following[0].pieces[0].start < core.start < following[0].core.start
    if not within or core.link not in {Link.RELATIVE, Link.COMMA} or not reading.dates_of(clause):
        return False
    strong = any(trigger.entry.strong for trigger in reading.triggers_of(clause))
    words = [lower[i] for i in clause.indices if i not in reading.date_words]
    return not strong and bool(vocabulary.status["planned"].find(words))


def _fronted(reading: Reading) -> PlacedDate | None:
    """A date at the beginning of the sentence, which holds for all that is told in it."""
    return next((date for date in reading.dates if date.start <= _FRONT), None)

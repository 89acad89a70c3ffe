"""Times counted from an event: "five days after the surrender", "two days after troops entered the city"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.extraction import points
from app.extraction.choosing import DAYS
from app.extraction.clause import Clause, Link
from app.extraction.reading import PlacedDate, Reading
from app.extraction.reasons import when_words
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Anchor, DateExpression, DateKind, Dating
from storage.moment import civil
from storage.when import When, in_month, in_year, on_day

_AMOUNT = re.compile(r"P(\d{1,4})([DWMY])")
"""A TIMEX3 duration in whole units: "P5D"; not "PT5H" (hours leave the day open)."""
_REACH = 4
"""Words between "after" and the noun that names the event."""


def counted_from_event(
    reading: Reading, clause: Clause, known: Mapping[str, DateExpression], vocabulary: Vocabulary
) -> DateExpression | None:
    """The time that a duration in the clause reaches from an event; `known` has the latest time of each kind of event."""
    for duration in reading.durations:
        amount = _AMOUNT.fullmatch(duration.expression.value)
        direction = (
            0 if _measures(reading, duration, clause, vocabulary) else _direction(reading, duration.end, vocabulary)
        )
        base = (
            _base(reading, duration.end, known, vocabulary)
            if amount and direction and duration.start in clause
            else None
        )
        if amount and base and base.when:
            when = _shifted(base.when, int(amount[1]) * direction, amount[2])
            return _expression(duration, base, when) if when else None
    return None


def counted_from_clause(reading: Reading, index: int, vocabulary: Vocabulary) -> DateExpression | None:
    """The time of a clause by how long before or after another it was: "left on Friday, two days after troops came"."""
    for side, clause in enumerate(reading.clauses if reading.durations else ()):
        duration = measure_of(reading, clause, vocabulary)
        main = side - 1 if side else 1
        if duration is None or index not in (side, main) or main >= len(reading.clauses):
            continue
        direction = _direction(reading, duration.end, vocabulary)
        other, sign = (main, -1) if index == side else (side, 1)
        return _counted(duration, reading.dates_of(reading.clauses[other]), sign * direction)
    return None


def measure_of(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> PlacedDate | None:
    """The days by which a side clause tells how far its main clause is: "two days | after troops entered"."""
    if not reading.durations:
        return None
    days = (one for one in reading.durations if not one.expression.value.startswith("PT"))
    return next((one for one in days if _measures(reading, one, clause, vocabulary)), None)


def _measures(reading: Reading, duration: PlacedDate, clause: Clause, vocabulary: Vocabulary) -> bool:
    lower, sets, start = reading.sentence.lower, vocabulary.clause_words, clause.core.start
    if len(reading.clauses) == 1 or not _direction(reading, duration.end, vocabulary):
        return False  # "Five days after the surrender troops attacked" has no other clause
    if clause.core.link is Link.SUBORDINATE and start == duration.end:
        return True
    if start - duration.end in (1, 2):  # "deux jours après | que", "dos días después de | que"
        return lower[start] in sets["complementizers"]
    opener, following = lower[duration.end], lower[duration.end + 1 : duration.end + 2]
    opens = opener in sets["subordinators"] and opener not in sets["prepositions"]
    opens = opens or not sets["correlatives"].isdisjoint(following)
    return opens and start in (
        duration.start,
        duration.start - 1,
    )  # "zwei Tage nachdem", "через два дня после того как"


def _counted(duration: PlacedDate, dates: Sequence[PlacedDate], direction: int) -> DateExpression | None:
    amount = _AMOUNT.fullmatch(duration.expression.value)
    base = next((one.expression for one in dates if one.expression.when), None)
    if amount is None or base is None or base.when is None or not direction:
        return None
    if amount[2] in "DW" and base.when.precision not in DAYS:
        return None
    when = _shifted(base.when, int(amount[1]) * direction, amount[2])
    return _expression(duration, base, when) if when else None


def _direction(reading: Reading, at: int, vocabulary: Vocabulary) -> int:
    word = reading.sentence.lower[at] if at < len(reading.sentence.lower) else ""
    sets = vocabulary.clause_words
    return 1 if word in sets["later_than"] else -1 if word in sets["earlier_than"] else 0


def _base(
    reading: Reading, at: int, known: Mapping[str, DateExpression], vocabulary: Vocabulary
) -> DateExpression | None:
    """A date told together with the event, else the time of the latest event of its kind."""
    words = reading.sentence.words
    end = next((i for i in range(at, min(at + 2 * _REACH, len(words))) if words[i] == ","), at + 2 * _REACH)
    told = next((date for date in reading.dates if at < date.start < end), None)
    if told:
        return told.expression
    near = (one for one in reading.triggers if at < one.start <= at + _REACH)
    noun = next((one for one in near if _names(one, reading, known, vocabulary)), None)
    return known[noun.entry.kind] if noun else None


def _names(one: Trigger, reading: Reading, known: Mapping[str, DateExpression], vocabulary: Vocabulary) -> bool:
    """Whether a trigger names an event told before: "after the vote", not "after he was sworn in", which is another."""
    determined = reading.sentence.lower[one.start - 1] in vocabulary.clause_words["determiners"]
    return one.entry.kind in known and (determined or not one.entry.verb)


def _shifted(base: When, step: int, unit: str) -> When | None:
    """So many units from the beginning of a time; months and years give the month or year reached."""
    if base.earliest is None:
        return None
    year, month, _ = civil(base.earliest.day)
    if unit in "DW":
        return on_day(base.earliest.day + step * (7 if unit == "W" else 1))
    if unit == "M":
        return in_month(*points.add_months(year, month, step))
    return in_year(year + step)


def _expression(duration: PlacedDate, base: DateExpression, when: When) -> DateExpression:
    words = " ".join(duration.expression.text.split())
    told = when_words(base.when) if base.when else ""
    why = f"'{words}' from {told} ('{' '.join(base.text.split())}') → {when_words(when)}"
    anchor = Anchor(base.when, None, base.span) if base.when else None
    dating = Dating(duration.expression.text, duration.expression.span, "after_event", why, anchor)
    return replace(duration.expression, kind=DateKind.DATE, when=when, dating=dating)

"""One event for each happening: clauses that tell of the same thing again become mentions of it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from app.extraction.choosing import Source
from app.extraction.clause import Clause, Link
from app.extraction.events import Candidate
from app.extraction.scoring import ENOUGH, STATEMENT
from app.extraction.status import UNREAL
from app.extraction.vocabulary import Vocabulary

_BELOW = 8
"""Events below a headline that it may announce."""
_SHORT = 4
"""Letters of words that sentences share by chance: "with", "from"."""
_BOUND = frozenset({Link.SUBORDINATE, Link.RELATIVE, Link.HARD, Link.COMMA})


@dataclass(slots=True)
class Happening:
    """An event with the clause that tells it best and the other clauses that tell it."""

    told: Candidate
    again: list[Candidate] = field(default_factory=list)


def happenings(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> list[Happening]:
    """The events of a text in order of appearance."""
    found: list[Happening] = []
    waiting: list[Candidate] = []
    for _, together in groupby(candidates, key=lambda candidate: candidate.reading.sentence.span.start):
        sentence = list(together)
        if sentence[0].reading.sentence.heading:
            waiting.extend(sentence)
        for happening in _in_sentence(sentence, vocabulary):
            before = found[-1] if found else None
            if before and _follows_up(happening.told, before.told, vocabulary):
                before.again.append(happening.told)
            else:
                found.append(happening)
    return _without_headings(waiting, found)


def _in_sentence(candidates: Sequence[Candidate], vocabulary: Vocabulary) -> list[Happening]:
    enough = [one for one in candidates if one.score >= ENOUGH and not _is_adjunct(one, vocabulary)]
    real = [one for one in enough if one.kind != STATEMENT and not _is_attitude(one, vocabulary)]
    found: list[Happening] = []
    for one in real or [_whole_saying(one) for one in enough if one.kind == STATEMENT][:1]:
        same = next((other for other in found if _same(one, other.told, vocabulary)), None)
        if same is None:
            found.append(Happening(one))
        elif _tells_more(one, same.told):
            same.again.append(same.told)
            same.told = one
        else:
            same.again.append(one)
    return found


def _tells_more(one: Candidate, other: Candidate) -> bool:
    """Whether a clause tells a happening better than another: by its own date where their word is one, else by its word."""
    if one.trigger == other.trigger:
        return one.choice.source is Source.CLAUSE
    return (one.trigger.weight if one.trigger else 0) > (other.trigger.weight if other.trigger else 0)


def _is_attitude(one: Candidate, vocabulary: Vocabulary) -> bool:
    """ "It was ready to join talks": what somebody would like has not come about, nor been planned."""
    if one.trigger is None:
        return False
    follow = "modals_follow" in vocabulary.habits
    words = [one.reading.sentence.lower[i] for i in one.clause.indices if follow or i <= one.trigger.start]
    return bool(vocabulary.status["attitudes"].find(words))


def _whole_saying(one: Candidate) -> Candidate:
    """A saying together with what is said."""
    parts = one.reading.clauses
    index = parts.index(one.clause)
    said = parts[index + 1] if index + 1 < len(parts) else None
    if said is None or said.core.link is not Link.COMPLEMENT:
        return one
    return replace(one, clause=Clause((*one.clause.pieces, *said.pieces), one.clause.core))


def _is_adjunct(one: Candidate, vocabulary: Vocabulary) -> bool:
    """ "…, wounding a driver": a participle after a comma tells more of the event before it."""
    core = one.clause.core
    first = one.reading.sentence.lower[core.start]
    return (
        core.link is Link.COMMA
        and "ing" in vocabulary.verb_forms.get(first, ())
        and one.choice.source is not Source.CLAUSE
    )


def _same(one: Candidate, other: Candidate, vocabulary: Vocabulary) -> bool:
    """Whether two clauses of a sentence tell of one thing: by one word, or of one kind and time and bound together.

    A weak noun in the first takes any kind: "The operation began on Friday, when 83 civilians walked out".
    """
    core = one.clause.core
    if core.link is Link.RELATIVE and one.trigger is not None and one.trigger == other.trigger:
        return True
    carried = one.choice.source is not Source.CLAUSE or other.choice.source is not Source.CLAUSE
    noun = other.trigger is not None and not other.trigger.entry.verb and not other.trigger.entry.strong
    kind = one.kind == other.kind or (noun and core.opener in vocabulary.clause_words["together"])
    return (
        kind and one.status == other.status and one.choice.when == other.choice.when and carried and core.link in _BOUND
    )


def _follows_up(one: Candidate, before: Candidate, vocabulary: Vocabulary) -> bool:
    """ "Two men were killed" after the attack that killed them: an outcome of the same time, without a place of its own."""
    if one.trigger is None or one.kind != before.kind or one.choice.when != before.choice.when:
        return False
    near = one.reading.sentence.paragraph == before.reading.sentence.paragraph
    outcome = "outcomes" in vocabulary.forms_of[one.reading.sentence.lower[one.trigger.start]]
    return near and outcome and (one.choice.source is Source.BEFORE or not any(_names(one)))


def _without_headings(headings: Sequence[Candidate], found: Sequence[Happening]) -> list[Happening]:
    """The events without headlines that have no date: such a one is a mention of the first event soon below like it."""
    starts = [happening.told.reading.sentence.span.start for happening in found]
    own = {id(happening.told): happening for happening in found}
    told_below: set[int] = set()
    for heading in headings:
        first = bisect_right(starts, heading.reading.sentence.span.start)
        same = next((one for one in found[first : first + _BELOW] if _announces(heading, one.told)), None)
        undated = heading.choice.expression is None
        if same and (id(heading) not in own or undated):
            same.again.append(heading)
        if undated and (same or (first < len(found) and heading.status not in UNREAL)):
            told_below.add(id(heading))
    return [happening for happening in found if id(happening.told) not in told_below]


def _announces(heading: Candidate, one: Candidate) -> bool:
    """Whether a headline tells of an event: one of its kind, with a name or two other words of the headline."""
    words = set(heading.reading.sentence.lower).intersection(one.reading.sentence.lower)
    return one.kind == heading.kind and (_shared(one, heading) or sum(len(word) > _SHORT for word in words) > 1)


def _shared(one: Candidate, other: Candidate) -> bool:
    """Whether two clauses name the same."""
    return len(set(_names(one)) & set(_names(other))) > 0


def _names(one: Candidate) -> Iterator[str]:
    sentence = one.reading.sentence
    for index in one.clause.indices:
        if (
            sentence.words[index][0].isupper()
            and len(sentence.words[index]) > 3
            and index not in one.reading.date_words
        ):
            yield sentence.lower[index]

"""Of which kind a clause tells: that of its words for which most speaks."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from app.extraction.clause import Clause, Link
from app.extraction.frames import framed
from app.extraction.reading import Reading, complement_of, is_reporting
from app.extraction.scoring import STATEMENT
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary

OTHER = "other"
_COMPANY = 0.15
_MOST_COMPANY = 0.9
_ENOUGH_COMPANY = 2
"""Words at home with a kind from which they tell it alone."""
_NEAR = 4
"""Words between a noun and the relative clause that belongs to it."""
_BEFORE_LAST = 0.75
"""Where verbs stand last, what a word before another tells of is mostly the setting: "after the attack … was buried"."""
_POSTPOSED = 2
"""Words behind a noun among which a postposition stands: "saldırının ardından"."""
_GERUND = frozenset({"ing"})
_LESS = 0.6
"""What is left of a trigger's weight for each reason to doubt that it tells the kind of its clause."""


def kind_of(reading: Reading, index: int, vocabulary: Vocabulary) -> tuple[str, Trigger | None]:
    """The kind for which most speaks, with its best trigger."""
    clause = reading.clauses[index]
    found = reading.triggers_of(clause)
    attributes = index > 0 and clause.core.link is Link.COMMA and is_reporting(reading, clause, vocabulary)
    if attributes or complement_of(reading, index):
        found = [one for one in found if one.entry.kind == STATEMENT] or found
    found = _without_reacted_to(found, reading, clause, vocabulary)
    told_by = _fuller(reading, index, vocabulary) if not found else None
    if told_by is not None:
        return kind_of(reading, told_by, vocabulary)
    before = _antecedent(reading, clause)
    if before and all(is_phase(one, reading, vocabulary) for one in found):
        return before.entry.kind, before
    frame = _frame_of(reading, clause, found, vocabulary)
    if frame:
        return frame.entry.kind, frame
    if not found:
        return _at_home(reading, clause, vocabulary), None
    if len(found) == 1:
        return found[0].entry.kind, found[0]
    weights = {trigger: _bearing(trigger, reading, clause, found, vocabulary) for trigger in found}
    if all(one.entry.kind == found[0].entry.kind for one in found):
        return found[0].entry.kind, max(found, key=lambda one: weights[one])
    sums: dict[str, float] = defaultdict(float)
    for trigger, weight in weights.items():
        sums[trigger.entry.kind] = max(sums[trigger.entry.kind], weight) + 0.2
    best = {kind: max((one for one in found if one.entry.kind == kind), key=lambda one: weights[one]) for kind in sums}
    for kind in sums:
        sums[kind] += _company(kind, reading, clause, best[kind], vocabulary)
    telling = [kind for kind in sums if kind != STATEMENT and not _only_phases(kind, found, reading, vocabulary)]
    if _only_spoken_of(found, vocabulary):
        telling = []
    kind = max(sorted(telling or sums, key=lambda kind: kind == OTHER), key=lambda kind: sums[kind])
    return kind, best[kind]


def _frame_of(reading: Reading, clause: Clause, found: Sequence[Trigger], vocabulary: Vocabulary) -> Trigger | None:
    """What is told by who does what to whom, where the triggers leave the kind open: weak ones, or the same verb."""
    if any(one.entry.strong and not one.entry.verb for one in found):
        return None
    frame = framed(reading, clause, vocabulary)
    return frame if frame and all(_leaves_open(one, frame) for one in found) else None


def _leaves_open(trigger: Trigger, frame: Trigger) -> bool:
    same = trigger.start <= frame.start < trigger.end and trigger.entry.verb
    return (same and frame.entry.strong) or (not trigger.entry.strong and (same or not trigger.entry.verb))


def _only_spoken_of(found: Sequence[Trigger], vocabulary: Vocabulary) -> bool:
    """Whether weak nouns stand before a strong word of saying that ends the clause: "said that they were ready for peace"."""
    said = [one for one in found if one.entry.kind == STATEMENT and one.entry.verb and one.entry.strong]
    others = [one for one in found if one.entry.kind != STATEMENT]
    weak = all(not one.entry.strong and not one.entry.verb for one in others)
    return bool(said) and weak and "verbs_last" in vocabulary.habits


def _fuller(reading: Reading, index: int, vocabulary: Vocabulary) -> int | None:
    """The clause that has the verb which this one leaves out: the one before, or behind where verbs stand last."""
    parts = reading.clauses
    if "verbs_last" in vocabulary.habits:
        behind = index + 1 < len(parts) and parts[index + 1].core.link is Link.ELLIPTIC
        return index + 1 if behind else None
    return index - 1 if parts[index].core.link is Link.ELLIPTIC and index else None


def _verbs_last(vocabulary: Vocabulary) -> bool:
    return "verbs_last" in vocabulary.habits


def _company(kind: str, reading: Reading, clause: Clause, trigger: Trigger, vocabulary: Vocabulary) -> float:
    """How far the words of the clause are at home with the kind: those before its trigger, of whom it tells, count double."""
    lower, kinds_of = reading.sentence.lower, vocabulary.kinds_of
    beside = [i for i in clause.indices if kind in kinds_of[lower[i]] and not trigger.start <= i < trigger.end]
    return min(_MOST_COMPANY, sum(_COMPANY * (2 if i < trigger.start else 1) for i in beside))


def _at_home(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> str:
    """The kind at which most words of a clause are at home that has no trigger; none in particular where few are."""
    words = [reading.sentence.lower[i] for i in clause.indices if i not in reading.date_words]
    counts = Counter(kind for word in words for kind in vocabulary.kinds_of[word])
    kind = max(sorted(counts), key=lambda kind: counts[kind], default=OTHER)
    return kind if counts[kind] >= _ENOUGH_COMPANY else OTHER


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
    verb = next((i for i in core if "reactions" in vocabulary.forms_of[reading.sentence.lower[i]]), None)
    last = "verbs_last" in vocabulary.habits
    return [one for one in found if verb is None or one.entry.verb or (not last and one.start < verb)]


def _only_phases(kind: str, found: Sequence[Trigger], reading: Reading, vocabulary: Vocabulary) -> bool:
    return all(is_phase(one, reading, vocabulary) for one in found if one.entry.kind == kind)


def is_phase(trigger: Trigger, reading: Reading, vocabulary: Vocabulary) -> bool:
    """Verbs such as "begin" and "end" belong to no kind: what begins does."""
    word = reading.sentence.lower[trigger.start]
    return trigger.entry.verb and not trigger.entry.strong and "phases" in vocabulary.forms_of[word]


def _bearing(
    trigger: Trigger, reading: Reading, clause: Clause, found: Sequence[Trigger], vocabulary: Vocabulary
) -> float:
    """How much a trigger says of the kind: less beside the core, behind "under" or "after", or with many meanings."""
    weight = trigger.weight
    if not clause.core.start <= trigger.start < clause.core.end:
        weight *= _LESS
    before = reading.sentence.lower[max(clause.core.start, trigger.start - 4) : trigger.start]
    beside = reading.sentence.lower[trigger.end : trigger.end + _POSTPOSED] if _verbs_last(vocabulary) else before
    if not trigger.entry.verb and vocabulary.clause_words["circumstances"].intersection(beside):
        weight *= _LESS
    if reading.sentence.lower[trigger.end - 1].endswith(tuple(vocabulary.verb_words["attributive"])):
        weight *= _LESS
    if trigger.entry.tags == _GERUND and vocabulary.clause_words["prepositions"].intersection(before[-1:]):
        weight *= _LESS
    kinds = {one.entry.kind for one in found if (one.start, one.end) == (trigger.start, trigger.end)}
    light = not trigger.is_phrase and "light" in vocabulary.forms_of[reading.sentence.lower[trigger.start]]
    if _verbs_last(vocabulary) and any(one.start >= trigger.end for one in found):
        weight *= _BEFORE_LAST
    return weight * (0.7 if len(kinds) > 2 else 1) * (0.6 if light else 1)

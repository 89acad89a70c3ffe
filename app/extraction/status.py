"""Whether an event happened, goes on, is planned, might be or is denied: from tense, modals, conditions and negation."""

from app.extraction.clauses import Clause, Link
from app.extraction.sentences import Sentence
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Status

UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED})
_NEAR = 6  # words between a negation or modal and the trigger it governs


def status_of(sentence: Sentence, clause: Clause, trigger: Trigger | None, vocabulary: Vocabulary) -> Status:
    """The status of what the clause reports, without regard to its date."""
    words = [sentence.lower[i] for i in clause.indices]
    at = clause.indices.index(trigger.start) if trigger and trigger.start in clause else len(words) - 1
    cues = _cues(words, at, vocabulary)
    if "denial_after" in cues or _negated(words, at, vocabulary):
        return Status.DENIED
    if _conditional(clause, words, vocabulary) or "hypothetical" in cues:
        return Status.HYPOTHETICAL
    if "planned" in cues:
        return Status.PLANNED
    return Status.ONGOING if "ongoing" in cues else Status.HAPPENED


def _cues(words: list[str], at: int, vocabulary: Vocabulary) -> set[str]:
    found = set()
    for name in ("hypothetical", "planned"):
        if any(hit.start <= at and at - hit.start <= 12 for hit in vocabulary.status[name].find(words)):
            found.add(name)
    for name in ("denial_after", "ongoing"):
        if vocabulary.status[name].find(words):
            found.add(name)
    return found


def _negated(words: list[str], at: int, vocabulary: Vocabulary) -> bool:
    if any(0 <= at - hit.end < _NEAR for hit in vocabulary.status["denied"].find(words)):
        return True
    return any(hit.start == 0 or at - hit.end == 0 for hit in vocabulary.status["no"].find(words) if hit.start <= at)


def _conditional(clause: Clause, words: list[str], vocabulary: Vocabulary) -> bool:
    first = clause.core.opener if clause.core.link is Link.SUBORDINATE else words[0] if words else ""
    return any(hit.start == 0 for hit in vocabulary.status["conditional"].find([first]))

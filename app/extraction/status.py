"""Whether an event happened, goes on, is planned, might be or is denied: from tense, modals, conditions and negation."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from app.extraction.clause import Clause, Link
from app.extraction.phrases import Found
from app.extraction.sentences import Sentence
from app.extraction.triggers import Trigger
from app.extraction.vocabulary import Vocabulary
from storage.model import Status

UNREAL = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED})
_BEFORE = 12
"""Words over which a modal reaches what follows it."""
_BEHIND = 8
"""Words behind a noun among which its verb stands: "the talks could take place"."""
_NEGATED = 6
"""Words over which a negation reaches its verb."""
_OF_STATUS = {"conditional": Status.HYPOTHETICAL, "future": Status.PLANNED, "negated": Status.DENIED}
"""Forms of a verb that tell the status by themselves: "attaquera", "aurait"."""
_BLANK = "\0"
_QUESTION_MARKS = frozenset("?؟")
_MAIN = frozenset({Link.FIRST, Link.COORDINATED, Link.COMMA, Link.HARD})


class _Told(NamedTuple):
    """The words of a clause, dates blanked out ("May" is no modal there), and where its trigger stands among them."""

    words: Sequence[str]
    at: int
    noun: bool
    vocabulary: Vocabulary
    cues: Mapping[str, Sequence[Found[str]]]
    """Where cues stand, by their sort."""

    def hits(self, cue: str) -> Sequence[Found[str]]:
        """The cues of one sort."""
        return self.cues.get(cue, ())

    def has(self, cue: str) -> bool:
        return cue in self.cues

    def governed(self, cue: str) -> bool:
        """Whether a cue stands before the trigger, or with the verb of which the trigger is the subject.

        Where modals may follow their verbs ("dass die Stadt fallen könnte"), they do so for verbs too.
        """
        if cue not in self.cues:
            return False
        follow = self.noun or "modals_follow" in self.vocabulary.habits
        return any(
            0 <= self.at - hit.start <= _BEFORE or (follow and 0 < hit.start - self.at <= _BEHIND)
            for hit in self.hits(cue)
        )


def status_of(
    sentence: Sentence, clause: Clause, trigger: Trigger | None, dates: Set[int], vocabulary: Vocabulary
) -> Status:
    """The status of what the clause reports, without regard to its date; `dates` are the words of date expressions."""
    indices = clause.indices
    words = [_BLANK if i in dates else sentence.lower[i] for i in indices]
    at = indices.index(trigger.start) if trigger and trigger.start in clause else len(words) - 1
    noun = trigger is not None and not trigger.entry.verb
    cues: dict[str, list[Found[str]]] = {}
    for hit in vocabulary.cues.find(words):
        cues.setdefault(hit.meaning, []).append(hit)
    told = _Told(words, at, noun, vocabulary, cues)
    if told.has("denial_after") or _negated(told):
        return Status.DENIED
    if _conditional(clause, told) or told.governed("hypothetical") or _asked(sentence, clause, vocabulary):
        return Status.HYPOTHETICAL
    ahead = told.noun or (trigger is not None and "infinitive" in trigger.entry.tags)
    if told.governed("planned") or (ahead and told.governed("planned_infinitive")):
        return Status.PLANNED
    if trigger and trigger.entry.tags & _OF_STATUS.keys():
        return next(_OF_STATUS[tag] for tag in sorted(trigger.entry.tags) if tag in _OF_STATUS)
    return Status.ONGOING if told.has("ongoing") or _lasts(told, trigger) else Status.HAPPENED


def _lasts(told: _Told, trigger: Trigger | None) -> bool:
    """Whether a state is told in the present passive: "both villages are besieged"; not "was besieged" or "is shelled"."""
    table = told.vocabulary.verb_words
    if trigger is None or not trigger.entry.verb or trigger.entry.kind not in table["state_kinds"]:
        return False
    return any(word in table["present_passive"] for word in told.words[max(0, told.at - 3) : told.at])


def _negated(told: _Told) -> bool:
    if not told.cues:
        return False
    kept = {i for hit in told.hits("not_denied") for i in range(hit.start, hit.end)}
    found = [hit for hit in told.hits("denied") if hit.start not in kept]
    if not told.noun and any(hit.end == told.at for hit in told.hits("nearly")):
        return True  # "rebels almost took the town"; not "almost all were evacuated"
    if any(0 <= told.at - hit.end < _NEGATED and _reaches(told, hit.end) for hit in found):
        return True
    if "modals_follow" in told.vocabulary.habits and any(
        0 < hit.start - told.at <= _BEHIND and "," not in told.words[told.at : hit.start] for hit in found
    ):
        return True
    return any(
        (hit.start == 0 or told.at == hit.end) and _word(told, hit.end) != "."
        for hit in told.hits("no")
        if hit.start <= told.at
    )


def _word(told: _Told, index: int) -> str:
    return told.words[index] if index < len(told.words) else ""


def _reaches(told: _Told, start: int) -> bool:
    """Whether no other verb stands between: "never trusted the deal signed in May" leaves the signing as it was."""
    auxiliaries = told.vocabulary.verb_words["auxiliaries"]
    between = [word for word in told.words[start : told.at] if word not in auxiliaries]
    return told.noun or not any("past" in told.vocabulary.verb_forms.get(word, ()) for word in between)


def _asked(sentence: Sentence, clause: Clause, vocabulary: Vocabulary) -> bool:
    """ "Will the rebels attack?"; not "why did they attack?", which takes the attack for granted."""
    if sentence.words[-1] not in _QUESTION_MARKS or clause.core.link not in _MAIN:
        return False
    first = vocabulary.status["asking"].find(sentence.lower[:1])
    return bool(first) or bool(vocabulary.status["asks"].find(sentence.lower))


def _conditional(clause: Clause, told: _Told) -> bool:
    first = clause.core.opener if clause.core.link is Link.SUBORDINATE else _word(told, 0)
    inverted = clause.indices[0] == 0 and told.vocabulary.status["inverted"].find([first])
    return bool(inverted) or any(hit.start == 0 for hit in told.vocabulary.status["conditional"].find([first]))

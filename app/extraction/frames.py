"""What a clause tells by who does what to whom, where its verb reports nothing by itself: "families left for the coast"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from app.extraction import inflection
from app.extraction.clause import Clause
from app.extraction.phrases import Words
from app.extraction.reading import Reading
from app.extraction.sentences import Sentence
from app.extraction.subjects import borrowed
from app.extraction.triggers import Trigger
from app.extraction.verbs import is_verb
from app.extraction.vocabulary import Entry, Holding, Vocabulary
from resources.languages import language, languages

_ANY = "*"
_PARTICLE = 3
"""Words behind a verb among which its particle stands: "led the mayor off"."""
_MOST_REMEMBERED = 50_000
_HELP = 3
"""Words before a participle among which its auxiliary stands: "were later flown"."""

Names = frozenset[str]

_NOBODY = Names()


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind with who must do what to whom for it; "*" is anybody or anything."""

    doer: str
    act: str
    done_to: str
    kind: str
    sure: bool
    """Whether it tells the kind against what its verb mostly means."""

    @classmethod
    def of(cls, line: str) -> "Frame":
        """A frame as data spell it: "civilians leaving * = humanitarian !"."""
        parties, _, told = line.partition("=")
        doer, act, done_to = parties.split()
        return cls(doer, act, done_to, told.strip(" !"), told.endswith("!"))

    def fits(self, doers: Names, acts: Names, done_to: Names) -> bool:
        """Whether the roles and the act are among those of a clause."""
        return (
            (self.act == _ANY or self.act in acts)
            and (self.doer == _ANY or self.doer in doers)
            and (self.done_to == _ANY or self.done_to in done_to)
        )


class Fitting(dict[tuple[Names, Names, Names], Frame | None]):
    """The frame that fits doers, acts and whom they befall, remembered: few of these are met."""

    def __init__(self, listed: Sequence[Frame]) -> None:
        super().__init__()
        self._listed = listed

    def __missing__(self, parts: tuple[Names, Names, Names]) -> Frame | None:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[parts] = found = next((one for one in self._listed if one.fits(*parts)), None)
        return found


@dataclass(frozen=True)
class Frames:
    """The frames of a language, the first that fits before the others, and the words that play their parts."""

    roles: Holding
    acts: Mapping[str, Names]
    """The acts that a form of a verb can be; with its particle where the act needs one: "led off"."""
    listed: Sequence[Frame]
    verbs: Names = field(init=False)
    """The forms without particles."""
    busy: Names = field(init=False)
    """The roles of those whose every act tells a kind."""
    fitting: "Fitting" = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "verbs", Names(form.partition(" ")[0] for form in self.acts))
        object.__setattr__(self, "busy", Names(one.doer for one in self.listed if one.act == _ANY))
        object.__setattr__(self, "fitting", Fitting(self.listed))

    def acts_of(self, sentence: Sentence, i: int) -> Names:
        """The acts that the verb can be where it stands."""
        word = sentence.lower[i]
        near = sentence.lower[i + 1 : i + 1 + _PARTICLE]
        return next((acts for one in near if (acts := self.acts.get(f"{word} {one}"))), self.acts.get(word, Names()))

    def roles_of(self, reading: Reading, indices: Iterable[int]) -> Names:
        """The roles that the words play."""
        lower = reading.sentence.lower
        played = {roles for i in indices if i not in reading.date_words and (roles := self.roles[lower[i]])}
        return Names().union(*played) if played else _NOBODY


@cache
def frames(name: str) -> Frames:
    """The frames of a language; one without them has none."""
    data = language(name) if name in languages() else {}
    given, classes = data.get("frames", {}), data.get("triggers", {}).get("classes", {})
    roles = {key: Words.of(_spelt(words, classes)) for key, words in given.get("roles", {}).items()}
    acts: dict[str, Names] = {}
    for act, verbs in given.get("acts", {}).items():
        for form in _forms(verbs, data.get("inflection", {})):
            acts[form] = acts.get(form, Names()) | {act}
    return Frames(Holding(roles), acts, tuple(map(Frame.of, given.get("frames", ()))))


def _spelt(words: Iterable[str], classes: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The words of a role, with those of the classes of triggers that it names: "{soldiery}"."""
    for word in words:
        yield from classes[word.strip("{}")] if word.startswith("{") else (word,)


def _forms(verbs: str, rules: Mapping[str, Any]) -> Iterator[str]:
    """All forms of verbs; a particle hangs on its verb by a hyphen: "step-down"."""
    for verb in verbs.split():
        head, _, particle = verb.partition("-")
        for form in inflection.forms(head, "verb", rules):
            yield f"{form} {particle}" if particle else form


def framed(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> Trigger | None:
    """The verb of a clause as a trigger of the kind that its frame tells, if one fits."""
    known = frames(vocabulary.language)
    verb = _verb(reading, clause, known, vocabulary) if known.listed else None
    if verb is None:
        return None
    word, acts = reading.sentence.lower[verb], known.acts_of(reading.sentence, verb)
    doers, done_to = _parties(reading, clause, verb, known, vocabulary)
    found = known.fitting[doers, acts, done_to]
    if found is None:
        return None
    tags = vocabulary.verb_forms.get(word, Names())
    return Trigger(verb, verb + 1, Entry(found.kind, strong=found.sure, verb=True, tags=tags))


def _verb(reading: Reading, clause: Clause, known: Frames, vocabulary: Vocabulary) -> int | None:
    """The first verb that is an act, or just the first where somebody is told of whose every act tells a kind."""
    sentence, dates = reading.sentence, reading.date_words
    inside = [i for i in range(clause.core.start, clause.core.end) if i not in dates]
    acts = (i for i in inside if sentence.lower[i] in known.verbs and _is_act(sentence, i, vocabulary))
    found = next((i for i in acts if known.acts_of(sentence, i)), None)
    if found is not None or not any(known.busy & known.roles[sentence.lower[i]] for i in inside):
        return found
    return next((i for i in inside if _is_act(sentence, i, vocabulary)), None)


def _is_act(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    word, before = sentence.lower[i], sentence.lower[i - 1] if i else ""
    infinitive = before in vocabulary.clause_words["infinitive"] and word in vocabulary.verb_forms
    return word not in vocabulary.verb_words["auxiliaries"] and (infinitive or is_verb(sentence, i, vocabulary))


def _parties(reading: Reading, clause: Clause, verb: int, known: Frames, vocabulary: Vocabulary) -> tuple[Names, Names]:
    """The roles of who acts and of whom it befalls; in the passive these stand behind "by" and before the verb."""
    lower, behind = reading.sentence.lower, [i for i in clause.indices if i > verb]
    before = _heads(reading, [i for i in clause.indices if i < verb], vocabulary)
    first = known.roles_of(reading, before or borrowed(reading, clause, vocabulary))
    if not _is_passive(reading.sentence, verb, vocabulary):
        return first, known.roles_of(reading, behind)
    first = first or known.roles_of(reading, borrowed(reading, clause, vocabulary))
    agents = vocabulary.clause_words["agents"]
    by = next((at for at, i in enumerate(behind) if lower[i] in agents), len(behind))
    return known.roles_of(reading, behind[by:]), first | known.roles_of(reading, behind[:by])


def _heads(reading: Reading, indices: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """Words before a verb without those behind a preposition that only tells which one or where: "men in uniform"."""
    lower, sets = reading.sentence.lower, vocabulary.clause_words
    which = sets["prepositions"] - sets["possessing"]
    kept: list[int] = []
    for i in indices:
        if kept and lower[i] in which:
            break
        kept.append(i)
    return kept


def _is_passive(sentence: Sentence, verb: int, vocabulary: Vocabulary) -> bool:
    participle = "participle" in vocabulary.verb_forms.get(sentence.lower[verb], ())
    return participle and not vocabulary.verb_words["passive"].isdisjoint(sentence.lower[max(0, verb - _HELP) : verb])

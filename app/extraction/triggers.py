"""The words in a sentence that report events, with what cancels or supports them."""

from dataclasses import dataclass

from app.extraction.clauses import reads_as_verb
from app.extraction.phrases import Found
from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Entry, Vocabulary


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that report an event of a kind; `head` is the word that carries it."""

    start: int
    end: int
    entry: Entry

    @property
    def weight(self) -> float:
        """How surely the words mean an event of their kind: longer phrases and strong words more."""
        return (
            (2.0 if self.entry.strong else 1.0) + 0.5 * (self.end - self.start > 1) + (0.25 if self.entry.verb else 0)
        )


def triggers(sentence: Sentence, vocabulary: Vocabulary, dates: frozenset[int] = frozenset()) -> tuple[Trigger, ...]:
    """Triggers of the sentence from left to right, without those that an idiom covers or that stand in a date."""
    found = vocabulary.triggers.find(sentence.lower)
    if not found:
        return ()
    cancelled = {i for idiom in vocabulary.idioms.find(sentence.lower) for i in range(idiom.start, idiom.end)}
    kept = [
        Trigger(hit.start, hit.end, hit.meaning)
        for hit in found
        if hit.start not in cancelled and hit.start not in dates and _means_it(sentence, hit, vocabulary)
    ]
    return tuple(sorted(kept, key=lambda trigger: (trigger.start, -trigger.weight)))


def _means_it(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> bool:
    """Whether a form that can be verb or noun is the one that the entry wants."""
    if not hit.meaning.verb:
        return not (hit.end - hit.start == 1 and _is_verb_here(sentence, hit.start, vocabulary))
    if hit.meaning.tags & {"past", "participle"}:
        return sentence.words[hit.start].islower() or hit.start == 0 or sentence.heading
    if "ing" in hit.meaning.tags:
        before = sentence.lower[hit.start - 1] if hit.start else ""
        return before not in vocabulary.clause_words["determiners"]
    return _is_verb_here(sentence, hit.start, vocabulary)


def _is_verb_here(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    tags = vocabulary.verb_forms.get(sentence.lower[i])
    if not tags or tags & {"past", "participle"}:
        return False
    return reads_as_verb(sentence, i, tags, vocabulary)

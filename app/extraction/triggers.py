"""The words in a sentence that report events, with what cancels or supports them."""

from collections.abc import Sequence
from typing import NamedTuple

from app.extraction.phrases import Found
from app.extraction.sentences import Sentence
from app.extraction.verbs import is_function_word, is_verb, reads_as_verb
from app.extraction.vocabulary import Entry, Vocabulary

_ADJECTIVES = 4
"""Words before a noun among which its preposition stands: "of the last fierce battle"."""
_RECENT = 12
"""So many of the triggers before can still reach over one."""


class Trigger(NamedTuple):
    """Words that report an event of a kind; `head` is the word that carries it."""

    start: int
    end: int
    entry: Entry

    @property
    def weight(self) -> float:
        """How surely the words mean an event of their kind: longer phrases and strong words more."""
        return (2.0 if self.entry.strong else 1.0) + 0.5 * self.is_phrase + (0.25 if self.entry.verb else 0)

    @property
    def is_phrase(self) -> bool:
        """Whether several words mean it together: "took the town", "rebels entered"."""
        return self.end - self.start > 1 or self.entry.led


def triggers(sentence: Sentence, vocabulary: Vocabulary, dates: frozenset[int] = frozenset()) -> tuple[Trigger, ...]:
    """Triggers of the sentence from left to right, without those that an idiom covers or that stand in a date."""
    found = vocabulary.triggers.find(sentence.lower)
    if not found:
        return ()
    cancelled = {i for idiom in vocabulary.idioms.find(sentence.lower) for i in range(idiom.start, idiom.end)}
    meant = [hit for hit in found if hit.start not in cancelled and hit.start not in dates]
    meant = [hit for hit in meant if not _reaches_for_date(sentence, hit, dates, vocabulary)]
    meant = [hit for hit in meant if _means_it(sentence, _behind_subject(sentence, hit, vocabulary), dates, vocabulary)]
    heads = (_behind_subject(sentence, hit, vocabulary) for hit in _heads(_longest(meant)))
    kept = [Trigger(hit.start, hit.end, hit.meaning) for hit in heads]
    return tuple(sorted(kept, key=lambda trigger: (trigger.start, -trigger.weight)))


def _behind_subject(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> Found[Entry]:
    """A verb that was found with its subject, without it and its auxiliaries: "captured" of "rebels have been captured"."""
    if not hit.meaning.led:
        return hit
    verbs = [i for i in range(hit.start + 1, hit.end) if sentence.lower[i] in vocabulary.verb_forms]
    first = next((i for i in verbs if sentence.lower[i] not in vocabulary.verb_words["auxiliaries"]), hit.end - 1)
    return hit._replace(start=first)


def _longest(found: Sequence[Found[Entry]]) -> list[Found[Entry]]:
    """Without those that lie inside a longer one: "peace talks" are not "peace"."""
    kept: list[Found[Entry]] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        inside = [other for other in kept[-_RECENT:] if hit.end <= other.end and hit.start >= other.start]
        if all((other.start, other.end) == (hit.start, hit.end) for other in inside):
            kept.append(hit)
    return kept


def _reaches_for_date(sentence: Sentence, hit: Found[Entry], dates: frozenset[int], vocabulary: Vocabulary) -> bool:
    """ "Fall on" of "had fallen on Thursday": the last word belongs to the date."""
    last = sentence.lower[hit.end - 1]
    return hit.end in dates and hit.end - hit.start > 1 and last in vocabulary.clause_words["prepositions"]


def _heads(found: Sequence[Found[Entry]]) -> list[Found[Entry]]:
    """Of two nouns side by side the last, as in "armistice negotiations", unless it is weak: "evacuation operations"."""
    nouns = [hit for hit in found if not hit.meaning.verb]
    strong = {hit.start for hit in nouns if hit.meaning.strong}
    ends = {hit.end for hit in nouns if hit.meaning.strong}
    return [
        hit
        for hit in found
        if hit.meaning.verb or not (hit.end in strong or (not hit.meaning.strong and hit.start in ends))
    ]


def _means_it(sentence: Sentence, hit: Found[Entry], dates: frozenset[int], vocabulary: Vocabulary) -> bool:
    """Whether a form that can be verb or noun is the one that the entry wants."""
    if "capital_nouns" in vocabulary.habits and not _is_spelt_right(sentence, hit):
        return False
    if not hit.meaning.verb:
        return (
            not ("capital_nouns" not in vocabulary.habits and _within_name(sentence, hit))
            and not _before_noun(sentence, hit, dates, vocabulary)
            and not _spoken_of(sentence, hit, vocabulary)
            and not _generic(sentence, hit, vocabulary)
            and not (
                hit.end - hit.start == 1
                and "verbs_like_nouns" in vocabulary.habits
                and _is_verb_here(sentence, hit.start, vocabulary)
            )
        )
    if _only_joins(sentence, hit, vocabulary):
        return False
    if "verbs_by_ending" in vocabulary.habits:
        return True
    if hit.meaning.tags & {"past", "participle"} and _is_adjective(sentence, hit, vocabulary):
        return False
    if hit.meaning.tags & {"past", "participle"}:
        known = "capital_nouns" in vocabulary.habits or sentence.heading or sentence.row or hit.start == 0
        return known or not sentence.words[hit.start][0].isupper()
    if "ing" in hit.meaning.tags:
        before = sentence.lower[hit.start - 1] if hit.start else ""
        return before not in vocabulary.clause_words["determiners"]
    passive = sentence.lower[hit.start] in vocabulary.verb_words["passive"]
    return passive or _has_particle(sentence, hit, vocabulary) or _is_verb_here(sentence, hit.start, vocabulary)


def _only_joins(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> bool:
    """Whether a form of a verb is a preposition too: "cerca" of "cercar", "entre" of "entrer"."""
    alone = hit.end - hit.start == 1 and "verbs_like_nouns" not in vocabulary.habits
    return alone and sentence.lower[hit.start] in vocabulary.clause_words["prepositions"]


def _is_spelt_right(sentence: Sentence, hit: Found[Entry]) -> bool:
    """Where nouns have capitals: a noun has one, a verb by itself none but at the beginning."""
    capitals = [word[0].isupper() for word in sentence.words[hit.start : hit.end]]
    if hit.meaning.verb:
        return len(capitals) > 1 or not capitals[0] or hit.start == 0
    return any(capitals)


def _has_particle(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> bool:
    """ "Opens up on", "break off": the word behind shows the verb, where no article stands before it."""
    sets = vocabulary.clause_words
    if hit.end - hit.start == 1 or sentence.lower[hit.start + 1] not in sets["particles"]:
        return False
    before = sentence.lower[hit.start - 1] if hit.start else ""
    bound = before in sets["prepositions"] and before not in sets["infinitive"]
    return before not in sets["determiners"] and not bound


def _is_adjective(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> bool:
    """ "The captured town", "in besieged Kafra", ", wounded people are": a participle before its noun."""
    words, sets = sentence.words, vocabulary.clause_words
    if hit.end - hit.start > 1 or hit.end >= len(words) or not words[hit.end][0].isalpha():
        return False
    before = sentence.lower[hit.start - 1] if hit.start else ","
    after = sentence.lower[hit.end]
    noun = not is_function_word(after, vocabulary) and after not in sets["particles"]
    if before in sets["determiners"] or before in sets["prepositions"]:
        return noun and after not in vocabulary.verb_words["auxiliaries"]
    verb = sentence.lower[hit.end + 1] in vocabulary.verb_words["auxiliaries"] if hit.end + 1 < len(words) else False
    return noun and verb and not before[-1].isalnum()


def _generic(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> bool:
    """ "Every ceasefire", "any attack": no ceasefire or attack in particular."""
    before = sentence.lower[max(0, hit.start - 2) : hit.start]
    return bool(vocabulary.clause_words["generic"].intersection(before))


def _before_noun(sentence: Sentence, hit: Found[Entry], dates: frozenset[int], vocabulary: Vocabulary) -> bool:
    """ "Bombing victims", "truce monitors": a noun that only says of what sort another is; not "siege operations".

    After "after the surrender troops left" another noun begins the clause that the time belongs to.
    """
    sets = vocabulary.clause_words
    if not sets["carriers"] or hit.end + 1 >= len(sentence.words) or hit.end in dates:
        return False
    after = sentence.lower[hit.end]
    if (
        not (after.isalpha() and sentence.words[hit.end].islower())
        or is_function_word(after, vocabulary)
        or after in sets["carriers"]
    ):
        return False
    begins = hit.start - (sentence.lower[hit.start - 1] in sets["determiners"] and hit.start > 0)
    if begins and sentence.lower[begins - 1] in sets["circumstances"]:
        return False
    verb = after in vocabulary.verb_forms or after in vocabulary.verb_words["auxiliaries"] or after in sets["particles"]
    ends = after.endswith(tuple(sets["adverb_endings"] | vocabulary.verb_words["endings"]))
    return not (verb or ends) or (after in vocabulary.forms["noun_like"] and is_verb(sentence, hit.end + 1, vocabulary))


def _spoken_of(sentence: Sentence, hit: Found[Entry], vocabulary: Vocabulary) -> bool:
    """ "Victims of the bombing", "reports of an attack": what is told of is something else."""
    sets = vocabulary.clause_words
    at = hit.start - 1
    while at > max(0, hit.start - _ADJECTIVES) and sentence.lower[at] not in sets["prepositions"]:
        at -= 1
    return at > 0 and sentence.lower[at] in sets["prepositions"] and sentence.lower[at - 1] in sets["about"]


def _within_name(sentence: Sentence, hit: Found[Entry]) -> bool:
    """ "Negotiations" of "High Negotiations Committee"; not the last word of a name, as in "Oslo Accords"."""
    after = sentence.words[hit.end] if hit.end < len(sentence.words) else "."
    return not sentence.heading and sentence.words[hit.end - 1][0].isupper() and after[0].isupper()


def _is_verb_here(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    tags = vocabulary.verb_forms.get(sentence.lower[i])
    if not tags or tags & {"past", "participle"}:
        return False
    return reads_as_verb(sentence, i, tags, vocabulary)

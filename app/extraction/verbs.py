"""Which words of a sentence are verbs, and which only look like one: "strikes", "the captured town", "brokered by"."""

from collections.abc import Collection

from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary

_HELP = 4
"""Words before a participle among which its auxiliary stands: "has not yet been taken"."""
_INFINITIVE = frozenset({"infinitive"})
_PARTICIPLE = frozenset({"participle"})
_CLOSING = _PARTICIPLE | _INFINITIVE
_SHORT = 4
"""Unknown words of so many letters are not taken for verbs by their ending: "shed"."""


def is_verb(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a word is read as a verb (finite, or a participle that tells something)."""
    word = sentence.lower[i]
    if "bracketed_verbs" in vocabulary.habits and _closes_bracket(sentence, i, vocabulary):
        return False
    if word in vocabulary.verb_words["auxiliaries"]:
        owner = word in vocabulary.verb_words["or_genitive"]
        return not owner or (i > 0 and sentence.lower[i - 1] in vocabulary.clause_words["subjects"])
    if "verbs_like_nouns" not in vocabulary.habits and word in vocabulary.clause_words["prepositions"]:
        return False
    tags = vocabulary.verb_forms.get(word)
    if tags is None:
        by_ending = "verbs_by_ending" in vocabulary.habits
        unknown = (sentence.words[i].islower() or (by_ending and i == 0)) and len(word) > _SHORT
        return unknown and word.endswith(vocabulary.verb_endings) and _free(sentence, i, vocabulary)
    if sentence.words[i][0].isupper() and i > 0 and not sentence.words[i].isupper():
        return False
    if tags == _PARTICIPLE and "bound_participles" in vocabulary.habits:
        return _helped(sentence, i, vocabulary)
    if {"past", "participle"} & tags:
        return word not in vocabulary.verb_words["not_verbs"] and _free(sentence, i, vocabulary)
    if "ing" in tags or tags == _INFINITIVE:
        return False
    return reads_as_verb(sentence, i, tags, vocabulary)


def _closes_bracket(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether a form goes with an auxiliary before it, far off: "haben Israel und die Hamas … verständigt"."""
    tags = vocabulary.verb_forms.get(sentence.lower[i], frozenset())
    closing = sentence.lower[i] in vocabulary.verb_words["closing"] or (tags & _CLOSING and "past" not in tags)
    if not closing:
        return False
    before = next((k for k in range(i - 1, -1, -1) if not sentence.words[k][0].isalnum()), -1)
    return bool(vocabulary.verb_words["auxiliaries"].intersection(sentence.lower[before + 1 : i]))


def _free(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Not an adjective before a noun: "the captured town", "their abandoned guns"; but "both besieged by rebels"."""
    if sentence.lower[i] in vocabulary.verb_words["not_verbs"]:
        return False
    before = sentence.lower[i - 1] if i else ""
    after = sentence.words[i + 1] if i + 1 < len(sentence.words) else "."
    sets = vocabulary.clause_words
    if before in sets["prepositions"] and before not in sets["subordinators"]:
        return False
    if after.lower() in vocabulary.clause_words["agents"] and not _helped(sentence, i, vocabulary):
        return False
    if before in sets["relatives"] and "participle" not in vocabulary.verb_forms.get(sentence.lower[i], _PARTICIPLE):
        return True  # "the truce that took effect"
    noun_follows = can_be_common(after, vocabulary) and not is_function_word(after.lower(), vocabulary)
    return not (before in vocabulary.clause_words["determiners"] and noun_follows)


def _helped(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """Whether an auxiliary stands before a participle: "was brokered by", not "a ceasefire brokered by"."""
    return bool(vocabulary.verb_words["auxiliaries"].intersection(sentence.lower[max(0, i - _HELP) : i]))


def is_function_word(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word only joins or points: an article, preposition or conjunction."""
    return word in vocabulary.function_words


def can_be_common(word: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is spelt as one that is no name."""
    return word[0].isalpha() and (word.islower() or "capital_nouns" in vocabulary.habits)


def reads_as_verb(sentence: Sentence, i: int, tags: Collection[str], vocabulary: Vocabulary) -> bool:
    """Whether a form that may be a noun too ("attack", "strikes") is a verb where it stands."""
    sets = vocabulary.clause_words
    before = sentence.lower[i - 1] if i else ""
    if "verbs_like_nouns" not in vocabulary.habits:
        linked = before in sets["prepositions"] and not ("infinitive" in tags and before in sets["infinitive"])
        return before not in sets["determiners"] and not linked
    if not before or before in sets["determiners"]:
        return False
    if before in sets["prepositions"] and before not in sets["infinitive"]:
        return False
    if before in sets["infinitive"] or before in sets["subjects"] or before in vocabulary.verb_words["auxiliaries"]:
        return "base" in tags or before in sets["subjects"]
    if "noun_like" in vocabulary.forms and sentence.lower[i] not in vocabulary.forms["noun_like"]:
        bare = _is_plural(before, vocabulary) or before[0].isdigit() or before in sets["coordinators"]
        return ("third" in tags and before[0].isalnum()) or ("base" in tags and bare)
    if not before[0].isalpha():
        return False
    return _third_person(sentence, i, vocabulary) if "third" in tags else _plural(sentence, i, vocabulary)


def _third_person(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """ "Moscow strikes a deal", "the convoy reaches Homs"; not "air strikes on Homs"."""
    sets, name = vocabulary.clause_words, sentence.words[i - 1][0].isupper()
    if i + 1 == len(sentence.words):
        return name or not _is_plural(sentence.lower[i - 1], vocabulary)
    after = sentence.lower[i + 1]
    follows = after in sets["determiners"] or after in sets["prepositions"] or not after[0].isalpha()
    if name and follows and after not in sets["noun_links"]:
        return True
    follows = follows or after in sets["verb_followers"]
    object_follows = (follows and after not in sets["noun_followers"]) or sentence.words[i + 1][0].isupper()
    return (name or not _is_plural(sentence.lower[i - 1], vocabulary)) and object_follows


def _plural(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    """ "Rebels attack the town", "fighters from Kafra raid the village"; not "rebels attack plans"."""
    if i + 1 >= len(sentence.words):
        return False
    sets, after = vocabulary.clause_words, sentence.lower[i + 1]
    if not _is_plural(sentence.lower[i - 1], vocabulary):
        return sentence.words[i - 1][0].isupper() and sentence.words[i].islower() and after in sets["articles"]
    return after in sets["determiners"] or after in sets["verb_followers"] or sentence.words[i + 1][0].isupper()


def _is_plural(word: str, vocabulary: Vocabulary) -> bool:
    return word.endswith(vocabulary.plural_endings) or word in vocabulary.clause_words["plurals"]

"""How much the words around a name speak for it to be the place where something happened."""

from enum import IntEnum

from app.extraction.placenames import PlaceName, place_words
from app.extraction.reading import Reading
from app.extraction.verbs import is_function_word
from app.extraction.vocabulary import Vocabulary
from resources.gazetteer import Sort

_TAKING = frozenset({"attack", "capture", "siege"})
"""Kinds whose verbs have places as their objects."""
_SUBJECT_REACH = 4
_INITIALS = 5
"""Fewer capitals than so many are initials: "ETA"."""


class Strength(IntEnum):
    """How much speaks for a name to be where something happened."""

    NONE = 0
    BARE = 1
    """A known place by itself: "Serbia votes"."""
    LOOSE = 2
    """Behind words that tell of places and of others: "from Homs", "against Russia"."""
    GOOD = 3
    """ "In Homs"."""
    SURE = 4
    """ "The village of Kafra", "rebels captured Kafra"."""


def strength_of(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> Strength:
    """The strength of a name of the sentence."""
    if _is_other(reading, name, vocabulary):
        return Strength.NONE
    if _is_sure(reading, name, vocabulary):
        return Strength.SURE
    words, after, ending = place_words(vocabulary.language), _after(reading, name), _ending(reading, name)
    if ending in words.of("place_endings"):
        return Strength.GOOD
    if ending in words.of("loose_endings"):
        return Strength.LOOSE if name.sort is not None else Strength.NONE
    if "capital_nouns" in vocabulary.habits and (name.sort is None or name.sort < Sort.TOWN):
        return _of_noun(reading, name, vocabulary)
    preposition = _preposition(reading, name, vocabulary)
    if preposition in words.of("loose"):
        return Strength.LOOSE if name.sort is not None else Strength.NONE
    if preposition:
        return Strength.GOOD
    unsure = vocabulary.habits & {"no_capitals", "capital_nouns"}
    if unsure and reading.sentence.lower[name.start] in words.of("common"):
        return Strength.NONE
    least = Sort.TOWN if unsure else Sort.DISTRICT
    bare = name.sort is not None and name.sort > least and not name.attached
    return Strength.BARE if bare and after not in words.of("owning") and not ending else Strength.NONE


def _of_noun(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> Strength:
    """Where all nouns have capitals, an unknown place is one where "in" stands before it, but for "in Kraft"."""
    words = place_words(vocabulary.language)
    before = reading.sentence.lower[name.start - 1] if name.start else ""
    common = reading.sentence.lower[name.start] in words.of("common")
    return Strength.GOOD if before in words.of("before_places") and not common else Strength.NONE


def _ending(reading: Reading, name: PlaceName) -> str:
    """What an apostrophe joins to a name: "'da" of "Halep'da"; else ""."""
    sentence, end = reading.sentence, name.end
    if end >= len(sentence.words) or sentence.lower[end][0] != "'" or sentence.starts[end] > sentence.ends[end - 1]:
        return ""
    more = sentence.lower[end] == "'" and end + 1 < len(sentence.words)
    return sentence.lower[end] + (sentence.lower[end + 1] if more else "")


def _is_sure(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> bool:
    words, sets, lower = place_words(vocabulary.language), vocabulary.clause_words, reading.sentence.lower
    after, before = _after(reading, name), lower[name.start - 1] if name.start else ""
    behind = name.end + len(_ending(reading, name).split("'"))  # an apostrophe alone is a word of its own
    owned = bool(_ending(reading, name)) and set(lower[name.end : behind + 1]) & sets["place_nouns"]
    if owned:
        return True
    of_note = name.sort is not None and name.sort > Sort.DISTRICT
    if of_note and (after in words.of("large_sites") or lower[name.start] in sets["place_nouns"]):
        return True
    if after in words.of("sites") and (of_note or before in sets["determiners"]):
        return True
    return _after_place_noun(reading, name, vocabulary) or _is_taken(reading, name, vocabulary)


def _is_other(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> bool:
    """Whether the words name no place: an adjective, initials, a body, a common word with the capital of its sentence."""
    sentence, sets, words = reading.sentence, vocabulary.clause_words, place_words(vocabulary.language)
    first, alone = sentence.words[name.start], name.end - name.start == 1
    if alone and is_function_word(sentence.lower[name.start], vocabulary):
        return True
    if alone and first.isupper() and ("." in first or len(first) < _INITIALS) and name.sort is not Sort.COUNTRY:
        return True
    if alone and (name.sort is None or name.sort < Sort.TOWN):
        word = sentence.lower[name.start]
        if word in words.of("adjectives") or word.endswith(tuple(words.of("adjective_endings"))):
            return True
    if name.sort is not None:
        return False
    if "capital_adjectives" in vocabulary.habits and _is_adjective(reading, name, vocabulary):
        return True
    inside = set(sentence.lower[name.start : name.end])
    return _is_common(reading, name, vocabulary) or bool(inside & (sets["bodies"] | sets["determiners"]))


def _is_common(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> bool:
    """Whether the capital is only that of the sentence: "Rebels were killed"."""
    if name.start > 0 or name.end > 1:
        return False
    word = reading.sentence.lower[0]
    return word.endswith(vocabulary.plural_endings) or bool(vocabulary.context_of[word] or vocabulary.kinds_of[word])


def _is_adjective(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> bool:
    """ "Syrian" of "in Syrian prisons"; not "Idlib" of "in Idlib province"."""
    after = reading.sentence.words[name.end] if name.end < len(reading.sentence.words) else "."
    if not (after.isalpha() and after.islower()) or is_function_word(after, vocabulary):
        return False
    if after in vocabulary.verb_forms or after in vocabulary.verb_words["auxiliaries"]:
        return False
    sets = vocabulary.clause_words
    site = after in sets["place_nouns"] or after in place_words(vocabulary.language).of("sites")
    return not site or after in sets["peopled"]


def _after(reading: Reading, name: PlaceName) -> str:
    return reading.sentence.lower[name.end] if name.end < len(reading.sentence.lower) else "."


def _past_links(reading: Reading, start: int, vocabulary: Vocabulary) -> int:
    """The last word before a name that does not only say which part of it: "in" of "in the northern Aleppo"; -1 if none."""
    before = start - 1
    while before >= 0 and reading.sentence.lower[before] in vocabulary.clause_words["place_links"]:
        before -= 1
    return before


def _after_place_noun(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> bool:
    """ "The village of Kafra", "the siege of Kafra", "Stadt Kafra"."""
    sets, lower = vocabulary.clause_words, reading.sentence.lower
    before = _past_links(reading, name.start, vocabulary)
    if before < 0:
        return False
    words = place_words(vocabulary.language)
    of = before > 0 and lower[before] in sets["noun_links"]
    noun = lower[before - 1] if of else lower[before]
    if noun in sets["place_nouns"] or noun in words.of("introducing"):
        return True
    if of:
        return _ends_trigger(reading, before, vocabulary)
    return name.sort is not None and noun in words.of("events_of_place")


def _preposition(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> str:
    """The word before a name that says that it is a place, or before a name to which this one is joined; else ""."""
    sets, sentence = vocabulary.clause_words, reading.sentence
    inside, words_before = sets["place_prepositions"], place_words(vocabulary.language).of("before")
    attached = next((one for one in reversed(name.attached) if one in inside or one in words_before), "")
    before = _past_links(reading, name.start, vocabulary)
    if attached or before < 0:
        return attached
    word = sentence.lower[before]
    if word in inside or word in words_before:
        return word
    joined = word == "," or word in sets["coordinators"]
    if not joined or before == 0 or not sentence.words[before - 1][0].isupper():
        return ""
    first = before - 1
    while first > 0 and sentence.words[first - 1][0].isupper():
        first -= 1
    return _preposition(reading, PlaceName(first, before, "", None), vocabulary) if first > 0 else ""


def _ends_trigger(reading: Reading, of: int, vocabulary: Vocabulary) -> bool:
    """Whether "of" follows a noun that tells of what happens to places: "the shelling of Kafra"; not "the killing of"."""
    persons = place_words(vocabulary.language).of("of_persons")
    return any(
        not one.entry.verb
        and of in {one.end, one.end - 1}
        and one.entry.kind in _TAKING
        and reading.sentence.lower[one.start] not in persons
        for one in reading.triggers
    )


def _is_taken(reading: Reading, name: PlaceName, vocabulary: Vocabulary) -> bool:
    """The object of "captured", "bombed", "besieged", or the subject of their passive and of "fell"."""
    return any(
        one.entry.verb
        and one.entry.kind in _TAKING
        and (_follows(reading, one.end, name, vocabulary) or _suffers(reading, one.start, name, vocabulary))
        for one in reading.triggers
    )


def _follows(reading: Reading, end: int, name: PlaceName, vocabulary: Vocabulary) -> bool:
    links, nouns = vocabulary.clause_words["place_links"], vocabulary.clause_words["place_nouns"]
    between = reading.sentence.lower[end : name.start]
    return end <= name.start and all(word in links or word in nouns for word in between)


def _suffers(reading: Reading, verb: int, name: PlaceName, vocabulary: Vocabulary) -> bool:
    if not name.end <= verb <= name.end + _SUBJECT_REACH:
        return False
    passive = not vocabulary.verb_words["passive"].isdisjoint(reading.sentence.lower[name.end : verb])
    return passive or "falling" in vocabulary.forms_of[reading.sentence.lower[verb]]

"""Places named with an event, told by the words around them: "in Homs", "the fall of Aleppo", "rebels captured Golo"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.extraction.clause import Clause
from app.extraction.reading import Reading
from app.extraction.verbs import is_function_word
from app.extraction.vocabulary import Vocabulary

_TAKING = frozenset({"attack", "capture", "siege"})
"""Kinds whose verbs have places as their objects."""
_SUBJECT_REACH = 4


@dataclass(frozen=True, slots=True)
class _Name:
    """Capitalised words that belong together."""

    start: int
    end: int


def places_of(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Names of places in the clause, else in the rest of its sentence, in order, each once."""
    own = _places(reading, set(clause.indices), vocabulary)
    return own or _places(reading, set(range(len(reading.sentence.words))), vocabulary)


def _places(reading: Reading, inside: set[int], vocabulary: Vocabulary) -> tuple[str, ...]:
    found = [name for name in _names(reading, inside) if _is_place(reading, name, vocabulary)]
    return tuple(dict.fromkeys(_spelt(reading, name) for name in found))


def _is_common(reading: Reading, name: _Name, vocabulary: Vocabulary) -> bool:
    """Whether the capital is only that of the sentence: "Rebels were killed"."""
    word = reading.sentence.lower[name.start]
    known = (*vocabulary.context.values(), *vocabulary.company.values())
    plural = word.endswith(tuple(vocabulary.clause_words["plural_endings"]))
    return name.start == 0 and name.end == 1 and (plural or any(word in words for words in known))


def _spelt(reading: Reading, name: _Name) -> str:
    return " ".join(reading.sentence.words[name.start : name.end])


def _names(reading: Reading, inside: set[int]) -> Iterator[_Name]:
    words, i = reading.sentence.words, 0
    while i < len(words):
        start = i
        while i < len(words) and i in inside and i not in reading.date_words and _goes_on(words, start, i):
            i += 1
        if i > start:
            yield _Name(start, i)
        i += i == start


def _goes_on(words: tuple[str, ...], start: int, i: int) -> bool:
    """Whether the word belongs to the name: it has a capital, or is a small word inside ("Rio de Janeiro")."""
    if words[i][0].isupper():
        return len(words[i]) > 1
    inner = words[i] in _INNER and i > start and i + 1 < len(words) and words[i + 1][0].isupper()
    return inner or (i > start and words[i].startswith(("al-", "el-")))


_INNER = frozenset({"al", "el", "de", "del", "la", "du", "le", "der", "am", "ibn"})


def _is_place(reading: Reading, name: _Name, vocabulary: Vocabulary) -> bool:
    adjective = "capital_adjectives" in vocabulary.habits and _is_adjective(reading, name, vocabulary)
    if adjective or _is_initials(reading.sentence.words[name.start]):
        return False
    words = set(reading.sentence.lower[name.start : name.end])
    if _is_common(reading, name, vocabulary) or words & (
        vocabulary.clause_words["bodies"] | vocabulary.clause_words["determiners"]
    ):
        return False
    return _after_place_word(reading, name.start, vocabulary) or _is_taken(reading, name, vocabulary)


def _is_adjective(reading: Reading, name: _Name, vocabulary: Vocabulary) -> bool:
    """ "Syrian" of "in Syrian prisons"; not "Idlib" of "in Idlib province"."""
    words = reading.sentence.words
    after = words[name.end] if name.end < len(words) else "."
    place_noun = after in vocabulary.clause_words["place_nouns"] - vocabulary.clause_words["peopled"]
    noun = after.isalpha() and after.islower() and not is_function_word(after, vocabulary)
    verb = after in vocabulary.verb_forms or after in vocabulary.verb_words["auxiliaries"]
    return noun and not place_noun and not verb


def _is_initials(word: str) -> bool:
    return word.isupper() and ("." in word or len(word) < 5)


def _after_place_word(reading: Reading, start: int, vocabulary: Vocabulary) -> bool:
    sets, words = vocabulary.clause_words, reading.sentence.lower
    before = start - 1
    while before >= 0 and words[before] in sets["place_links"]:
        before -= 1
    if before < 0:
        return False
    if words[before] in sets["noun_links"]:
        return before > 0 and (words[before - 1] in sets["place_nouns"] or _ends_trigger(reading, before))
    joined = words[before] in sets["coordinators"] | {","} and before > 0
    if joined and reading.sentence.words[before - 1][0].isupper():
        first = before - 1
        while first > 0 and reading.sentence.words[first - 1][0].isupper():
            first -= 1
        return first > 0 and _after_place_word(reading, first, vocabulary)
    return words[before] in sets["place_prepositions"] or words[before] in sets["place_nouns"]


def _ends_trigger(reading: Reading, of: int) -> bool:
    """Whether "of" follows a noun that tells of an event: "the shelling of Tskhinvali"."""
    return any(not one.entry.verb and of in {one.end, one.end - 1} for one in reading.triggers)


def _is_taken(reading: Reading, name: _Name, vocabulary: Vocabulary) -> bool:
    """The object of "captured", "bombed", "besieged", or the subject of their passive and of "fell"."""
    taking = [one for one in reading.triggers if one.entry.verb and one.entry.kind in _TAKING]
    return any(
        _follows(reading, one.end, name, vocabulary) or _suffers(reading, one.start, name, vocabulary) for one in taking
    )


def _follows(reading: Reading, end: int, name: _Name, vocabulary: Vocabulary) -> bool:
    links = vocabulary.clause_words["place_links"] | vocabulary.clause_words["place_nouns"] | {"of"}
    return end <= name.start and all(reading.sentence.lower[i] in links for i in range(end, name.start))


def _suffers(reading: Reading, verb: int, name: _Name, vocabulary: Vocabulary) -> bool:
    between: Iterable[str] = reading.sentence.lower[name.end : verb]
    passive = any(word in vocabulary.verb_words["passive"] for word in between)
    alone = reading.sentence.lower[verb] in vocabulary.forms["falling"]
    return name.end <= verb <= name.end + _SUBJECT_REACH and (passive or alone)

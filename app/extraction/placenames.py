"""Names in a sentence that may be places: those of the gazetteer, and capitalised words or introduced ones besides.

Words that are written as one with a name, and the endings that it takes, are data of each language (`places.toml`):
"بحلب" is "حلب", "в Москве" is "Москва".
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from app.extraction.letters import folded
from app.extraction.sentences import Sentence
from app.extraction.verbs import is_function_word
from app.extraction.vocabulary import Vocabulary
from resources.gazetteer import MOST_WORDS, Listed, Sort, listed
from resources.languages import language, languages

LARGE = frozenset({Sort.COUNTRY, Sort.AREA, Sort.REGION})
"""What other places lie in."""
_SHORTEST = 3
"""Letters that remain of a name without what is written as one with it."""
_INNER = frozenset({"al", "el", "de", "del", "la", "du", "le", "der", "am", "ibn", "da", "di", "des", "los", "las"})
_ARTICLE = 3
"""Letters of articles that a hyphen joins to names: "al", "ez", "ash"."""


class PlaceName(NamedTuple):
    """Words that name something; `sort` is what the gazetteer calls it, `spelt` the bare name as the text writes it."""

    start: int
    end: int
    spelt: str
    sort: Sort | None
    attached: str = ""
    """What is written as one with it, at its beginning: the "ب" of "بحلب"."""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What a language writes as one with names, each with what stands instead, and its sets of words about places."""

    prefixes: tuple[tuple[str, str], ...]
    endings: tuple[tuple[str, str], ...]
    sets: Mapping[str, frozenset[str]]
    pointing: frozenset[str]
    """Words that can point back to a place."""

    def of(self, name: str) -> frozenset[str]:
        """A set of words, empty where the data do not name it."""
        return self.sets.get(name, frozenset())


@cache
def place_words(name: str) -> PlaceWords:
    """The words about places of a language; those of an unknown language are none."""
    data = language(name).get("places", {}) if name in languages() else {}
    pairs = {key: tuple((old, new) for old, new in data.get(key, ())) for key in ("prefixes", "endings")}
    sets = {key: frozenset(map(folded, words)) for key, words in data.items() if key not in pairs}
    pointing = frozenset().union(*(sets.get(key, ()) for key in ("there", "settlements", "lands")))
    return PlaceWords(pairs["prefixes"], pairs["endings"], sets, pointing)


def place_names(sentence: Sentence, dates: Set[int], vocabulary: Vocabulary) -> tuple[PlaceName, ...]:
    """The names of a sentence from left to right, none overlapping; `dates` are the words of date expressions."""
    capitals = "no_capitals" not in vocabulary.habits
    at = _capitalised if capitals else _introduced_or_listed
    found: list[PlaceName] = []
    end = 0
    for i, word in enumerate(sentence.words):
        if i < end or i in dates or (capitals and word.islower() and "-" not in word):
            continue
        name = at(sentence, i, dates, vocabulary)
        if name:
            found.append(name)
            end = name.end
    return tuple(found)


def _capitalised(sentence: Sentence, i: int, dates: Set[int], vocabulary: Vocabulary) -> PlaceName | None:
    if not _begins(sentence, i, vocabulary):
        return None
    end = i + 1
    while end < len(sentence.words) and end not in dates and _goes_on(sentence.words, end):
        end += 1
    known = _listed_at(sentence, i, len(sentence.words), vocabulary)
    if known and (known.end >= end or _may_follow(sentence, known.end, vocabulary)):
        return known
    if _only_leads(sentence, i, end, vocabulary):
        return None
    return PlaceName(i, end, _text(sentence, i, end), None)


def _only_leads(sentence: Sentence, i: int, end: int, vocabulary: Vocabulary) -> bool:
    """Whether the first word of a run of capitals is none of a name: "Province", "Northern Kafra", "The", "Rebels Homs"."""
    sets, word = vocabulary.clause_words, sentence.lower[i]
    if word in sets["place_links"] or word in sets["place_nouns"] or is_function_word(word, vocabulary):
        return True
    if word in place_words(vocabulary.language).of("sites"):
        return True
    behind = _listed_at(sentence, i + 1, end, vocabulary) if i == 0 and end > 1 else None
    return behind is not None and behind.end == end and _fits(behind.sort, "-")


def _begins(sentence: Sentence, i: int, vocabulary: Vocabulary) -> bool:
    word = sentence.words[i]
    if not _has_capital(word) or len(word) == 1:
        return False
    common = i == 0 and is_function_word(sentence.lower[0], vocabulary)
    return not common or (len(sentence.words) > 1 and _has_capital(sentence.words[1]))


def _has_capital(word: str) -> bool:
    """ "Zor", "ez-Zor", "al-Bab"; not "mid-Zor-like"."""
    if word[0].isupper() or "-" not in word:
        return word[0].isupper()
    article, _, name = word.partition("-")
    return name[:1].isupper() and len(article) <= _ARTICLE


def _goes_on(words: Sequence[str], i: int) -> bool:
    """Whether the word belongs to the name before: it has a capital, or is a small word inside ("Rio de Janeiro")."""
    if _has_capital(words[i]):
        return len(words[i]) > 1
    return words[i] in _INNER and i + 1 < len(words) and _has_capital(words[i + 1])


def _may_follow(sentence: Sentence, start: int, vocabulary: Vocabulary) -> bool:
    """Whether a word behind a known name, in capitals too, leaves it a place: "Aleppo Province", "Damascus Syria"."""
    sets, word = vocabulary.clause_words, sentence.lower[start]
    words = place_words(vocabulary.language)
    if word in sets["place_nouns"] or word in sets["place_links"]:
        return True
    if word in words.of("sites") or word in words.of("large_sites"):
        return True
    more = _listed_at(sentence, start, len(sentence.words), vocabulary)
    return more is not None and more.sort in LARGE


def _listed_at(sentence: Sentence, i: int, end: int, vocabulary: Vocabulary) -> PlaceName | None:
    """The longest name of the gazetteer that begins at a word and ends no later than another."""
    forms, best = place_words(vocabulary.language), None
    for attached, first in _without_prefix(sentence.words[i], forms):
        for stop in range(i + 1, min(end, i + MOST_WORDS) + 1):
            name = _text(sentence, i, stop, first)
            known, spelt = _known(name, forms)
            if known.sort is not None and _fits(known.sort, attached) and _can_end(sentence, i, stop - 1, vocabulary):
                best = PlaceName(i, stop, _cased(spelt), known.sort, attached)
            if not listed(name).goes_on:
                break
        if best:
            return best
    return best


def _can_end(sentence: Sentence, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether a word can be the last of a name: "Africa" of "Horn of Africa", not the full stop behind it."""
    word = sentence.words[last]
    capital = "no_capitals" in vocabulary.habits or last == first or _has_capital(word)
    return word[-1].isalnum() and capital


def _fits(sort: Sort | None, attached: str) -> bool:
    """Whether it is a place of note where a letter must be taken off to find it: "لجان" is not "ل" and a village."""
    return not attached or (sort is not None and sort > Sort.DISTRICT)


def _cased(name: str) -> str:
    """The name as it is spelt within a sentence: "Quito" for "QUITO"."""
    return name.title() if name.isupper() and len(name) > _SHORTEST and "." not in name else name


def _without_prefix(word: str, forms: PlaceWords) -> Iterator[tuple[str, str]]:
    """The word, and what remains of it without what may be written as one with it, each with what was taken off."""
    yield "", word
    for prefix, instead in forms.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) + len(instead) >= _SHORTEST:
            yield prefix, instead + word[len(prefix) :]


def _known(name: str, forms: PlaceWords) -> tuple[Listed, str]:
    """What the gazetteer says of a name as it stands, else in the first of its possible base forms."""
    known = listed(name)
    if known.sort is not None:
        return known, name
    for ending, instead in forms.endings:
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST:
            base = name[: len(name) - len(ending)] + instead
            found = listed(base)
            if found.sort is not None and found.sort > Sort.VILLAGE:
                return found, base
    return known, name


def _introduced_or_listed(sentence: Sentence, i: int, dates: Set[int], vocabulary: Vocabulary) -> PlaceName | None:
    """Where names have no capitals: a name of the gazetteer that is no common word, or what "the village of" introduces."""
    word, sets, words = sentence.lower[i], vocabulary.clause_words, place_words(vocabulary.language)
    if not word[0].isalpha() or word in sets["prepositions"] or word in sets["relatives"]:
        return None
    before = sentence.lower[i - 1] if i else ""
    site = word in sets["place_nouns"] and word not in words.of("compounds")
    introduced = (before in sets["place_nouns"] or before in words.of("introducing")) and not (
        site or word in sets["determiners"]
    )
    end = i + 1
    if word in words.of("compounds") and end < len(sentence.words) and end not in dates:
        end += 1
    common = (word in words.of("common") and end == i + 1) or (not introduced and _is_common(word, vocabulary))
    known = _listed_at(sentence, i, len(sentence.words), vocabulary)
    if known and (known.end - i > 1 or not common):
        return known
    if common or not introduced or word in vocabulary.verb_forms or i in dates:
        return None
    return PlaceName(i, end, _text(sentence, i, end), None)


def _is_common(word: str, vocabulary: Vocabulary) -> bool:
    """Whether the word means something else in the language, as the words of its data do."""
    sets = vocabulary.clause_words
    told = "diplomacy" in vocabulary.context_of[word] or "talks" in vocabulary.kinds_of[word]
    if word in vocabulary.spelling.proclitics.known and not told:
        return True
    return word in sets["place_links"] or word in sets["stretches"]


def _text(sentence: Sentence, start: int, end: int, first: str | None = None) -> str:
    """Words as they stand in the text, with a blank wherever there is one; `first` in the place of the first."""
    parts = [sentence.words[start] if first is None else first]
    for i in range(start + 1, end):
        parts.append(" " * (sentence.starts[i] > sentence.ends[i - 1]) + sentence.words[i])
    return "".join(parts)

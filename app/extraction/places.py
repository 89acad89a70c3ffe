"""Places named in a clause: capitalised names behind words of place, or known from the gazetteer."""

from app.extraction.sentences import Sentence
from app.extraction.vocabulary import Vocabulary


def places_in(sentence: Sentence, indices: list[int], vocabulary: Vocabulary, dates: frozenset[int]) -> tuple[str, ...]:
    """Names of places among the words, in order, each once."""
    found: list[str] = []
    inside = set(indices)
    i = 0
    words = sentence.words
    while i < len(words):
        if i not in inside or i in dates or not _is_name(words[i]):
            i += 1
            continue
        end = i + 1
        while end < len(words) and end in inside and end not in dates and _goes_on(sentence, end, inside):
            end += 1
        name = " ".join(words[i:end]) if all(w.isalnum() or "-" in w or "." in w for w in words[i:end]) else ""
        if name and _is_place(sentence, i, vocabulary):
            found.append(name)
        i = end
    return tuple(dict.fromkeys(found))


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 1


def _goes_on(sentence: Sentence, i: int, inside: set[int]) -> bool:
    word = sentence.words[i]
    if _is_name(word):
        return True
    link = word in {"al", "el", "de", "del", "la", "of"} or word.startswith(("al-", "el-"))
    return link and word != "of" and i + 1 < len(sentence.words) and i + 1 in inside and _is_name(sentence.words[i + 1])


def _is_place(sentence: Sentence, start: int, vocabulary: Vocabulary) -> bool:
    before = start - 1
    sets = vocabulary.clause_words
    while before >= 0 and sentence.lower[before] in sets["place_links"]:
        before -= 1
    word = sentence.lower[before] if before >= 0 else ""
    if word == "of":
        return before > 0 and sentence.lower[before - 1] in sets["place_nouns"]
    return word in sets["place_prepositions"] or word in sets["place_nouns"]

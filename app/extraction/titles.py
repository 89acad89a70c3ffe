"""A clause made into a title: one line of at most eighty characters that begins and ends with a word that says something."""

from app.extraction.clause import Clause, Link
from app.extraction.reading import Reading
from app.extraction.verbs import is_verb
from app.extraction.vocabulary import Vocabulary
from storage.model import Span

LONGEST = 80
_EDGES = " ,;:–—-.…"
_SUBJECT = 7
"""Words of a subject that is short enough to be said again."""
_DASHES = frozenset("-–—")
_DATELINE = 9
"""Words of a place and day before the dash with which a report begins."""
_ANTECEDENT = 8
"""Words among which the noun before "which" is looked for."""


def title_of(text: str, reading: Reading, clause: Clause, vocabulary: Vocabulary) -> str:
    """The words of the clause as a title; "which arrived in Tripoli" begins with the noun that "which" stands for."""
    indices = clause.indices
    first, last = indices[0], indices[-1]
    first = _past_openers(reading, clause, first, last, vocabulary)
    while last > first and _says_nothing(reading, last, vocabulary):
        last -= 1
    line = _between(text, reading, first, last)
    subject = _antecedent(text, reading, clause, vocabulary) or _shared_subject(
        text, reading, clause, first, vocabulary
    )
    return finished(f"{subject} {line}" if subject else line, vocabulary)


def finished(line: str, vocabulary: Vocabulary) -> str:
    """The line with a capital, whole quotes and no more than eighty characters, cut behind a word that says something."""
    line = " ".join(line.split()).strip(_EDGES)
    for opening, closing in ("“”", '""', "()"):
        if line.count(opening) + line.count(closing) == 1:
            line = line.replace(opening, "").replace(closing, "").strip(_EDGES)
    if len(line) > LONGEST:
        words = line[: LONGEST - 1].rsplit(" ", 1)[0].split()
        while len(words) > 1 and words[-1].lower().strip(_EDGES) in _small(vocabulary):
            words.pop()
        line = " ".join(words).rstrip(_EDGES) + "…"
    return line[:1].upper() + line[1:]


def _past_openers(reading: Reading, clause: Clause, first: int, last: int, vocabulary: Vocabulary) -> int:
    """Behind words that only link the clause to what stands before it: "and", "after", "that", "meanwhile"."""
    sets, lower = vocabulary.clause_words, reading.sentence.lower
    first = _past_dateline(reading, first, last)
    openers = sets["coordinators"] | sets["relatives"] | sets["complementizers"] | sets["asides"]
    if clause.core.link is Link.SUBORDINATE:
        openers |= sets["subordinators"]
    while (
        first < last and first not in reading.date_words and (lower[first] in openers or not lower[first][0].isalnum())
    ):
        first += 1
    return first


def _past_dateline(reading: Reading, first: int, last: int) -> int:
    """Behind "GENEVA -" or "BEIRUT, 17 December -" at the beginning of a sentence."""
    words = reading.sentence.words
    dash = next((i for i in range(first, min(first + _DATELINE, last)) if words[i] in _DASHES), None)
    if first > 0 or dash is None:
        return first
    before = [words[i] for i in range(dash) if i not in reading.date_words and words[i][0].isalpha()]
    return dash + 1 if before and all(word.isupper() for word in before) else first


def _says_nothing(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    word = reading.sentence.lower[index]
    return index not in reading.date_words and (word in _small(vocabulary) or not word[-1].isalnum())


def _small(vocabulary: Vocabulary) -> frozenset[str]:
    sets = vocabulary.clause_words
    return frozenset().union(
        *(sets[name] for name in ("prepositions", "coordinators", "subordinators", "relatives", "articles"))
    )


def _antecedent(text: str, reading: Reading, clause: Clause, vocabulary: Vocabulary) -> str:
    """The noun before "which" or "who", from its article or capital on; "" where the clause begins otherwise."""
    sets, lower, start = vocabulary.clause_words, reading.sentence.lower, clause.core.start
    if not _stands_for_subject(reading, clause, vocabulary) or lower[start - 1] in sets["coordinators"]:
        return ""
    end = start - 1 if lower[start - 1] == "," else start
    nearest = max(0, end - _ANTECEDENT)
    begin = next((i for i in range(end - 1, nearest - 1, -1) if lower[i] in sets["determiners"]), end - 1)
    while begin > nearest and (lower[begin - 1] in sets["determiners"] or _both_names(reading, begin)):
        begin -= 1
    return _between(text, reading, begin, end - 1) if begin < end else ""


def _shared_subject(text: str, reading: Reading, clause: Clause, first: int, vocabulary: Vocabulary) -> str:
    """The subject of the clause before where this one begins with its verb: "and was attacked the next day"."""
    if clause.core.link is not Link.COORDINATED or not is_verb(reading.sentence, first, vocabulary):
        return ""
    before = next((one for one in reading.clauses if one.pieces[-1].end == clause.pieces[0].start), None)
    if before is None:
        return ""
    start = _past_openers(reading, before, before.indices[0], before.indices[-1], vocabulary)
    verb = next((i for i in before.indices if i > start and is_verb(reading.sentence, i, vocabulary)), start)
    told = any(i in reading.date_words for i in range(start, verb))
    return _between(text, reading, start, verb - 1) if 0 < verb - start <= _SUBJECT and not told else ""


def _stands_for_subject(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """ "Which arrived", not "which rebels attacked"."""
    lower, start = reading.sentence.lower, clause.core.start
    if clause.core.link is not Link.RELATIVE or start == 0 or start + 1 >= len(lower):
        return False
    verb = lower[start + 1] in vocabulary.verb_forms or lower[start + 1] in vocabulary.verb_words["auxiliaries"]
    return lower[start] in vocabulary.clause_words["standing_for"] and verb


def _both_names(reading: Reading, index: int) -> bool:
    return all(word[0].isupper() for word in reading.sentence.words[index - 1 : index + 1])


def _between(text: str, reading: Reading, first: int, last: int) -> str:
    sentence = reading.sentence
    return Span(sentence.starts[first], sentence.ends[last]).of(text)

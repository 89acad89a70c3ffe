"""Of whom or what a clause tells where its own words leave it out: "and was attacked", "that rebels besieged"."""

from app.extraction.clause import Clause, Link
from app.extraction.reading import Reading
from app.extraction.verbs import is_verb
from app.extraction.vocabulary import Vocabulary

_LONGEST = 9
"""Words of a subject that is short enough to be said again."""
_ANTECEDENT = 8
"""Words among which the noun before "which" is looked for."""
_COMMA = ","
_DASHES = frozenset("-–—")
_CASELESS = 3
"""Words before the dash of a dateline where capitals do not show that they are names."""
_DATELINE = 9
"""Words of a place and day before the dash with which a report begins."""

Words = range
"""Words of a sentence that stand together."""


def antecedent(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> Words:
    """The noun to which a relative or a participle behind a comma belongs, from its article or capital on."""
    sets, lower, start = vocabulary.clause_words, reading.sentence.lower, clause.core.start
    end = _before_date(reading, start - 1 if start and lower[start - 1] == _COMMA else start, vocabulary)
    nearest = max(0, end - _ANTECEDENT)
    nearest = next((i + 1 for i in range(end - 2, nearest - 1, -1) if _ends_noun(reading, i, vocabulary)), nearest)
    begin = next((i for i in range(end - 1, nearest - 1, -1) if lower[i] in sets["determiners"]), end - 1)
    while begin > nearest and (lower[begin - 1] in sets["determiners"] or _both_names(reading, begin)):
        begin -= 1
    begin += lower[begin] in sets["complementizers"] and reading.sentence.words[begin + 1][0].isupper()
    return range(max(begin, 0), end) if begin < end and _can_be_noun(reading, end - 1, vocabulary) else range(0)


def _before_date(reading: Reading, end: int, vocabulary: Vocabulary) -> int:
    """Where a noun ends behind which a date stands: "the bombings on 7 August that killed 224 people"."""
    before = end
    while before and before - 1 in reading.date_words:
        before -= 1
    if before < end and before and reading.sentence.lower[before - 1] in vocabulary.clause_words["prepositions"]:
        before -= 1
    return before


def _ends_noun(reading: Reading, i: int, vocabulary: Vocabulary) -> bool:
    word = reading.sentence.words[i]
    stop = not word[-1].isalnum() and word not in {"-", "'", "’"}
    return stop or i in reading.date_words or is_verb(reading.sentence, i, vocabulary)


def _can_be_noun(reading: Reading, i: int, vocabulary: Vocabulary) -> bool:
    sets, word = vocabulary.clause_words, reading.sentence.lower[i]
    closed = sets["coordinators"] | sets["prepositions"] | sets["determiners"] | sets["subordinators"]
    return word[-1].isalnum() and word not in closed and i not in reading.date_words


def _both_names(reading: Reading, index: int) -> bool:
    return all(word[0].isupper() for word in reading.sentence.words[index - 1 : index + 1])


def stands_for_subject(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """ "Which arrived", not "which rebels attacked"."""
    lower, start = reading.sentence.lower, clause.core.start
    if clause.core.link is not Link.RELATIVE or start == 0 or start + 1 >= len(lower):
        return False
    verb = lower[start + 1] in vocabulary.verb_forms or lower[start + 1] in vocabulary.verb_words["auxiliaries"]
    return (
        lower[start] in vocabulary.clause_words["standing_for"] and verb and not _is_plural(reading, clause, vocabulary)
    )


def _is_plural(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """Whether what looks like a verb behind the relative is a noun, the verb of which follows: "that rebels have held"."""
    noun = clause.core.start + 1
    tags = vocabulary.verb_forms.get(reading.sentence.lower[noun], frozenset())
    return tags == {"third"} and noun + 1 < clause.core.end and is_verb(reading.sentence, noun + 1, vocabulary)


def stands_for_object(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> bool:
    """ "Which rebels attacked", "that rebels have held since March", "whose leader was killed"; not "that Kafra fell"."""
    sets, lower, start = vocabulary.clause_words, reading.sentence.lower, clause.core.start
    if (
        clause.core.link is not Link.RELATIVE
        or start == 0
        or lower[start] not in sets["standing_for"] | sets["of_whom"]
    ):
        return False
    verbs = [i for i in range(start + 1, clause.core.end) if is_verb(reading.sentence, i, vocabulary)]
    if not verbs or stands_for_subject(reading, clause, vocabulary):
        return False
    return lower[start] not in sets["complementizers"] or _lacks_object(reading, verbs, vocabulary)


def _lacks_object(reading: Reading, verbs: list[int], vocabulary: Vocabulary) -> bool:
    lower, last = reading.sentence.lower, verbs[-1]
    after = lower[last + 1] if last + 1 < len(lower) else "."
    passive = any(lower[i] in vocabulary.verb_words["passive"] for i in verbs)
    ends = last + 1 in reading.date_words or after in vocabulary.clause_words["prepositions"] or not after[0].isalnum()
    return ends and not passive


def borrowed(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> Words:
    """The subject of a clause before where this one begins with its verb: "and was attacked the next day"."""
    before = [one for one in reading.clauses if one.pieces[-1].end <= clause.core.start]
    for one in reversed(before):
        found = subject(reading, one, vocabulary)
        if found:
            return found
    return range(0)


def subject(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> Words:
    """The words before the verb or the first comma of a clause, where they are a subject of few words."""
    indices, sets, lower = clause.indices, vocabulary.clause_words, reading.sentence.lower
    linking = sets["coordinators"] | sets["subordinators"] | sets["complementizers"] | sets["asides"]
    start = past_dateline(reading, indices[0], indices[-1])
    start = next((i for i in indices if i >= start and lower[i][0].isalnum() and lower[i] not in linking), indices[-1])
    end = next((i for i in indices if i >= start and _ends_subject(reading, i, vocabulary)), start)
    told = any(i in reading.date_words for i in range(start, end))
    fits = 0 < end - start <= _LONGEST and not told and lower[start] not in sets["prepositions"]
    adverbial = "ing" in vocabulary.verb_forms.get(lower[start], ())
    return (
        range(start, end) if fits and not adverbial and _is_noun_or_pronoun(reading, end - 1, vocabulary) else range(0)
    )


def _ends_subject(reading: Reading, i: int, vocabulary: Vocabulary) -> bool:
    comma = reading.sentence.lower[i] == _COMMA
    return (
        comma
        or reading.sentence.lower[i] in vocabulary.clause_words["relatives"]
        or is_verb(reading.sentence, i, vocabulary)
    )


def _is_noun_or_pronoun(reading: Reading, i: int, vocabulary: Vocabulary) -> bool:
    pronoun = reading.sentence.lower[i] in vocabulary.clause_words["subjects"] - vocabulary.clause_words["relatives"]
    return pronoun or (_can_be_noun(reading, i, vocabulary) and not _ends_noun(reading, i, vocabulary))


def past_dateline(reading: Reading, first: int, last: int) -> int:
    """Behind "GENEVA -" or "BEIRUT, 17 December -" at the beginning of a sentence; not behind "A 72-" of "A 72-hour"."""
    words, sentence = reading.sentence.words, reading.sentence
    reach = range(max(first, 1), min(first + _DATELINE, last))
    dash = next((i for i in reach if words[i] in _DASHES and sentence.starts[i] > sentence.ends[i - 1]), None)
    if first > 0 or dash is None:
        return first
    before = [words[i] for i in range(dash) if i not in reading.date_words and words[i][0].isalpha()]
    names = all(word.isupper() for word in before) or (len(before) <= _CASELESS and all(map(_is_caseless, before)))
    return dash + 1 if before and names else first


def _is_caseless(word: str) -> bool:
    """Whether a word is in a script without capitals."""
    return not word.isupper() and not word.islower()

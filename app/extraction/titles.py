"""A clause made into a title: one line of at most eighty characters that begins and ends with a word that says something."""

from app.extraction.clause import Clause, Link
from app.extraction.labels import past_label
from app.extraction.pronouns import whom
from app.extraction.reading import Reading, complement_of, is_reporting
from app.extraction.subjects import antecedent, borrowed, past_dateline, stands_for_object, stands_for_subject, subject
from app.extraction.tables import cells
from app.extraction.verbs import is_verb
from app.extraction.vocabulary import Vocabulary
from storage.model import Span

LONGEST = 80
_NEAR = 14
"""Words from the beginning of a sentence over which a title can begin there."""
_VERB_REACH = 2
"""Words among which the verb stands that follows a participle between commas: ", was lost"."""
_EDGES = " ,;:–—-.…،؛"


def title_of(
    text: str,
    reading: Reading,
    clause: Clause,
    vocabulary: Vocabulary,
    saying: bool = False,
    before: Reading | None = None,
) -> str:
    """The words of the clause as a title, with the subject that it leaves out; that of a saying is what is said.

    `before` is the sentence before, which may name the person for whom "he" stands.
    """
    if reading.sentence.row:
        return finished(_of_row(text, reading), vocabulary)
    said = _said_before(reading, clause, vocabulary) if saying else range(0)
    if said:
        return finished(_between(text, reading, said.start, said.stop - 1), vocabulary)
    first, last = clause.indices[0], clause.indices[-1]
    first = _past_openers(reading, clause, first, last, vocabulary)
    while last > first and _says_nothing(reading, last, vocabulary):
        last -= 1
    first = _with_what_it_hangs_on(reading, clause, first, vocabulary)
    name = whom(text, reading, first, before, vocabulary) if first < last else ""
    if name:
        return finished(f"{name} {_between(text, reading, first + 1, last)}", vocabulary)
    line, lead = _between(text, reading, first, last), _lead(text, reading, clause, first, vocabulary)
    told = finished(lead + line[:1].lower() + line[1:] if lead.endswith(", ") else lead + line, vocabulary)
    return told or finished(clause.span(reading.sentence, vocabulary).of(text), vocabulary)


def _of_row(text: str, reading: Reading) -> str:
    """The cells of a row that are neither numbers nor dates: "Ethiopia-Eritrea, Algiers"."""
    dates = {" ".join(date.expression.text.split()) for date in reading.dates}
    told = [cell for cell in cells(reading.sentence.span.of(text)) if any(map(str.isalpha, cell))]
    return ", ".join(cell for cell in told if cell not in dates)


def finished(line: str, vocabulary: Vocabulary) -> str:
    """The line with a capital, whole quotes and no more than eighty characters, cut behind a word that says something."""
    line = " ".join(line.split()).strip(_EDGES)
    for opening, closing in ("“”", "«»", '""', "()"):
        if line.count(opening) + (line.count(closing) if closing != opening else 0) == 1:
            line = line.replace(opening, "").replace(closing, "").strip(_EDGES)
    if len(line) > LONGEST:
        words = line[: LONGEST - 1].rsplit(" ", 1)[0].split()
        while len(words) > 1 and words[-1].lower().strip(_EDGES) in vocabulary.small:
            words.pop()
        line = " ".join(words).rstrip(_EDGES) + "…"
    return line[:1].upper() + line[1:]


def _said_before(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> range:
    """What stands before "the envoy said on Friday", where that ends the sentence."""
    index = reading.clauses.index(clause) if clause in reading.clauses else 0
    start = past_dateline(reading, 0, clause.indices[0])
    attributes = clause.core.link in {Link.COMMA, Link.HARD} and is_reporting(reading, clause, vocabulary)
    if not index or not attributes or complement_of(reading, index) is not None:
        return range(0)
    start += reading.sentence.lower[start] in vocabulary.clause_words["coordinators"]
    side = reading.sentence.lower[start] in vocabulary.clause_words["subordinators"]
    return range(0) if side else range(start, clause.indices[0])


def _with_what_it_hangs_on(reading: Reading, clause: Clause, first: int, vocabulary: Vocabulary) -> int:
    """From where a title must begin that is nothing without the words before it: "to stop", "which rebels besieged"."""
    if stands_for_object(reading, clause, vocabulary) or _describes(reading, clause, first, vocabulary):
        return (antecedent(reading, clause, vocabulary) or range(first, first)).start
    if _parted_from_subject(reading, clause, first, vocabulary):
        return past_dateline(reading, 0, first)
    infinitive = reading.sentence.lower[first] in vocabulary.clause_words["infinitive"]
    before = [one for one in reading.clauses if one.indices[0] < first and one != clause]
    owner = subject(reading, before[-1], vocabulary) if infinitive and before else range(0)
    return owner.start if owner else first


def _describes(reading: Reading, clause: Clause, first: int, vocabulary: Vocabulary) -> bool:
    """Whether the clause is a participle set off by commas: "Mirzan, taken in March, was lost"."""
    tags = vocabulary.verb_forms.get(reading.sentence.lower[first], frozenset())
    alone = clause.core.link is Link.COMMA and clause.core.start == first
    following = range(clause.core.end, min(clause.core.end + _VERB_REACH, len(reading.sentence.words)))
    joined = following and reading.sentence.lower[following[0]] in vocabulary.clause_words["coordinators"]
    set_off = alone and not joined and any(is_verb(reading.sentence, i, vocabulary) for i in following)
    return set_off and "participle" in tags and is_verb(reading.sentence, first, vocabulary)


def _parted_from_subject(reading: Reading, clause: Clause, first: int, vocabulary: Vocabulary) -> bool:
    """Whether the clause begins with a verb, of which the subject is somewhere before some words between commas."""
    alone = clause.core.link is Link.COMMA and clause.core.start == first > 0
    if not alone or not is_verb(reading.sentence, first, vocabulary) or _waiting(reading, clause, vocabulary):
        return False
    return first <= _NEAR or not any(is_verb(reading.sentence, i, vocabulary) for i in range(first))


def _waiting(reading: Reading, clause: Clause, vocabulary: Vocabulary) -> range:
    """The subject before the clause, where a comma shows that it waits for another verb."""
    owner = borrowed(reading, clause, vocabulary)
    return owner if owner and reading.sentence.lower[owner.stop] == "," else range(0)


def _lead(text: str, reading: Reading, clause: Clause, first: int, vocabulary: Vocabulary) -> str:
    """The subject that the clause leaves out, from what stands before it in the sentence."""
    sentence = reading.sentence
    start = clause.core.start
    if first < start:
        return ""
    if stands_for_subject(reading, clause, vocabulary):
        joined = sentence.lower[start - 1] in vocabulary.clause_words["coordinators"]
        return "" if joined else _words(text, reading, antecedent(reading, clause, vocabulary), " ")
    if clause.core.link is Link.FIRST:
        return _words(text, reading, _subject_behind(reading, clause, first, vocabulary), ", ")
    if first in reading.date_words:
        return ""
    if _is_gerund(reading, first, vocabulary):
        owner = borrowed(reading, clause, vocabulary)
        pronoun = owner and sentence.lower[owner.start] in vocabulary.clause_words["subjects"]
        return "" if pronoun else _words(text, reading, owner, ", ")
    if is_verb(sentence, first, vocabulary):
        find = _waiting if clause.core.link is Link.COMMA else borrowed
        return _words(text, reading, find(reading, clause, vocabulary), " ")
    return ""


def _subject_behind(reading: Reading, clause: Clause, first: int, vocabulary: Vocabulary) -> range:
    """Of whom a participle at the beginning tells: "Freed on Monday, the envoy left"."""
    following = next((one for one in reading.clauses if one.core.start == clause.indices[-1] + 1), None)
    tags = vocabulary.verb_forms.get(reading.sentence.lower[first], frozenset())
    alone = clause.core.start == first and is_verb(reading.sentence, first, vocabulary) and "participle" in tags
    return subject(reading, following, vocabulary) if alone and following else range(0)


def _is_gerund(reading: Reading, first: int, vocabulary: Vocabulary) -> bool:
    """ "Breaking through a line", "having left the town"; not the noun of "shelling continued"."""
    word, after = reading.sentence.lower[first], min(first + 1, len(reading.sentence.words) - 1)
    gerund = "ing" in vocabulary.verb_forms.get(word, ()) or word in vocabulary.verb_words["gerunds"]
    perfect = word in vocabulary.verb_words["gerunds"]
    return gerund and (perfect or not is_verb(reading.sentence, after, vocabulary))


def _past_openers(reading: Reading, clause: Clause, first: int, last: int, vocabulary: Vocabulary) -> int:
    """Behind words that only link the clause to what stands before it: "and", "after", "that", "meanwhile"."""
    sets, lower = vocabulary.clause_words, reading.sentence.lower
    first = past_label(reading, past_dateline(reading, first, last), last)
    openers = sets["coordinators"] | sets["relatives"] | sets["complementizers"] | sets["asides"]
    if clause.core.link is Link.SUBORDINATE or _is_side_clause(reading, clause):
        openers |= sets["subordinators"]
    elif clause.pieces[0] == clause.core:
        openers |= sets["subordinators"] - sets["prepositions"] - sets["adverbs"]
    while (
        first < last and first not in reading.date_words and (lower[first] in openers or not lower[first][0].isalnum())
    ):
        first += 1
    return first


def _is_side_clause(reading: Reading, clause: Clause) -> bool:
    """Whether the clause could be one that opens the sentence: "Since the truce was signed, nobody …"."""
    following = next((one for one in reading.clauses if one.core.start == clause.core.end), None)
    alone = len(clause.pieces) == 1 and clause.core.link is Link.FIRST
    return alone and following is not None and following.core.link is Link.COMMA


def _says_nothing(reading: Reading, index: int, vocabulary: Vocabulary) -> bool:
    word = reading.sentence.lower[index]
    small = word in vocabulary.small and word not in vocabulary.clause_words["final_particles"]
    return index not in reading.date_words and (small or not word[-1].isalnum())


def _words(text: str, reading: Reading, words: range, joint: str) -> str:
    return _between(text, reading, words.start, words.stop - 1) + joint if words else ""


def _between(text: str, reading: Reading, first: int, last: int) -> str:
    sentence = reading.sentence
    return Span(sentence.starts[first], sentence.ends[last]).of(text)

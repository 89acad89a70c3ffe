"""Whom "he" and "she" stand for, where the sentence before leaves no doubt."""

from app.extraction.reading import Reading
from app.extraction.subjects import subject
from app.extraction.vocabulary import Vocabulary
from storage.model import Span

_NAME = 2
"""Words with a capital of which the name of a person has so many at least: "Omar Nasri", "President Nasri"."""


def whom(text: str, reading: Reading, first: int, before: Reading | None, vocabulary: Vocabulary) -> str:
    """The name for a pronoun at a word; empty unless one person alone is told of in the sentence before."""
    sentence = reading.sentence
    if before is None or sentence.lower[first] not in vocabulary.clause_words["of_a_person"]:
        return ""
    if before.sentence.paragraph != sentence.paragraph or before.sentence.heading:
        return ""
    subjects = (subject(before, clause, vocabulary) for clause in before.clauses)
    told = {_name(text, before, words, vocabulary) for words in subjects} - {""}
    persons = {name for name in told if not vocabulary.clause_words["collectives"].intersection(name.lower().split())}
    return persons.pop() if len(persons) == 1 else ""


def _name(text: str, reading: Reading, words: range, vocabulary: Vocabulary) -> str:
    """The words of a subject if they are a name and what its bearer is."""
    capitals = [i for i in words if reading.sentence.words[i][0].isupper()]
    joined = vocabulary.clause_words["coordinators"].intersection(reading.sentence.lower[words.start : words.stop])
    if len(capitals) < _NAME or capitals[-1] != words.stop - 1 or joined:
        return ""
    return Span(reading.sentence.starts[words.start], reading.sentence.ends[words.stop - 1]).of(text)

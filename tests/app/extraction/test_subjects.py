"""Subjects of clauses that leave them out."""

import pytest

from app.extraction.extract import read_all
from app.extraction.subjects import antecedent, borrowed, stands_for_object, stands_for_subject
from app.extraction.vocabulary import vocabulary

ENGLISH = vocabulary("en")


def parts(text: str):
    (reading,) = read_all(text, (), ENGLISH)
    return reading, reading.clauses


def words(reading, found: range) -> str:
    return " ".join(reading.sentence.words[i] for i in found)


@pytest.mark.parametrize(
    ("text", "noun", "subject", "object_"),
    [
        ("The talks opened in the town that rebels have besieged for a year.", "the town", False, True),
        ("The talks opened in the town that rebels besieged.", "the town", False, True),
        ("The army lost two villages that had been besieged for a year.", "two villages", True, False),
        ("The army shelled Kafra, whose garrison was killed.", "Kafra", False, True),
        ("They met the envoy Omar Nasri, who attacked the army.", "the envoy Omar Nasri", True, False),
    ],
)
def test_a_relative_stands_for_the_noun_before_it(text, noun, subject, object_):
    reading, clauses = parts(text)
    clause = clauses[-1]
    assert words(reading, antecedent(reading, clause, ENGLISH)) == noun
    assert stands_for_subject(reading, clause, ENGLISH) is subject
    assert stands_for_object(reading, clause, ENGLISH) is object_


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Rebels entered the town and attacked the base.", "Rebels"),
        ("KAFRA - The army of the north entered the town and attacked the base.", "The army of the north"),
        ("He entered the town and attacked the base.", "He"),
        ("In the town rebels were seen and attacked the base.", ""),
    ],
)
def test_a_clause_borrows_the_subject_of_the_one_before(text, subject):
    reading, clauses = parts(text)
    assert words(reading, borrowed(reading, clauses[-1], ENGLISH)) == subject

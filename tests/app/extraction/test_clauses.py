"""How English sentences fall into clauses."""

import pytest

from app.extraction.clause import Link
from app.extraction.clauses import clauses
from app.extraction.sentences import Spelling, sentences
from app.extraction.vocabulary import vocabulary

ENGLISH = vocabulary("en")


def cut(text: str) -> list[str]:
    (sentence,) = sentences(text, ENGLISH.spelling)
    return [clause.span(sentence, ENGLISH).of(text) for clause in clauses(sentence, ENGLISH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops entered the town and rebels fled.", ["Troops entered the town", "rebels fled"]),
        ("Troops entered the town and the port.", ["Troops entered the town and the port"]),
        ("The army said that rebels had fled.", ["The army said", "that rebels had fled"]),
        ("The army said he had fled.", ["The army said", "he had fled"]),
        ("The ministry said special envoys had left.", ["The ministry said", "special envoys had left"]),
        ("Rebels fled after troops entered the town.", ["Rebels fled", "after troops entered the town"]),
        ("The town, which rebels held, fell.", ["which rebels held", "The town, which rebels held, fell"]),
        (
            "Kafra, taken in March, was lost and burned.",
            ["taken in March", "Kafra, taken in March, was lost", "burned"],
        ),
        (
            "The firm, which sold arms, closed it on Friday and left.",
            ["which sold arms", "The firm, which sold arms, closed it on Friday", "left"],
        ),
        ("The envoy, Omar Nasri, backed it and left.", ["The envoy, Omar Nasri, backed it", "left"]),
        ("Rebels shelled the town, killing a child.", ["Rebels shelled the town", "killing a child"]),
        ("A truce brokered by Moscow and Ankara held.", ["A truce brokered by Moscow and Ankara held"]),
        ("Air strikes on the town killed ten.", ["Air strikes on the town killed ten"]),
        ("The captured town burned.", ["The captured town burned"]),
        ("The town fell; its people fled.", ["The town fell", "its people fled"]),
    ],
)
def test_a_sentence_falls_into_its_clauses(text, expected):
    assert cut(text) == expected


def test_a_clause_knows_how_it_hangs_on_the_one_before():
    text = "The army said that rebels fled when troops entered the town and took the port, which burned."
    (sentence,) = sentences(text, ENGLISH.spelling)
    links = [clause.core.link for clause in clauses(sentence, ENGLISH)]
    assert links == [Link.FIRST, Link.COMPLEMENT, Link.SUBORDINATE, Link.COORDINATED, Link.RELATIVE]


def test_a_date_is_never_cut():
    text = "Rebels fled on Friday, 16 December, and troops came."
    (sentence,) = sentences(text, ENGLISH.spelling)
    date = frozenset(range(3, 7))
    assert [clause.span(sentence, ENGLISH).of(text) for clause in clauses(sentence, ENGLISH, date)] == [
        "Rebels fled on Friday, 16 December",
        "troops came",
    ]


def test_a_language_without_words_for_clauses_has_whole_sentences():
    unknown = vocabulary("xx")
    text = "Troops entered the town and rebels fled."
    (sentence,) = sentences(text, Spelling())
    assert [clause.span(sentence, unknown).of(text) for clause in clauses(sentence, unknown)] == [text[:-1]]

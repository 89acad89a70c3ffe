"""Whether an event happened, by the words of its clause."""

import pytest

from app.extraction.clauses import clauses
from app.extraction.sentences import sentences
from app.extraction.status import status_of
from app.extraction.triggers import triggers
from app.extraction.vocabulary import vocabulary

ENGLISH = vocabulary("en")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels attacked the base.", "happened"),
        ("Rebels will attack the base.", "planned"),
        ("Rebels are to attack the base.", "planned"),
        ("The ceasefire is to begin soon.", "planned"),
        ("Rebels may attack the base.", "hypothetical"),
        ("An attack could follow.", "hypothetical"),
        ("Rebels did not attack the base.", "denied"),
        ("Rebels didn’t attack the base.", "denied"),
        ("No attack was seen.", "denied"),
        ("No. 3: rebels attacked the base.", "happened"),
        ("The attack on Kafra never happened.", "denied"),
        ("The siege continues.", "ongoing"),
    ],
)
def test_the_words_of_a_clause_tell_whether_it_happened(text, status):
    (sentence,) = sentences(text, ENGLISH.spelling)
    clause = clauses(sentence, ENGLISH)[-1]
    (trigger, *_) = triggers(sentence, ENGLISH)
    assert status_of(sentence, clause, trigger, frozenset(), ENGLISH) == status


def test_words_of_a_date_are_no_modals():
    (sentence,) = sentences("On 8 may rebels attacked the base.", ENGLISH.spelling)
    (clause,) = clauses(sentence, ENGLISH)
    (trigger, *_) = triggers(sentence, ENGLISH)
    assert status_of(sentence, clause, trigger, frozenset(), ENGLISH) == "hypothetical"
    assert status_of(sentence, clause, trigger, frozenset({1, 2}), ENGLISH) == "happened"


def test_a_negation_holds_for_its_own_verb_alone():
    (sentence,) = sentences("She never trusted rebels who attacked towns.", ENGLISH.spelling)
    clause = clauses(sentence, ENGLISH)[-1]
    trigger = next(one for one in triggers(sentence, ENGLISH) if one.entry.kind == "attack")
    assert status_of(sentence, clause, trigger, frozenset(), ENGLISH) == "happened"

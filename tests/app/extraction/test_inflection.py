"""Forms of English words by the rules and exceptions of the data."""

import pytest

from app.extraction.inflection import forms
from resources.languages import language

RULES = language("en")["inflection"]


@pytest.mark.parametrize(
    ("word", "sort", "expected"),
    [
        ("attack", "verb", {"attack", "attacks", "attacked", "attacking"}),
        ("seize", "verb", {"seize", "seizes", "seized", "seizing"}),
        ("deny", "verb", {"deny", "denies", "denied", "denying"}),
        ("destroy", "verb", {"destroy", "destroys", "destroyed", "destroying"}),
        ("stab", "verb", {"stab", "stabs", "stabbed", "stabbing"}),
        ("flee", "verb", {"flee", "flees", "fled", "fleeing"}),
        ("take", "verb", {"take", "takes", "took", "taken", "taking"}),
        ("air-drop", "verb", {"air-drop", "air-drops", "air-dropped", "air-dropping"}),
        ("clash", "noun", {"clash", "clashes"}),
        ("envoy", "noun", {"envoy", "envoys"}),
        ("treaty", "noun", {"treaty", "treaties"}),
    ],
)
def test_a_word_has_its_forms(word, sort, expected):
    assert set(forms(word, sort, RULES)) == expected


def test_a_form_knows_what_it_is():
    assert forms("take", "verb", RULES)["took"] == {"past"}
    assert forms("attack", "verb", RULES)["attacked"] == {"past", "participle"}


def test_a_language_without_rules_has_the_word_itself():
    assert forms("هجوم", "noun", {}) == {"هجوم": {"word"}}

"""Forms of English words by the rules and exceptions of the data."""

import pytest

from app.extraction.inflection import forms, parted
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


GERMAN = language("de")["inflection"]


def test_a_particle_is_joined_to_its_verb_or_parted_from_it():
    assert {"angreifen", "angreift", "angriff", "angegriffen", "anzugreifen"} <= forms(
        "an-greifen", "verb", GERMAN
    ).keys()
    assert parted("an-greifen", GERMAN) == (
        ["an"],
        {"greifen": {"third"}, "greift": {"third"}, "griff": {"past"}, "griffen": {"past"}},
    )
    assert parted("wieder-auf-nehmen", GERMAN)[0] == ["wieder", "auf"]


@pytest.mark.parametrize(
    ("verb", "participle"), [("töten", "getötet"), ("erobern", "erobert"), ("bombardieren", "bombardiert")]
)
def test_a_participle_has_its_prefix_unless_the_verb_has_another(verb, participle):
    assert "participle" in forms(verb, "verb", GERMAN)[participle]


def test_a_rule_can_give_several_forms():
    found = forms("suscribir", "verb", language("es")["inflection"])
    assert {"suscrito", "suscritas", "suscribió", "suscribieron", "suscribirán"} <= found.keys()


def test_a_verb_whose_particles_are_never_parted_has_no_parts():
    assert parted("air-drop", RULES) == ([], {})


@pytest.mark.parametrize(
    ("word", "sort", "some"),
    [
        ("هاجم", "verb", {"هاجمت", "هاجموا", "يهاجم", "سيهاجم", "ستهاجم"}),
        ("اقتحم", "verb", {"اقتحمت", "يقتحم", "سيقتحم"}),
        ("قال-قول", "verb", {"قال", "قالت", "يقول", "تقول", "سيقول"}),
        ("هجوم", "noun", {"الهجوم", "للهجوم", "هجوما", "هجومهم"}),
        ("هدنة", "noun", {"الهدنة", "هدنته", "هدنات"}),
    ],
)
def test_arabic_words_change_at_both_ends(word, sort, some):
    assert some <= set(forms(word, sort, language("ar")["inflection"]))


def test_the_second_stem_is_that_of_its_tags_alone():
    found = forms("قال-قول", "verb", language("ar")["inflection"])
    assert found["يقول"] == {"present"}
    assert "قول" not in found

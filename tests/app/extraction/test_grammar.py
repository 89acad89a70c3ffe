"""Patterns over classes of words."""

from itertools import pairwise

import pytest

from app.extraction.expressions import JOINS, NOTHING
from app.extraction.grammar import find, patterns
from app.extraction.lexicon import ITEM, element_names, lexicon, number_values
from app.extraction.resolve import RULES
from app.extraction.tokens import stretches, tokenise
from resources.languages import languages

SAMPLES = ("1", "07", "19", "45", "90", "300", "1620", "1990", "2016", "0830", "13000")


def matches(text: str) -> list[tuple[str, list[str]]]:
    tokens = tokenise(text, 0, len(text), lexicon("en"))
    return [
        (match.rule, [text[tokens.starts[part.first] : tokens.ends[part.last - 1]] for part in match.parts])
        for match in find(tokens, "en")
    ]


def test_the_longest_pattern_wins():
    assert matches("on Friday, Oct. 23, 1998 they met") == [("date", ["Friday, Oct. 23, 1998"])]


def test_a_pattern_can_hold_two_expressions():
    assert matches("(23-28 March 1951)") == [("range", ["23", "28 March 1951"])]


def test_an_empty_line_parts_what_would_belong_together():
    assert matches("They left in May\n\n2014 was quiet") == [("date", ["May"]), ("date", ["2014"])]


@pytest.mark.parametrize("name", languages())
def test_the_patterns_of_a_language_compile(name):
    assert patterns(name).all


@pytest.mark.parametrize("name", languages())
def test_patterns_name_classes_that_the_language_or_the_digits_have(name):
    data = lexicon(name).data
    marks = ("", "ORDINAL", "DECADE")
    digits = {found for mark in marks for number in SAMPLES for found in number_values(number, mark)}
    lines = [line for pattern in data["pattern"] for line in pattern["match"]] + list(data["parts"].values())
    named = {found for line in lines for item in ITEM.findall(line) for found in element_names(item)}
    classes = {found for found in named if found[:1].isupper()}
    assert classes - digits - data["words"].keys() <= {"PLAIN", "NAME", "BREAK"}


@pytest.mark.parametrize("name", languages())
def test_patterns_name_rules_that_somebody_resolves(name):
    rules = {pattern["rule"] for pattern in lexicon(name).data["pattern"]}
    assert rules <= {*RULES, *JOINS, NOTHING}


@pytest.mark.parametrize("name", languages())
def test_parts_are_named_in_patterns_as_they_are_spelt(name):
    data = lexicon(name).data
    lines = [line for pattern in data["pattern"] for line in pattern["match"]] + list(data["parts"].values())
    used = {item[1:].removesuffix("?") for line in lines for item in ITEM.findall(line) if item[0] == "@" != item}
    assert used <= data["parts"].keys()


def test_stretches_cover_a_long_text_and_cut_no_word():
    text = "They waited. " * 30_000
    cuts = list(stretches(text))
    assert cuts[0][0] == 0
    assert cuts[-1][1] == len(text)
    assert all(one[1] == other[0] and text[one[1] - 1] == " " for one, other in pairwise(cuts))

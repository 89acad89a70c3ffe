"""Numbers in words."""

import pytest

from app.extraction.lexicon import lexicon
from app.extraction.numbers import number_of, year_of_words
from app.extraction.tokens import tokenise


def entries(words: str):
    found = tokenise(words, 0, len(words), lexicon("en")).entries
    return [entry for entry in found if entry]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("three", 3),
        ("twenty-four", 24),
        ("one hundred and fifty", 150),
        ("two thousand and five", 2005),
        ("1,900", 1900),
        ("half", 0.5),
        ("a", 1),
        ("several", "X"),
    ],
)
def test_words_add_up(words, number):
    assert number_of(entries(words)) == number


@pytest.mark.parametrize(("words", "year"), [("nineteen seventy-nine", 1979), ("two thousand five", 2005)])
def test_a_year_is_said_in_two_halves(words, year):
    assert year_of_words(entries(words)) == year

"""Letters as words are compared."""

import pytest

from app.extraction.letters import folded


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Homs", "homs"),
        ("’S", "'s"),
        ("Шёл", "шел"),
        ("İki", "iki"),
        ("ŞAM", "şam"),
    ],
)
def test_words_are_compared_in_small_letters_of_one_spelling(word, expected):
    assert folded(word) == expected

"""Short words that are written as one with the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.proclitics import NO_PROCLITICS, Proclitics

KNOWN = frozenset({"قال", "وقف", "هجوم", "بعد", "حلول", "وزير"})
SOME = Proclitics(frozenset("وفبل"), KNOWN, ("متمرد",))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("وقال", ["و", "قال"]),
        ("فبعد", ["ف", "بعد"]),
        ("وبحلول", ["و", "ب", "حلول"]),
        ("وهُجُوم", ["و", "هُجُوم"]),
        ("والمتمردون", ["والمتمردون"]),
        ("ومتمردون", ["و", "متمردون"]),
        ("وقف", ["وقف"]),
        ("وزير", ["وزير"]),
        ("واشنطن", ["واشنطن"]),
        ("قال", ["قال"]),
        ("و", ["و"]),
    ],
)
def test_a_word_is_parted_before_a_word_that_is_known(word, parts):
    found = SOME.parted(word, 7)
    assert [part for part, _, _ in found] == parts
    assert (found[0][1], found[-1][2]) == (7, 7 + len(word))


@given(st.text(alphabet="وفبلقاهجم", min_size=1, max_size=12))
def test_the_parts_are_the_word(word):
    found = SOME.parted(word, 0)
    assert "".join(part for part, _, _ in found) == word
    assert all(word[start:end] == part for part, start, end in found)


def test_a_language_without_proclitics_parts_nothing():
    assert not NO_PROCLITICS
    assert NO_PROCLITICS.parted("وقال", 0) == [("وقال", 0, 4)]

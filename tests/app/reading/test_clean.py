"""Cleaning happens once, so it must leave nothing that later steps would stumble over."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reading.clean import clean, one_line

CASES = {
    "line ends": ("a\r\nb\rc\x0cd\u2028e", "a\nb\nc\nd\ne"),
    "paragraphs stay apart": ("one\n\ntwo\n\n\n\n\nthree", "one\n\ntwo\n\nthree"),
    "blank ends": ("one  \n\u00a0\ntwo\t\n", "one\n\ntwo"),
    "soft hyphens": ("evacu\u00adation", "evacuation"),
    "nothing and controls": ("a\x00b\x07c\x1bd", "abcd"),
    "marks that turn words round": ("pay \u202e001 \u2066now\u2069", "pay 001 now"),
    "byte order mark": ("\ufeffAleppo", "Aleppo"),
    "half an emoji": ("a\ud83db", "a\ufffdb"),
    "two halves of an emoji": ("\ud83d\ude00", "😀"),
    "joined emoji stays": ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    "decomposed letters": ("e\u0301te\u0301", "été"),
    "ligatures stay": ("ﬁre", "ﬁre"),
    "windows quotes read as Latin-1": ("\x93yes\x94 \x96 no", "“yes” – no"),
    "indented first line stays": ("  one\n  two", "  one\n  two"),
    "narrow and hard spaces inside stay": ("16\u00a0December", "16\u00a0December"),
    "Arabic": ("حلب\u200f 2016", "حلب\u200f 2016"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_text_is_cleaned(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(st.characters(), max_size=200))
def test_cleaning_twice_changes_nothing_and_the_result_can_be_stored(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")
    assert unicodedata.is_normalized("NFC", once)


def test_piles_of_marks_are_cut_so_that_composing_stays_linear() -> None:
    pile = "e" + "\u0301\u0316" * 50_000
    assert len(clean(pile + " end")) < 40


def test_a_line_is_cut_with_a_sign_of_it() -> None:
    assert one_line(" a\n b\t c ") == "a b c"
    assert one_line("x" * 600) == "x" * 499 + "…"


def test_a_text_as_given_keeps_its_blanks_and_empty_lines() -> None:
    assert clean("\none \r\n\n\n\ntwo\u00ad\n", as_given=True) == "\none \n\n\n\ntwo\n"

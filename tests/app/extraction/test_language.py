"""The language of a text."""

import pytest

from app.extraction.language import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Friday that it had retaken the town and would hold it.",
        "He was in the town when it was taken.",
        "TAIZ, 3 May 2018 — Government forces shelled the market on Wednesday.",
        "Gunmen attacked a convoy near Idlib on Thursday, killing two soldiers.",
    ],
)
def test_english_is_told(text):
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12 345 / 67",
        "Qyteti ra të premten në duart e kryengritësve, thanë banorët në telefon nga fshati fqinj.",
        "Az város pénteken esett el, mondták a lakosok telefonon a szomszédos faluból.",
    ],
)
def test_what_is_in_no_known_language_is_left_open(text):
    assert detect_language(text) == ""

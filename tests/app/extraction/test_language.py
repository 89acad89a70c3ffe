"""The language of a text."""

import pytest

from app.extraction.language import detect_language


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Friday that it had retaken the town and would hold it.",
        "He was in the town when it was taken.",
        "Talks began on Friday.",
        "Shells fell on 3 May 2017.",
        "TAIZ, 3 May 2018 — Government forces shelled the market on Wednesday.",
        "Gunmen attacked a convoy near Idlib on Thursday, killing two soldiers.",
    ],
)
def test_english_is_told(text):
    assert detect_language(text) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "В пятницу войска заняли город, после чего жители, которые не успели уехать, остались без воды и света.",
        "Вчера стороны договорились о том, что обмен пленными начнётся до конца года.",
    ],
)
def test_russian_is_told(text):
    assert detect_language(text) == "ru"


@pytest.mark.parametrize(
    "text",
    [
        "Cuma günü birlikler kenti ele geçirdi ve iki gün sonra köprüye kadar ilerledi, ancak çatışmalar sona ermedi.",
        "Dışişleri Bakanı, tarafların bir araya gelmesi için daha çok zamana ihtiyaç olduğunu söyledi.",
    ],
)
def test_turkish_is_told(text):
    assert detect_language(text) == "tr"


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

"""Whole dates in languages that have no words of their own here."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.absolute import absolute_dates
from app.extraction.dates import find_dates

CASES = [
    ("Regeringen meddelade den 12 mars 2020 att gränsen stängs.", "12 mars 2020", "2020-03-12"),
    ("Avtalet har gällt sedan maj 2019, säger ministern.", "maj 2019", "2019-05"),
    ("O governo anunciou em 12 de março de 2020 que a fronteira fecha.", "12 de março de 2020", "2020-03-12"),
    ("Rząd ogłosił 12 marca 2020 roku, że granica będzie zamknięta.", "12 marca 2020", "2020-03-12"),
    ("Уряд оголосив 12 березня 2020 року, що кордон закрито.", "12 березня 2020", "2020-03-12"),
    ("دولت در ۱۲ مارس ۲۰۲۰ اعلام کرد که مرز بسته می‌شود.", "۱۲ مارس ۲۰۲۰", "2020-03-12"),
    ("De regering kondigde op 12 maart 2020 aan dat de grens dichtgaat.", "12 maart 2020", "2020-03-12"),
    ("Il governo ha annunciato il 12 marzo 2020 la chiusura.", "12 marzo 2020", "2020-03-12"),
    ("Η κυβέρνηση ανακοίνωσε στις 12 Μαρτίου 2020 ότι κλείνουν τα σύνορα.", "12 Μαρτίου 2020", "2020-03-12"),
    ("Hallitus ilmoitti 12. maaliskuuta 2020 sulkevansa rajan.", "12. maaliskuuta 2020", "2020-03-12"),
    ("Maaliskuussa 2021 raja avattiin.", "Maaliskuussa 2021", "2021-03"),
    ("A kormány 2020. március 12-én bejelentette a zárat.", "2020. március 12", "2020-03-12"),
    ("政府は2020年3月12日に国境を閉鎖すると発表した。", "2020年3月12日", "2020-03-12"),
    ("정부는 2020년 3월 국경을 폐쇄했다.", "2020년 3월", "2020-03"),
    ("รัฐบาลประกาศเมื่อวันที่ 12 มีนาคม 2563 ว่าจะปิดพรมแดน", "12 มีนาคม 2563", "2020-03-12"),
    ("Lorem ipsum 2020-03-12 dolor sit amet.", "2020-03-12", "2020-03-12"),
    ("Lorem ipsum 12.03.2020 dolor sit amet.", "12.03.2020", "2020-03-12"),
    ("Lorem ipsum 3/25/2020 dolor sit amet.", "3/25/2020", "2020-03-25"),
]


@pytest.mark.parametrize(("text", "words", "value"), CASES, ids=[words for _, words, _ in CASES])
def test_a_date_is_found_without_words_of_its_language(text, words, value):
    assert [(one.text, one.value) for one in find_dates(text, None, "")] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Lorem ipsum 31.02.2020 dolor.",
        "Lorem 1.2.3.4 ipsum 12:30, tel 030-1234-5678.",
        "Versie 2.0.20100 werd 2020 keer geladen.",
        "Den 12 mars var kall.",
    ],
)
def test_what_is_no_whole_date_is_left(text):
    assert absolute_dates(text) == ()


def test_a_month_that_two_languages_name_alike_is_read_in_the_language_that_is_told():
    text = "12. listopada 2020."
    assert [absolute_dates(text, code)[0].value for code in ("hr", "pl")] == ["2020-10-12", "2020-11-12"]
    assert absolute_dates(text) == ()


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("12 03./-mars2020年月日de ºª,\n،۱۲"), max_size=80))
def test_any_text_is_read_and_every_date_stands_in_it(text):
    for one in absolute_dates(text):
        assert one.span.of(text) == one.text

"""Days as bylines and fields say them, in many languages: a whole day or nothing."""

import pytest

from app.reading.said_days import days_said

SAID = {
    ("Samstag, 17. Dezember 2016", "de"): ["2016-12-17"],
    ("Posted Dec 17th, 2016 at 5 pm", "en"): ["2016-12-17"],
    ("Sat Dec 17 2016 10:00:00 GMT+0300", ""): ["2016-12-17"],
    ("17th of December 2016", ""): ["2016-12-17"],
    ("17-Dec-2016", ""): ["2016-12-17"],
    ("samedi 17 décembre 2016", "fr"): ["2016-12-17"],
    ("1er janvier 2017", "fr"): ["2017-01-01"],
    ("17 de diciembre de 2016", "es"): ["2016-12-17"],
    ("17 декабря 2016, 10:30", "ru"): ["2016-12-17"],
    ("17 грудня 2016 р.", "uk"): ["2016-12-17"],
    ("17 Aralık 2016, Cumartesi", "tr"): ["2016-12-17"],
    ("السبت 17 كانون الأول 2016", "ar"): ["2016-12-17"],
    ("١٧ ديسمبر ٢٠١٦", "ar"): ["2016-12-17"],
    ("2016. december 17.", "hu"): ["2016-12-17"],
    ("17 ธันวาคม 2559", "th"): ["2016-12-17"],
    ("2016年12月17日", "zh"): ["2016-12-17"],
    ("2016년 12월 17일", "ko"): ["2016-12-17"],
    ("17.12.2016", ""): ["2016-12-17"],
    ("17.12.16", ""): ["2016-12-17"],
    ("12/17/2016", "en"): ["2016-12-17"],
    ("3/4/2016", "en-US"): ["2016-03-04"],
    ("3/4/2016", "en-GB"): ["2016-04-03"],
    ("3/4/2016", "fr"): ["2016-04-03"],
    ("3/4/2016", "en"): [],
    ("3/4/2016", ""): [],
    ("17 listopada 2016", "pl"): ["2016-11-17"],
    ("17 listopada 2016", "hr"): ["2016-10-17"],
    ("Published 3 May 2018, updated 5 May 2018", "en"): ["2018-05-03", "2018-05-05"],
    ("30.02.2016", ""): [],
    ("December 2016", "en"): [],
    ("17 people in 2016", "en"): [],
    ("version 1.17.12.2016", ""): [],
    ("2 hours ago", "en"): [],
    ("17 xyzzy 2016", "xx"): [],
    ("", ""): [],
}


@pytest.mark.parametrize(("said", "days"), SAID.items())
def test_the_days_in_few_words(said: tuple[str, str], days: list[str]) -> None:
    text, tag = said
    assert [one.day.iso() for one in days_said(text, tag)] == days


def test_a_day_knows_its_words() -> None:
    text = "By Jane Doe | Saturday, 17 December 2016 | 10:30"
    (one,) = days_said(text, "en")
    assert text[one.start : one.end] == "17 December 2016"

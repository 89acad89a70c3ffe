"""What a person types into a field for a date."""

import pytest

from app.extraction.typed import read_date
from storage.moment import Moment

NEAR = Moment.parse("2016-12-17")


@pytest.mark.parametrize(
    "edtf",
    [
        "2014-05-12/2014-05-14", "2016", "2016-12", "2016-12-16", "2016-12-16T19:05", "2016-12-16/..", "../2016-12-16",
        "[2014-05-12..2014-05-14]", "2016~", "2016-12~",
        "199X", "2016-22", "2016-34", "-0263",
        "2016-12-19T19:05+03:00",
    ],
)  # fmt: skip
def test_edtf_is_read_as_it_is_written(edtf):
    assert read_date(edtf).edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("16 Dec 2016", "2016-12-16"),
        ("December 16th, 2016", "2016-12-16"),
        ("mid-July 2014", "[2014-07-11..2014-07-20]"),
        ("12-14 May 2014", "2014-05-12/2014-05-14"),
        ("between 12 and 14 May 2014", "[2014-05-12..2014-05-14]"),
        ("since March 2015", "2015-03-01/.."),
        ("from 3 May 1999 to June 2000", "1999-05-03/2000-06-30"),
        ("around 1850", "1850~"),
        ("264 BC", "-0263"),
        ("Friday", "2016-12-16"),
        ("winter 1992", "1992-24"),
    ],
)
def test_words_are_read(words, edtf):
    assert read_date(words, "en", NEAR).edtf == edtf


@pytest.mark.parametrize(
    "words",
    ["", "  ", "hello", "2016-13", "2016-02-30", "siege of 2014", "2014-05-14/2014-05-12", "[..]", "/", "x" * 500],
)
def test_what_is_no_date_is_none(words):
    assert read_date(words, "en", NEAR) is None


def test_a_day_without_a_year_needs_a_time_near():
    assert read_date("16 December") is None
    assert read_date("16 December", "en", NEAR).edtf == "2016-12-16"

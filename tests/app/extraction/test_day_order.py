"""Which part of 3/4/2014 comes first, as a text shows it."""

import pytest

from app.extraction.dates import find_dates


@pytest.mark.parametrize(
    ("text", "value", "other"),
    [
        ("Signed on 3/4/2014.", "2014-03-04", "2014-04-03"),
        ("Signed on 3/4/2014, ratified on 25/4/2014.", "2014-04-03", "2014-03-04"),
        ("Signed on 3/4/2014, ratified on 4/25/2014.", "2014-03-04", "2014-04-03"),
        ("Signed on 3/4/2014, in force since 20 May 2014.", "2014-04-03", "2014-03-04"),
        ("Signed on 3/4/2014, in force since May 20, 2014.", "2014-03-04", "2014-04-03"),
        ("Signed on Thursday 3/4/2014.", "2014-04-03", "2014-03-04"),
        ("Signed on 3.4.2014.", "2014-04-03", "2014-03-04"),
    ],
)
def test_other_dates_or_a_weekday_show_the_order_and_the_other_reading_is_kept(text, value, other):
    first = find_dates(text, None, "en")[0]
    assert first.value == value
    assert first.dating is not None
    assert [one.when.edtf for one in first.dating.alternatives][:1] == [other]


def test_a_date_that_can_be_read_in_one_way_has_no_other():
    first = find_dates("Signed on 25/4/2014.", None, "en")[0]
    assert first.dating is not None
    assert first.dating.alternatives == ()

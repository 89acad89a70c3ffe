"""Calendar arithmetic beyond what the calendar of the standard library covers, checked against it where it does."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction import points
from storage.moment import day_number

DAYS = st.dates()


@given(DAYS)
def test_weeks_are_those_of_iso_8601(date):
    day = day_number(date.year, date.month, date.day)
    assert points.iso_week(day) == date.isocalendar()[:2]


@pytest.mark.parametrize(
    ("year", "easter"), [(1961, "04-02"), (1998, "04-12"), (2000, "04-23"), (2008, "03-23"), (2038, "04-25")]
)
def test_easter_falls_where_the_tables_say(year, easter):
    date = datetime.date.fromisoformat(f"{year}-{easter}")
    assert points.easter(year) == day_number(date.year, date.month, date.day)


def test_a_weekday_of_a_month_counts_from_either_end():
    assert points.day_text(points.nth_weekday(2022, 5, 2, 1)) == "2022-05-04"
    assert points.day_text(points.nth_weekday(2006, 12, 3, -1)) == "2006-12-28"


@pytest.mark.parametrize(
    ("point", "value", "edtf"),
    [
        (points.a_year(-263), "BC0264", "-0263"),
        (points.a_century(18), "17", "[1700-01-01..1799-12-31]"),
        (points.a_decade(1990), "199", "199X"),
        (points.a_season(1992, 4), "1992-WI", "1992-24"),
        (points.a_weekend(day_number(2018, 3, 6)), "2018-W10-WE", "[2018-03-10..2018-03-11]"),
        (points.a_time(day_number(2014, 5, 1), 1440, None), "2014-05-01T24:00", "2014-05-01T23:59"),
    ],
)
def test_points_have_a_value_and_a_when(point, value, edtf):
    assert (point.value, point.when.edtf) == (value, edtf)

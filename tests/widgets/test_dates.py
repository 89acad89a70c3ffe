import pytest

from storage.moment import Moment
from storage.when import (
    Precision,
    When,
    in_decade,
    in_month,
    in_quarter,
    in_season,
    in_week,
    in_year,
    lasting,
    on_day,
)
from widgets import dates

FRIDAY = Moment.of(2016, 12, 16)
MARCH = Moment.of(2015, 3, 1)


def of_day(year: int, month: int, date: int) -> When:
    return on_day(Moment.of(year, month, date).day)


def clocked(minute: int, last: int | None = None, offset: int | None = None) -> When:
    first = Moment.of(2016, 12, 15, minute, offset)
    latest = Moment.of(2016, 12, 15, minute if last is None else last, offset)
    return When(first, latest, Precision.MINUTE if last is None else Precision.HOUR)


def between(first: Moment, last: Moment, precision: Precision = Precision.DAY) -> When:
    return When(first, last, precision)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (of_day(2016, 12, 16), "Fri 16 Dec 2016"),
        (clocked(8 * 60), "Thu 15 Dec 2016, 08:00"),
        (clocked(19 * 60 + 5, offset=180), "Thu 15 Dec 2016, 19:05 UTC+3"),
        (clocked(0, offset=-210), "Thu 15 Dec 2016, 00:00 UTC-3:30"),
        (clocked(14 * 60, 14 * 60 + 59), "Thu 15 Dec 2016, 14:00–14:59"),
        (in_week(FRIDAY.day), "week of Mon 12 Dec 2016"),
        (in_month(2015, 3), "March 2015"),
        (in_season(2016, 4), "winter 2016/17"),
        (in_season(2016, 2), "summer 2016"),
        (in_quarter(2016, 2), "second quarter of 2016"),
        (in_year(2016), "2016"),
        (in_year(-43), "44 BC"),
        (in_decade(2010), "the 2010s"),
        (When(in_year(2011).earliest, in_year(2011).latest, Precision.YEAR, True), "c. 2011"),
        (When(FRIDAY, FRIDAY, Precision.DAY, True), "c. 16 Dec 2016"),
        (between(Moment.of(2014, 5, 12), Moment.of(2014, 5, 14)), "between 12 and 14 May 2014"),
        (between(Moment.of(2014, 5, 28), Moment.of(2014, 6, 3)), "between 28 May and 3 Jun 2014"),
        (lasting(Moment.of(2014, 5, 12), Moment.of(2014, 5, 14)), "12–14 May 2014"),
        (lasting(Moment.of(2014, 5, 28), Moment.of(2014, 6, 3)), "28 May – 3 Jun 2014"),
        (lasting(Moment.of(2014, 12, 28), Moment.of(2015, 1, 3)), "28 Dec 2014 – 3 Jan 2015"),
        (lasting(MARCH, Moment.of(2015, 6, 30)), "March – June 2015"),
        (lasting(MARCH, Moment.of(2016, 6, 30)), "March 2015 – June 2016"),
        (lasting(Moment.of(2012, 1, 1), Moment.of(2015, 12, 31)), "2012–2015"),
        (lasting(MARCH, None), "since March 2015"),
        (lasting(Moment.of(2014, 1, 1), None), "since 2014"),
        (lasting(FRIDAY, None), "from Fri 16 Dec 2016"),
        (lasting(FRIDAY, None, approximate=True), "since c. 16 Dec 2016"),
        (lasting(None, FRIDAY), "until Fri 16 Dec 2016"),
        (lasting(None, Moment.of(2016, 12, 31)), "until December 2016"),
        (When(FRIDAY, None, Precision.DAY), "Fri 16 Dec 2016 or later"),
        (When(None, FRIDAY, Precision.DAY), "Fri 16 Dec 2016 or earlier"),
        (lasting(FRIDAY, FRIDAY), "Fri 16 Dec 2016"),
        (lasting(None, None), "no known bounds"),
        (of_day(12016, 12, 16), "Fri 16 Dec 12016"),
    ],
)
def test_a_date_is_written_as_exactly_as_it_is_known(when: When, text: str) -> None:
    assert dates.written(when) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (of_day(2016, 12, 16), "Fri 16 Dec"),
        (lasting(FRIDAY, None), "from Fri 16 Dec"),
        (When(Moment.of(2016, 11, 23), Moment.of(2016, 11, 23), Precision.DAY, True), "c. 23 Nov"),
        (in_month(2016, 12), "December"),
        (in_month(2015, 12), "December 2015"),
        (lasting(Moment.of(2015, 12, 28), Moment.of(2016, 1, 3)), "28 Dec 2015 – 3 Jan"),
    ],
)
def test_the_year_that_goes_without_saying_is_left_out(when: When, text: str) -> None:
    assert dates.written(when, near=2016) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (of_day(2016, 12, 16), "Friday 16 December 2016"),
        (lasting(Moment.of(2014, 5, 12), Moment.of(2014, 6, 14)), "12 May – 14 June 2014"),
        (lasting(MARCH, None), "Since March 2015"),
        (between(Moment.of(2014, 5, 12), Moment.of(2014, 5, 14)), "Between 12 and 14 May 2014"),
    ],
)
def test_the_head_of_a_panel_writes_whole_names_and_a_capital(when: When, text: str) -> None:
    assert dates.written_out(when) == text


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (None, "No date yet"),
        (of_day(2016, 12, 16), "Some time that day"),
        (clocked(480), "At that time"),
        (clocked(480, 539), "Within that hour"),
        (in_month(2015, 3), "Some time that month"),
        (between(Moment.of(2014, 5, 12), Moment.of(2014, 5, 14)), "On one of these days"),
        (lasting(MARCH, None), "End not known"),
        (lasting(None, MARCH), "Beginning not known"),
        (lasting(MARCH, FRIDAY), "All through"),
        (When(FRIDAY, FRIDAY, Precision.DAY, True), "About that time"),
        (When(FRIDAY, None, Precision.DAY), "Some time in an open stretch"),
    ],
)
def test_the_detail_says_what_is_known_within_the_bounds(when: When | None, text: str) -> None:
    assert dates.detail(when) == text


def test_a_list_writes_other_years_only() -> None:
    assert dates.day_and_month(FRIDAY) == "16 Dec"
    assert dates.day_and_month(FRIDAY, 2016) == "16 Dec"
    assert dates.day_and_month(FRIDAY, 2015) == "16 Dec 2016"


def test_a_day_carries_its_clock_time() -> None:
    assert dates.day(Moment.of(2016, 12, 15, 480)) == "Thu 15 Dec 2016, 08:00"
    assert dates.day(FRIDAY, near=2016) == "Fri 16 Dec"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (between(Moment.of(2019, 3, 9), Moment.of(2019, 3, 11)), "9–11 Mar 2019"),
        (between(Moment.of(2014, 5, 28), Moment.of(2014, 6, 3)), "28 May – 3 Jun 2014"),
        (of_day(2016, 12, 16), "16 Dec"),
        (clocked(8 * 60), "15 Dec, 08:00"),
        (in_week(FRIDAY.day), "week of 12 Dec"),
        (lasting(FRIDAY, None), "from 16 Dec"),
    ],
)
def test_narrow_places_have_the_least_that_tells_a_date(when: When, text: str) -> None:
    assert dates.short(when, near=2016) == text

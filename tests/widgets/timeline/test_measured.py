import pytest

from storage.moment import day_number
from widgets.timeline.measured import days_words, ends_words, length_words, told

MAY = float(day_number(2014, 5, 3))
HOUR = 1 / 24


def day(year: int, month: int, number: int) -> float:
    return float(day_number(year, month, number))


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (MAY, MAY, "no time"),
        (MAY, MAY + 1 / 1440, "1 minute"),
        (MAY, MAY + 45 / 1440, "45 minutes"),
        (MAY, MAY + HOUR, "1 hour"),
        (MAY, MAY + 5.5 * HOUR, "5 hours and 30 minutes"),
        (MAY, MAY + 1, "1 day"),
        (MAY, MAY + 1.25, "30 hours"),
        (MAY, MAY + 12, "12 days"),
        (MAY, MAY + 12.3, "12 days"),
        (MAY, MAY + 31, "31 days"),
        (MAY, MAY + 35, "35 days (5 weeks)"),
        (MAY, MAY + 45, "45 days (6 weeks and 3 days)"),
        (day(2014, 1, 31), day(2014, 6, 1), "4 months and 1 day (121 days)"),
        (day(2014, 5, 3), day(2014, 10, 6), "5 months and 3 days (156 days)"),
        (day(2014, 5, 3), day(2016, 9, 3), "2 years and 4 months (854 days)"),
        (day(2014, 5, 3), day(2016, 5, 3), "2 years (731 days)"),
        (day(1981, 1, 1), day(2016, 1, 1), "35 years"),
        (day(-500, 1, 1), day(2016, 3, 1), "2,516 years and 2 months"),
    ],
)
def test_how_long_a_stretch_is(start: float, end: float, words: str) -> None:
    assert length_words(start, end) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (MAY, MAY + 12, "3–15 May 2014"),
        (day(2014, 5, 28), day(2014, 6, 3), "28 May – 3 Jun 2014"),
        (day(2014, 5, 28), day(2016, 6, 3), "28 May 2014 – 3 Jun 2016"),
        (MAY + 8 * HOUR, MAY + 10.5 * HOUR, "3 May 2014, 08:00–10:30"),
        (MAY + 8 * HOUR, MAY + 1, "3 May 2014, 08:00 – 4 May 2014, 00:00"),
    ],
)
def test_from_which_moment_to_which(start: float, end: float, words: str) -> None:
    assert ends_words(start, end) == words


def test_both_go_to_the_clipboard_as_one_phrase() -> None:
    assert told(MAY, MAY + 12) == "12 days, 3–15 May 2014"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (MAY, MAY + 13, "3–15 May 2014"),
        (MAY, MAY + 1, "3 May 2014"),
        (day(2014, 5, 1), day(2014, 8, 1), "May – July 2014"),
        (MAY, None, "from 3 May 2014"),
        (None, MAY, "until 2 May 2014"),
        (None, day(2014, 6, 1), "until May 2014"),
        (MAY + 8 * HOUR, MAY + 10 * HOUR, "3 May 2014, 08:00–10:00"),
    ],
)
def test_the_days_of_a_stretch_that_ends_before_its_last(first: float | None, last: float | None, words: str) -> None:
    assert days_words(first, last) == words


@pytest.mark.parametrize("time", [float(day_number(-9999, 3, 1)), float(day_number(30000, 3, 1))])
def test_far_years_are_measured_too(time: float) -> None:
    assert length_words(time, time + 12) == "12 days"
    assert ends_words(time, time + 12)

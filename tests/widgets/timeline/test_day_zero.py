from typing import Any

import pytest

from storage.moment import day_number
from widgets.timeline.axis import axis_of
from widgets.timeline.day_zero import DayZero
from widgets.timeline.units import DAY, HOURS, MONTHS, WEEK, YEARS

TALKS = DayZero(float(day_number(2016, 1, 31)) + 19 / 24, "Talks")


def measure(text: str, style: str) -> float:
    assert style
    return 7.0 * len(text)


def labels(start: float, end: float, width: float = 1000, zero: DayZero = TALKS) -> list[str]:
    return [cell.number for cell in axis_of(start, end, width, measure, zero=zero).cells if cell.number]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (12, ["−3", "−2", "−1", "day 0", "+1", "+2"]),
        (60, ["−4 weeks", "−3 weeks", "−2 weeks", "−1 week", "day 0", "+1 week", "+2 weeks", "+3 weeks"]),
        (300, ["−4 months", "−3 months", "−2 months", "−1 month", "day 0", "+1 month", "+2 months", "+3 months"]),
        (3652, ["−4 years", "−3 years", "−2 years", "−1 year", "day 0", "+1 year", "+2 years", "+3 years"]),
    ],
)
def test_the_axis_counts_from_day_zero_in_units_that_fit(length: float, expected: list[str]) -> None:
    found = labels(TALKS.day - length / 2, TALKS.day + length / 2)
    assert [one for one in found if one in expected] == expected
    assert all(one[0] in "−+d" for one in found)


def test_hours_are_counted_from_the_clock_time() -> None:
    found = labels(TALKS.time - 0.4, TALKS.time + 0.4)
    assert found[:2] == ["−9 h", "−8 h"]
    assert "0 h" in found
    assert "+5 h" in found


def test_minutes_are_counted_from_the_clock_time() -> None:
    found = labels(TALKS.time - 0.04, TALKS.time + 0.04)
    assert {"−0:30", "0:00", "+0:30"} <= set(found)


@pytest.mark.parametrize("unit", [HOURS[0], DAY, WEEK, *MONTHS, *YEARS[:6]])
def test_cells_meet_and_one_begins_at_day_zero(unit: Any) -> None:
    zero = TALKS.day if unit.whole_days else TALKS.time
    times = TALKS.boundaries(unit, zero - 9.3 * unit.days, zero + 9.3 * unit.days)
    assert times == sorted(times)
    assert times[0] <= zero - 9.3 * unit.days
    assert times[-1] >= zero + 9.3 * unit.days
    assert zero in times


def test_a_month_later_is_the_same_day_or_the_last_one() -> None:
    times = TALKS.boundaries(MONTHS[0], TALKS.day - 40, TALKS.day + 70)
    assert float(day_number(2015, 12, 31)) in times
    assert float(day_number(2016, 2, 29)) in times
    assert float(day_number(2016, 3, 31)) in times


def test_groups_stay_those_of_the_calendar_and_so_do_weekends() -> None:
    start, end = TALKS.day - 3, TALKS.day + 3
    axis, plain = axis_of(start, end, 1000, measure, zero=TALKS), axis_of(start, end, 1000, measure)
    assert axis.groups == plain.groups
    assert axis.weekends == plain.weekends


@pytest.mark.parametrize(
    ("days", "words"), [(0, "day 0"), (1, "1 day after"), (12, "12 days after"), (-3, "3 days before"), (-0.5, "day 0")]
)
def test_how_far_another_time_is(days: float, words: str) -> None:
    assert TALKS.distance(TALKS.time + days) == words


@pytest.mark.parametrize("year", [-9999, 1, 20000])
def test_far_years_are_counted_too(year: int) -> None:
    zero = DayZero(float(day_number(year, 3, 1)))
    assert "day 0" in labels(zero.day - 4, zero.day + 4, zero=zero)
    assert "day 0" in labels(zero.day - 4e5, zero.day + 4e5, zero=zero)

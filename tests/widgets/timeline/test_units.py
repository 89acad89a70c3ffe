from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.moment import Moment, civil, day_number, weekday
from widgets.timeline.units import (
    DAY,
    HOURS,
    LADDER,
    MINUTES,
    MONTHS,
    WEEK,
    YEARS,
    Unit,
    at_least,
    edges,
    first_days,
    month_of,
)


def test_the_ladder_rises_without_great_steps() -> None:
    lengths = [unit.days for unit in LADDER]
    assert all(1 < longer / shorter <= 7 for shorter, longer in pairwise(lengths))


@given(st.sampled_from(LADDER), st.floats(-1e7, 1e7), st.floats(0.01, 30))
def test_edges_enclose_a_stretch_with_nothing_to_spare_before_it(unit: Unit, start: float, count: float) -> None:
    end = start + count * unit.days
    times = edges(unit, start, end)
    assert times[0] <= start + 1e-6
    assert times[1] >= start - 1e-6
    assert times[-1] >= end - 1e-6
    assert (np.diff(times) > 0).all()


@given(st.integers(-40000 * 12, 40000 * 12))
def test_months_begin_on_their_first_day_in_any_year(month: int) -> None:
    (day,) = first_days(np.array([month], dtype=np.int64)).tolist()
    assert civil(day) == (month // 12, month % 12 + 1, 1)
    assert month_of(day) == month == month_of(day + 27.9)


def test_weeks_begin_on_monday_on_both_sides_of_1970() -> None:
    for start in (-3000.0, 0.0, 17000.5):
        assert {weekday(int(day)) for day in edges(WEEK, start, start + 60)} == {0}


def test_a_minute_is_bit_for_bit_that_of_a_moment() -> None:
    moment = Moment.of(2016, 12, 19, 19 * 60 + 5)
    assert moment.start in edges(MINUTES[0], moment.start - 0.01, moment.start + 0.01).tolist()


@pytest.mark.parametrize(
    ("days", "finest", "unit"),
    [
        (0, MINUTES[0], MINUTES[0]),
        (0, DAY, DAY),
        (0.04, MINUTES[0], HOURS[0]),
        (8, DAY, MONTHS[0]),
        (400, DAY, YEARS[1]),
    ],
)
def test_the_smallest_unit_that_is_long_enough(days: float, finest: Unit, unit: Unit) -> None:
    assert at_least(days, finest) == unit


def test_nothing_is_longer_than_the_longest_unit() -> None:
    assert at_least(float(day_number(10**9, 1, 1))) == YEARS[-1]

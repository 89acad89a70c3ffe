from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from storage.moment import day_number
from widgets.timeline.density import (
    FEWEST_TOLD,
    MOST_AT_ONE_PLACE,
    MOST_TICKS,
    STEPS,
    Crowd,
    bands_of,
    grid_of,
    ticks_of,
)
from widgets.timeline.index import LaneIndex, build_index
from widgets.timeline.scene import Band
from widgets.timeline.sizes import screen_sizes

Build = Callable[..., Columns]
SIZES = screen_sizes()
BASE = float(day_number(2016, 12, 1))


def lane_of(build: Build, days: list[int]) -> LaneIndex:
    columns = build([(BASE + day, BASE + day + 1, Precision.DAY, "attack", 0.5) for day in days])
    lanes = Lanes((Lane("all", "All", "other", len(days)),), np.zeros(len(days), np.int32))
    return build_index(columns, lanes).of_lane[0]


def band(lane: LaneIndex, days: float, per_day: float, marked: list[float] | None = None) -> Band:
    (made,) = bands_of([Crowd(0, "attack", 0.0, lane, marked or [])], (BASE, BASE + days), per_day, SIZES)
    return made


def test_ticks_at_one_place_are_one_with_a_count_and_its_most_important_event() -> None:
    ticks = ticks_of(0, "attack", 9.0, [(30.2, 7), (90.0, 8), (29.9, 9)], SIZES)
    assert ticks
    assert (ticks.x, ticks.counts, ticks.ids) == ((30.0, 90.0), (2, 1), (7, 8))


@pytest.mark.parametrize(
    "places",
    [
        [(5.0, event) for event in range(MOST_AT_ONE_PLACE + 1)],
        [(9.0 * event, event) for event in range(MOST_TICKS + 1)],
    ],
)
def test_too_many_ticks_are_none(places: list[tuple[float, int]]) -> None:
    assert ticks_of(0, "attack", 0.0, places, SIZES) is None


def test_a_band_counts_by_day_and_leaves_out_what_has_a_mark(columns_of: Build) -> None:
    made = band(lane_of(columns_of, [0, 0, 0, 0, 0, 2, 2]), 4, 100, [BASE])
    assert made.edges.tolist() == [BASE, BASE + 1, BASE + 2, BASE + 3, BASE + 4]
    assert made.counts.tolist() == [4, 0, 2, 0]


def test_the_most_events_are_the_strongest_but_few_are_never_strong(columns_of: Build) -> None:
    assert band(lane_of(columns_of, [0] * 60 + [2] * 30), 4, 100).levels.tolist() == [STEPS, 0, STEPS // 2, 0]
    assert band(lane_of(columns_of, [0, 0, 2]), 4, 100).levels.tolist() == [2, 0, 1, 0]


def test_where_cells_are_wide_each_says_how_many_it_holds(columns_of: Build) -> None:
    lane = lane_of(columns_of, [0, 0, 1, 3])
    assert band(lane, 4, 100).sums == tuple(
        (BASE + day, count, BASE + day) for day, count in ((0.5, 2), (1.5, 1), (3.5, 1))
    )
    assert FEWEST_TOLD > 2
    assert [count for _, count, _ in band(lane, 60, 10).sums] == [4]


def test_what_began_before_the_stretch_counts_where_it_begins(columns_of: Build) -> None:
    columns = columns_of([(BASE - 50, BASE + 2, Precision.INTERVAL, "siege", 1.0)])
    lane = build_index(columns, Lanes((Lane("all", "All", "other", 1),), np.zeros(1, np.int32))).of_lane[0]
    assert band(lane, 4, 100).counts.tolist() == [1, 0, 0, 0]


@given(st.lists(st.integers(-5, 400), max_size=300), st.floats(1, 400), st.floats(0.05, 300))
def test_cells_are_never_narrower_than_the_least_and_hold_every_event(
    columns_of: Build, days: list[int], length: float, per_day: float
) -> None:
    lane = lane_of(columns_of, days)
    made = band(lane, length, per_day)
    assert made.counts.sum() == lane.count(BASE, BASE + length)
    assert np.diff(made.edges).min() * per_day >= 0.9 * SIZES.cell
    assert ((made.levels > 0) == (made.counts > 0)).all()
    assert made.levels.max() <= STEPS


def test_the_sums_over_a_band_count_what_stands_in_its_cells(columns_of: Build) -> None:
    made = band(lane_of(columns_of, [day for day in range(60) for _ in range(5)]), 60, 6)
    assert sum(count for _, count, _ in made.sums) == made.counts.sum() == 300


def test_bands_that_are_made_together_are_those_that_are_made_alone(columns_of: Build) -> None:
    timed = columns_of(
        [(BASE + day + 0.3, BASE + day + 0.301, Precision.MINUTE, "attack", 0.5) for day in (0, 2, 2, 7)]
    )
    of_times = build_index(timed, Lanes((Lane("all", "All", "other", 4),), np.zeros(4, np.int32))).of_lane[0]
    lanes = [lane_of(columns_of, [0, 0, 1, 4, 4, 4, 9]), of_times, lane_of(columns_of, [0, 0, 1])]
    crowds = [Crowd(n, "attack", float(n), lane, [BASE] if n == 0 else []) for n, lane in enumerate(lanes)]
    together = bands_of(crowds, (BASE, BASE + 10), 90.0, SIZES)
    for crowd, band in zip(crowds, together, strict=True):
        (alone,) = bands_of([crowd], (BASE, BASE + 10), 90.0, SIZES)
        assert (band.lane, band.y, band.sums) == (alone.lane, alone.y, alone.sums)
        assert band.counts.tolist() == alone.counts.tolist()
        assert band.levels.tolist() == alone.levels.tolist()
        assert int(band.counts.sum()) == len(crowd.lane.starts) - len(crowd.marked)


@given(st.floats(-40_000, 40_000), st.floats(0.5, 9_000), st.integers(100, 4_000))
def test_every_cell_is_counted_in_some_larger_unit(start: float, days: float, width: int) -> None:
    """Also where a week begins before the quarter of which the first days are in view."""
    grid = grid_of((start, start + days), width / days, False, SIZES)
    assert grid.larger[0] == 0
    assert (np.diff(grid.larger) > 0).all()
    assert grid.larger[-1] < len(grid.edges) - 1

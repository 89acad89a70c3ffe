from collections.abc import Callable
from itertools import pairwise
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.columns import Columns
from storage.model import Precision
from storage.moment import day_number
from widgets.timeline.spans import EARLIEST, LATEST, LONGEST, SHORTEST, Span, bulk, core, fitted, in_whole_days, whole

Build = Callable[..., Columns]
YEAR = float(day_number(2016, 1, 1))


def on(build: Build, *days: float) -> Columns:
    return build([(day, day + 1, Precision.DAY, "attack", 0.5) for day in days])


def test_one_event_of_1993_does_not_shrink_the_rest_of_2016(columns_of: Build) -> None:
    old = float(day_number(1993, 5, 1))
    columns = on(columns_of, old, *(YEAR + day for day in range(0, 300, 10)))
    assert whole(columns) == Span(old, YEAR + 291)
    assert bulk(columns) == Span(YEAR, YEAR + 291)
    shown = fitted(bulk(columns), today=0)
    assert old < shown.start < YEAR
    assert YEAR + 291 < shown.end < YEAR + 400


@pytest.mark.parametrize("days", [(0, 9000), (0, 100, 200, 300), (0, 1, 2, 9000, 9001, 9002)])
def test_no_date_is_left_out_where_none_is_the_odd_one(columns_of: Build, days: tuple[float, ...]) -> None:
    columns = on(columns_of, *days)
    assert bulk(columns) == whole(columns)


def test_late_outliers_are_left_out_as_well(columns_of: Build) -> None:
    assert bulk(on(columns_of, *range(20), 9000)) == Span(0, 20)


def test_the_days_of_a_story_are_looked_at_before_its_background(columns_of: Build) -> None:
    story = [700.0 + day for day in (0, 0, 1, 1, 1, 2, 2, 3, 3, 5, 5, 6, 6, 7, 8)]
    columns = on(columns_of, 600, 650, 660, 680, 740, *story)
    around = bulk(columns)
    assert around is not None
    assert around.length > 60
    assert core(columns) == Span(700, 709)


def test_events_that_are_spread_evenly_have_no_core(columns_of: Build) -> None:
    columns = on(columns_of, *range(0, 300, 7))
    assert core(columns) == bulk(columns)
    assert core(on(columns_of, 5, 900)) == Span(5, 901)


def test_open_and_unknown_ends_are_no_dates(columns_of: Build) -> None:
    rows = [(-inf, YEAR, Precision.INTERVAL, "siege", 1.0), (YEAR - 5, nan, Precision.INTERVAL, "siege", 1.0)]
    assert whole(columns_of(rows)) == bulk(columns_of(rows)) == Span(YEAR - 5, YEAR)
    assert whole(columns_of([])) is None
    assert bulk(columns_of([(nan, nan, Precision.DAY, "siege", 1.0)])) is None


def test_fitting_leaves_room_and_shows_at_least_four_days() -> None:
    assert fitted(None, 100.0) == Span(93, 107)
    one = fitted(Span(50, 51), 0)
    assert one.start < 49
    assert one.end > 52
    assert one.length >= 4


@given(st.floats(), st.floats())
def test_what_is_allowed_lies_within_the_limits(start: float, end: float) -> None:
    span = Span(start, end).allowed()
    assert EARLIEST <= span.start < span.end <= LATEST
    assert SHORTEST * 0.999 <= span.length <= LONGEST


@given(st.floats(-1e5, 1e5), st.floats(1, 1e4), st.floats(0.2, 5), st.floats(0, 1))
def test_zooming_keeps_the_time_under_the_mouse(start: float, length: float, factor: float, share: float) -> None:
    at = start + share * length
    zoomed = Span(start, start + length).zoomed(factor, at)
    assert zoomed.length == pytest.approx(length / factor)
    assert (at - zoomed.start) / zoomed.length == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ((40, 41), (0, 100)),
        ((5, 6), (-5, 95)),
        ((99, 100), (10, 110)),
        ((-500, 500), (-510, -410)),
        ((200, 900), (160, 260)),
    ],
)
def test_showing_moves_no_further_than_needed(event: tuple[float, float], shown: tuple[float, float]) -> None:
    moved = Span(0, 100).showing(*event)
    assert (moved.start, moved.end) == pytest.approx(shown)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (Span(0, 1000), Span(400, 401)),
        (Span(400, 401), Span(0, 1000)),
        (Span(0, 14), Span(900, 914)),
        (Span(0, 14), Span(0, 14)),
    ],
)
def test_on_the_way_to_another_span_nothing_jumps(start: Span, end: Span) -> None:
    steps = [start.on_way_to(end, share / 10) for share in range(11)]
    assert (steps[0].start, steps[0].end) == pytest.approx((start.start, start.end))
    assert steps[-1] == end
    ratios = [after.length / before.length for before, after in pairwise(steps)]
    assert ratios == pytest.approx([ratios[0]] * 10), "each step is equally many times nearer"
    moves = [after.start - before.start for before, after in pairwise(steps)]
    assert all(move >= -1e-9 for move in moves) or all(move <= 1e-9 for move in moves)


def test_on_the_way_nearer_the_time_that_is_zoomed_to_stays() -> None:
    start = Span(0, 1000)
    end = start.zoomed(50, 700.0)
    for share in (0.2, 0.5, 0.9):
        step = start.on_way_to(end, share)
        assert (700.0 - step.start) / step.length == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("span", "days"),
    [
        (Span(3.2, 8.7), Span(3.0, 9.0)),
        (Span(3.0, 9.0), Span(3.0, 9.0)),
        (Span(3.5, 4.25), Span(3.5, 4.25)),
        (Span(3 + 1e-9, 9 + 1e-9), Span(3.0, 9.0)),
    ],
)
def test_a_stretch_is_widened_to_whole_days_unless_it_is_shorter(span: Span, days: Span) -> None:
    assert in_whole_days(span) == days

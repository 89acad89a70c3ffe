from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.moment import Moment, day_number
from widgets.timeline.axis import Axis, axis_of
from widgets.timeline.spans import EARLIEST, LATEST, LONGEST, SHORTEST, Span

WIDTHS = {"axis": 6.2, "axis_number": 7.0, "axis_major": 6.8}
UNSEEN = 0.001
"""So little of a px, by which rounding may move a boundary, nobody can see."""
DECEMBER = float(day_number(2016, 12, 11))


def measure(text: str, style: str) -> float:
    return WIDTHS[style] * len(text)


def labels(axis: Axis) -> list[str]:
    return [f"{cell.word} {cell.number}".strip() for cell in axis.cells]


def every_zoom() -> list[float]:
    lengths = [SHORTEST]
    while lengths[-1] < LONGEST:
        lengths.append(lengths[-1] * 1.07)
    return lengths


def assert_sound(axis: Axis, width: float) -> None:
    """Cells follow on each other over the whole view, and no label meets another or leaves its cell or the view."""
    assert axis.cells[0].start <= UNSEEN
    assert axis.cells[-1].end >= width - UNSEEN
    for cell in axis.cells:
        assert max(cell.start, 0) < cell.x <= cell.number_x
        if cell.number or cell.word:
            assert cell.number_x + measure(cell.number, "axis_number") <= min(cell.end, width)
    for one, other in pairwise(axis.cells):
        assert one.end == other.start
    for first, second in pairwise(axis.groups):
        assert first.x + measure(first.text, "axis_major") < second.x
    assert all(0 < x < width for x in axis.grid)
    assert all(0 <= left < right <= width for left, right in axis.weekends)


@pytest.mark.parametrize("middle", [DECEMBER + 0.3, float(day_number(1, 1, 1)), -9_000_000.0, 12_000_000.0])
@pytest.mark.parametrize("width", [600.0, 1040.0, 2400.0])
def test_every_zoom_has_four_to_forty_cells_whose_labels_do_not_meet(middle: float, width: float) -> None:
    for length in every_zoom():
        span = Span(middle - length / 2, middle + length / 2).allowed()
        axis = axis_of(span.start, span.end, width, measure)
        assert 4 <= len(axis.cells) <= 40
        assert sum(bool(label) for label in labels(axis)) >= len(axis.cells) - 2
        assert_sound(axis, width)


@given(
    st.floats(EARLIEST, LATEST), st.floats(SHORTEST, 1e7), st.floats(20, 3000), st.sampled_from([0.5, 1.0, 2.5])
)  # fmt: skip
def test_labels_never_meet_wherever_one_looks(start: float, length: float, width: float, scale: float) -> None:
    span = Span(start, start + length).allowed()
    assert_sound(axis_of(span.start, span.end, width, measure, scale), width)


def test_two_weeks_are_days_below_their_month() -> None:
    axis = axis_of(DECEMBER, DECEMBER + 14, 875, measure)
    assert labels(axis)[:3] == ["Sun 11", "Mon 12", "Tue 13"]
    assert (axis.cells[0].word, axis.cells[0].number, axis.cells[0].weekend) == ("Sun", "11", True)
    assert [(group.text, group.sticky, group.x) for group in axis.groups] == [("December 2016", True, 8.0)]
    assert axis.grid == tuple(62.5 * day for day in range(1, 14))
    assert axis.weekends == ((0, 62.5), (375.0, 500.0), (812.5, 875.0))


@pytest.mark.parametrize(
    ("start", "days", "cells", "groups"),
    [
        ("2016-12-19T18:00", 0.25, ["18:30", "19:00", "19:30"], ["Monday 19 December 2016"]),
        ("2016-12-01", 30, ["2", "3", "4"], ["December 2016"]),
        ("2016-12-26", 56, ["Mon 2", "Mon 9", "Mon 16"], ["Dec 2016", "January 2017", "February 2017"]),
        ("2016-10-01", 365, ["November", "December", "January"], ["2016", "2017"]),
        ("2016-10-01", 730, ["Nov", "Dec", "Jan"], ["2016", "2017", "2018"]),
        ("2014-01-01", 1461, ["Apr–Jun", "Jul–Sep", "Oct–Dec"], ["2014", "2015", "2016", "2017"]),
        ("2010-01-01", 4000, ["2011", "2012", "2013"], ["2010–2019", "2020–2029"]),
        ("1500-01-01", 150000, ["1520", "1540", "1560"], ["1500–1599", "1600–1699", "1700–1799", "1800–1899"]),
        ("-0043-01-01", 4000, ["43 BC", "42 BC", "41 BC"], ["50–41 BC", "40–31 BC"]),
        ("-0043-03-01", 28, ["2", "3", "4"], ["March 44 BC"]),
    ],
)
def test_units_and_what_stands_above_them(start: str, days: float, cells: list[str], groups: list[str]) -> None:
    begin = Moment.parse(start).start
    axis = axis_of(begin, begin + days, 800, measure)
    assert labels(axis)[1:4] == cells
    assert [group.text for group in axis.groups] == groups


def test_several_years_are_counted_from_the_year_one_to_both_sides() -> None:
    axis = axis_of(float(day_number(-40, 1, 1)), float(day_number(35, 1, 1)), 800, measure)
    assert [label for label in labels(axis) if label] == [
        "40 BC", "35 BC", "30 BC", "25 BC", "20 BC", "15 BC", "10 BC", "5 BC", "1", "5", "10", "15", "20", "25", "30",
    ]  # fmt: skip


def test_weekends_are_shaded_only_where_days_are_wide_enough() -> None:
    assert len(axis_of(DECEMBER, DECEMBER + 100, 800, measure).weekends) == 15
    assert axis_of(DECEMBER, DECEMBER + 150, 800, measure).weekends == ()


def test_a_group_that_has_almost_left_the_view_gives_way_to_the_next() -> None:
    start = float(day_number(2016, 12, 31))
    axis = axis_of(start, start + 14, 800, measure)
    assert [group.text for group in axis.groups] == ["January 2017"]
    assert not axis.groups[0].sticky


def test_a_wide_view_has_as_many_cells_as_it_has_room_for() -> None:
    axis = axis_of(float(DECEMBER), DECEMBER + 60.0, 7500, measure)
    assert axis.unit.name == "day"
    assert len(axis.cells) == 60

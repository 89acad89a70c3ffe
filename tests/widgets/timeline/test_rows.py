from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.timeline.rows import Rows, shared_out


def test_a_stretch_goes_into_the_first_row_with_a_gap_on_both_sides() -> None:
    rows = Rows(6)
    rows.take(0, 100, 200)
    assert [rows.first_free(*stretch, 2) for stretch in ((206, 250), (205, 250), (0, 94), (0, 95))] == [0, 1, 0, 1]
    assert rows.first_free(150, 160, 1) is None


def test_room_ends_before_the_next_neighbour() -> None:
    rows = Rows(6)
    rows.take(0, 100, 200)
    assert rows.room(0, 10, 40) == 94
    assert rows.room(0, 10, 95) == float("-inf")
    assert rows.room(0, 206, 210) == float("inf")
    assert rows.room(1, 0, 10) == float("inf")


@given(st.lists(st.tuples(st.floats(-1e4, 1e4), st.floats(0, 500)), max_size=80), st.integers(1, 9))
def test_what_is_placed_never_touches(stretches: list[tuple[float, float]], limit: int) -> None:
    rows, placed = Rows(6), dict[int, list[tuple[float, float]]]()
    for left, length in stretches:
        row = rows.first_free(left, left + length, limit)
        if row is not None:
            rows.take(row, left, left + length)
            placed.setdefault(row, []).append((left, left + length))
    assert len(placed) <= limit
    for taken in placed.values():
        assert all(other[0] - one[1] >= 6 - 1e-9 for one, other in pairwise(sorted(taken)))


@pytest.mark.parametrize(
    ("wanted", "least", "cost", "room", "given"),
    [
        ([3, 5], [3, 3], [0, 0], 8, [3, 5]),
        ([3, 5], [3, 3], [0, 0], 7, [3, 4]),
        ([3, 5], [3, 3], [0, 0], 2, [3, 3]),
        ([6, 6], [3, 3], [0, 0], 10, [5, 5]),
        ([6, 6], [3, 3], [1, 1], 11, [4, 5]),
        ([4, 2], [0, 2], [0, 0], 2, [0, 2]),
        ([], [], [], 5, []),
    ],
)
def test_the_tallest_lanes_give_rows_up_first(
    wanted: list[int], least: list[int], cost: list[float], room: float, given: list[int]
) -> None:
    assert shared_out(wanted, least, cost, room) == given

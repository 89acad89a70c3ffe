from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from widgets.timeline.sums import INSET, SIGN, Sum, sums_of

TWO = 2 * INSET + 2 * SIGN
"""The px of a number of two digits."""
MONTHS = st.lists(st.lists(st.integers(0, 9) | st.just(0), min_size=12, max_size=12), min_size=1, max_size=4)


def told(*bands: list[int], larger: tuple[int, ...] = (0,), cell: float = 10.0) -> list[tuple[Sum, ...]]:
    """With cells of so many px, each of which is a day."""
    edges = np.arange(len(bands[0]) + 1.0)
    return sums_of(edges, np.array(larger), np.array(bands), 1 / cell, 4)


def test_a_number_stands_beside_the_cells_that_it_counts() -> None:
    ((one,),) = told([20, 10, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    assert one == Sum(3 + TWO / 20, 37, 2.5)
    ((one,),) = told([0] * 9 + [7, 10, 20])
    assert one == Sum(9 - TWO / 20, 37, 9.5)


def test_of_several_gaps_the_nearest_to_most_events_is_taken() -> None:
    ((one,),) = told([1, 0, 0, 0, 30, 30, 0, 0, 0, 1])
    assert (one.middle, one.beside) == (4 - TWO / 20, 4.5)


def test_without_a_gap_it_stands_where_most_of_its_events_are() -> None:
    ((one,),) = told([1, 1, 1, 1, 1, 1, 0, 20, 0, 1])
    assert (one.middle, one.events, one.beside) == (7.5, 27, 7.5)


@given(MONTHS, st.sampled_from([(0,), (0, 5), (0, 3, 4, 9)]), st.floats(4, 40))
def test_numbers_stay_in_their_units_and_cover_no_cell_that_a_gap_would_spare(
    bands: list[list[int]], larger: tuple[int, ...], cell: float
) -> None:
    found = told(*bands, larger=larger, cell=cell)
    bounds = [*larger, 12]
    for counts, sums in zip(bands, found, strict=True):
        units = [(first, last) for first, last in pairwise(bounds) if sum(counts[first:last]) >= 4]
        assert [one.events for one in sums] == [sum(counts[first:last]) for first, last in units]
        for one, (first, last) in zip(sums, units, strict=True):
            assert first <= one.middle <= last
            assert first <= one.beside <= last
            assert counts[int(one.beside)] > 0
            half = (2 * INSET + SIGN * len(str(one.events))) / cell / 2
            free = [
                all(not counts[at] for at in range(a, b)) and b - a >= 2 * half
                for a in range(first, last)
                for b in range(a + 1, last + 1)
            ]
            covered = [
                at
                for at in range(first, last)
                if counts[at] and at + 1 > one.middle - half + 1e-9 and at < one.middle + half - 1e-9
            ]
            assert bool(covered) is not any(free)


@pytest.mark.parametrize("count", [1, 3])
def test_bands_do_not_touch_one_another(count: int) -> None:
    one, other = [0, 0, 0, 9, 9, 0, 0, 0], [9, 0, 0, 0, 0, 0, 0, 0]
    assert told(*[one, other] * count) == [told(one)[0], told(other)[0]] * count

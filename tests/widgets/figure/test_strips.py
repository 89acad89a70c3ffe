"""A stretch of a figure's time: its parts, and grid lines that leave words alone."""

from itertools import pairwise

import numpy as np
import pytest

from storage.columns import Lane, Lanes
from storage.moment import day_number
from widgets.figure.fitting import fewer_lanes
from widgets.figure.strips import figure_sizes, stretches
from widgets.timeline.spans import Span

pytestmark = pytest.mark.usefixtures("qapp")
DAY = float(day_number(2016, 12, 12))


@pytest.mark.parametrize(("length", "count"), [(30, 4), (7, 3), (365, 12), (2, 2), (1, 3)])
def test_parts_of_time_are_equal_and_hold_all_of_it(length: float, count: int) -> None:
    parts = stretches(Span(DAY, DAY + length), count)
    assert len(parts) == count
    assert len({round(part.length, 6) for part in parts}) == 1
    assert parts[0].start == DAY
    assert parts[-1].end >= DAY + length - 1e-6
    assert all(one.end == pytest.approx(other.start) for one, other in pairwise(parts))


def test_lanes_have_their_names_beside_them_or_above_where_it_is_narrow() -> None:
    wide, narrow, plain = (
        figure_sizes(["Talks", "Detention"], *asked)
        for asked in ((1000, 1.0, False), (300, 1.0, False), (1000, 1.0, True))
    )
    assert wide.header > 80
    assert wide.title == 0
    assert (narrow.header, plain.header, plain.title) == (0, 0, 0)
    assert narrow.title > 10


def test_the_fullest_lanes_keep_their_names_and_no_row_is_lost() -> None:
    lanes = Lanes(
        tuple(Lane(str(n), f"Place {n}", "", n) for n in range(6)), np.array([0, 1, 2, 3, 4, 5, -1], np.int32)
    )
    fewer = fewer_lanes(lanes, 3)
    assert [lane.label for lane in fewer.lanes] == ["Place 4", "Place 5", "Others (4)"]
    assert fewer.of_row.tolist() == [2, 2, 2, 2, 0, 1, -1]
    assert sum(lane.total for lane in fewer.lanes) == sum(lane.total for lane in lanes.lanes)

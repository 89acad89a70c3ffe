from collections.abc import Callable

import numpy as np
import pytest

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from widgets.timeline.index import EventIndex, build_index
from widgets.timeline.steps import Step, reach, step_from

ROWS = [(start, start + 1.0, Precision.DAY, "attack", 0.5) for start in (10.0, 20.0, 30.0, 12.0, 31.0)]
"""The first three in the upper lane; the lane below has none; the last two in the lowest."""
OPEN = (-np.inf, 5.0, Precision.INTERVAL, "siege", 0.5)


@pytest.fixture
def index(columns_of: Callable[..., Columns]) -> EventIndex:
    columns = columns_of([*ROWS, OPEN])
    lane = {0: 0, 1: 0, 2: 0, 3: 2, 4: 2, 5: 0}
    lanes = tuple(Lane(str(number), str(number), "attack", 2) for number in range(3))
    return build_index(columns, Lanes(lanes, np.array([lane[one] for one in columns.ids.tolist()], np.int32)))


@pytest.mark.parametrize(
    ("event", "step", "expected"),
    [
        (0, Step.AFTER, 1),
        (1, Step.BEFORE, 0),
        (2, Step.AFTER, None),
        (5, Step.BEFORE, None),
        (5, Step.AFTER, 0),
        (1, Step.FIRST, 5),
        (1, Step.LAST, 2),
        (0, Step.DOWN, 3),
        (2, Step.DOWN, 4),
        (4, Step.UP, 2),
        (4, Step.DOWN, None),
        (0, Step.UP, None),
        (None, Step.AFTER, 1),
        (999, Step.AFTER, 1),
    ],
)
def test_where_a_step_leads(index: EventIndex, event: int | None, step: Step, expected: int | None) -> None:
    assert step_from(index, event, step, middle=21.0) == expected


def test_no_step_leads_anywhere_without_events(columns_of: Callable[..., Columns]) -> None:
    empty = build_index(columns_of([]), Lanes((), np.empty(0, np.int32)))
    assert [step_from(empty, None, step, 0.0) for step in Step] == [None] * len(Step)


@pytest.mark.parametrize(
    ("anchor", "event", "expected"),
    [
        (0, 1, [0, 1]),
        (1, 0, [1, 0]),
        (0, 2, [0, 1, 2]),
        (5, 1, [5, 0, 1]),
        (0, 4, [0, 3, 1, 2, 4]),
        (1, 1, [1]),
        (999, 1, [1]),
    ],
)
def test_what_lies_between_two_events_in_time_and_lanes(
    index: EventIndex, anchor: int, event: int, expected: list[int]
) -> None:
    assert reach(index, anchor, event) == expected

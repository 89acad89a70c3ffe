from collections.abc import Callable
from math import inf, nan

import numpy as np
import pytest

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from widgets.timeline.index import FEW, EventIndex, build_index

Build = Callable[..., Columns]


def index_of(columns: Columns) -> EventIndex:
    lane = Lane("all", "All", "other", len(columns))
    return build_index(columns, Lanes((lane,), np.zeros(len(columns), np.int32)))


def day(start: float, importance: float = 0.5, length: float = 1.0) -> tuple[float, float, Precision, str, float]:
    return start, start + length, Precision.DAY, "attack", importance


def test_events_that_only_touch_a_stretch_are_not_in_it(columns_of: Build) -> None:
    index = index_of(columns_of([day(9), day(10), day(19), day(20)]))
    assert index.counts(10, 20) == [2]
    rows, complete = index.most_important(0, 10, 20, 10)
    assert sorted(index.columns.start[rows].tolist()) == [10, 19]
    assert complete


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        (-inf, 5.0, (-100, 0)),
        (5.0, inf, (1000, 2000)),
        (nan, 5.0, (-100, 0)),
        (5.0, nan, (1000, 2000)),
        (7.0, 7.0, (7, 8)),
        (9.0, 3.0, (5, 6)),
        (-inf, inf, (0, 1)),
    ],
)
def test_odd_times_are_found_where_they_hold(
    columns_of: Build, start: float, end: float, inside: tuple[float, float]
) -> None:
    index = index_of(columns_of([(start, end, Precision.INTERVAL, "siege", 1.0)]))
    assert index.counts(*inside) == [1]
    assert len(index.most_important(0, *inside, 5)[0]) == 1
    assert index.shown(0, 0, *inside)


def test_an_event_without_any_time_is_nowhere(columns_of: Build) -> None:
    index = index_of(columns_of([(nan, nan, Precision.DAY, "attack", 1.0)]))
    assert index.counts(-1e9, 1e9) == [0]
    assert not index.shown(0, 0, -1e9, 1e9)


def test_the_most_important_come_first_and_a_cut_is_told(columns_of: Build) -> None:
    index = index_of(columns_of([day(place % 50, importance=place / 5000) for place in range(5000)]))
    rows, complete = index.most_important(0, 0, 50, 64)
    assert not complete
    assert len(rows) == 64
    assert index.columns.importance[rows].tolist() == sorted(index.columns.importance.tolist(), reverse=True)[:64]


def test_events_that_are_over_do_not_hide_the_few_of_a_short_stretch(columns_of: Build) -> None:
    crowd = [day(10, importance=1.0, length=0.1) for _ in range(FEW - 2)]
    index = index_of(columns_of([*crowd, day(10.5, 0.1, 0.2), day(10.6, 0.2, 0.2)]))
    rows, complete = index.most_important(0, 10.55, 10.65, 2)
    assert complete
    assert index.columns.importance[rows].tolist() == pytest.approx([0.2, 0.1])


def test_no_question_reads_more_rows_than_its_answer_needs() -> None:
    count, mixed = 300_000, np.random.default_rng(3)
    start = np.sort(mixed.uniform(0, 4000, count))
    same = np.zeros(count, np.int8)
    columns = Columns(
        np.arange(count), start, start + mixed.choice([0.5, 20, 500, 3000], count), same.astype(np.int16), same, same,
        same, mixed.random(count).astype(np.float32), same.astype(np.int32), same.astype(np.uint8), ("attack",),
    )  # fmt: skip
    (lane,) = index_of(columns).of_lane
    for stretch in ((0, 4000), (2000, 2000.1), (3990, 4100), (100, 130)):
        for limit in (10, 200, 3000):
            assert all(len(part.between(*stretch, limit)[0]) <= max(FEW, limit) for part in lane.parts)


def test_rows_are_found_by_id(columns_of: Build) -> None:
    index = index_of(columns_of([day(30), day(10), day(20)]))
    assert [index.columns.start[row] for row in index.rows_of([0, 99, 2])] == [30, 20]
    assert index_of(columns_of([])).rows_of([1]) == []


def test_hidden_rows_are_as_if_they_were_not_there(columns_of: Build) -> None:
    columns = columns_of([day(place, place / 300, 1 + place % 40) for place in range(300)])
    shown = columns.ids % 3 > 0
    lanes = Lanes(tuple(Lane(str(n), "", "other", 0) for n in range(4)), (columns.ids % 4).astype(np.int32))
    hidden, without = (
        build_index(columns, lanes, shown),
        build_index(columns.take(shown), Lanes(lanes.lanes, lanes.of_row[shown])),
    )
    assert hidden.count == without.count == 200
    assert hidden.events.ids.tolist() == without.columns.ids.tolist()
    assert hidden.rows_of([3, 4]) == [4]
    for stretch in ((-5, 500), (100, 101), (7, 60)):
        assert hidden.counts(*stretch) == without.counts(*stretch)
        for lane in range(4):
            (one, whole), (other, all_of_it) = (index.most_important(lane, *stretch, 20) for index in (hidden, without))
            assert (columns.ids[one].tolist(), whole) == (without.columns.ids[other].tolist(), all_of_it)

from collections.abc import Callable

import numpy as np

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from widgets.timeline.heard import MOST, heard
from widgets.timeline.index import EventIndex, build_index


def index_of(columns: Columns, kinds: tuple[str, ...]) -> EventIndex:
    codes = [columns.kinds.index(kind) for kind in kinds]
    counts = [int((columns.kind == code).sum()) for code in codes]
    lanes = tuple(Lane(kind, kind.capitalize(), kind, count) for kind, count in zip(kinds, counts, strict=True))
    return build_index(columns, Lanes(lanes, np.array([codes.index(one) for one in columns.kind], np.int32)))


def days(count: int, kind: str = "attack") -> list[tuple[float, float, Precision, str, float]]:
    return [(day, day + 1, Precision.DAY, kind, day % 10 / 10) for day in map(float, range(count))]


def test_a_lane_tells_its_events_in_view_in_the_order_of_time(columns_of: Callable[..., Columns]) -> None:
    index = index_of(columns_of([*days(6), (2.0, 5.0, Precision.INTERVAL, "siege", 0.5)]), ("siege", "attack"))
    siege, attack = heard(index, 1.5, 3.5, ())
    assert (siege.words, siege.ids) == ("Siege, 1 of 1 event in view", (6,))
    assert (attack.words, attack.ids) == ("Attack, 3 of 6 events in view", (1, 2, 3))


def test_of_many_events_only_the_most_important_are_told(columns_of: Callable[..., Columns]) -> None:
    (lane,) = heard(index_of(columns_of(days(20_000)), ("attack",)), 0, 20_000, ())
    assert len(lane.ids) == MOST
    assert {one % 10 for one in lane.ids} == {9}
    assert lane.words == f"Attack, 20,000 of 20,000 events in view, the {MOST} most important are listed"


def test_chosen_events_are_told_wherever_they_are(columns_of: Callable[..., Columns]) -> None:
    (lane,) = heard(index_of(columns_of(days(100)), ("attack",)), 10, 12, (10, 90, 7))
    assert lane.ids == (7, 10, 11, 90)
    assert lane.visible == 2


def test_a_million_chosen_events_are_not_all_told(columns_of: Callable[..., Columns]) -> None:
    (lane,) = heard(index_of(columns_of(days(5000)), ("attack",)), 0, 5000, range(5000))
    assert len(lane.ids) <= 2 * MOST

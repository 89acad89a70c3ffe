from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from widgets.timeline.arrangement import Arrangement, arranged, arranged_index, hidden_of
from widgets.timeline.index import build_index

KEYS = ["talks", "siege", "attack", "capture"]


def lanes_of(keys: list[str], rows: int = 20) -> Lanes:
    of_row = np.arange(rows, dtype=np.int32) % max(len(keys), 1)
    return Lanes(tuple(Lane(key, key.capitalize(), key, 5) for key in keys), of_row)


@pytest.mark.parametrize(
    ("key", "before", "order"),
    [
        ("attack", "talks", ["attack", "talks", "siege", "capture"]),
        ("talks", None, ["siege", "attack", "capture", "talks"]),
        ("siege", "capture", ["talks", "attack", "siege", "capture"]),
        ("siege", "siege", KEYS),
        ("zoo", "talks", KEYS),
    ],
)
def test_a_lane_is_put_before_another_or_behind_all(key: str, before: str | None, order: list[str]) -> None:
    assert Arrangement().moved(KEYS, key, before).ordered(KEYS) == order


@pytest.mark.parametrize(
    ("key", "by", "order"),
    [
        ("siege", -1, ["siege", "talks", "attack", "capture"]),
        ("siege", 1, ["talks", "attack", "siege", "capture"]),
        ("attack", 1, ["talks", "siege", "capture", "attack"]),
        ("talks", -1, KEYS),
        ("capture", 1, KEYS),
    ],
)
def test_a_lane_changes_places_with_its_neighbour(key: str, by: int, order: list[str]) -> None:
    assert Arrangement().stepped(KEYS, key, by).ordered(KEYS) == order


def test_lanes_that_are_filtered_away_keep_their_places() -> None:
    made = Arrangement().moved(KEYS, "capture", "talks")
    made = made.moved(["capture", "attack"], "attack", "capture")
    assert made.ordered(KEYS) == ["attack", "capture", "talks", "siege"]


def test_a_lane_that_comes_later_follows_the_one_it_follows_by_itself() -> None:
    made = Arrangement().moved(["talks", "attack"], "attack", "talks")
    assert made.ordered(KEYS) == ["attack", "capture", "talks", "siege"]


def test_rows_of_hidden_lanes_are_in_none_and_others_in_theirs() -> None:
    lanes = lanes_of(KEYS)
    made = Arrangement().moved(KEYS, "attack", "talks").with_hidden(["siege"]).with_folded(["attack"])
    shown = arranged(lanes, made)
    assert [(lane.key, lane.folded) for lane in shown.lanes] == [("attack", True), ("talks", False), ("capture", False)]
    for before, after in zip(lanes.of_row.tolist(), shown.of_row.tolist(), strict=True):
        assert after == (-1 if KEYS[before] == "siege" else [lane.key for lane in shown.lanes].index(KEYS[before]))
    assert [lane.key for lane in hidden_of(lanes, made)] == ["siege"]


def test_shown_again_and_unfolded_nothing_is_arranged() -> None:
    made = Arrangement().with_hidden(KEYS).with_folded(KEYS)
    assert made.with_hidden(KEYS, hidden=False).with_folded(KEYS, folded=False).plain


def test_an_index_is_arranged_as_if_it_had_been_built_so(columns_of: Callable[..., Columns]) -> None:
    columns = columns_of([(float(n), n + 1.0, Precision.DAY, "attack", n / 20) for n in range(20)])
    lanes = lanes_of(KEYS)
    made = Arrangement(("capture", "talks", "siege", "attack"), frozenset({"talks"}), frozenset({"siege"}))
    quick, anew = arranged_index(build_index(columns, lanes), made), build_index(columns, arranged(lanes, made))
    assert quick.lanes.lanes != lanes.lanes
    assert [lane.key for lane in quick.lanes.lanes] == [lane.key for lane in anew.lanes.lanes]
    assert quick.lanes.of_row.tolist() == anew.lanes.of_row.tolist()
    for stretch in ((0.0, 30.0), (3.5, 9.0)):
        assert quick.counts(*stretch) == anew.counts(*stretch)
        for lane in range(3):
            one, other = (index.most_important(lane, *stretch, 9)[0] for index in (quick, anew))
            assert one.tolist() == other.tolist()


@given(st.permutations(KEYS), st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from([*KEYS, None])), max_size=6))
def test_no_lane_is_lost_or_doubled_by_moving(there: list[str], moves: list[tuple[str, str | None]]) -> None:
    made = Arrangement()
    for key, before in moves:
        made = made.moved(made.ordered(there), key, before)
        order = made.ordered(there)
        assert sorted(order) == sorted(there)
        assert before in (key, None) or order.index(key) == order.index(before) - 1

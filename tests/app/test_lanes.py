from collections.abc import Callable

import pytest

from app.lanes import MOST, lanes_for
from resources.kinds import kinds
from storage import change
from storage.library import Library
from widgets.timeline.arrangement import Arrangement


def labels(library: Library, by: str) -> list[tuple[str, int]]:
    columns = library.columns()
    lanes = lanes_for(library, columns, by)
    assert len(lanes.of_row) == len(columns)
    assert set(lanes.of_row.tolist()) <= set(range(len(lanes.lanes)))
    return [(lane.label, int((lanes.of_row == number).sum())) for number, lane in enumerate(lanes.lanes)]


LANES = {
    "kind": [("Talks", 1), ("Siege", 1), ("Attack", 1), ("Protest", 1)],
    "status": [("Happened", 4)],
    "none": [("All events", 4)],
}


@pytest.mark.parametrize(("by", "expected"), LANES.items(), ids=LANES)
def test_events_stand_in_the_lanes_of_what_they_are_arranged_by(
    by: str, expected: list[tuple[str, int]], library: Library
) -> None:
    assert labels(library, by) == expected


def test_places_articles_and_sources_have_lanes_and_those_without_too(library: Library) -> None:
    assert dict(labels(library, "place"))["No place"] == 2
    assert dict(labels(library, "article")) == {"Talks in Astana": 2, "A wall; and, a clock": 2}
    assert dict(labels(library, "source")) == {"The Wire": 2, "Café News": 2}


def test_kinds_keep_their_order_and_colour(library: Library) -> None:
    lanes = lanes_for(library, library.columns(), "kind").lanes
    names = list(kinds())
    assert [lane.kind for lane in lanes] == sorted((lane.kind for lane in lanes), key=names.index)
    assert {lane.kind for lane in lanes_for(library, library.columns(), "place").lanes} == {""}


def test_a_kind_that_nobody_knows_has_a_lane_at_the_end(library: Library) -> None:
    one = next(library.all_events())
    library.apply(change.set_kind(one, "zoo", (), library.new_ids()))
    assert labels(library, "kind")[-1][0].lower() == "zoo"


@pytest.fixture
def many_places(library: Library, add_days: Callable[[Library, int], None]) -> Library:
    """One event in each of many places."""
    add_days(library, 3 * MOST)
    for number, event in enumerate([one for one in library.all_events() if one.title.startswith("Shelling")]):
        library.apply(change.set_places(event, (f"Place {number:03}",), (), library.new_ids()))
    return library


def test_more_lanes_than_can_be_seen_share_the_last(many_places: Library) -> None:
    told = labels(many_places, "place")
    assert len(told) == MOST + 1
    assert told[-2] == ("No place", 2)
    count = told[-1][1]
    assert told[-1][0] == f"Other places ({count})"
    assert sum(events for _, events in told) == len(many_places.columns())


def test_more_of_them_have_a_lane_of_their_own_when_asked_for(many_places: Library) -> None:
    lanes = [lanes_for(many_places, many_places.columns(), "place", Arrangement(further=n)).lanes for n in (0, 1, 9)]
    every = len(lanes[-1])
    assert [len(one) for one in lanes[:2]] == [MOST + 1, 2 * MOST + 1]
    assert [one[-1].gathers for one in lanes] == [every - MOST, every - 2 * MOST, 0]


def test_a_lane_that_was_moved_or_hidden_never_shares_the_last(many_places: Library) -> None:
    rare = "Place 110"
    for told in (Arrangement(hidden=frozenset({rare})), Arrangement(order=(rare,))):
        lanes = lanes_for(many_places, many_places.columns(), "place", told).lanes
        assert rare in [lane.key for lane in lanes]
        assert sum(lane.key not in told.hidden for lane in lanes) == MOST + 1


def test_an_empty_selection_has_no_lanes(library: Library) -> None:
    columns = library.columns(library.select(text="zebra"))
    lanes = lanes_for(library, columns, "kind")
    assert (lanes.lanes, len(lanes.of_row)) == ((), 0)

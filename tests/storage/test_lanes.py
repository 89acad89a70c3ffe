from dataclasses import replace

import numpy as np
import pytest

from storage.change import reject
from storage.errors import WrongUse
from storage.library import Library

CASES = [
    ("kind", ("siege", "statement", "talks"), ("siege", "statement", "talks"), (1, 1, 1), [0, 1, 2]),
    ("status", ("happened",), ("happened",), (3,), [0, 0, 0]),
    ("place", ("", "Aleppo", "Astana"), ("", "Aleppo", "Astana"), (1, 1, 1), [1, 0, 2]),
    ("source", ("The Wire", "Café News"), ("The Wire", "Café News"), (2, 1), [0, 1, 0]),
    ("none", ("",), ("",), (3,), [0, 0, 0]),
]


@pytest.mark.parametrize(("by", "keys", "labels", "totals", "of_row"), CASES)
def test_every_row_has_its_lane(
    library: Library,
    by: str,
    keys: tuple[str, ...],
    labels: tuple[str, ...],
    totals: tuple[int, ...],
    of_row: list[int],
) -> None:
    lanes = library.lanes_of(library.columns(), by)
    assert (lanes.keys, lanes.labels, lanes.totals, lanes.of_row.tolist()) == (keys, labels, totals, of_row)


def test_lanes_by_article_are_called_by_its_title(library: Library) -> None:
    lanes = library.lanes_of(library.columns(), "article")
    assert lanes.labels == ("Talks in Astana", "Siege is over")
    assert [library.article(int(key)).title for key in lanes.keys] == list(lanes.labels)
    assert lanes.totals == (2, 1)


def test_totals_are_those_of_all_events_whatever_is_shown(library: Library) -> None:
    columns = library.columns()
    lanes = library.lanes_of(columns.take(np.array([0])), "source")
    assert (lanes.keys, lanes.totals, lanes.of_row.tolist()) == (("The Wire", "Café News"), (2, 1), [0])


def test_an_event_that_the_library_does_not_know_lies_in_the_lane_without_a_key(library: Library) -> None:
    columns = library.columns()
    preview = replace(columns, ids=np.array([columns.ids[0], -1, columns.ids[2]]))
    lanes = library.lanes_of(preview, "kind")
    assert [lanes.keys[lane] for lane in lanes.of_row] == ["siege", "", "talks"]
    assert lanes.totals[lanes.keys.index("")] == 0


def test_lanes_by_anything_else_are_refused(library: Library) -> None:
    with pytest.raises(WrongUse, match="“colour”"):
        library.lanes_of(library.columns(), "colour")


@pytest.mark.parametrize("by", [case[0] for case in CASES] + ["article"])
def test_a_rejected_event_lies_in_its_own_lane_and_does_not_count(library: Library, by: str) -> None:
    before = library.lanes_of(library.columns(), by)
    chosen = library.columns().ids[:1]
    library.apply(reject(library.event(int(chosen[0]))))
    lanes = library.lanes_of(library.columns(chosen), by)
    [lane] = lanes.of_row
    key = before.keys[before.of_row[0]]
    assert lanes.keys[lane] == key
    assert lanes.totals[lane] == before.totals[before.keys.index(key)] - 1

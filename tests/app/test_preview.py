from dataclasses import replace

import numpy as np

from app.lanes import lanes_for
from app.preview import with_preview
from storage.columns import Mark
from storage.library import Library
from storage.model import Event, Moment
from storage.when import When, on_day


def waiting(library: Library, kind: str = "") -> tuple[Event, When]:
    event = next(one for one in library.all_events() if one.when is None)
    return replace(event, kind=kind or event.kind), on_day(Moment.of(2016, 12, 14).day)


def test_what_would_be_is_pale_and_stands_in_the_order_of_time(library: Library) -> None:
    columns = library.columns()
    before = columns.ids.copy()
    one = waiting(library)
    both, lanes = with_preview(columns, lanes_for(library, columns, "kind"), [one])
    assert len(both) == len(columns) + 1
    assert list(both.start) == sorted(both.start)
    (row,) = np.flatnonzero(both.ids == one[0].id)
    assert both.marks[row] & Mark.PREVIEW
    assert not (np.delete(both.marks, row) & Mark.PREVIEW).any()
    assert lanes.lanes[lanes.of_row[row]].key == "talks"
    assert (columns.ids == before).all()
    assert len(library.columns()) == len(columns), "nothing is written"


def test_lanes_keep_their_events(library: Library) -> None:
    columns = library.columns()
    plain = lanes_for(library, columns, "kind")
    both, lanes = with_preview(columns, plain, [waiting(library)])
    expected = {int(one): plain.lanes[lane].key for one, lane in zip(columns.ids, plain.of_row, strict=True)}
    told = {int(one): lanes.lanes[lane].key for one, lane in zip(both.ids, lanes.of_row, strict=True)}
    assert expected.items() <= told.items()


def test_a_kind_without_a_lane_gets_one(library: Library) -> None:
    columns = library.columns()
    _, lanes = with_preview(columns, lanes_for(library, columns, "kind"), [waiting(library, "capture")])
    assert lanes.lanes[-1].key == "capture"
    assert lanes.lanes[-1].total == 0


def test_lanes_of_another_sort_take_it_in_the_first(library: Library) -> None:
    columns = library.columns()
    plain = lanes_for(library, columns, "place")
    both, lanes = with_preview(columns, plain, [waiting(library)])
    (row,) = np.flatnonzero(both.ids == waiting(library)[0].id)
    assert len(lanes.lanes) == len(plain.lanes)
    assert lanes.of_row[row] == 0


def test_without_anything_to_preview_nothing_changes(library: Library) -> None:
    columns = library.columns()
    lanes = lanes_for(library, columns, "kind")
    assert with_preview(columns, lanes, []) == (columns, lanes)


def test_an_empty_timeline_can_be_previewed(library: Library) -> None:
    columns = library.columns(library.select(text="zebra"))
    both, lanes = with_preview(columns, lanes_for(library, columns, "kind"), [waiting(library)])
    assert (len(both), [lane.key for lane in lanes.lanes]) == (1, ["talks"])

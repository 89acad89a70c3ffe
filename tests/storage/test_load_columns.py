from dataclasses import replace

import numpy as np

from storage.change import reject, set_when
from storage.columns import PRECISIONS, REVIEWS, STATUSES, Mark
from storage.library import Library
from storage.model import Event, Precision, Review, Status
from storage.steps import Step, change
from storage.when import lasting, on_day


def test_columns_hold_the_dated_events_in_the_order_of_time(library: Library) -> None:
    columns = library.columns()
    events = library.events(columns.ids)
    assert [event.title for event in events] == ["siege of Aleppo", "rebels said", "Talks began in Astana"]
    for row, event in enumerate(events):
        assert event.when is not None
        assert (columns.start[row], columns.end[row]) == (event.when.start, event.when.end)
        assert columns.kinds[columns.kind[row]] == event.kind
        assert STATUSES[columns.status[row]] is event.status
        assert PRECISIONS[columns.precision[row]] is event.when.precision
        assert REVIEWS[columns.review[row]] is event.review
        assert columns.importance[row] == np.float32(event.importance)


def test_columns_have_the_types_that_they_promise(library: Library) -> None:
    columns = library.columns()
    empty = library.columns(np.array([], np.int64))
    types = {"ids": "i8", "start": "f8", "end": "f8", "kind": "i2", "status": "i1", "precision": "i1", "review": "i1"}
    types |= {"importance": "f4", "sources": "i4", "marks": "u1"}
    for name, kind in types.items():
        assert getattr(columns, name).dtype == np.dtype(kind)
        assert getattr(empty, name).dtype == np.dtype(kind)


def test_sources_are_counted_and_their_disagreement_is_marked(library: Library) -> None:
    columns = library.columns()
    assert columns.sources.tolist() == [2, 1, 1]
    assert columns.marks.tolist() == [Mark.DISAGREE, 0, 0]


def test_an_approximate_event_is_marked(library: Library) -> None:
    talks = library.event(int(library.columns().ids[2]))
    library.apply(set_when(talks, lasting(None, None, approximate=True), [], library.new_ids()))
    columns = library.columns()
    assert columns.ids[0] == talks.id
    assert (columns.start[0], columns.end[0], columns.marks[0]) == (-np.inf, np.inf, Mark.APPROXIMATE)


def test_rejected_and_undated_events_are_left_out(library: Library) -> None:
    first, *others = library.columns().ids.tolist()
    library.apply(reject(library.event(first)))
    assert library.columns().ids.tolist() == others


def test_a_rejected_event_that_is_asked_for_by_its_id_is_there(library: Library) -> None:
    first = int(library.columns().ids[0])
    library.apply(reject(library.event(first)))
    columns = library.columns(library.select(reviews=[Review.REJECTED]))
    assert columns.ids.tolist() == [first]
    assert REVIEWS[columns.review[0]] is Review.REJECTED


def test_some_events_are_the_same_rows_as_among_all(library: Library) -> None:
    columns = library.columns()
    some = library.columns(columns.ids[[2, 0]])
    expected = columns.take(np.array([0, 2]))
    assert some.ids.tolist() == expected.ids.tolist()
    assert some.marks.tolist() == expected.marks.tolist()
    assert some.sources.tolist() == expected.sources.tolist()


def test_more_events_than_are_read_at_once_keep_their_order(library: Library) -> None:
    event = Event(0, "own kind", "x", None, Status.DENIED, review=Review.CONFIRMED)
    many = [replace(event, id=1000 + one, when=on_day((one * 7919) % 60_001)) for one in range(60_001)]
    library.apply(change("Add", [Step(None, one) for one in many]))
    columns = library.columns()
    assert len(columns) == 60_004
    assert (np.diff(columns.start) >= 0).all()
    own = columns.take(columns.kind == columns.kinds.index("own kind"))
    assert np.array_equal(own.start, np.arange(60_001))
    assert np.array_equal(own.start, (own.ids - 1000) * 7919 % 60_001)
    assert set(own.precision.tolist()) == {PRECISIONS.index(Precision.DAY)}
    assert not own.sources.any()


def test_columns_of_some_events_are_the_dated_ones_in_the_order_of_time_rejected_ones_too(library: Library) -> None:
    everything = library.columns().ids.tolist()
    library.apply(reject(library.event(everything[0])))
    undated = [one.id for one in library.undated()]
    asked = [*reversed(everything), *undated, 999_999]
    assert library.columns(np.array(asked)).ids.tolist() == everything
    assert library.columns(np.array(everything[1:2])).ids.tolist() == everything[1:2]

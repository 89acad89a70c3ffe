"""Records of many events are fetched together."""

from collections.abc import Callable

from app.export.records import BATCH, TEXTS, of_events
from storage.library import Library


def test_the_library_is_not_asked_for_each_event(library: Library, add_days: Callable[[Library, int], None]) -> None:
    add_days(library, BATCH + 10)
    ids = [int(one) for one in library.select()]
    asked: list[str] = []
    library.db.conn.set_trace_callback(asked.append)
    records = list(of_events(library, ids))
    library.db.conn.set_trace_callback(None)
    assert [record["id"] for record in records] == ids
    assert all(record["sources"] for record in records)
    assert len(asked) < TEXTS

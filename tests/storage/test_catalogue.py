"""The catalogue that is kept or patched is always the one that the tables give, whoever changed them and how."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from storage import kept, patching
from storage.catalogue import Catalogue
from storage.change import add_articles, confirm, reject, remove_article, set_kind, set_places, set_when
from storage.library import Library
from storage.load_catalogue import load_catalogue
from storage.lookup import Lookup
from storage.model import (
    Article,
    Basis,
    Correction,
    Event,
    Extraction,
    FoundEvent,
    Moment,
    Precision,
    Published,
    Span,
    Status,
    When,
)
from storage.steps import Step, change

TEXT = "One two three four five six."


def told(found: Catalogue) -> dict[str, list[Any]]:
    """Everything in words, so that codes may differ."""
    events, articles = found.events, found.articles
    numbers = (events.start, events.end, events.status, events.precision, events.review, events.importance)
    columns = [column.tolist() for column in (*numbers, events.sources, events.marks)]
    kinds = [events.kinds[code] for code in events.kind.tolist()]
    firsts = [found.places.names[code] if code >= 0 else None for code in found.first_place.tolist()]
    placed = zip(found.places.events.tolist(), (found.places.names[one] for one in found.places.codes), strict=True)
    publishers = [articles.publishers[one] for one in articles.codes.tolist()]
    rows, codes = found.published
    reporters = np.append(articles.ids, -1)[found.first_reporter]
    return {
        "events": list(map(repr, zip(events.ids.tolist(), kinds, firsts, *columns, strict=True))),
        "dated": [found.dated],
        "places": sorted(placed),
        "reports": list(zip(*(getattr(found.reports, one).tolist() for one in ("ids", "events", "articles")), strict=True)),
        "published": sorted(zip(events.ids[rows].tolist(), (articles.publishers[one] for one in codes), strict=True)),
        "reporters": reporters.tolist(),
        "found": [found.rows.rows(events.ids).tolist(), [len(part) for part in (*found.linked, *found.placed)]],
        "articles": list(map(repr, zip(articles.ids.tolist(), articles.days.tolist(), publishers, strict=True))),
    }  # fmt: skip


def when_of(day: int) -> When | None:
    if day % 7 == 0:
        return None
    first, last = (None if day % 5 == 0 else Moment(day)), (None if day % 3 == 0 else Moment(day + day % 4))
    return When(first, last, Precision.INTERVAL, day % 2 == 0)


def add(library: Library, number: int) -> None:
    found = tuple(
        FoundEvent(f"kind {(number + one) % 4}", "x", Span(0, 3), "One", when_of(number + one), None, Status.HAPPENED,
                   tuple(f"place {place}" for place in range(number % 3)), 0.1 * one, (Span(4, 7),) * (one % 2))
        for one in range(number % 5)
    )  # fmt: skip
    published = Published(Moment(number), Basis.USER) if number % 2 else None
    article = Article(0, f"{TEXT}{number}", "t", f"publisher {number % 3}", published=published)
    library.apply(add_articles([(article, Extraction("en", (), found))], library.new_ids()))


def edit(build: Callable[[Event, Library, int], Any]) -> Callable[[Library, int], None]:
    def act(library: Library, number: int) -> None:
        events = list(library.all_events())
        if events:
            library.apply(build(events[number % len(events)], library, number))

    return act


def remove(library: Library, number: int) -> None:
    ids = [row.id for row in library.article_rows()]
    if ids:
        one = ids[number % len(ids)]
        rows = library.touched_events(one)
        library.apply(remove_article(library.article(one), rows.events, rows.mentions, rows.corrections))


def change_many(library: Library, number: int) -> None:
    events = list(library.all_events())[::2]
    library.apply(change("Many", [Step(one, replace(one, when=when_of(number + one.id))) for one in events]))


REPLACED = (
    'INSERT OR REPLACE INTO mentions SELECT id, (SELECT min(id) FROM events), article, start, "end", quote, earliest, '
    "latest, precision, approximate, edtf, dating FROM mentions WHERE id % 3 = {0} % 3"
)
FOREIGN = (
    'UPDATE events SET start = start + 1, "end" = "end" + 1 WHERE id % 3 = {0} % 3',
    "UPDATE events SET kind = 'foreign' WHERE id % 5 = {0} % 5",
    REPLACED,
    "UPDATE articles SET publisher = 'foreign {0}' WHERE id % 2 = {0} % 2",
    "DELETE FROM mentions WHERE id % 4 = {0} % 4",
    "UPDATE events SET places = '[\"Elsewhere\"]' WHERE id % 3 = {0} % 3",
    "DELETE FROM events WHERE id NOT IN (SELECT event FROM mentions) AND id % 2 = {0} % 2",
)


ACTS: tuple[Callable[[Library, int], Any], ...] = (
    add,
    add,
    remove,
    change_many,
    edit(lambda event, _library, _number: reject(event)),
    edit(lambda event, _library, _number: confirm(event)),
    edit(lambda event, library, number: set_when(event, when_of(number), *rest(event, library))),
    edit(lambda event, library, number: set_kind(event, f"kind {number % 6}", *rest(event, library))),
    edit(lambda event, library, number: set_places(event, PLACES[number % 3], *rest(event, library))),
    lambda library, _number: library.undo(),
    lambda library, _number: library.redo(),
)
PLACES = ((), ("Aleppo",), ("place 1", "Homs"))


FROM_ELSEWHERE = len(ACTS) + 1


def rest(event: Event, library: Library) -> tuple[list[Correction], Iterator[int]]:
    return library.corrections_of([event.id]), library.new_ids()


def from_elsewhere(library: Library, number: int) -> None:
    """Another program writes, without knowing what Dateline keeps."""
    with closing(sqlite3.connect(library.path)) as other:
        other.execute(FOREIGN[number % len(FOREIGN)].format(number))
        other.commit()


def reopened(library: Library) -> Library:
    library.close()
    return Library.open(library.path)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    begin=st.lists(st.integers(1, 60), max_size=6),
    acts=st.lists(
        st.tuples(st.sampled_from((*range(len(ACTS) + 1), *5 * [FROM_ELSEWHERE])), st.integers(1, 60)), max_size=9
    ),
    most=st.sampled_from((0, patching.MOST)),
    late=st.sampled_from((0, 5, 1000)),
)
def test_after_any_edits_the_catalogue_is_the_one_that_the_tables_give(
    monkeypatch: pytest.MonkeyPatch, begin: list[int], acts: list[tuple[int, int]], most: int, late: int
) -> None:
    monkeypatch.setattr(kept, "KEEP_FROM", 3)
    monkeypatch.setattr(kept, "ANEW", 2)
    monkeypatch.setattr(patching, "MOST", most)
    monkeypatch.setattr("storage.looked_up.LATE", late)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.create(Path(folder) / "x.dateline")
        for act, number in [*((0, number) for number in begin), *acts]:
            if act < len(ACTS):
                ACTS[act](library, number)
            elif act == len(ACTS):
                library = reopened(library)
            else:
                from_elsewhere(library, number)
                assert told(library.catalogue) == told(load_catalogue(library.db))
                library = reopened(library)
            assert told(library.catalogue) == told(load_catalogue(library.db))
        library.close()


def test_a_mention_that_another_program_moves_with_replace_is_noted_at_both_events(library: Library) -> None:
    moved = [one.event for one in library.mentions_of_article(1) if one.id % 3 == 2]
    library.db.execute("DELETE FROM stale")
    from_elsewhere(library, FOREIGN.index(REPLACED))
    noted = {event for (event,) in library.db.execute("SELECT event FROM stale")}
    assert moved
    assert noted == {*moved, min(event.id for event in library.all_events())}


def test_a_large_library_keeps_its_catalogue_and_reads_only_what_changed_since(
    monkeypatch: pytest.MonkeyPatch, path: Path, library: Library
) -> None:
    monkeypatch.setattr(kept, "KEEP_FROM", 1)
    monkeypatch.setattr("storage.looked_up.LATE", 0)
    library.close()
    again = reopened(library)
    again.close()
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM catalogue").fetchone()[0] > 20
        assert other.execute("SELECT count(*) FROM stale").fetchone()[0] == 0
        other.execute("UPDATE events SET importance = 0.125 WHERE title = 'rebels said'")
        other.commit()
    monkeypatch.setattr(kept, "load_catalogue", only_some)
    looked = Library.open(path, read_only=True)
    columns = looked.columns()
    assert columns.importance.tolist() == [0.5, 0.125, 0.75]
    looked.close()


def only_some(db: Database, events: Any = None, articles: Any = None) -> Catalogue:
    assert events is not None
    assert len(events) == 1
    return load_catalogue(db, events, articles)


def test_a_catalogue_with_words_that_are_not_ours_is_made_anew(
    monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    monkeypatch.setattr(kept, "KEEP_FROM", 1)
    with library.db.writing():
        kept.keep(library.db, library.catalogue)
        library.db.execute("UPDATE catalogue SET data = CAST('[\"so\"]' AS BLOB) WHERE name = 'statuses'")
    assert told(kept.load(library.db)[0]) == told(load_catalogue(library.db))


def test_the_same_catalogue_comes_until_something_changes(library: Library) -> None:
    first = library.catalogue
    assert library.catalogue is first
    assert library.counts() is library.counts()
    library.apply(reject(next(library.all_events())))
    assert library.catalogue is not first


@given(st.lists(st.integers(-5, 10**12) | st.integers(0, 50), unique=True), st.lists(st.integers(-9, 60)))
def test_ids_are_found_whether_they_are_dense_or_far_apart(ids: list[int], wanted: list[int]) -> None:
    rows = Lookup(np.array(ids, np.int64)).rows(np.array(wanted + ids, np.int64)).tolist()
    assert rows == [ids.index(one) if one in ids else -1 for one in wanted + ids]

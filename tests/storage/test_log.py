"""Undo and redo: any sequence of changes and then their undos leaves every row of every table as it was."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import change as edits
from storage.check import check
from storage.library import Library
from storage.model import Article, Basis, Event, Extraction, FoundEvent, Moment, Published, Span, Status, When
from storage.steps import Change
from storage.when import in_month, lasting, on_day

WHENS: list[When | None] = [
    None,
    on_day(17000),
    in_month(-44, 3),
    lasting(None, None),
    lasting(Moment(5, 60, -90), None),
]

Edit = Callable[[st.DataObject, Library, Event], Change]


def _pinning(edit: Callable[..., Change], values: st.SearchStrategy[Any]) -> Edit:
    def make(data: st.DataObject, library: Library, event: Event) -> Change:
        return edit(event, data.draw(values), library.corrections_of([event.id]), library.new_ids())

    return make


def _redate(data: st.DataObject, library: Library, event: Event) -> Change:
    article = library.article(library.mentions_of_event(event.id)[0].article)
    touched = library.touched_events(article.id)
    spans = st.tuples(st.integers(0, len(article.text) - 1), st.integers(1, 30)).map(
        lambda at: Span(at[0], min(at[0] + at[1], len(article.text)))
    )
    found = st.builds(
        FoundEvent,
        st.sampled_from(["talks", "siege"]),
        st.just("Found"),
        spans,
        st.just(""),
        st.sampled_from(WHENS),
        st.none(),
        st.sampled_from(Status),
    )
    extraction = Extraction("en", (), tuple(data.draw(st.lists(found, max_size=4))))
    published = data.draw(st.none() | st.builds(Published, st.just(Moment(17000)), st.just(Basis.USER)))
    rows = touched.events, touched.mentions, touched.corrections
    return edits.date_article(article, published, extraction, *rows, library.new_ids())


def _remove(_: st.DataObject, library: Library, event: Event) -> Change:
    article = library.article(library.mentions_of_event(event.id)[-1].article)
    touched = library.touched_events(article.id)
    return edits.remove_article(article, touched.events, touched.mentions, touched.corrections)


def _add(data: st.DataObject, library: Library, _: Event) -> Change:
    text = data.draw(st.text(min_size=1))
    return edits.add_articles([(Article(0, text, text), Extraction("en", (), ()))], library.new_ids())


def _add_event(data: st.DataObject, library: Library, event: Event) -> Change:
    article = library.article(library.mentions_of_event(event.id)[0].article)
    when = data.draw(st.sampled_from(WHENS))
    return edits.add_event(article, Span(0, 1), "own kind", "Mine", when, library.new_ids(), places=("A", "A"))


EDITS: list[Edit] = [
    _pinning(edits.set_kind, st.sampled_from(["talks", "siege", "other"])),
    _pinning(edits.set_title, st.text(max_size=9)),
    _pinning(edits.set_when, st.sampled_from(WHENS)),
    _pinning(edits.set_status, st.sampled_from(Status)),
    _pinning(edits.set_places, st.lists(st.text(max_size=3), max_size=3).map(tuple)),
    lambda data, _, event: edits.set_note(event, data.draw(st.text(max_size=9))),
    lambda _, __, event: edits.confirm(event),
    lambda _, __, event: edits.reject(event),
    lambda _, library, event: edits.restore(event, library.corrections_of([event.id])),
    _redate,
    _remove,
    _add,
    _add_event,
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_changes_and_then_their_undos_leave_every_row_as_it_was(
    library: Library, snapshot: Callable[[Library], Any], data: st.DataObject
) -> None:
    try:
        states = [snapshot(library), *_changed(data, library, snapshot)]
        assert check(library) == []
        for state in reversed(states[:-1]):
            assert library.undo() is not None
            assert snapshot(library) == state
        for state in states[1:]:
            assert library.redo() is not None
            assert snapshot(library) == state
    finally:
        while library.undo_name != "Merge two events":
            library.undo()
    assert snapshot(library) == states[0]
    assert check(library) == []


def _changed(data: st.DataObject, library: Library, snapshot: Callable[[Library], Any]) -> Iterator[Any]:
    """Any changes, and all rows after each."""
    for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=6)):
        events = list(library.all_events())
        if not events:
            return
        before = library.undo_name, snapshot(library)
        change = edit(data, library, data.draw(st.sampled_from(events)))
        library.apply(change)
        if change.steps:
            assert library.undo_name == change.name
            yield snapshot(library)
        else:
            assert (library.undo_name, snapshot(library)) == before


def _kinds(library: Library) -> list[str]:
    return [event.kind for event in library.all_events()]


def test_undo_and_redo_last_over_closing_and_opening(path: Path, library: Library) -> None:
    event = next(library.all_events())
    library.apply(edits.set_kind(event, "other", [], library.new_ids()))
    changed = _kinds(library)
    library.close()
    with_undo = Library.open(path)
    assert (with_undo.undo_name, with_undo.redo_name) == ("Change the kind", "")
    assert with_undo.undo() is not None
    with_undo.close()
    with_redo = Library.open(path)
    assert (with_redo.undo_name, with_redo.redo_name) == ("Merge two events", "Change the kind")
    assert event.kind in _kinds(with_redo)
    done = with_redo.redo()
    assert done is not None
    assert done.events == {event.id}
    assert _kinds(with_redo) == changed
    with_redo.close()


def test_undo_tells_what_it_did_to_the_rows(library: Library) -> None:
    event = next(library.all_events())
    change = edits.set_title(event, "Mine", [], library.new_ids())
    library.apply(change)
    assert library.undo() == change.inverse()
    assert library.redo() == change


def test_with_nothing_to_undo_or_redo_nothing_happens(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "empty.dateline")
    assert (library.undo_name, library.redo_name, library.undo(), library.redo()) == ("", "", None, None)
    library.close()


def test_a_new_change_forgets_what_was_undone(library: Library) -> None:
    event = next(library.all_events())
    library.apply(edits.confirm(event))
    library.undo()
    library.apply(edits.set_note(event, "n"))
    assert library.redo_name == ""
    assert library.redo() is None
    assert library.event(event.id).note == "n"


def test_ids_are_not_given_twice_even_after_undo_and_reopening(path: Path, library: Library) -> None:
    article = Article(0, "new", "new")
    change = edits.add_articles([(article, Extraction("en", (), ()))], library.new_ids())
    library.apply(change)
    library.undo()
    library.close()
    again = Library.open(path)
    assert next(again.new_ids()) > max(change.articles)
    again.close()


def test_a_change_made_for_other_rows_is_refused_and_changes_nothing(
    library: Library, snapshot: Callable[[Library], Any]
) -> None:
    event = next(library.all_events())
    before = snapshot(library)
    stale = edits.set_note(replace(event, title="was different"), "n")
    try:
        library.apply(stale)
    except ValueError:
        assert snapshot(library) == before
        assert library.undo_name == "Merge two events"
    else:
        raise AssertionError("the change was done")


def test_an_import_is_in_the_file_once(library: Library) -> None:
    text = "".join(chr(0x4E00 + (index * 7919) % 20000) for index in range(100_000))
    library.apply(edits.add_articles([(Article(0, text, "Long"), Extraction("zh", (), ()))], library.new_ids()))
    (kept,) = library.db.execute("SELECT length(steps) FROM changes ORDER BY id DESC LIMIT 1").fetchone()
    assert kept < 1000

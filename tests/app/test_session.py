"""What is chosen, opened and edited, and which signals tell of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.importing import take
from app.reading.source import Source
from app.session import Session
from app.storing import Drop
from storage import change
from storage.errors import LibraryReadOnly
from storage.library import Library
from storage.model import Review, Span, Status
from widgets.filters import Filters


@pytest.fixture
def session(qapp: QApplication, path: Path) -> Iterator[Session]:
    made = Session(qapp)
    made.open(Library.open(path))
    yield made
    made.open(None)


def event(session: Session, title: str) -> int:
    assert session.library
    return next(one.id for one in session.library.all_events() if one.title == title)


def article(session: Session, title: str) -> int:
    assert session.library
    return next(row.id for row in session.library.article_rows() if row.title == title)


def test_choosing_an_event_opens_an_article_that_reports_it(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignals([session.article_opened, session.selected]):
        session.select(event(session, "siege of Foua"))
    assert session.article == article(session, "Talks in Astana")
    with qtbot.assertNotEmitted(session.article_opened), qtbot.waitSignal(session.selected):
        session.select(event(session, "Envoys will meet"))
    with qtbot.assertNotEmitted(session.selected):
        session.select(event(session, "Envoys will meet"))


def test_opening_an_article_lets_go_of_the_event(session: Session, qtbot: QtBot) -> None:
    session.select(event(session, "siege of Foua"))
    with qtbot.waitSignal(session.selected) as told:
        session.open_article(article(session, "A wall; and, a clock"))
    assert told.args == [None]
    assert session.chosen is None


def test_an_edit_is_on_the_disk_and_can_be_taken_back_and_done_again(session: Session, qtbot: QtBot) -> None:
    one = event(session, "siege of Foua")
    with qtbot.waitSignal(session.changed) as told:
        session.edit(one, lambda found, pins, ids: change.set_title(found, "Siege of Foua", pins, ids))
    assert one in told.args[0].events
    for act, title in ((session.undo, "siege of Foua"), (session.redo, "Siege of Foua")):
        act()
        found = session.event_of(one)
        assert found
        assert found.title == title


def test_an_edit_that_changes_nothing_is_no_step(session: Session, qtbot: QtBot) -> None:
    assert session.library
    before = session.library.undo_name
    with qtbot.assertNotEmitted(session.changed):
        session.edit(
            event(session, "siege of Foua"), lambda found, pins, ids: change.set_title(found, found.title, pins, ids)
        )
        session.edit(None, lambda found, _pins, _ids: change.confirm(found))
        session.edit(10_000, lambda found, _pins, _ids: change.confirm(found))
    assert session.library.undo_name == before


def test_a_new_event_from_words_is_chosen(session: Session) -> None:
    assert session.library
    one = article(session, "A wall; and, a clock")
    session.add_event(one, Span(33, 39), "detention", "guards", None, Status.HAPPENED, ("Aleppo",))
    found = session.event_of(session.chosen)
    assert found
    assert (found.kind, found.title, found.places, found.when) == ("detention", "guards", ("Aleppo",), None)
    (mention,) = session.library.mentions_of_event(found.id)
    assert mention.span == Span(33, 39)
    session.undo()
    assert session.chosen is None


def test_an_article_that_is_taken_out_takes_along_what_only_it_reports(session: Session) -> None:
    assert session.library
    one = article(session, "A wall; and, a clock")
    session.open_article(one)
    session.remove_article(one)
    assert session.article is None
    assert session.library.counts().events == 3
    session.undo()
    assert session.library.counts().events == 5


def test_undoing_an_import_closes_its_article(session: Session, qtbot: QtBot) -> None:
    assert session.library
    source = Source("a.txt", b"Talks began in Geneva on 3 May 2017.")
    (outcome,) = session.store(Drop(session.library), [take(source)])
    session.open_article(outcome.articles[0])
    with qtbot.waitSignal(session.article_opened) as told:
        session.undo()
    assert told.args == [None]


def test_a_library_that_may_only_be_read_refuses_and_shows_again_what_it_holds(qtbot: QtBot, path: Path) -> None:
    session = Session()
    session.open(Library.open(path, read_only=True))
    one = event(session, "siege of Foua")
    with qtbot.waitSignal(session.changed), pytest.raises(LibraryReadOnly, match="open for reading only"):
        session.edit(one, lambda found, _pins, _ids: change.reject(found))
    found = session.event_of(one)
    assert found
    assert found.review is Review.FOUND
    session.open(None)


def test_another_library_begins_without_a_choice(session: Session, tmp_path: Path, qtbot: QtBot) -> None:
    session.select(event(session, "siege of Foua"))
    session.set_filters(Filters(text="siege"))
    before = session.library
    with qtbot.waitSignal(session.opened):
        session.open(Library.create(tmp_path / "other.dateline"))
    assert (session.chosen, session.article, session.filters) == (None, None, Filters())
    assert before
    Library.open(before.path).close()  # it is free for others


def test_lanes_and_filters_are_told_when_they_differ(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.filtered):
        session.set_lanes("place")
    with qtbot.assertNotEmitted(session.filtered):
        session.set_lanes("place")
        session.set_filters(Filters())


def test_several_events_are_chosen_and_one_of_them_is_looked_at(session: Session, qtbot: QtBot) -> None:
    siege, talks = event(session, "siege of Foua"), event(session, "Talks began in Astana")
    wall = event(session, "=2+2 was painted")
    with qtbot.waitSignal(session.selected) as looked_at, qtbot.waitSignal(session.selection_changed) as told:
        session.select_several([siege, wall, siege], looked_at=siege)
    assert (looked_at.args, told.args) == ([siege], [(siege, wall)])
    assert session.article == article(session, "Talks in Astana")
    with qtbot.assertNotEmitted(session.selected), qtbot.waitSignal(session.selection_changed):
        session.select_several([siege, talks], looked_at=siege)
    with qtbot.assertNotEmitted(session.selection_changed):
        session.select_several([siege, talks])
    assert session.chosen == talks
    session.select(wall)
    assert (session.chosen, session.selection) == (wall, (wall,))
    with pytest.raises(ValueError, match="one of the events"):
        session.select_several([siege], looked_at=talks)


def test_an_event_joins_the_chosen_ones_and_leaves_them(session: Session) -> None:
    siege, talks = event(session, "siege of Foua"), event(session, "Talks began in Astana")
    for one, chosen, selection in (
        (siege, siege, (siege,)),
        (talks, talks, (siege, talks)),
        (talks, siege, (siege,)),
        (siege, None, ()),
    ):
        session.toggle(one)
        assert (session.chosen, session.selection) == (chosen, selection)


def test_several_events_change_as_one_step(session: Session, qtbot: QtBot) -> None:
    assert session.library
    both = [event(session, "siege of Foua"), event(session, "Talks began in Astana")]
    with qtbot.waitSignal(session.changed):
        session.edit_all([*both, 10_000], lambda found, _pins, _ids: change.confirm(found))
    assert [one.review for one in session.library.events(both)] == [Review.CONFIRMED, Review.CONFIRMED]
    assert session.library.undo_name == "Confirm the event (2 events)"
    session.undo()
    assert [one.review for one in session.library.events(both)] == [Review.FOUND, Review.FOUND]


def test_of_several_chosen_events_those_stay_chosen_that_are_still_there(session: Session, qtbot: QtBot) -> None:
    siege, wall = event(session, "siege of Foua"), event(session, "=2+2 was painted")
    session.select_several([siege, wall])
    with qtbot.waitSignal(session.selection_changed):
        session.remove_article(article(session, "A wall; and, a clock"))
    assert (session.chosen, session.selection) == (None, ())  # its article was the open one
    session.undo()
    session.select_several([wall, siege])
    session.remove_article(article(session, "A wall; and, a clock"))
    assert (session.chosen, session.selection) == (siege, (siege,))


def test_what_passes_the_filters_is_worked_out_once_until_they_or_the_events_change(session: Session) -> None:
    first = session.let_through()
    assert first
    assert session.let_through() is first
    assert first.mask.all()
    session.set_filters(Filters(kinds=frozenset({"siege"})))
    second = session.let_through()
    assert second
    assert second.columns is first.columns
    assert second.catalogue.events.ids[second.mask].tolist() == [event(session, "siege of Foua")]
    session.edit(event(session, "siege of Foua"), lambda found, _pins, _ids: change.reject(found))
    third = session.let_through()
    assert third
    assert not third.mask.any()

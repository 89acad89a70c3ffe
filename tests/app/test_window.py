"""The window as a whole, without a screen: what is done in one part is seen in the others and on the disk."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app import crash
from app.reading.source import Source
from app.window import Window
from storage.check import check
from storage.library import Library
from storage.model import Basis, Moment, Review, Status
from storage.when import on_day
from widgets.article_form import ArticleForm

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]

ARTICLE = (
    "Convoy leaves Idlib\n\n"
    "Rebels attacked the town of Idlib on Friday. Gunmen attacked a convoy on Thursday, officials said.\n\n"
    "Two bombs exploded in Homs on 3 May 2015.\n"
)
LEFT = Qt.MouseButton.LeftButton
Dump = Callable[[Path], dict[str, list[tuple[Any, ...]]]]


@pytest.fixture
def window(open_window: Callable[..., Window], path: Path) -> Window:
    """With the library of five events."""
    return open_window(path)


def library_of(window: Window) -> Library:
    assert window.session.library
    return window.session.library


def event_id(window: Window, title: str) -> int:
    return next(one.id for one in library_of(window).all_events() if one.title == title)


def shown(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def press(qtbot: QtBot, part: QWidget, name: str) -> None:
    buttons = [*part.findChildren(QPushButton), *part.findChildren(QToolButton)]
    found = [one for one in buttons if name in (one.text(), one.accessibleName()) and one.isVisible()]
    qtbot.mouseClick(found[0], LEFT)


def drop(window: Window, mime: QMimeData) -> QDropEvent:
    actions, place = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, QPoint(700, 500)
    keys = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, actions, mime, LEFT, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    assert enter.dropAction() is Qt.DropAction.CopyAction
    made = QDropEvent(QPointF(place), actions, mime, LEFT, keys)
    QApplication.sendEvent(window, made)
    return made


def files(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def imported(qtbot: QtBot, window: Window, mime: QMimeData) -> None:
    with qtbot.waitSignal(window.intake.finished, timeout=60_000):
        drop(window, mime)


def choose(qtbot: QtBot, window: Window, title: str) -> int:
    """Click the mark of an event."""
    timeline, event = window.timeline, event_id(window, title)
    assert timeline
    box = timeline.lane_view.box_of(event)
    assert box, "its mark is in view"
    qtbot.mouseClick(timeline.lane_view.viewport(), LEFT, pos=QPoint(box.left() + 8, box.center().y()))
    assert window.session.chosen == event
    return event


def settle(qtbot: QtBot, window: Window) -> None:
    qtbot.waitUntil(lambda: not window.panes._pause.isActive())


# ---- coming in ----


def test_an_empty_window_says_how_to_begin(open_window: Callable[..., Window], home: Path) -> None:
    window = open_window()
    assert "Drop articles here" in shown(window.empty)
    assert "No library yet" in shown(window.toolbar)
    assert not list(home.rglob("*.dateline"))


def test_a_dropped_file_becomes_events(qtbot: QtBot, open_window: Callable[..., Window], tmp_path: Path) -> None:
    window = open_window()
    article = tmp_path / "convoy.txt"
    article.write_text(ARTICLE)
    imported(qtbot, window, files(article))
    library = library_of(window)
    assert library.path.name == "Timeline.dateline"
    assert library.counts().events > 0
    assert article.read_text() == ARTICLE
    assert window.centre.isVisible()
    assert not window.report.isVisible()
    assert window.article.text.toPlainText() == library.articles([window.session.article or 0])[0].text


def test_dropped_words_become_an_article(qtbot: QtBot, open_window: Callable[..., Window]) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setText(ARTICLE)
    mime.setHtml("<p>other words, which are not taken</p>")
    imported(qtbot, window, mime)
    (row,) = library_of(window).article_rows()
    assert row.title == "Convoy leaves Idlib"


def test_a_window_with_a_library_shows_that_it_takes_what_is_dragged_over_it(window: Window) -> None:
    mime, place, keys = files(Path("a.txt")), QPoint(700, 500), Qt.KeyboardModifier.NoModifier
    assert not window.veil.isVisible()
    for leave in (QDragLeaveEvent(), None):
        QApplication.sendEvent(window, QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, LEFT, keys))
        assert window.veil.isVisible()
        assert window.veil.geometry() == window.rect()
        assert window.veil.words == "Let go to add this to “Aleppo 2016”"
        if leave:
            QApplication.sendEvent(window, leave)
        else:
            QApplication.sendEvent(window, QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, LEFT, keys))
        assert not window.veil.isVisible()


def test_what_cannot_be_read_is_reported_and_the_rest_goes_on(
    qtbot: QtBot, open_window: Callable[..., Window], tmp_path: Path
) -> None:
    window = open_window()
    (tmp_path / "good.txt").write_text(ARTICLE)
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "folder").mkdir()
    imported(qtbot, window, files(*(tmp_path / name for name in ("empty.txt", "good.txt", "folder", "gone.txt"))))
    assert "1 imported, 3 could not be read" in shown(window.report)
    told = window.report.text()
    for words in ("“empty.txt” is empty", "The folder “folder” holds no articles", "There is no file or folder"):
        assert words in told
    press(qtbot, window.report, "Close the report")
    assert not window.report.isVisible()
    imported(qtbot, window, files(tmp_path / "good.txt"))
    assert "1 already there" in shown(window.report)
    assert library_of(window).counts().articles == 1


def test_a_long_import_shows_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, open_window: Callable[..., Window], tmp_path: Path
) -> None:
    window = open_window()
    paths = [tmp_path / f"{number}.txt" for number in range(60)]
    for number, path in enumerate(paths):
        path.write_text(f"Number {number}\n\n" + ARTICLE * 40)
    with qtbot.waitSignal(window.intake.finished, timeout=60_000):
        drop(window, files(*paths))
        qtbot.waitUntil(window.import_bar.isVisible, timeout=30_000)
        qtbot.waitUntil(lambda: "of 60" in shown(window.import_bar), timeout=30_000)
        qtbot.waitUntil(lambda: library_of(window).counts().articles > 0, timeout=30_000)
        press(qtbot, window.import_bar, "Cancel")
    assert 0 < library_of(window).counts().articles < 60
    assert not window.import_bar.isVisible()


def test_another_library_gets_nothing_of_a_running_import(
    qtbot: QtBot, open_window: Callable[..., Window], path: Path, tmp_path: Path, dump: Dump
) -> None:
    window, before = open_window(), dump(path)
    paths = [tmp_path / f"{number}.txt" for number in range(20)]
    for number, one in enumerate(paths):
        one.write_text(f"Number {number}\n\n{ARTICLE}")
    with qtbot.waitSignal(window.intake.finished, timeout=60_000):
        drop(window, files(*paths))
        window.take([str(path)])
    window.close()
    assert dump(path) == before


# ---- dates ----


def test_a_day_that_is_asked_for_dates_what_waits_and_can_be_taken_back(
    qtbot: QtBot, open_window: Callable[..., Window]
) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setText(ARTICLE)
    imported(qtbot, window, mime)
    library = library_of(window)
    waiting = {event.id for event in library.undated()}
    assert waiting
    assert window.ask_bar.isVisible()
    assert "“on Friday”" in shown(window.ask_bar)
    assert window.tray.isVisible()
    window.ask_bar.field.line.setFocus()
    qtbot.keyClicks(window.ask_bar.field.line, "17 Dec 2016")
    with qtbot.waitSignal(window.session.changed, timeout=30_000):
        qtbot.keyClick(window.ask_bar.field.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    friday = next(one for one in library.all_events() if "Idlib" in one.title and one.id in waiting)
    assert friday.when == on_day(Moment.of(2016, 12, 16).day)
    assert not window.ask_bar.isVisible()
    (article,) = library.articles([row.id for row in library.article_rows()])
    assert article.published
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.USER)
    assert window.timeline
    assert window.timeline.lane_view.index.rows_of([friday.id])
    press(qtbot, window.toolbar, "Undo")
    settle(qtbot, window)
    assert {event.id for event in library.undated()} == waiting
    assert window.ask_bar.isVisible()
    press(qtbot, window.toolbar, "Redo")
    settle(qtbot, window)
    assert library.event(friday.id) == friday


def test_a_day_that_is_none_is_not_taken(qtbot: QtBot, open_window: Callable[..., Window]) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setText(ARTICLE)
    imported(qtbot, window, mime)
    before = library_of(window).undo_name
    for words, answer in (
        ("soonish", "is no date that can be read"),
        ("December 2016", "A publication date is one day"),
    ):
        window.ask_bar.field.set_text("")
        qtbot.keyClicks(window.ask_bar.field.line, words)
        qtbot.keyClick(window.ask_bar.field.line, Qt.Key.Key_Return)
        assert answer in shown(window.ask_bar)
    press(qtbot, window.ask_bar, "Leave undated")
    assert not window.ask_bar.isVisible()
    assert library_of(window).undo_name == before


# ---- text and timeline ----


def test_a_mark_opens_its_words_and_words_choose_their_mark(qtbot: QtBot, window: Window) -> None:
    talks = choose(qtbot, window, "Talks began in Astana")
    assert window.article.text.chosen == talks
    selections = window.article.text.extraSelections()
    assert [one.cursor.selectedText() for one in selections] == ["Talks began in Astana", "Friday"]
    assert "Talks began in Astana" in shown(window.panel)
    siege = event_id(window, "siege of Foua")
    (mention,) = library_of(window).mentions_of_event(siege)
    box = window.article.text.boxes(mention.span)[0]
    qtbot.mouseClick(window.article.text.viewport(), LEFT, pos=box.center().toPoint())
    assert window.session.chosen == siege
    assert window.timeline
    assert window.timeline.selected == siege


def test_a_click_on_nothing_lets_go(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, "Talks began in Astana")
    assert window.timeline
    view = window.timeline.lane_view
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(view.width() - 30, view.height() - 4))
    assert window.session.chosen is None
    assert window.article.text.chosen is None


# ---- edits ----


def test_a_title_is_changed_where_it_stands(qtbot: QtBot, window: Window) -> None:
    talks = choose(qtbot, window, "Talks began in Astana")
    qtbot.mouseClick(window.panel.page.title.label, LEFT)
    qtbot.keyClicks(window.panel.page.title.field, "Astana talks")
    qtbot.keyClick(window.panel.page.title.field, Qt.Key.Key_Return)
    assert library_of(window).event(talks).title == "Astana talks"
    assert library_of(window).event(talks).review is Review.EDITED
    settle(qtbot, window)
    press(qtbot, window.toolbar, "Undo")
    settle(qtbot, window)
    assert library_of(window).event(talks).title == "Talks began in Astana"
    assert window.panel.page.title.words() == "Talks began in Astana"


def test_kind_and_status_and_date_are_changed(qtbot: QtBot, window: Window) -> None:
    talks = choose(qtbot, window, "Talks began in Astana")
    page = window.panel.page
    next(one for one in page.kind.menu().actions() if one.text() == "Agreement").trigger()
    settle(qtbot, window)
    press(qtbot, window.panel, "Edit")
    window.panel.edit_event("date")
    form = window.panel.form
    form.date.set_text("")
    qtbot.keyClicks(form.date.line, "20 December 2016")
    form.status.setCurrentIndex(form.status.findData(Status.PLANNED.value))
    press(qtbot, form, "Save")
    found = library_of(window).event(talks)
    assert (found.kind, found.status) == ("agreement", Status.PLANNED)
    assert found.when == on_day(Moment.of(2016, 12, 20).day)


def test_another_reading_is_chosen_by_a_click(qtbot: QtBot, window: Window) -> None:
    talks = choose(qtbot, window, "Talks began in Astana")
    chips = [one for one in window.panel.page.why.findChildren(QPushButton) if "23 Dec" in one.text()]
    qtbot.mouseClick(chips[0], LEFT)
    assert library_of(window).event(talks).when == on_day(Moment.of(2016, 12, 23).day)


def test_a_rejected_event_leaves_the_timeline_and_can_be_restored(qtbot: QtBot, window: Window) -> None:
    talks = choose(qtbot, window, "Talks began in Astana")
    assert window.timeline
    qtbot.keyClick(window, Qt.Key.Key_X)
    settle(qtbot, window)
    assert library_of(window).event(talks).review is Review.REJECTED
    assert not window.timeline.lane_view.index.rows_of([talks])
    press(qtbot, window.panel, "Restore")
    settle(qtbot, window)
    assert library_of(window).event(talks).review is Review.FOUND
    assert window.timeline.lane_view.index.rows_of([talks])


def test_an_event_is_made_from_selected_words(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, "=2+2 was painted")
    text = window.article.text
    cursor = text.textCursor()
    start = text.toPlainText().index("guards")
    cursor.setPosition(start)
    cursor.setPosition(start + len("guards"), QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    form = window.panel.form
    assert form.isVisible()
    form.date.set_text("14 Dec 2016")
    press(qtbot, form, "Save")
    made = library_of(window).event(event_id(window, "guards"))
    (mention,) = library_of(window).mentions_of_event(made.id)
    assert (mention.quote, mention.span.of(library_of(window).article(mention.article).text)) == ("guards", "guards")
    assert made.when == on_day(Moment.of(2016, 12, 14).day)
    assert window.session.chosen == made.id


def test_a_note_that_is_being_typed_is_kept_when_the_window_closes(qtbot: QtBot, window: Window, path: Path) -> None:
    talks = choose(qtbot, window, "Talks began in Astana")
    window.panel.page.note.setFocus()
    qtbot.keyClicks(window.panel.page.note, "ask the envoy")
    window.close()
    library = Library.open(path)
    assert library.event(talks).note == "ask the envoy"
    library.close()


# ---- what is let through ----


def rows(window: Window) -> set[str]:
    assert window.timeline
    index = window.timeline.lane_view.index
    return set(library_of(window).titles([int(one) for one in index.events.ids]).values())


def test_kinds_and_words_decide_what_is_shown(qtbot: QtBot, window: Window) -> None:
    dated = {"siege of Foua", "=2+2 was painted", "Talks began in Astana", "<i>Clock</i>"}
    assert rows(window) == dated
    window.sidebar.kinds.tick({"siege", "talks"})
    window.sidebar.kinds.changed.emit()
    assert rows(window) == {"siege of Foua", "Talks began in Astana"}
    press(qtbot, window.sidebar, "Show all kinds")
    assert rows(window) == dated
    window.commands.find()
    qtbot.keyClicks(window.toolbar.search, "astana tal")
    qtbot.waitUntil(lambda: rows(window) == {"siege of Foua", "Talks began in Astana"})
    window.toolbar.search.clear()
    qtbot.waitUntil(lambda: rows(window) == dated)


def test_counts_articles_and_undated_events_follow_what_is_let_through(qtbot: QtBot, window: Window) -> None:
    def kinds() -> dict[str, str]:
        return {row.key: row.numbers for row in window.sidebar.kinds.rows.rows if row.count}

    articles = window.sidebar.articles.model()
    assert kinds() == {"talks": "2", "siege": "1", "attack": "1", "protest": "1"}
    assert articles.rowCount() == 2
    assert window.tray.isVisible()
    window.commands.find()
    qtbot.keyClicks(window.toolbar.search, "painted")
    qtbot.waitUntil(lambda: rows(window) == {"=2+2 was painted"})
    assert kinds() == {"talks": "0/2", "siege": "0/1", "attack": "0/1", "protest": "1"}
    assert [articles.index(row, 0).data() for row in range(articles.rowCount())] == ["A wall; and, a clock"]
    assert "1 of 2, newest first" in shown(window.sidebar)
    assert "0 of 1" in shown(window.sidebar)
    assert not window.tray.isVisible()
    window.toolbar.search.clear()
    qtbot.waitUntil(lambda: articles.rowCount() == 2)
    assert kinds() == {"talks": "2", "siege": "1", "attack": "1", "protest": "1"}
    assert window.tray.isVisible()
    window.sidebar.kinds.tick({"siege"})
    window.sidebar.kinds.changed.emit()
    assert articles.rowCount() == 1
    assert kinds()["talks"] == "2"


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Kind", {"Talks", "Siege", "Protest", "Attack"}),
        ("Place", {"Astana", "Foua", "No place"}),
        ("Status", {"Happened"}),
        ("Article", {"Talks in Astana", "A wall; and, a clock"}),
        ("None", {"All events"}),
    ],
)
def test_lanes_are_arranged_as_asked(name: str, labels: set[str], window: Window) -> None:
    menu = window.toolbar._lanes.menu()
    next(one for one in menu.actions() if one.text() == name).trigger()
    assert window.timeline
    assert labels <= {lane.label for lane in window.timeline.lane_view.lanes.lanes}


# ---- staying and going ----


def test_what_was_done_is_there_again_when_the_window_is_opened_again(
    qtbot: QtBot, open_window: Callable[..., Window], path: Path, dump: Dump
) -> None:
    first = open_window(path)
    talks = choose(qtbot, first, "Talks began in Astana")
    qtbot.keyClick(first, Qt.Key.Key_C)
    first.across.setSizes([300, 800, 400])
    sizes = first.across.sizes()
    first.close()
    before = dump(path)
    second = open_window(path)
    assert library_of(second).event(talks).review is Review.CONFIRMED
    qtbot.waitUntil(second.panel.isVisible)
    qtbot.waitUntil(lambda: abs(second.panel.width() - sizes[2]) <= 2)
    assert abs(second.sidebar.width() - sizes[0]) <= 2
    second.commands.undo()
    assert library_of(second).event(talks).review is Review.FOUND
    second.commands.redo()
    second.close()
    assert {name: rows for name, rows in dump(path).items() if name != "changes"} == {
        name: rows for name, rows in before.items() if name != "changes"
    }
    third = open_window()
    assert [one.path for one in third.libraries.recent()] == [str(path)]


def test_a_library_that_was_never_used_leaves_no_file(
    open_window: Callable[..., Window], home: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    (tmp_path / "empty.txt").write_text("")
    imported(qtbot, window, files(tmp_path / "empty.txt"))
    window.close()
    assert not list(home.rglob("*.dateline"))


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".html", ".csv", ".json", ".ics"])
def test_what_is_let_through_is_exported(
    ending: str, window: Window, tmp_path: Path, save_as: Callable[[Window, Path], Any]
) -> None:
    window.sidebar.kinds.tick({"talks"})
    window.sidebar.kinds.changed.emit()
    out = tmp_path / f"out{ending}"
    save_as(window, out)
    assert "“out" in window.notice.text()
    data = out.read_bytes()
    assert b"siege of Foua" not in data
    if ending in (".svg", ".html", ".csv", ".json", ".ics"):
        assert b"Talks began in Astana" in data


def test_closing_while_articles_come_in_keeps_what_is_stored(
    qtbot: QtBot, open_window: Callable[..., Window], tmp_path: Path
) -> None:
    window = open_window()
    paths = [tmp_path / f"{number}.txt" for number in range(40)]
    for number, one in enumerate(paths):
        one.write_text(f"Number {number}\n\n{ARTICLE}")
    drop(window, files(*paths))
    qtbot.waitUntil(lambda: library_of(window).counts().articles > 1, timeout=60_000)
    path = library_of(window).path
    window.close()
    library = Library.open(path)
    assert 1 < library.counts().articles < 40
    assert check(library) == []
    library.close()


@pytest.mark.parametrize("typed", ["127.0.0.1:9/convoy", "http://127.0.0.1:9/convoy "], ids=["bare", "whole"])
def test_an_address_can_be_typed_and_is_offered_where_it_was_copied(
    qtbot: QtBot, window: Window, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    offered: list[str] = []

    def ask(*_: object, text: str) -> tuple[str, bool]:
        offered.append(text)
        return typed, True

    monkeypatch.setattr(QInputDialog, "getText", ask)
    qapp.clipboard().setText(" https://wire.example/a\n")
    with qtbot.waitSignal(window.intake.finished, timeout=60_000):
        window.commands.add_address()
    assert offered == ["https://wire.example/a"]
    assert "is this computer (127.0.0.1)" in window.report.text()
    assert f"{'http' if 'http' in typed else 'https'}://127.0.0.1:9/convoy" in window.report.text()


def choose_name(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_a_copy_is_made_and_the_window_stays_with_its_library(
    window: Window, path: Path, tmp_path: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(path)
    choose_name(monkeypatch, tmp_path / "copy")
    window.commands.save_copy()
    assert library_of(window).path == path
    assert "copy.dateline" in window.notice.text()
    assert dump(tmp_path / "copy.dateline") == before
    assert dump(path) == before


def test_a_copy_never_replaces_the_library_that_is_open(
    window: Window, path: Path, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(path)
    choose_name(monkeypatch, path)
    for command in (window.commands.save_copy, window.commands.new):
        command()
        assert "is the library that is open" in window.notice.text()
    window.close()
    assert dump(path) == before
    assert [one.name for one in path.parent.glob("*.dateline")] == [path.name]


def test_a_new_library_moves_what_stood_under_its_name_aside(
    window: Window, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()
    (tmp_path / "cases.dateline").write_bytes(before)
    choose_name(monkeypatch, tmp_path / "cases.dateline")
    window.commands.new()
    assert library_of(window).path == tmp_path / "cases.dateline"
    assert library_of(window).counts().articles == 0
    assert (tmp_path / "cases (before).dateline").read_bytes() == before


# ---- trouble ----


@pytest.mark.parametrize("data", [b"Dear library", b"SQLite format 3\0" + b"x" * 4000])
def test_what_is_no_library_is_told_and_the_one_before_stays(window: Window, data: bytes, path: Path) -> None:
    other = path.with_name("other.dateline")
    other.write_bytes(data)
    window.take([str(other)])
    assert "“other.dateline” is" in window.notice.text()
    assert library_of(window).path == path
    assert other.read_bytes() == data


def test_a_library_that_is_open_elsewhere_is_told(open_window: Callable[..., Window], path: Path) -> None:
    holder = Library.open(path)
    try:
        window = open_window(path)
        assert "“Aleppo 2016.dateline”" in window.notice.text()
        assert window.session.library is None
    finally:
        holder.close()


@pytest.fixture
def hooked(window: Window, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """As the program runs: whatever nobody catches goes to the log and the notice."""
    monkeypatch.setattr(crash, "_tellers", [])
    before = sys.excepthook
    crash.install(window.notice.tell)
    yield window
    sys.excepthook = before


def test_a_mistake_of_ours_is_logged_without_words_and_the_window_goes_on(qtbot: QtBot, hooked: Window) -> None:
    window = hooked

    def fail(_event: object) -> None:
        raise RuntimeError(window.article.text.toPlainText())

    window.session.selected.connect(fail)
    choose(qtbot, window, "Talks began in Astana")
    assert "Something went wrong inside Dateline. Your work is saved." in window.notice.text()
    log = crash.log_path().read_text()
    assert "builtins.RuntimeError" in log
    assert "Astana" not in log
    window.session.selected.disconnect(fail)
    press(qtbot, window.panel, "Confirm")
    assert library_of(window).event(event_id(window, "Talks began in Astana")).review is Review.CONFIRMED


def test_a_library_that_may_only_be_read_says_so_and_shows_what_it_holds(
    qtbot: QtBot, hooked: Window, path: Path, dump: Dump
) -> None:
    window = hooked
    window.libraries.close()
    before = dump(path)
    window.session.open(Library.open(path, read_only=True))
    assert "read only" in shown(window.toolbar)
    choose(qtbot, window, "Talks began in Astana")
    qtbot.mouseClick(window.panel.page.title.label, LEFT)
    qtbot.keyClicks(window.panel.page.title.field, "Astana talks")
    qtbot.keyClick(window.panel.page.title.field, Qt.Key.Key_Return)
    assert "is open for reading only" in window.notice.text()
    settle(qtbot, window)
    assert window.panel.page.title.words() == "Talks began in Astana"
    window.take([Source("", ARTICLE.encode())])
    assert "Save a copy of it to add articles" in window.notice.text()
    window.close()
    assert dump(path) == before


def test_publisher_and_author_of_an_article_are_set_and_the_panes_and_filters_follow(
    qtbot: QtBot, window: Window
) -> None:
    library = library_of(window)
    article = library.article_order().tolist()[0]
    window.session.open_article(article)
    press(qtbot, window.panel, "Edit…")
    form = window.findChild(ArticleForm)
    assert form is not None
    form.publisher.setText("  The Aleppo   Courier ")
    form.author.setText("R. Haddad")
    qtbot.keyClick(form.author, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert (library.article(article).publisher, library.article(article).author) == ("The Aleppo Courier", "R. Haddad")
    assert "The Aleppo Courier" in shown(window.article)
    assert "R. Haddad" in shown(window.panel)
    assert "The Aleppo Courier" in library.counts().sources
    assert library.undo_name == "Edit the article"

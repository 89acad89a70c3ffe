"""The publication date of an article: named by a person, it is written at once, where it was named, and nowhere else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.asking import AT_ONCE
from app.importing import take
from app.reading.source import Source
from app.storing import Drop, store
from app.window import Window
from storage.change import reject, together
from storage.library import Library
from storage.model import Moment
from storage.when import in_season

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHORT = "Convoy leaves Idlib\n\nA bomb exploded in Idlib on Thursday, officials said.\n"
OTHER = "Calm returns\n\nA bomb exploded in Homs on Monday, officials said.\n"
LONG = SHORT + "\nThe road is long and it was quiet for most of the way.\n" * (AT_ONCE // 50)
DAY = Moment.of(2016, 12, 17)
Open = Callable[..., Window]


def library_with(path: Path, *texts: str) -> Path:
    library = Library.create(path)
    for text in texts:
        store(library, take(Source("", text.encode())))
    library.close()
    return path


def library_of(window: Window) -> Library:
    assert window.session.library
    return window.session.library


def read_first(window: Window) -> int:
    article = library_of(window).article_rows()[0].id
    window.session.open_article(article)
    return article


def published_in(path: Path) -> list[Moment | None]:
    library = Library.open(path, read_only=True)
    days = [row.day for row in library.article_rows()]
    library.close()
    return days


@pytest.mark.parametrize("text", [SHORT, LONG])
def test_a_day_is_kept_even_if_the_window_closes_at_once(open_window: Open, tmp_path: Path, text: str) -> None:
    path = library_with(tmp_path / "a.dateline", text)
    window = open_window(path)
    read_first(window)
    window.asking.set_day(DAY)
    window.close()
    assert published_in(path) == [DAY]


@pytest.mark.parametrize("text", [SHORT, LONG])
def test_a_day_belongs_to_the_library_in_which_it_was_named(open_window: Open, tmp_path: Path, text: str) -> None:
    path, other = library_with(tmp_path / "a.dateline", text), library_with(tmp_path / "b.dateline", OTHER)
    window = open_window(path)
    read_first(window)
    window.asking.set_day(DAY)
    window.libraries.open(other)
    window.close()
    assert published_in(path) == [DAY]
    assert published_in(other) == [None]


def test_of_two_days_the_last_one_counts(qtbot: QtBot, open_window: Open, tmp_path: Path) -> None:
    path = library_with(tmp_path / "a.dateline", LONG)
    window = open_window(path)
    article = read_first(window)
    window.asking.set_day(DAY)
    window.asking.set_day(Moment.of(2016, 12, 24))
    qtbot.waitUntil(lambda: library_of(window).article(article).published is not None, timeout=60_000)
    qtbot.waitUntil(lambda: not window.asking._waiting)
    window.close()
    assert published_in(path) == [Moment.of(2016, 12, 24)]


def test_what_was_left_undated_in_one_library_is_asked_in_another(open_window: Open, tmp_path: Path) -> None:
    path, other = library_with(tmp_path / "a.dateline", SHORT), library_with(tmp_path / "b.dateline", OTHER)
    window = open_window(path)
    read_first(window)
    assert window.ask_bar.isVisible()
    leave = next(one for one in window.ask_bar.findChildren(QPushButton) if one.text() == "Leave undated")
    leave.click()
    assert not window.ask_bar.isVisible()
    window.libraries.open(other)
    read_first(window)
    assert window.ask_bar.isVisible()


def test_a_refresh_leaves_the_user_where_he_looks(qtbot: QtBot, open_window: Open, path: Path) -> None:
    window = open_window(path)
    timeline, text = window.timeline, window.article.text
    assert timeline
    window.session.select(next(one.id for one in library_of(window).all_events() if one.kind == "attack"))
    qtbot.waitUntil(lambda: not window.panes._pause.isActive())
    timeline.set_span(timeline.visible_span.moved(5))
    before = timeline.visible_span
    text.selectAll()
    selected = text.selected()
    window.session.store(Drop(window.session.library), [take(Source("", OTHER.encode()))])
    window.panes.settle()
    assert len(library_of(window).article_rows()) == 3
    assert timeline.visible_span == before
    assert text.selected() == selected


def test_articles_do_not_go_elsewhere_when_their_library_cannot_be_opened(open_window: Open, tmp_path: Path) -> None:
    path = tmp_path / "a.dateline"
    holder = Library.create(path)
    article = tmp_path / "x.txt"
    article.write_text(OTHER)
    window = open_window()
    window.take([str(path), str(article)])
    holder.close()
    assert window.session.path is None
    assert not window.intake.busy
    assert "a.dateline" in window.notice.text()


def test_a_library_is_known_however_its_ending_is_written(open_window: Open, tmp_path: Path, path: Path) -> None:
    loud = path.rename(tmp_path / "LOUD.DATELINE")
    window = open_window()
    window.take([str(loud), str(library_with(tmp_path / "b.dateline", OTHER))])
    assert window.session.path == loud
    assert "one library" in window.notice.text()


def test_events_that_find_their_places_are_brought_into_view(open_window: Open, tmp_path: Path) -> None:
    far = "A bomb exploded in Homs on 3 March 2019, killing two people. Troops shelled Idlib on 5 March 2019.\n"
    window = open_window(library_with(tmp_path / "a.dateline", far, SHORT))
    timeline = window.timeline
    assert timeline
    window.session.open_article(next(row.id for row in library_of(window).article_rows() if row.events == 1))
    assert timeline.visible_span.start > Moment.of(2019, 1, 1).day
    window.asking.set_day(DAY)
    window.panes.settle()
    thursday = Moment.of(2016, 12, 15).day
    assert timeline.visible_span.start < thursday < timeline.visible_span.end


def test_a_search_says_how_many_events_it_leaves(open_window: Open, path: Path) -> None:
    window = open_window(path)
    window.toolbar.search_changed.emit("siege")
    assert "1 of 4 dated events shown" in window.toolbar._summary.text()
    window.toolbar.search_changed.emit("")
    assert "5 events" in window.toolbar._summary.text()
    assert "shown" not in window.toolbar._summary.text()


def test_where_all_events_are_rejected_it_says_so(open_window: Open, path: Path) -> None:
    window = open_window(path)
    library = library_of(window)
    assert "rejected" not in window.panes.hint()
    window.session.apply(together([reject(event) for event in library.all_events()]))
    window.panes.settle()
    assert window.panes.hint() == "All events are rejected."


@pytest.mark.parametrize("text", [SHORT, LONG])
def test_an_article_is_said_to_be_dated_until_it_is_seen_with_its_day(
    qtbot: QtBot, open_window: Open, tmp_path: Path, text: str
) -> None:
    window = open_window(library_with(tmp_path / "a.dateline", text))
    article = read_first(window)
    window.asking.set_day(DAY)
    assert window.ask_bar.isVisible()
    assert not window.ask_bar.field.isVisible()
    qtbot.waitUntil(lambda: not window.ask_bar.isVisible(), timeout=60_000)
    assert library_of(window).article(article).published
    window.asking.set_day(DAY)  # the same again changes nothing, and nothing stays behind
    qtbot.waitUntil(lambda: not window.ask_bar.isVisible(), timeout=60_000)


GERMAN = "Die Armee hat die Stadt am 3. Mai 2017 eingenommen, und die Gespräche in der Hauptstadt wurden abgebrochen."


def test_dates_are_read_as_the_window_writes_them_beside_an_article_of_another_language(
    open_window: Open, tmp_path: Path
) -> None:
    window = open_window(library_with(tmp_path / "a.dateline", GERMAN))
    assert library_of(window).article(read_first(window)).language == "de"
    for words in ("Spring 2023", "2023-21", "Frühling 2023"):
        assert window.editing.read(words) == in_season(2023, 1)

"""What is done with several events, with time and with day zero, in the whole window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.window import Window
from storage.library import Library
from storage.model import Moment, Review
from widgets.timeline.spans import Span
from widgets.timeline.view import Timeline

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]

DECEMBER_13, DECEMBER_16 = float(Moment.of(2016, 12, 13).day), float(Moment.of(2016, 12, 16).day)


@pytest.fixture
def window(open_window: Callable[..., Window], path: Path) -> Window:
    """With the library of five events."""
    return open_window(path)


def timeline_of(window: Window) -> Timeline:
    assert window.timeline
    return window.timeline


def library_of(window: Window) -> Library:
    assert window.session.library
    return window.session.library


def event_id(window: Window, title: str) -> int:
    return next(one.id for one in library_of(window).all_events() if one.title == title)


def titles_shown(window: Window) -> set[str]:
    ids = timeline_of(window).lane_view.index.events.ids.tolist()
    return set(library_of(window).titles(ids).values())


def entry(window: Window, qtbot: QtBot, event: int | None, text: str) -> None:
    """Choose an entry of the menu for an event or for the time."""
    timeline_of(window).menu_requested.emit(event, QPoint(600, 400))
    menu = next(one for one in timeline_of(window).findChildren(QMenu) if one.isVisible())
    action = next(one for one in menu.actions() if one.text() == text)
    assert action.isEnabled()
    action.trigger()
    menu.close()
    qtbot.waitUntil(lambda: not menu.isVisible())


def test_several_chosen_in_the_timeline_are_confirmed_as_one_step(window: Window, qtbot: QtBot) -> None:
    both = (event_id(window, "Talks began in Astana"), event_id(window, "=2+2 was painted"))
    timeline_of(window).events_chosen.emit(both)
    assert window.session.selection == both
    assert window.panel.shown_several == both
    assert timeline_of(window).lane_view.selection == set(both)
    entry(window, qtbot, both[0], "Confirm all 2")
    assert {one.review for one in library_of(window).events(both)} == {Review.CONFIRMED}
    window.commands.undo()
    assert {one.review for one in library_of(window).events(both)} == {Review.FOUND}


def test_the_kind_of_several_is_changed_as_one_step(window: Window) -> None:
    both = (event_id(window, "Talks began in Astana"), event_id(window, "=2+2 was painted"))
    window.session.select_several(both)
    window.panel.several.kind_chosen.emit("sanction")
    assert {one.kind for one in library_of(window).events(both)} == {"sanction"}
    assert library_of(window).undo_name == "Change the kind (2 events)"


def test_an_event_joins_the_chosen_ones_and_leaves_them_again(window: Window) -> None:
    talks, wall = event_id(window, "Talks began in Astana"), event_id(window, "=2+2 was painted")
    window.session.select(talks)
    timeline_of(window).event_toggled.emit(wall)
    assert window.panel.shown_several == (talks, wall)
    timeline_of(window).event_toggled.emit(wall)
    assert (window.panel.shown_several, window.panel.shown_event) == ((), talks)


def test_only_this_time_acts_on_timeline_filters_and_export_and_is_taken_back_by_its_chip(
    window: Window, qtbot: QtBot, tmp_path: Path, save_as: Callable[[Window, Path], Any]
) -> None:
    everything = titles_shown(window)
    timeline_of(window).time_chosen.emit(DECEMBER_13 - 0.4, DECEMBER_16 + 0.5)
    assert (window.session.filters.first, window.session.filters.last) == (DECEMBER_13 - 1, DECEMBER_16 + 1)
    assert titles_shown(window) == everything - {"<i>Clock</i>"}
    assert window.sidebar.time.header.accessibleName() == "Time: 12–16 Dec 2016"
    chip = timeline_of(window).corner.time
    assert chip.isVisible()
    save_as(window, tmp_path / "a.csv")
    told = (tmp_path / "a.csv").read_text("utf-8")
    assert "Clock" not in told
    assert "Talks began" in told
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert titles_shown(window) == everything
    assert not window.session.filters.timed


def test_the_time_in_view_can_be_looked_at_alone(window: Window, qtbot: QtBot) -> None:
    timeline_of(window).set_span(Span(DECEMBER_16 + 0.2, DECEMBER_16 + 2.7))
    window.sidebar.time.visible.click()
    assert (window.session.filters.first, window.session.filters.last) == (DECEMBER_16, DECEMBER_16 + 3)
    entry(window, qtbot, None, "All times")
    assert not window.session.filters.timed


def test_days_are_counted_from_an_event_until_it_is_left(
    window: Window, qtbot: QtBot, tmp_path: Path, save_as: Callable[[Window, Path], Any]
) -> None:
    talks, timeline = event_id(window, "Talks began in Astana"), timeline_of(window)
    entry(window, qtbot, talks, "Count days from it")
    assert window.session.day_zero == talks
    assert timeline.corner.zero.text().startswith("Day 0: Talks")
    assert timeline.lane_view.zero
    assert timeline.lane_view.zero.day == DECEMBER_16
    save_as(window, tmp_path / "a.svg")
    assert "Day 0, Fri 16 Dec 2016: Talks began in Astana" in (tmp_path / "a.svg").read_text("utf-8")
    qtbot.mouseClick(timeline.corner.zero, Qt.MouseButton.LeftButton)
    assert (window.session.day_zero, timeline.lane_view.zero) == (None, None)


def test_z_counts_from_the_chosen_event_and_by_the_calendar_again(window: Window, qtbot: QtBot) -> None:
    talks = event_id(window, "Talks began in Astana")
    window.session.select(talks)
    for expected, words in ((talks, "Count days by the calendar"), (None, "Count days from it")):
        qtbot.keyClick(timeline_of(window), Qt.Key.Key_Z)
        assert window.session.day_zero == expected
        assert window.panel.page.zero.text() == words


def test_the_panel_counts_days_from_its_event_where_it_has_a_date(window: Window) -> None:
    wall = event_id(window, "=2+2 was painted")
    window.session.select(wall)
    window.panel.page.zero.click()
    assert window.session.day_zero == wall
    window.panel.page.zero.click()
    assert window.session.day_zero is None
    window.session.select(event_id(window, "Envoys will meet"))
    assert window.panel.page.zero.isHidden()


def test_an_event_without_a_date_is_no_day_zero_and_one_that_goes_is_none_any_more(window: Window) -> None:
    window.session.set_day_zero(event_id(window, "Envoys will meet"))
    assert window.session.day_zero is None
    wall = event_id(window, "=2+2 was painted")
    window.session.set_day_zero(wall)
    article = library_of(window).mentions_of_event(wall)[0].article
    window.session.remove_article(article)
    assert window.session.day_zero is None


def test_the_card_says_how_far_an_event_is_from_day_zero(window: Window) -> None:
    talks, wall = event_id(window, "Talks began in Astana"), event_id(window, "=2+2 was painted")
    window.session.set_day_zero(talks)
    window.session.select(wall)
    assert "3 days before “Talks began in Astana”" in timeline_of(window).accessibleDescription()


def test_chosen_events_are_copied_with_their_sources(window: Window, qtbot: QtBot) -> None:
    window.session.select(event_id(window, "Talks began in Astana"))
    qtbot.keyClick(timeline_of(window), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (
        QGuiApplication.clipboard().text().startswith("Friday 16 December 2016: Talks began in Astana\nTalks, Astana")
    )


def test_the_menu_opens_the_source_and_zooms(window: Window, qtbot: QtBot) -> None:
    talks, timeline = event_id(window, "Talks began in Astana"), timeline_of(window)
    timeline.set_span(Span(DECEMBER_16 - 300, DECEMBER_16 + 300))
    entry(window, qtbot, talks, "Zoom to it")
    assert timeline.visible_span.length < 20
    entry(window, qtbot, talks, "Open the source")
    assert window.session.chosen == talks
    assert window.article.text.hasFocus()

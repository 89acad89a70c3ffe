"""The table in the window: the same events, filters and selection as the timeline."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.window import Window
from storage.library import Library
from storage.model import Review

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]
LEFT, NONE, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
IN_TIME = ["siege of Foua", "=2+2 was painted", "Talks began in Astana", "<i>Clock</i>", "Envoys will meet"]


@pytest.fixture
def window(open_window: Callable[..., Window], path: Path) -> Window:
    made = open_window(path)
    made.stage.show_view("both")
    return made


def library_of(window: Window) -> Library:
    assert window.session.library
    return window.session.library


def titles(window: Window) -> list[str]:
    model = window.table.model()
    return [model.index(row, 3).data() for row in range(model.rowCount())]


def event_id(window: Window, title: str) -> int:
    return next(one.id for one in library_of(window).all_events() if one.title == title)


def choose(qtbot: QtBot, window: Window, title: str, keys: Qt.KeyboardModifier = NONE) -> None:
    row = titles(window).index(title)
    at = window.table.visualRect(window.table.model().index(row, 3)).center()
    with qtbot.waitSignal(window.table.events_chosen):
        qtbot.mouseClick(window.table.viewport(), LEFT, keys, at)


def test_the_table_lists_the_events_in_the_order_of_time_and_undated_ones_last(window: Window) -> None:
    assert titles(window) == IN_TIME


def test_filters_and_search_are_those_of_the_timeline(qtbot: QtBot, window: Window) -> None:
    window.toolbar.search.setText("clock")
    qtbot.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    assert "<i>Clock</i>" in titles(window)
    assert IN_TIME[0] not in titles(window)
    window.toolbar.search.setText("nothing of the sort")
    qtbot.keyClick(window.toolbar.search, Qt.Key.Key_Return)
    assert titles(window) == []


def test_what_is_chosen_in_one_is_chosen_in_the_other(qtbot: QtBot, window: Window) -> None:
    talks, wall = event_id(window, IN_TIME[2]), event_id(window, IN_TIME[1])
    choose(qtbot, window, IN_TIME[2])
    assert window.timeline
    assert window.timeline.selected == talks
    assert window.panel.shown_event == talks
    choose(qtbot, window, IN_TIME[1], CONTROL)
    assert set(window.panel.shown_several) == {talks, wall}
    assert window.session.chosen == wall
    window.timeline.event_clicked.emit(talks)
    assert window.table.chosen_events() == [talks]
    assert window.table.current() == talks


def test_enter_reads_the_source(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, IN_TIME[1])
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    assert window.article.text.hasFocus()


def test_delete_rejects_and_goes_on_to_the_next_and_undo_brings_it_back(qtbot: QtBot, window: Window) -> None:
    wall, talks = event_id(window, IN_TIME[1]), event_id(window, IN_TIME[2])
    choose(qtbot, window, IN_TIME[1])
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Delete)
    assert library_of(window).event(wall).review is Review.REJECTED
    assert window.session.chosen == talks
    qtbot.waitUntil(lambda: IN_TIME[1] not in titles(window))
    assert window.table.current() == talks
    window.commands.undo()
    qtbot.waitUntil(lambda: titles(window) == IN_TIME)


def test_chosen_rows_are_copied_as_a_table_that_no_spreadsheet_computes(qtbot: QtBot, window: Window) -> None:
    window.table.sort_by("date")  # the last first
    choose(qtbot, window, IN_TIME[1])
    choose(qtbot, window, IN_TIME[2], CONTROL)
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_C, CONTROL)
    mime = QGuiApplication.clipboard().mimeData()
    assert bytes(mime.data("text/csv").data()).decode() == mime.text()
    told = list(csv.DictReader(io.StringIO(mime.text())))
    assert [one["title"] for one in told] == [IN_TIME[2], "'=2+2 was painted"]
    assert told[1]["quote"] == "'=2+2 was painted"
    assert told[0]["earliest"] == "2016-12-16"


def test_sorting_keeps_what_is_chosen(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, IN_TIME[1])
    window.table.sort_by("title")
    assert titles(window) == [IN_TIME[place] for place in (3, 1, 4, 0, 2)]
    assert window.table.chosen_events() == [event_id(window, IN_TIME[1])]


def test_the_menu_of_a_row_sorts_too(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, IN_TIME[1])
    window.table.menu_requested.emit(event_id(window, IN_TIME[1]), QPoint(500, 500))
    menus = [one for one in window.findChildren(QMenu) if one.isVisible()]
    sort = next(action for action in menus[0].actions() if action.text() == "Sort by").menu()
    assert isinstance(sort, QMenu)
    sort.aboutToShow.emit()
    next(action for action in sort.actions() if action.text() == "Title").trigger()
    menus[0].close()
    assert titles(window)[0] == IN_TIME[3]


def test_a_changed_title_is_seen_at_once(qtbot: QtBot, window: Window) -> None:
    choose(qtbot, window, IN_TIME[1])
    window.panel.title_edited.emit("Paint on a wall")
    qtbot.waitUntil(lambda: "Paint on a wall" in titles(window))


def test_tab_goes_from_the_timeline_by_its_lanes_to_the_table(qtbot: QtBot, window: Window) -> None:
    assert window.timeline
    window.timeline.setFocus()
    reached = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [window.timeline.heads, window.table]


def test_the_switch_in_the_toolbar_and_the_keys_show_table_and_timeline(qtbot: QtBot, window: Window) -> None:
    assert window.timeline
    window.resize(1600, 950)
    buttons = {one.accessibleName(): one for one in window.toolbar.views.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Table"], LEFT)
    assert window.table.isVisible()
    assert not window.timeline.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_4, CONTROL)
    assert window.timeline.isVisible()
    assert buttons["Both"].isChecked()
    qtbot.keyClick(window, Qt.Key.Key_3, CONTROL)
    assert not window.table.isVisible()
    assert buttons["Timeline"].isChecked()


def test_the_view_and_its_columns_are_there_again_at_the_next_start(
    open_window: Callable[..., Window], window: Window, path: Path
) -> None:
    window.table.horizontalHeader().resizeSection(0, 211)
    window.close()
    again = open_window(path)
    assert again.table.isVisible()
    assert again.table.horizontalHeader().sectionSize(0) == 211
    assert titles(again) == IN_TIME

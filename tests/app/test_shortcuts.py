from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from app.shortcuts import KeysWhileTyping, of_menu
from app.window import Window
from widgets.shortcut_sheet import ShortcutSheet

pytestmark = [pytest.mark.qt_log_ignore("This plugin does not support"), pytest.mark.usefixtures("home")]


def test_f1_lists_what_the_menu_says(qtbot: QtBot, open_window: Callable[..., Window]) -> None:
    window = open_window()
    (sheet,) = window.findChildren(ShortcutSheet)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert sheet.isVisible()
    told = of_menu(window.toolbar.menu)
    assert {"Export", "Undo", "Find", "Keys and mouse", "Articles and filters"} <= {one.does for one in told}
    assert {one.does for one in told} <= set(sheet.words)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_keys_of_the_window_work_while_a_search_is_typed(
    qtbot: QtBot, open_window: Callable[..., Window], path: Path
) -> None:
    window = open_window(path)
    search = window.toolbar.search
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert search.hasFocus()
    qtbot.keyClicks(search, "fF")
    qtbot.keyClick(search, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not window.sidebar.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert search.text() == ""
    qtbot.keyClick(search, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert window.exporting.dialog is not None
    assert window.exporting.dialog.isVisible()


@pytest.mark.parametrize("shared", [False, True])
def test_a_key_that_fields_have_for_themselves_is_the_windows(qtbot: QtBot, shared: bool) -> None:
    window, field = QMainWindow(), QLineEdit("words")
    qtbot.addWidget(window)
    window.setCentralWidget(field)
    menu, done = QMenu(window), list[str]()
    action = menu.addAction("Act", lambda: done.append("act"))
    action.setShortcut(QKeySequence.StandardKey.Undo if shared else QKeySequence.StandardKey.SelectAll)
    window.addAction(action)
    KeysWhileTyping(menu, window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    qtbot.keyClicks(field, "!")
    qtbot.keyClick(field, Qt.Key.Key_Z if shared else Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert done == ([] if shared else ["act"])
    assert not field.selectedText()
    assert field.text() == ("words" if shared else "words!")


def test_the_menu_offers_only_what_can_be_done_and_keeps_its_keys(
    open_window: Callable[..., Window], path: Path
) -> None:
    window = open_window()
    menu = window.toolbar.menu
    named = {action.text(): action for action in menu.actions()}
    needing = ("Save a copy…", "Export…", "Undo", "Redo", "Check the library")
    menu.aboutToShow.emit()
    assert not any(named[one].isEnabled() for one in needing)
    assert named["Add articles…"].isEnabled()
    menu.aboutToHide.emit()
    assert all(named[one].isEnabled() for one in needing), "keys are heard as before"
    assert window.libraries.open(path)
    menu.aboutToShow.emit()
    assert {one: named[one].isEnabled() for one in needing} == {one: one != "Redo" for one in needing}
    menu.aboutToHide.emit()

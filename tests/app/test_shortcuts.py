from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.shortcuts import of_menu
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

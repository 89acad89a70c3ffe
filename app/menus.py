"""The menu of the window and its keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

if TYPE_CHECKING:
    from app.commanding import Commanding

THEMES = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))


def fill(menu: QMenu, window: QMainWindow, commands: "Commanding", theme: str) -> None:
    """Put the commands into the menu of the toolbar; their keys work in the whole window."""
    keys = QKeySequence.StandardKey
    for text, command, key in (
        ("New library…", commands.new, keys.New),
        ("Open a library…", commands.open, keys.Open),
    ):
        _action(menu, window, text, command, key)
    recent = menu.addMenu("Open recent")
    recent.aboutToShow.connect(lambda: _fill_recent(recent, commands))
    _action(menu, window, "Save a copy…", commands.save_copy, keys.SaveAs)
    menu.addSeparator()
    _action(menu, window, "Add articles…", commands.add, "Ctrl+I")
    _action(menu, window, "Add a folder…", commands.add_folder)
    _action(menu, window, "Paste an article", commands.paste, keys.Paste)
    menu.addSeparator()
    _action(menu, window, "Export…", commands.export, "Ctrl+E")
    menu.addSeparator()
    _action(menu, window, "Undo", commands.undo, keys.Undo)
    _action(menu, window, "Redo", commands.redo, keys.Redo, "Ctrl+Y")
    _action(menu, window, "Find", commands.find, keys.Find)
    _action(menu, window, "Show the whole timeline", commands.fit, "F")
    _action(menu, window, "Articles and filters", commands.show_sidebar, "Ctrl+1")
    _action(menu, window, "Event", commands.show_panel, "Ctrl+2")
    menu.addSeparator()
    _add_themes(menu.addMenu("Look"), commands, theme)
    _action(menu, window, "Check the library", commands.check)
    _action(menu, window, "About Dateline", commands.about)
    menu.addSeparator()
    _action(menu, window, "Quit", window.close, keys.Quit)


def _action(
    menu: QMenu, window: QMainWindow, text: str, command: Callable[[], object], *keys: QKeySequence.StandardKey | str
) -> QAction:
    made = menu.addAction(text)
    made.setShortcuts([QKeySequence(key) for key in keys])
    made.triggered.connect(lambda: command())
    window.addAction(made)
    return made


def _fill_recent(menu: QMenu, commands: "Commanding") -> None:
    menu.clear()
    for library in commands.recent():
        action = menu.addAction(f"{library.name}   {library.note}".replace("&", "&&"))
        action.triggered.connect(partial(commands.open_recent, library.path))
    if not menu.actions():
        menu.addAction("None yet").setEnabled(False)


def _add_themes(menu: QMenu, commands: "Commanding", chosen: str) -> None:
    group = QActionGroup(menu)
    for key, name in THEMES:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(key == chosen)
        group.addAction(action)
        action.triggered.connect(partial(commands.theme, key))

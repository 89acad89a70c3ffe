"""A menu out of plain entries: their words, what they do, and the keys that do the same in the whole window."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Key = QKeySequence.StandardKey | str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a menu; with `inside` it opens a menu that is made each time it is shown. `checked` None has no tick."""

    text: str
    command: Callable[[], object] | None = None
    keys: tuple[Key, ...] = ()
    inside: Callable[[], Sequence["Entry"]] | None = None
    checked: bool | None = None
    needs: Callable[[], bool] | None = None
    """Whether it can do anything now: asked each time the menu is shown. Its keys are heard at any time."""


Group = Sequence[Entry]
"""Entries that belong together; a line parts them from the next group."""


def fill(menu: QMenu, window: QMainWindow, groups: Sequence[Group]) -> None:
    """Put the groups into the menu."""
    for place, group in enumerate(groups):
        if place:
            menu.addSeparator()
        for entry in group:
            _add(menu, window, entry)


def _add(menu: QMenu, window: QMainWindow, entry: Entry) -> None:
    if entry.inside is not None:
        _add_submenu(menu.addMenu(entry.text), window, entry.inside)
        return
    made = _action(menu, entry)
    if entry.keys:
        made.setShortcuts([QKeySequence(key) for key in entry.keys])
        window.addAction(made)


def _add_submenu(menu: QMenu, window: QMainWindow, inside: Callable[[], Sequence[Entry]]) -> None:
    def show() -> None:
        menu.clear()
        for entry in inside():
            _add(menu, window, entry)

    menu.aboutToShow.connect(show)


def _action(menu: QMenu, entry: Entry) -> QAction:
    made = menu.addAction(entry.text.replace("&", "&&"))
    made.setEnabled(entry.command is not None)
    made.setCheckable(entry.checked is not None)
    made.setChecked(bool(entry.checked))
    if entry.needs is not None:
        needs = entry.needs
        menu.aboutToShow.connect(lambda: made.setEnabled(needs()))
        menu.aboutToHide.connect(lambda: made.setEnabled(True))
    if entry.command is not None:
        command = entry.command
        made.triggered.connect(lambda: command())
    return made

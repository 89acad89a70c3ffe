"""What the sheet of keys says of the whole window: read from the menu, so that it says what is so."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from widgets.gestures import PLACES, Gesture, Gestures


def sections(menu: QMenu) -> Sequence[Gestures]:
    """The keys of the menu, then those of the panes."""
    return Gestures("Everywhere", tuple(of_menu(menu))), *PLACES


def of_menu(menu: QMenu) -> list[Gesture]:
    """The entries that have keys, in their order."""
    made = []
    for action in menu.actions():
        keys = dict.fromkeys(filter(None, map(_written, action.shortcuts())))
        if keys:
            made.append(Gesture(" / ".join(list(keys)[:2]), action.text().replace("&&", "&").rstrip("…")))
    return made


def _written(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)

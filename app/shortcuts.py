"""The keys of the whole window, read from its menu: what the sheet says of them, and that they work while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit, QWidget

from widgets.gestures import PLACES, Gesture, Gestures

SHARED = QKeySequence.StandardKey.Paste, QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
"""Keys with a meaning of their own where one types, which the window's commands keep to."""

HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""Without one of these a key is typed."""


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


class KeysWhileTyping(QObject):
    """Fields have some of the window's keys for themselves: on Linux Ctrl+E goes to the end of a line, as End does.

    A field in which one types leaves them to the window, but for those that mean the same in both and for plain letters.
    """

    def __init__(self, menu: QMenu, window: QWidget) -> None:
        super().__init__(window)
        self._menu, self._window = menu, window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, left: QWidget | None, reached: QWidget | None) -> None:
        if isinstance(left, QLineEdit | QPlainTextEdit):
            left.removeEventFilter(self)
        if isinstance(reached, QLineEdit | QPlainTextEdit) and reached.window() is self._window:
            reached.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a field takes a key for itself it is asked whether it wants to."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if not event.modifiers() & HELD or any(event.matches(key) for key in SHARED):
            return False
        pressed = QKeySequence(event.keyCombination())
        return any(pressed in action.shortcuts() for action in self._menu.actions())

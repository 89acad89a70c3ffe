"""The keys of the timeline: arrows go from event to event, with Shift the chosen ones reach there; others change the view."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from widgets.timeline.steps import Step

if TYPE_CHECKING:
    from widgets.timeline.view import Timeline

KEY_ZOOM = 1.5
STEPS = {
    Qt.Key.Key_Left: Step.BEFORE,
    Qt.Key.Key_Right: Step.AFTER,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}
ZOOMS = {Qt.Key.Key_Plus: KEY_ZOOM, Qt.Key.Key_Equal: KEY_ZOOM, Qt.Key.Key_Minus: 1 / KEY_ZOOM}
SCREENS = {Qt.Key.Key_PageUp: -1.0, Qt.Key.Key_PageDown: 1.0}
OTHER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def act_on(timeline: "Timeline", event: QKeyEvent) -> bool:
    """Do what a key asks for; whether it was one of ours."""
    if event.matches(QKeySequence.StandardKey.Copy):
        timeline.copy_told()
        return True
    if event.matches(QKeySequence.StandardKey.SelectAll):
        timeline.choosing.everything()
        return True
    if event.modifiers() & OTHER:
        return False
    key, moving = Qt.Key(event.key()), timeline.moving
    if key in STEPS:
        timeline.choosing.step(STEPS[key], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
    elif key in ZOOMS:
        moving.zoom(ZOOMS[key], moving.moment_in_view(timeline.selected))
    elif key in SCREENS:
        moving.go(moving.goal.moved(SCREENS[key]))
    elif key in _plain(timeline):
        return _plain(timeline)[key]()
    else:
        return False
    return True


def _plain(timeline: "Timeline") -> dict[Qt.Key, Callable[[], bool]]:
    return {
        Qt.Key.Key_F: lambda: _done(timeline.fit),
        Qt.Key.Key_M: lambda: _done(timeline.measuring.measure_chosen),
        Qt.Key.Key_Z: lambda: _done(timeline.day_zero_requested.emit),
        Qt.Key.Key_Return: lambda: _activate(timeline),
        Qt.Key.Key_Enter: lambda: _activate(timeline),
        Qt.Key.Key_Escape: timeline.escape,
    }


def _done(act: Callable[[], object]) -> bool:
    act()
    return True


def _activate(timeline: "Timeline") -> bool:
    if timeline.selected is None:
        return False
    timeline.event_activated.emit(timeline.selected)
    return True

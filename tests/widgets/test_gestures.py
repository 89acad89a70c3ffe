import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from widgets.gestures import CHOOSING, DECIDING, LANES, MOVING, PLACES, READING, Gestures, single
from widgets.timeline import keys, lane_heads
from widgets.timeline.dragging import PURPOSES
from widgets.timeline.view import Timeline

MODIFIERS = {
    Qt.KeyboardModifier.AltModifier: "Alt",
    Qt.KeyboardModifier.ControlModifier: "Ctrl",
    Qt.KeyboardModifier.ShiftModifier: "Shift",
}


def named(*places: Gestures) -> set[str]:
    return {one.replace("−", "-") for place in places for one in single(place)}


def written(key: Qt.Key) -> str:
    return QKeySequence(key).toString()


def test_every_key_of_the_timeline_is_on_the_sheet(timeline_keys: list[Qt.Key]) -> None:
    assert {written(key) for key in timeline_keys} <= named(MOVING, CHOOSING)


@pytest.fixture
def timeline_keys(qtbot: QtBot) -> list[Qt.Key]:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    return [*keys.STEPS, *keys.ZOOMS, *keys.SCREENS, *keys._plain(timeline)]


def test_every_drag_with_a_key_is_on_the_sheet() -> None:
    assert {f"{MODIFIERS[key]}+drag" for key, _ in PURPOSES} <= named(MOVING, CHOOSING)


def test_every_key_of_the_lanes_is_on_the_sheet(qtbot: QtBot) -> None:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    acts = timeline.heads._acts("talks")
    assert {written(key) for key in (*lane_heads.STEPS, *acts)} <= named(LANES)
    assert {f"Alt+{written(key)}" for key in lane_heads.STEPS} <= named(LANES)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.place)
def test_no_key_does_two_things_in_one_place(place: Gestures) -> None:
    keys_here = single(place)
    assert len(keys_here) == len(set(keys_here))


def test_the_keys_of_panel_and_source_are_there() -> None:
    assert {"C", "E", "X"} <= named(DECIDING)
    assert {"N", "P", "Ctrl+Shift+E"} <= named(READING)

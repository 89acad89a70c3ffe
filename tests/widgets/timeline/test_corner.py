"""The chips above the lane headers, and what they say of."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from storage.moment import day_number
from widgets.timeline.day_zero import DayZero

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DAY = float(day_number(2016, 12, 16))
LEFT = Qt.MouseButton.LeftButton


def test_the_corner_is_empty_as_long_as_there_is_nothing_to_say(hand: Any) -> None:
    assert not hand.timeline.corner.isVisible()


def test_day_zero_is_told_and_left_by_a_click(hand: Any, qtbot: QtBot) -> None:
    timeline = hand.timeline
    timeline.set_day_zero(DayZero(DAY + 1, "Talks in Astana about a lasting truce in the north"))
    chip = timeline.corner.zero
    assert chip.isVisible()
    assert chip.text().startswith("Day 0: Talks")
    assert chip.width() <= timeline.lane_view.sizes.header
    assert "“Talks in Astana about a lasting truce in the north”, Saturday 17 December 2016" in chip.accessibleName()
    with qtbot.waitSignal(timeline.day_zero_left):
        qtbot.mouseClick(chip, LEFT)
    timeline.set_day_zero(None)
    assert not timeline.corner.isVisible()


def test_the_time_that_is_let_through_is_told_and_freed_by_a_click(hand: Any, qtbot: QtBot) -> None:
    timeline = hand.timeline
    timeline.set_restriction("3–15 May 2014")
    chip = timeline.corner.time
    assert chip.text().startswith("Only 3–15 May")
    assert "Only events of 3–15 May 2014 are shown." in chip.accessibleName(), "in a wide face the chip is shortened"
    assert not timeline.corner.zero.isVisible()
    with qtbot.waitSignal(timeline.time_freed):
        qtbot.mouseClick(timeline.corner.time, LEFT)


def test_z_asks_to_count_from_the_chosen_event(hand: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.timeline.day_zero_requested):
        hand.key(Qt.Key.Key_Z)


def test_day_zero_is_seen_in_axis_and_lanes(hand: Any) -> None:
    timeline = hand.timeline
    before = timeline.grab().toImage()
    timeline.set_day_zero(DayZero(DAY + 3, "Shot"))
    after = timeline.grab().toImage()
    x = round(timeline.lane_view.x_at(DAY + 3))
    assert [cell.number for cell in timeline.lane_view.frame().axis.cells if cell.number][:3] == ["−8", "−7", "−6"]
    assert any(after.pixelColor(near, 540) != before.pixelColor(near, 540) for near in (x - 1, x, x + 1))
    assert after.pixelColor(x + 45, 28) != before.pixelColor(x + 45, 28), "its day is yellow"
    assert after.pixelColor(x + 300, 540) == before.pixelColor(x + 300, 540)


def test_a_menu_is_asked_for_what_is_under_the_mouse_which_is_chosen_then(hand: Any, qtbot: QtBot) -> None:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QApplication

    def right_click(at: QPoint) -> None:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, hand.target.mapToGlobal(at))
        QApplication.sendEvent(hand.target, event)

    with qtbot.waitSignals([hand.timeline.menu_requested, hand.timeline.event_clicked]) as caught:
        right_click(hand.place(3))
    assert caught
    assert hand.timeline.selected == 3
    hand.timeline.select(0, selection=(0, 3))
    with qtbot.waitSignal(hand.timeline.menu_requested) as asked, qtbot.assertNotEmitted(hand.timeline.event_clicked):
        right_click(hand.place(3))
    assert asked.args[0] == 3
    with qtbot.waitSignal(hand.timeline.menu_requested) as asked:
        right_click(QPoint(900, 540))
    assert asked.args[0] is None
    with qtbot.waitSignal(hand.timeline.menu_requested) as asked:
        place = hand.timeline.rect().center()
        key = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, hand.timeline.mapToGlobal(place))
        QApplication.sendEvent(hand.timeline, key)
    assert asked.args[0] == 0

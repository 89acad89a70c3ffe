from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BLAST, SHOT, SIEGE, TALKS, RAID = range(5)
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def test_a_click_with_ctrl_asks_for_one_event_more_or_less(hand: Any, qtbot: QtBot) -> None:
    hand.click(BLAST)
    with qtbot.waitSignal(hand.timeline.event_toggled) as caught, qtbot.assertNotEmitted(hand.timeline.event_clicked):
        hand.click(TALKS, CTRL)
    assert caught.args == [TALKS]


def test_a_click_with_shift_chooses_all_of_the_lane_from_the_last_one_on(hand: Any, qtbot: QtBot) -> None:
    hand.click(RAID)
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.click(SHOT, SHIFT)
    assert caught.args == [(RAID, BLAST, SHOT)]
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.click(BLAST, SHIFT)
    assert caught.args == [(RAID, BLAST)], "it reaches from where it began"


def test_a_click_with_shift_and_nothing_chosen_chooses_one(hand: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.timeline.event_clicked) as caught:
        hand.click(SHOT, SHIFT)
    assert caught.args == [SHOT]


@pytest.mark.parametrize("keys", [CTRL, SHIFT])
def test_a_click_beside_all_events_with_a_key_held_lets_go_of_none(
    hand: Any, qtbot: QtBot, keys: Qt.KeyboardModifier
) -> None:
    hand.click(BLAST)
    with qtbot.assertNotEmitted(hand.timeline.background_clicked):
        hand.click(QPoint(1000, 540), keys)


def test_arrows_with_shift_let_the_chosen_ones_reach_further_and_back(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.select(RAID)
    for key, expected in (
        (Qt.Key.Key_Right, (RAID, BLAST)),
        (Qt.Key.Key_Right, (RAID, BLAST, SHOT)),
        (Qt.Key.Key_Left, (RAID, BLAST)),
        (Qt.Key.Key_Up, (RAID, SIEGE)),
    ):
        with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
            hand.key(key, SHIFT)
        assert caught.args == [expected]
        assert hand.timeline.selected == expected[-1]


def test_an_arrow_without_shift_chooses_one_alone_again(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.select(BLAST, selection=(RAID, BLAST))
    with qtbot.waitSignal(hand.timeline.event_clicked):
        hand.key(Qt.Key.Key_Right)
    assert hand.timeline.lane_view.selection == {SHOT}


def test_all_events_are_chosen_and_the_one_that_is_looked_at_stays(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.select(TALKS)
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.key(Qt.Key.Key_A, CTRL)
    assert caught.args == [(RAID, SIEGE, BLAST, SHOT, TALKS)]
    assert hand.timeline.selected == TALKS


def test_escape_lets_go_of_several(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.select(BLAST, selection=(RAID, BLAST))
    with qtbot.waitSignal(hand.timeline.background_clicked):
        hand.key(Qt.Key.Key_Escape)
    assert hand.timeline.lane_view.selection == frozenset()


def test_several_that_are_told_are_not_announced_and_look_chosen(hand: Any, qtbot: QtBot) -> None:
    before = hand.timeline.grab().toImage()
    with qtbot.assertNotEmitted(hand.timeline.events_chosen):
        hand.timeline.select(BLAST, selection=(RAID, BLAST))
    after = hand.timeline.grab().toImage()
    assert hand.timeline.accessibleDescription() == "Selected: 2 events, last of them Blast in a station"
    raid = hand.timeline.lane_view.box_of(RAID)
    assert raid
    corner = raid.topLeft() + QPoint(6, 4)
    assert after.pixelColor(corner) != before.pixelColor(corner)


def test_what_is_chosen_is_copied_on_demand(hand: Any, qtbot: QtBot) -> None:
    with qtbot.waitSignal(hand.timeline.copy_requested):
        hand.key(Qt.Key.Key_C, CTRL)

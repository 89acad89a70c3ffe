from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture
from pytestqt.qtbot import QtBot

from storage.moment import day_number
from widgets.timeline.spans import Span, around

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DAY = float(day_number(2016, 12, 16))
BLAST, SHOT, SIEGE, TALKS, RAID = range(5)
TOUCHPAD = QPointingDevice(
    "pad", 1, QInputDevice.DeviceType.TouchPad, QPointingDevice.PointerType.Finger,
    QInputDevice.Capability.Position | QInputDevice.Capability.Scroll | QInputDevice.Capability.PixelScroll, 5, 3,
)  # fmt: skip


@pytest.fixture
def moving(hand: Any) -> Any:
    """A hand on a timeline that shows its moves."""
    hand.timeline.moving.glide.asked = lambda: True
    return hand


def swipe(hand: Any, pixels: QPoint, phase: Qt.ScrollPhase = Qt.ScrollPhase.ScrollUpdate) -> None:
    at = QPointF(500, 300)
    event = QWheelEvent(
        at, QPointF(hand.target.mapToGlobal(at)), pixels, pixels * 2, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, phase, False, Qt.MouseEventSource.MouseEventNotSynthesized, TOUCHPAD,
    )  # fmt: skip
    QApplication.sendEvent(hand.target, event)


def pinch(hand: Any, kind: Qt.NativeGestureType, value: float) -> None:
    at = QPointF(700, 300)
    QApplication.sendEvent(hand.target, QNativeGestureEvent(kind, TOUCHPAD, 2, at, at, at, value, QPointF()))


def test_two_fingers_take_the_picture_along(hand: Any) -> None:
    time = hand.timeline.lane_view.time_at(500)
    swipe(hand, QPoint(-80, 0))
    assert hand.timeline.lane_view.time_at(420) == pytest.approx(time, abs=1e-6)


def test_two_fingers_scroll_lanes_that_do_not_fit(hand: Any) -> None:
    hand.timeline.resize(1036, 200)
    hand.timeline.grab()
    before = hand.timeline.visible_span
    swipe(hand, QPoint(0, -10))
    assert hand.timeline.lane_view.scrolled == 10
    assert hand.timeline.visible_span == before


@pytest.mark.parametrize(
    ("kind", "value", "nearer"),
    [
        (Qt.NativeGestureType.ZoomNativeGesture, 0.25, 1.25),
        (Qt.NativeGestureType.ZoomNativeGesture, -0.2, 0.8),
        (Qt.NativeGestureType.SmartZoomNativeGesture, 0.0, 2.0),
    ],
)
def test_a_pinch_zooms_around_the_fingers(hand: Any, kind: Qt.NativeGestureType, value: float, nearer: float) -> None:
    time, length = hand.timeline.lane_view.time_at(700), hand.timeline.visible_span.length
    pinch(hand, kind, value)
    assert hand.timeline.visible_span.length == pytest.approx(length / nearer)
    assert hand.timeline.lane_view.time_at(700) == pytest.approx(time, abs=1e-6)


def test_a_pinch_on_a_touch_screen_zooms_too(hand: Any) -> None:
    length = hand.timeline.visible_span.length
    gesture = QPinchGesture()
    gesture.setScaleFactor(2.0)
    gesture.setCenterPoint(QPointF(hand.target.mapToGlobal(QPoint(700, 300))))
    QApplication.sendEvent(hand.target, QGestureEvent([gesture]))
    assert hand.timeline.visible_span.length == pytest.approx(length / 2)


def test_one_finger_on_a_touch_screen_takes_the_time_along_and_two_zoom(hand: Any) -> None:
    screen, timeline = QTest.createTouchDevice(), hand.timeline
    time = timeline.lane_view.time_at(700)
    QTest.touchEvent(hand.target, screen).press(0, QPoint(700, 500), hand.target).commit()
    for x in (680, 640, 560):
        QTest.touchEvent(hand.target, screen).move(0, QPoint(x, 500), hand.target).commit()
    QTest.touchEvent(hand.target, screen).release(0, QPoint(560, 500), hand.target).commit()
    assert timeline.lane_view.time_at(560) == pytest.approx(time, abs=1e-6)
    assert timeline.visible_span.length == pytest.approx(14)

    def both(act: str, apart: int) -> None:
        touch = QTest.touchEvent(hand.target, screen)
        for finger, x in enumerate((550 - apart // 2, 550 + apart // 2)):
            getattr(touch, act)(finger, QPoint(x, 300), hand.target)
        touch.commit()

    both("press", 100)
    for apart in (110, 150, 220, 300):
        both("move", apart)
    both("release", 300)
    assert timeline.visible_span.length == pytest.approx(14 / (300 / 110))  # it begins with the first movement


def test_a_double_click_on_an_event_comes_near_and_chooses_it_once(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.set_span(Span(DAY - 200, DAY + 200))
    hand.timeline.grab()
    with qtbot.waitSignal(hand.timeline.event_clicked) as caught:
        hand.double_click(hand.place(TALKS))
    assert caught.args == [TALKS]
    span = hand.timeline.visible_span
    assert span.start < DAY + 1
    assert span.end > DAY + 4
    assert span.length < 12
    hand.double_click(hand.place(TALKS))
    assert hand.timeline.visible_span.length < span.length


def test_a_double_click_beside_all_events_comes_nearer_there(hand: Any) -> None:
    time, length = hand.timeline.lane_view.time_at(700), hand.timeline.visible_span.length
    hand.double_click(QPoint(700, 540))
    assert hand.timeline.visible_span.length == pytest.approx(length / 2.5)
    assert hand.timeline.lane_view.time_at(700) == pytest.approx(time, abs=1e-6)


@pytest.mark.parametrize("now", [Span(-1e6, 1e6), Span(0, 400), Span(4, 7), Span(4.9, 5.2)])
@pytest.mark.parametrize(("start", "end"), [(5.0, 5.001), (5.0, 6.0), (2.0, 90.0), (float("-inf"), 6.0)])
def test_an_event_that_is_gone_to_is_wholly_in_view(start: float, end: float, now: Span) -> None:
    shown = around(start, end, now)
    assert shown.start <= (start if start > -1e9 else end)
    assert shown.end >= end
    assert shown.length <= max(now.length, 1.8 * 88 + 1)


def test_a_move_is_seen_in_steps_and_ends_where_it_was_to(moving: Any, qtbot: QtBot) -> None:
    seen: list[float] = []
    moving.timeline.range_changed.connect(lambda start, end: seen.append(end - start))
    moving.key(Qt.Key.Key_Plus)
    assert moving.timeline.visible_span.length == pytest.approx(14, rel=0.2), "it has only begun"
    qtbot.waitUntil(lambda: not moving.timeline.moving.glide.under_way)
    assert moving.timeline.visible_span.length == pytest.approx(14 / 1.5)
    assert seen == sorted(seen, reverse=True)
    assert len(set(seen)) > 1


def test_keys_pressed_during_a_move_add_up(moving: Any, qtbot: QtBot) -> None:
    moving.key(Qt.Key.Key_Plus)
    moving.key(Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: not moving.timeline.moving.glide.under_way)
    assert moving.timeline.visible_span.length == pytest.approx(14 / 2.25)


@pytest.mark.parametrize("act", ["press", "wheel"])
def test_the_hand_ends_a_move_at_once(moving: Any, qtbot: QtBot, act: str) -> None:
    moving.key(Qt.Key.Key_F)
    moving.key(Qt.Key.Key_PageDown)
    glide = moving.timeline.moving.glide
    assert glide.under_way
    if act == "press":
        qtbot.mousePress(moving.target, Qt.MouseButton.LeftButton, pos=QPoint(700, 500))
    else:
        swipe(moving, QPoint(10, 0))
    assert not glide.under_way
    here = moving.timeline.visible_span
    qtbot.wait(30)
    assert moving.timeline.visible_span == here
    if act == "press":
        qtbot.mouseRelease(moving.target, Qt.MouseButton.LeftButton, pos=QPoint(700, 500))


def test_wheel_and_drag_are_immediate_also_where_moves_are_shown(moving: Any) -> None:
    swipe(moving, QPoint(-80, 0))
    assert not moving.timeline.moving.glide.under_way
    moving.drag(QPoint(700, 500), QPoint(600, 500))
    assert not moving.timeline.moving.glide.under_way


def test_an_event_that_is_revealed_by_a_move_is_scrolled_to_when_it_ends(moving: Any, qtbot: QtBot) -> None:
    moving.timeline.resize(1036, 200)
    moving.timeline.set_span(Span(DAY + 40, DAY + 54))
    moving.timeline.select(BLAST)
    qtbot.waitUntil(lambda: not moving.timeline.moving.glide.under_way)
    box = moving.timeline.lane_view.box_of(BLAST)
    assert box
    assert moving.timeline.lane_view.sizes.axis <= box.top()
    assert box.bottom() <= moving.timeline.lane_view.height()


def test_plus_comes_nearer_to_the_chosen_event_that_is_in_view(hand: Any) -> None:
    hand.timeline.select(BLAST)
    x = hand.timeline.lane_view.x_at(DAY)
    hand.key(Qt.Key.Key_Plus)
    assert hand.timeline.lane_view.x_at(DAY) == pytest.approx(x, abs=1e-3)


def test_a_touchpad_leaves_the_wheel_of_a_mouse_as_it_is(hand: Any) -> None:
    length, at = hand.timeline.visible_span.length, QPointF(500, 300)
    event = QWheelEvent(
        at, QPointF(hand.target.mapToGlobal(at)), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(hand.target, event)
    assert hand.timeline.visible_span.length < length

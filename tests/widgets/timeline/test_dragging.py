from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from storage.columns import Columns
from storage.model import Precision
from storage.moment import day_number
from widgets.timeline.spans import Span

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

DAY = float(day_number(2016, 12, 16))
BLAST, SHOT, SIEGE, TALKS, RAID = range(5)
ALT, SHIFT, CTRL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.mark.parametrize(("keys", "y"), [(ALT, 500), (ALT, 30), (CTRL, 30)])
def test_a_drag_with_alt_or_along_the_axis_zooms_to_the_stretch(hand: Any, keys: Qt.KeyboardModifier, y: int) -> None:
    view = hand.timeline.lane_view
    first, last = (view.time_at(x) for x in (400, 700))
    hand.drag(QPoint(700, y), QPoint(400, 300), keys)
    span = hand.timeline.visible_span
    assert (span.start, span.end) == pytest.approx((first, last), abs=1e-6)
    assert view.overlay is None


def test_a_slip_of_the_hand_with_alt_does_not_zoom(hand: Any) -> None:
    before = hand.timeline.visible_span
    hand.drag(QPoint(400, 500), QPoint(405, 500), ALT)
    assert hand.timeline.visible_span == before


def test_a_drag_with_shift_measures_whole_days_and_says_so(hand: Any) -> None:
    timeline = hand.timeline
    before = timeline.visible_span
    hand.drag(hand.at(DAY + 5.1), hand.at(DAY - 2.9), SHIFT)
    assert timeline.visible_span == before
    assert timeline.measured == Span(DAY - 3, DAY + 5)
    card = timeline.measuring.card
    assert card.isVisible()
    assert (card.length.text(), card.ends.text()) == ("8 days", "13–21 Dec 2016")


def test_a_measure_stays_while_one_pans_and_goes_with_the_next_click(hand: Any) -> None:
    hand.drag(hand.at(DAY - 3), hand.at(DAY + 5), SHIFT)
    hand.drag(QPoint(700, 500), QPoint(600, 500))
    assert hand.timeline.measured
    hand.click(QPoint(700, 540))
    assert hand.timeline.measured is None
    assert not hand.timeline.measuring.card.isVisible()


def test_escape_leaves_the_measure_before_the_selection(hand: Any) -> None:
    hand.timeline.select(BLAST)
    hand.drag(hand.at(DAY - 3), hand.at(DAY + 5), SHIFT)
    hand.key(Qt.Key.Key_Escape)
    assert (hand.timeline.measured, hand.timeline.selected) == (None, BLAST)
    hand.key(Qt.Key.Key_Escape)
    assert hand.timeline.selected is None


def test_what_is_measured_is_copied_in_words(hand: Any) -> None:
    hand.drag(hand.at(DAY - 3), hand.at(DAY + 5), SHIFT)
    hand.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "8 days, 13–21 Dec 2016"
    QGuiApplication.clipboard().clear()
    hand.timeline.measuring.card.copy_words.click()
    assert QGuiApplication.clipboard().text() == "8 days, 13–21 Dec 2016"


@pytest.mark.parametrize(
    ("chosen", "measured"),
    [
        ((BLAST, TALKS), Span(DAY, DAY + 1)),
        ((BLAST, RAID, SHOT), Span(DAY - 4, DAY + 3.5)),
        ((SIEGE,), Span(DAY - 2, DAY + 2)),
        ((SHOT,), None),
        ((), None),
    ],
)
def test_m_measures_from_the_first_chosen_event_to_the_last(
    hand: Any, chosen: tuple[int, ...], measured: Span | None
) -> None:
    hand.timeline.select(chosen[0] if chosen else None, selection=chosen)
    hand.key(Qt.Key.Key_M)
    assert hand.timeline.measured == measured


def test_a_measured_stretch_can_be_zoomed_to_and_asked_for_alone(hand: Any, qtbot: QtBot) -> None:
    timeline = hand.timeline
    hand.drag(hand.at(DAY - 3), hand.at(DAY + 5), SHIFT)
    timeline.measuring.card.zoom.click()
    assert (timeline.visible_span.start, timeline.visible_span.end) == pytest.approx((DAY - 3, DAY + 5))
    with qtbot.waitSignal(timeline.time_chosen) as caught:
        timeline.measuring.card.only.click()
    assert caught.args == [DAY - 3, DAY + 5]
    assert timeline.measured is None


def test_the_card_of_a_measure_goes_along_and_hides_when_its_stretch_is_out_of_view(hand: Any) -> None:
    timeline = hand.timeline
    hand.drag(hand.at(DAY - 1), hand.at(DAY + 1), SHIFT)
    before = timeline.measuring.card.x()
    timeline.set_span(timeline.visible_span.moved(0.1))
    assert timeline.measuring.card.x() < before
    assert timeline.rect().contains(timeline.measuring.card.geometry())
    timeline.set_span(timeline.visible_span.moved(3))
    assert not timeline.measuring.card.isVisible()
    timeline.set_span(timeline.visible_span.moved(-3))
    assert timeline.measuring.card.isVisible()


def test_a_box_chooses_what_it_touches(hand: Any, qtbot: QtBot) -> None:
    blast, shot = hand.place(BLAST), hand.place(SHOT)
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.drag(QPoint(blast.x() - 100, blast.y() + 30), QPoint(shot.x(), shot.y() - 5), CTRL)
    assert sorted(caught.args[0]) == [BLAST, SHOT]
    assert hand.timeline.lane_view.selection == {BLAST, SHOT}


def test_a_box_with_shift_adds_and_keeps_what_is_looked_at(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.select(TALKS)
    raid = hand.place(RAID)
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.drag(QPoint(raid.x() - 40, raid.y() + 8), QPoint(raid.x() + 10, raid.y() - 5), CTRL | SHIFT)
    assert caught.args == [(RAID, TALKS)]
    assert hand.timeline.selected == TALKS


def test_an_empty_box_lets_go_of_all(hand: Any, qtbot: QtBot) -> None:
    hand.timeline.select(TALKS)
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.drag(QPoint(700, 520), QPoint(800, 545), CTRL)
    assert caught.args == [()]
    assert hand.timeline.selected is None


def test_a_box_over_a_dense_band_chooses_every_event_of_that_time(
    hand: Any, qtbot: QtBot, columns_of: Callable[..., Columns], fill: Callable[..., None]
) -> None:
    many = [(DAY + n % 10, DAY + n % 10 + 1, Precision.DAY, "attack", 0.5) for n in range(3000)]
    fill(hand.timeline, columns_of(many))
    hand.timeline.grab()
    view = hand.timeline.lane_view
    y = round(view.lanes.bands[0].y + view.sizes.axis)
    with qtbot.waitSignal(hand.timeline.events_chosen) as caught:
        hand.drag(hand.at(DAY + 2.2, y + 3), hand.at(DAY + 3.8, y - 3), CTRL)
    chosen = set(caught.args[0])
    marked = {mark.id for mark in view.lanes.marks}
    expected = {n for n in range(3000) if n % 10 in (2, 3)}
    assert chosen - marked == expected - marked


def test_escape_during_a_drag_gives_it_up(hand: Any, qtbot: QtBot) -> None:
    before = hand.timeline.visible_span
    hand.drag(QPoint(700, 500), QPoint(400, 300), ALT, let_go=False)
    assert hand.timeline.lane_view.overlay
    hand.key(Qt.Key.Key_Escape)
    assert hand.timeline.lane_view.overlay is None
    with qtbot.assertNotEmitted(hand.timeline.background_clicked):
        qtbot.mouseRelease(hand.target, Qt.MouseButton.LeftButton, ALT, QPoint(400, 300))
    assert hand.timeline.visible_span == before


@pytest.mark.parametrize("keys", [ALT, SHIFT, CTRL])
def test_what_is_marked_out_is_seen(hand: Any, keys: Qt.KeyboardModifier) -> None:
    before = hand.timeline.grab().toImage()
    hand.drag(QPoint(400, 380), QPoint(700, 520), keys, let_go=False)
    after = hand.timeline.grab().toImage()
    assert after.pixelColor(550, 450) != before.pixelColor(550, 450)
    assert after.pixelColor(950, 450) == before.pixelColor(950, 450)

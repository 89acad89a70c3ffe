from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from storage.columns import Columns
from tests.widgets.timeline.conftest import FIVE, Hand
from widgets.timeline.arrangement import Arrangement
from widgets.timeline.view import Timeline

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton
TALKS, SIEGE, ATTACK = "talks", "siege", "attack"


@pytest.fixture
def timeline(hand: Hand) -> Timeline:
    return hand.timeline


def keys(timeline: Timeline) -> list[str]:
    return [box.key for box in timeline.lane_view.lanes.lanes]


def place(timeline: Timeline, key: str, x: int = 60) -> QPoint:
    """On the head of a lane."""
    box = timeline.arranging.box_of(key)
    assert box
    return QPoint(x, round(box.top - timeline.lane_view.scrolled) + 14)


def folded(timeline: Timeline) -> list[str]:
    return [box.key for box in timeline.lane_view.lanes.lanes if box.folded]


def choose(words: str) -> None:
    """A line of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text().partition("\t")[0].partition("   ")[0] == words)
    assert action.isEnabled()
    menu.close()
    action.trigger()


def open_menu(timeline: Timeline, key: str) -> QMenu:
    heads, at = timeline.heads, place(timeline, key)
    QApplication.sendEvent(heads, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, heads.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_click_on_the_chevron_folds_a_lane_and_another_unfolds_it(qtbot: QtBot, timeline: Timeline) -> None:
    high = timeline.arranging.box_of(SIEGE)
    with qtbot.waitSignal(timeline.lanes_arranged) as caught:
        qtbot.mouseClick(timeline.heads, LEFT, pos=place(timeline, SIEGE, 7))
    low = timeline.arranging.box_of(SIEGE)
    assert caught.args == [Arrangement(folded=frozenset({SIEGE}))]
    assert high
    assert low
    assert low.height < high.height
    qtbot.mouseClick(timeline.heads, LEFT, pos=place(timeline, SIEGE, 7))
    assert folded(timeline) == []


def test_a_click_beside_the_chevron_folds_nothing_and_a_double_click_does(qtbot: QtBot, timeline: Timeline) -> None:
    at = place(timeline, ATTACK)
    qtbot.mouseClick(timeline.heads, LEFT, pos=at)
    assert folded(timeline) == []
    qtbot.mouseDClick(timeline.heads, LEFT, pos=at)
    assert folded(timeline) == [ATTACK]


def test_a_head_that_is_dragged_takes_its_lane_along(qtbot: QtBot, timeline: Timeline) -> None:
    start, end = place(timeline, ATTACK), place(timeline, TALKS) - QPoint(0, 10)
    qtbot.mousePress(timeline.heads, LEFT, pos=start)
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(timeline.heads, start + (end - start) * share)
    assert not timeline.heads.grab().isNull()
    qtbot.mouseRelease(timeline.heads, LEFT, pos=end)
    assert keys(timeline) == [ATTACK, TALKS, SIEGE]


def test_a_drag_that_is_given_up_moves_nothing(qtbot: QtBot, timeline: Timeline) -> None:
    start, end = place(timeline, ATTACK), place(timeline, TALKS) - QPoint(0, 10)
    qtbot.mousePress(timeline.heads, LEFT, pos=start)
    qtbot.mouseMove(timeline.heads, end)
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Escape)
    qtbot.mouseRelease(timeline.heads, LEFT, pos=end)
    assert keys(timeline) == [TALKS, SIEGE, ATTACK]


def test_keys_go_from_lane_to_lane_fold_move_and_hide(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.heads.setFocus(Qt.FocusReason.TabFocusReason)
    alt = Qt.KeyboardModifier.AltModifier
    assert timeline.arranging.current == TALKS
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Down)
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Left)
    assert folded(timeline) == [SIEGE]
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Right)
    assert folded(timeline) == []
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Up, alt)
    assert keys(timeline) == [SIEGE, TALKS, ATTACK]
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Down, alt)
    assert keys(timeline) == [TALKS, SIEGE, ATTACK]
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Delete)
    assert keys(timeline) == [TALKS, ATTACK]
    assert timeline.arranging.current == ATTACK
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Home)
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Space)
    assert folded(timeline) == [TALKS]


def test_other_keys_are_those_of_the_timeline(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.heads.setFocus(Qt.FocusReason.TabFocusReason)
    before = timeline.visible_span.length
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Plus)
    assert timeline.visible_span.length < before


def test_escape_gives_the_keyboard_back(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.activateWindow()
    timeline.heads.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(timeline.heads.left):
        qtbot.keyClick(timeline.heads, Qt.Key.Key_Escape)


def test_hidden_lanes_are_counted_and_come_back_where_they_were(timeline: Timeline) -> None:
    assert not timeline.hidden_lanes.button.isVisible()
    overview = timeline.overview.grab().toImage()
    for key in (TALKS, SIEGE):
        open_menu(timeline, key)
        choose("Hide")
    button = timeline.hidden_lanes.button
    assert keys(timeline) == [ATTACK]
    assert (button.isVisible(), button.text()) == (True, "2 hidden lanes…")
    assert timeline.overview.grab().toImage() != overview, "it counts what is shown"
    button.click()
    choose("Siege")
    assert keys(timeline) == [SIEGE, ATTACK]
    button.click()
    choose("Reset lanes")
    assert keys(timeline) == [TALKS, SIEGE, ATTACK]
    assert not button.isVisible()


def test_the_last_lane_cannot_be_hidden(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_arrangement(Arrangement(hidden=frozenset({TALKS, SIEGE})))
    timeline.heads.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Delete)
    assert keys(timeline) == [ATTACK]


@pytest.mark.parametrize(
    ("words", "order", "low"),
    [
        ("Collapse", [TALKS, SIEGE, ATTACK], [SIEGE]),
        ("Collapse all others", [TALKS, SIEGE, ATTACK], [TALKS, ATTACK]),
        ("Move up", [SIEGE, TALKS, ATTACK], []),
        ("Move down", [TALKS, ATTACK, SIEGE], []),
    ],
)
def test_the_menu_of_a_lane_does_what_it_says(timeline: Timeline, words: str, order: list[str], low: list[str]) -> None:
    open_menu(timeline, SIEGE)
    choose(words)
    assert (keys(timeline), folded(timeline)) == (order, low)


def test_what_is_told_is_not_announced(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.assertNotEmitted(timeline.lanes_arranged):
        timeline.set_arrangement(Arrangement((ATTACK, TALKS, SIEGE)))
    assert keys(timeline) == [ATTACK, TALKS, SIEGE]


def test_an_arrangement_outlives_other_events(
    timeline: Timeline, columns_of: Callable[..., Columns], fill: Callable[[Timeline, Columns], None]
) -> None:
    timeline.set_arrangement(Arrangement((ATTACK, TALKS, SIEGE), frozenset({TALKS}), frozenset({SIEGE})))
    fill(timeline, columns_of(FIVE[:4]))
    assert (keys(timeline), folded(timeline)) == ([ATTACK, TALKS], [TALKS])


def test_the_head_of_a_high_lane_stays_in_view(
    timeline: Timeline, columns_of: Callable[..., Columns], fill: Callable[[Timeline, Columns], None]
) -> None:
    fill(timeline, columns_of([*FIVE, *(row for row in FIVE[:1] * 12)]))
    timeline.resize(1036, 200)
    timeline.grab()
    view = timeline.lane_view
    view.scroll_to(view.furthest)
    top = next(box for box in timeline.arranging.boxes if box.top + box.height > view.scrolled)
    assert top.top < view.scrolled
    image = view.grab().toImage()
    head = image.copy(0, int(view.sizes.axis), 150, 34)
    ground = image.pixelColor(3, int(view.sizes.axis) + 20)
    assert any(head.pixelColor(x, y) != ground for x in range(15, 60) for y in range(8, 28))


def test_a_chosen_event_has_a_row_of_its_own_in_a_folded_lane(timeline: Timeline) -> None:
    timeline.set_arrangement(Arrangement(folded=frozenset({ATTACK})))
    low = timeline.arranging.box_of(ATTACK)
    assert timeline.lane_view.lanes.mark_of(0) is None
    timeline.select(0)
    mark, high = timeline.lane_view.lanes.mark_of(0), timeline.arranging.box_of(ATTACK)
    assert mark
    assert mark.label
    assert low
    assert high
    assert low.height < high.height
    assert sum(len(ticks.ids) for ticks in timeline.lane_view.lanes.ticks) == 2


def test_a_name_is_told_whole_and_a_screen_reader_hears_where_it_is(qtbot: QtBot, timeline: Timeline) -> None:
    at = place(timeline, SIEGE)
    QApplication.sendEvent(timeline.heads, QHelpEvent(QEvent.Type.ToolTip, at, timeline.heads.mapToGlobal(at)))
    assert QToolTip.text() == "Siege\n1 event"
    QToolTip.hideText()
    timeline.activateWindow()
    timeline.heads.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(timeline.heads.hasFocus)
    qtbot.keyClick(timeline.heads, Qt.Key.Key_Down)
    assert timeline.heads.accessibleDescription() == "Siege, 1 event, lane 2 of 3"


def test_the_wheel_over_the_heads_scrolls_the_lanes(timeline: Timeline) -> None:
    timeline.resize(1036, 200)
    timeline.grab()
    QTest.wheelEvent(
        timeline.window().windowHandle(), timeline.heads.mapTo(timeline.window(), QPoint(40, 60)), QPoint(0, -120)
    )
    assert timeline.lane_view.scrolled > 0

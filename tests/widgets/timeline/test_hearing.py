"""What Qt is told for assistive technology, asked as its bridges ask."""

import gc
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from storage.columns import Columns
from storage.model import Precision
from widgets.timeline.access import EventAccess, LaneAccess
from widgets.timeline.heard import MOST
from widgets.timeline.hearing import LATER_MS
from widgets.timeline.spans import Span
from widgets.timeline.view import Timeline

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
NAME = QAccessible.Text.Name


def chart(timeline: Timeline) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(timeline)
    assert found
    return found


def children(access: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [access.child(place) for place in range(access.childCount())]


def lanes(timeline: Timeline) -> list[LaneAccess]:
    return [one for one in children(chart(timeline)) if isinstance(one, LaneAccess)]


def event(timeline: Timeline, number: int) -> EventAccess:
    found = [one for lane in lanes(timeline) for one in children(lane) if isinstance(one, EventAccess)]
    return next(one for one in found if one.event == number)


def told(timeline: Timeline) -> dict[str, list[str]]:
    return {lane.text(NAME): [one.text(NAME) for one in children(lane)] for lane in lanes(timeline)}


@pytest.fixture
def timeline(hand) -> Timeline:  # type: ignore[no-untyped-def]
    made: Timeline = hand.timeline
    return made


def test_the_timeline_is_a_chart_of_lanes_of_events(timeline: Timeline) -> None:
    assert chart(timeline).role() is QAccessible.Role.Chart
    assert chart(timeline).text(NAME) == "Timeline of 5 events"
    assert told(timeline) == {
        "Talks, 1 of 1 event in view": ["Talks in Astana"],
        "Siege, 1 of 1 event in view": ["Siege of the town"],
        "Attack, 3 of 3 events in view": ["Raid on a market", "Blast in a station", "Ambassador shot"],
    }
    assert {lane.role() for lane in lanes(timeline)} == {QAccessible.Role.List}
    assert event(timeline, 0).role() is QAccessible.Role.ListItem


def test_events_are_told_in_the_words_of_who_knows_them(timeline: Timeline) -> None:
    asked: list[tuple[int, ...]] = []

    def spoken(ids: tuple[int, ...]) -> dict[int, str]:
        asked.append(tuple(ids))
        return {one: f"Attack, 12 May 2014, Damascus, {one} sources" for one in ids}

    timeline.spoken_source = spoken  # type: ignore[assignment]
    assert event(timeline, 4).text(NAME) == "Attack, 12 May 2014, Damascus, 4 sources"
    assert event(timeline, 0).text(NAME) == "Attack, 12 May 2014, Damascus, 0 sources"
    assert len(asked) == 1  # the lane is asked for at once


def test_everyone_finds_parents_and_places(timeline: Timeline) -> None:
    top = chart(timeline)
    for place, lane in enumerate(lanes(timeline)):
        assert lane.parent() is top
        assert top.indexOfChild(lane) == place
        for number, one in enumerate(children(lane)):
            assert one.parent() is lane
            assert lane.indexOfChild(one) == number
    parts = children(top)[len(lanes(timeline)) :]
    assert timeline.overview in [part.object() for part in parts]
    assert [top.indexOfChild(part) for part in parts] == list(range(len(lanes(timeline)), top.childCount()))


def test_what_is_at_a_place_of_the_screen_is_found(timeline: Timeline) -> None:
    blast = event(timeline, 0)
    at = blast.rect().center()
    lane = chart(timeline).childAt(at.x(), at.y())
    assert isinstance(lane, LaneAccess)
    assert lane.key == "attack"
    assert lane.childAt(at.x(), at.y()) is blast


@pytest.mark.parametrize(
    ("action", "signal"),
    [
        (QAccessibleActionInterface.pressAction(), "event_clicked"),
        (QAccessibleActionInterface.setFocusAction(), "event_clicked"),
        (QAccessibleActionInterface.showMenuAction(), "menu_requested"),
    ],
)
def test_an_event_can_be_chosen_gone_to_and_asked_for_its_menu(
    qtbot: QtBot, timeline: Timeline, action: str, signal: str
) -> None:
    acts = event(timeline, 3).actionInterface()
    assert action in acts.actionNames()
    with qtbot.waitSignal(getattr(timeline, signal)) as asked:
        acts.doAction(action)
    assert asked.args is not None
    assert asked.args[0] == 3
    assert event(timeline, 3).state().selected


def test_a_screen_reader_chooses_in_a_lane(qtbot: QtBot, timeline: Timeline) -> None:
    attack = lanes(timeline)[2]
    choice = attack.selectionInterface()
    assert choice.selectedItemCount() == 0
    with qtbot.waitSignal(timeline.event_toggled) as asked:
        assert choice.select(event(timeline, 0))
    assert asked.args == [0]
    timeline.select(0, False, (0, 4, 3))  # as the window answers
    assert [one.event for one in choice.selectedItems()] == [4, 0]  # type: ignore[attr-defined]
    assert choice.isSelected(event(timeline, 4))
    with qtbot.waitSignal(timeline.event_toggled) as asked:
        assert choice.unselect(event(timeline, 4))
    assert asked.args == [4]
    with qtbot.waitSignal(timeline.events_chosen) as asked:
        assert choice.selectAll()
    assert asked.args is not None
    assert set(asked.args[0]) == {0, 1, 3, 4}


def test_states_say_what_is_chosen_looked_at_and_out_of_view(qtbot: QtBot, timeline: Timeline) -> None:
    blast = event(timeline, 0)
    assert (blast.state().selectable, blast.state().focusable) == (1, 1)
    assert (blast.state().selected, blast.state().focused) == (0, 0)
    timeline.activateWindow()
    timeline.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(timeline.hasFocus)
    timeline.select(0)
    assert (blast.state().selected, blast.state().focused, blast.state().offscreen) == (1, 1, 0)
    assert chart(timeline).focusChild() is blast
    timeline.set_span(Span(0, 30))
    timeline.grab()
    assert blast.state().offscreen == 1


def test_what_comes_into_view_is_told_after_a_while(qtbot: QtBot, timeline: Timeline) -> None:
    before = event(timeline, 0)
    start = timeline.visible_span.start
    timeline.set_span(Span(start + 4, start + 5.9))  # the blast and the siege
    timeline.grab()
    qtbot.wait(3 * LATER_MS)
    assert {one for events in told(timeline).values() for one in events} == {"Siege of the town", "Blast in a station"}
    assert event(timeline, 0) is before


def test_a_hundred_thousand_events_are_few_objects(
    timeline: Timeline, fill: Callable[[Timeline, Columns], None], columns_of: Callable[..., Columns], qtbot: QtBot
) -> None:
    kinds = ("attack", "siege", "talks", "statement")
    fill(timeline, columns_of([(one, one + 1, Precision.DAY, kinds[one % 4], 0.5) for one in range(100_000)]))
    timeline.set_span(Span(0, 100_000))
    timeline.grab()
    assert lanes(timeline)
    qtbot.wait(3 * LATER_MS)
    assert sum(lane.childCount() for lane in lanes(timeline)) == 4 * MOST


def test_timelines_that_are_gone_leave_nothing_behind(
    qtbot: QtBot, fill: Callable[[Timeline, Columns], None], columns_of: Callable[..., Columns]
) -> None:
    timeline, gone = Timeline(), []
    fill(timeline, columns_of([(0.0, 1.0, Precision.DAY, "attack", 0.5)]))
    numbers = [QAccessible.uniqueId(one) for lane in lanes(timeline) for one in (lane, *children(lane))]
    assert len(numbers) == 2
    assert all(QAccessible.accessibleInterface(number) for number in numbers)
    timeline.destroyed.connect(lambda: gone.append(True))
    timeline.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
    del timeline
    gc.collect()
    assert not any(QAccessible.accessibleInterface(number) for number in numbers)

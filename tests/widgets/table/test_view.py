"""The table by itself, filled as the window fills it; mouse and keys act as a user's."""

from collections.abc import Sequence

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.themes import theme
from storage.model import Review, Status
from storage.when import on_day
from widgets.paged import Paged
from widgets.shown import ShownRow
from widgets.table.chosen import MOST
from widgets.table.view import EventTable
from widgets.theme import apply_theme

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


def rows(ids: Sequence[int]) -> Paged[ShownRow]:
    def fetch(some: list[int]) -> list[ShownRow]:
        return [
            ShownRow(one, "attack", f"Event {one}", on_day(one), Status.HAPPENED, Review.FOUND, (), 1, 0.5)
            for one in some
        ]

    return Paged(np.array(ids, np.int64), fetch)


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> EventTable:
    apply_theme(qapp, theme("light"))
    made = EventTable()
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.set_rows(rows(range(100, 140)))
    with qtbot.waitExposed(made):
        made.show()
    return made


class Told:
    """What the table said, latest last."""

    def __init__(self, table: EventTable) -> None:
        self.chosen: list[tuple[tuple[int, ...], int | None]] = []
        table.events_chosen.connect(lambda events, looked_at: self.chosen.append((events, looked_at)))


@pytest.fixture
def told(table: EventTable) -> Told:
    return Told(table)


def point(table: EventTable, row: int, column: int = 3) -> QPoint:
    return table.visualRect(table.model().index(row, column)).center()


def act(qtbot: QtBot, table: EventTable, key: Key, keys: Qt.KeyboardModifier = NONE) -> None:
    with qtbot.waitSignal(table.events_chosen):
        qtbot.keyClick(table, key, keys)


def click(qtbot: QtBot, table: EventTable, row: int, keys: Qt.KeyboardModifier = NONE) -> None:
    with qtbot.waitSignal(table.events_chosen):
        qtbot.mouseClick(table.viewport(), LEFT, keys, point(table, row))


def test_a_click_chooses_one_control_another_and_shift_all_between(qtbot: QtBot, table: EventTable, told: Told) -> None:
    click(qtbot, table, 2)
    click(qtbot, table, 5, CONTROL)
    click(qtbot, table, 2, CONTROL)
    click(qtbot, table, 8)
    click(qtbot, table, 6, SHIFT)
    assert told.chosen == [((102,), 102), ((102, 105), 105), ((105,), 105), ((108,), 108), ((106, 107, 108), 106)]


@pytest.mark.parametrize(
    ("key", "keys", "events", "looked_at"),
    [
        (Key.Key_Down, NONE, (104,), 104),
        (Key.Key_Up, NONE, (102,), 102),
        (Key.Key_Home, NONE, (100,), 100),
        (Key.Key_End, NONE, (139,), 139),
        (Key.Key_Down, SHIFT, (103, 104), 104),
        (Key.Key_Home, SHIFT, (100, 101, 102, 103), 100),
        (Key.Key_Space, NONE, (), None),
        (Key.Key_A, CONTROL, tuple(range(100, 140)), 103),
    ],
)
def test_keys_choose(
    qtbot: QtBot, table: EventTable, told: Told, key: Key, keys: Qt.KeyboardModifier, events: tuple[int], looked_at: int
) -> None:
    click(qtbot, table, 3)
    act(qtbot, table, key, keys)
    assert told.chosen[-1] == (events, looked_at)


def test_what_it_is_told_to_select_it_does_not_announce(qtbot: QtBot, table: EventTable, told: Told) -> None:
    table.select(137, (101, 137))
    qtbot.wait(20)
    assert told.chosen == []
    assert table.chosen_events() == [101, 137]
    assert table.current() == 137
    assert table.viewport().rect().contains(point(table, 37))
    act(qtbot, table, Key.Key_Up)
    assert told.chosen == [((136,), 136)]


def test_events_that_are_not_shown_are_passed_over(table: EventTable) -> None:
    table.select(5, (5, 110))
    assert table.chosen_events() == [110]


@pytest.mark.parametrize("keys", [CONTROL, NONE])
def test_rows_in_many_pieces_are_chosen_like_others(
    qtbot: QtBot, table: EventTable, told: Told, keys: Qt.KeyboardModifier
) -> None:
    table.set_rows(rows(range(1, 4 * MOST)))
    table.select(1, range(1, 4 * MOST, 2))
    assert len(table.chosen_events()) == 2 * MOST
    click(qtbot, table, 4, keys)
    expected = set(range(1, 4 * MOST, 2)) - {5} if keys == CONTROL else {5}
    assert set(told.chosen[-1][0]) == expected


@pytest.mark.parametrize(
    ("key", "keys", "signal"),
    [
        (Key.Key_Return, NONE, "event_activated"),
        (Key.Key_Delete, NONE, "reject_requested"),
        (Key.Key_Escape, NONE, "left"),
        (Key.Key_Z, NONE, "day_zero_requested"),
        (Key.Key_C, CONTROL, "copy_requested"),
    ],
)
def test_keys_ask_for_what_is_done_with_events(
    qtbot: QtBot, table: EventTable, key: Key, keys: Qt.KeyboardModifier, signal: str
) -> None:
    click(qtbot, table, 3)
    with qtbot.waitSignal(getattr(table, signal)) as asked:
        qtbot.keyClick(table, key, keys)
    assert asked.args == ([103] if signal == "event_activated" else [])


def test_the_name_of_a_column_sorts_and_turns_the_order_round(qtbot: QtBot, table: EventTable) -> None:
    header = table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(3) + 20, header.height() // 2)
    for expected in (["title", False], ["title", True]):
        with qtbot.waitSignal(table.sort_changed) as asked:
            qtbot.mouseClick(header.viewport(), LEFT, NONE, at)
        assert asked.args == expected
    assert table.sort == ("title", True)


def test_widths_order_and_sorting_of_columns_come_back(qtbot: QtBot, table: EventTable) -> None:
    header = table.horizontalHeader()
    header.resizeSection(0, 233)
    header.moveSection(2, 0)
    table.sort_by("places")
    other = EventTable()
    qtbot.addWidget(other)
    other.set_columns(table.columns())
    assert other.horizontalHeader().sectionSize(0) == 233
    assert other.horizontalHeader().visualIndex(2) == 0
    assert other.sort == ("places", False)


@pytest.mark.parametrize("told", ["", "no state of Qt", "AAAA/w=="])
def test_a_state_of_columns_that_makes_no_sense_changes_nothing(table: EventTable, told: str) -> None:
    before = table.columns()
    table.set_columns(told)
    assert table.columns() == before
    assert table.sort == ("date", False)


def test_other_rows_leave_the_keyboard_where_it_was(qtbot: QtBot, table: EventTable) -> None:
    click(qtbot, table, 20)
    table.set_rows(rows([100, 120, 130]))
    assert table.current() == 120
    table.set_rows(rows([100, 130]))
    assert table.current() == 130


def test_the_same_rows_say_something_else_without_moving(qtbot: QtBot, table: EventTable) -> None:
    click(qtbot, table, 20)
    resets: list[bool] = []
    table.model().modelReset.connect(lambda: resets.append(True))
    table.set_rows(rows(range(100, 140)))
    assert not resets
    assert table.chosen_events() == [120]


@pytest.mark.parametrize(("chosen", "after"), [((103, 105), 106), ((139,), 138), (tuple(range(100, 140)), None)])
def test_after_the_chosen_ones_comes_the_next(table: EventTable, chosen: tuple[int, ...], after: int | None) -> None:
    table.select(chosen[-1], chosen)
    assert table.after_chosen() == after


def test_a_million_rows_are_read_where_they_are_seen(qtbot: QtBot, table: EventTable) -> None:
    read: list[int] = []

    def fetch(ids: list[int]) -> list[ShownRow]:
        read.extend(ids)
        return list(rows(ids))

    table.set_rows(Paged(np.arange(1_000_000, dtype=np.int64), fetch))
    qtbot.keyClick(table, Key.Key_End)
    table.viewport().repaint()
    assert 999_999 in read
    assert len(read) < 1000


def test_an_empty_table_says_why(table: EventTable) -> None:
    table.set_rows(rows([]))
    empty = table.grab().toImage()
    table.set_hint("No event passes the filters and the search.")
    assert table.grab().toImage() != empty

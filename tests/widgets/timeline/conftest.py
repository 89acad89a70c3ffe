from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from storage.columns import PRECISIONS, Columns, Lane, Lanes
from storage.model import Precision
from storage.moment import day_number
from widgets.timeline.spans import Span
from widgets.timeline.view import Timeline

Row = tuple[float, float, Precision, str, float]
"""Start, end, precision, kind and importance of an event; its id is its place in the list."""
KINDS = ("talks", "siege", "attack", "statement")


def _columns(rows: Sequence[Row], sources: int = 1, marks: int = 0) -> Columns:
    count = len(rows)
    made = Columns(
        np.arange(count, dtype=np.int64),
        np.array([row[0] for row in rows], dtype=np.float64),
        np.array([row[1] for row in rows], dtype=np.float64),
        np.array([KINDS.index(row[3]) for row in rows], dtype=np.int16),
        np.zeros(count, np.int8),
        np.array([PRECISIONS.index(row[2]) for row in rows], dtype=np.int8),
        np.zeros(count, np.int8),
        np.array([row[4] for row in rows], dtype=np.float32),
        np.full(count, sources, np.int32),
        np.full(count, marks, np.uint8),
        KINDS,
    )
    return made.take(np.argsort(made.start, kind="stable"))


@pytest.fixture(scope="session")
def columns_of() -> Callable[..., Columns]:
    """Makes columns of rows (start, end, precision, kind, importance)."""
    return _columns


DAY = float(day_number(2016, 12, 16))
FIVE = [
    (DAY, DAY + 1, Precision.DAY, "attack", 0.9),
    (DAY + 3.5, DAY + 3.5 + 1 / 1440, Precision.MINUTE, "attack", 0.8),
    (DAY - 2, DAY + 2, Precision.INTERVAL, "siege", 0.7),
    (DAY + 1, DAY + 4, Precision.DAY, "talks", 0.6),
    (DAY - 4, DAY - 3, Precision.DAY, "attack", 0.5),
]
"""0 to 4: a blast, a shot, a siege, talks, a raid; lanes are talks, siege and attack from above."""
TITLES = ("Blast in a station", "Ambassador shot", "Siege of the town", "Talks in Astana", "Raid on a market")
NO_KEY = Qt.KeyboardModifier.NoModifier


@dataclass(frozen=True, slots=True)
class Hand:
    """Acts on a timeline as a user does."""

    bot: QtBot
    timeline: Timeline

    @property
    def target(self) -> QWidget:
        return self.timeline.lane_view.viewport()

    def place(self, event: int) -> QPoint:
        """Where to click on an event."""
        box = self.timeline.lane_view.box_of(event)
        assert box
        return box.center()

    def at(self, time: float, y: int = 500) -> QPoint:
        """Where a time is, at a height beside all events."""
        return QPoint(round(self.timeline.lane_view.x_at(time)), y)

    def click(self, at: QPoint | int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        place = self.place(at) if isinstance(at, int) else at
        self.bot.mouseClick(self.target, Qt.MouseButton.LeftButton, keys, place)

    def double_click(self, at: QPoint) -> None:
        """Two clicks, as they come from a mouse."""
        self.click(at)
        self.bot.mouseDClick(self.target, Qt.MouseButton.LeftButton, pos=at)

    def drag(self, start: QPoint, end: QPoint, keys: Qt.KeyboardModifier = NO_KEY, let_go: bool = True) -> None:
        self.bot.mousePress(self.target, Qt.MouseButton.LeftButton, keys, start)
        for share in (0.25, 0.5, 0.75, 1.0):
            self.bot.mouseMove(self.target, start + (end - start) * share)
        if let_go:
            self.bot.mouseRelease(self.target, Qt.MouseButton.LeftButton, keys, end)

    def key(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEY) -> None:
        self.bot.keyClick(self.timeline, key, keys)


def in_lanes(columns: Columns) -> Lanes:
    names = [columns.kinds[kind] for kind in columns.kind.tolist()]
    present = [name for name in KINDS if name in names]
    lanes = tuple(Lane(name, name.capitalize(), name, names.count(name)) for name in present)
    return Lanes(lanes, np.array([present.index(name) for name in names], np.int32))


@pytest.fixture
def fill() -> Callable[[Timeline, Columns], None]:
    """Puts events into a timeline in lanes by their kinds."""

    def put(timeline: Timeline, columns: Columns) -> None:
        titles = {one: TITLES[one] if one < len(TITLES) else f"Event {one}" for one in columns.ids.tolist()}
        timeline.set_events(columns, in_lanes(columns), lambda ids: {one: titles[one] for one in ids if one in titles})

    return put


@pytest.fixture
def hand(qtbot: QtBot, fill: Callable[[Timeline, Columns], None]) -> Hand:
    """A hand on a timeline of five events, with fourteen days in view."""
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1036, 620)
    made.show()
    fill(made, _columns(FIVE))
    made.set_span(Span(DAY - 5, DAY + 9))
    made.grab()
    return Hand(qtbot, made)

"""Whatever the mouse, the fingers and the keys do, and whatever the events and the window are: nothing breaks."""

import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from storage.columns import Columns
from storage.model import Precision
from widgets.timeline.day_zero import DayZero
from widgets.timeline.spans import Span

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MODIFIERS = [
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
]
KEYS = [
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Plus,
    Qt.Key.Key_Minus, Qt.Key.Key_F, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_PageUp, Qt.Key.Key_M, Qt.Key.Key_A,
]  # fmt: skip
SPANS = [Span(16000, 16001), Span(-3e6, 3e7), Span(5, 5.01), Span(float("nan"), 3)]


def wild(chance: random.Random, count: int) -> list[tuple[float, float, Precision, str, float]]:
    """Events with dates near and far, open, unknown and the wrong way round."""
    made = []
    for _ in range(count):
        start = chance.choice([chance.uniform(-1e3, 1e3), chance.uniform(-3e6, 3e7), float("nan"), -np.inf, 16000.5])
        end = chance.choice([start + 1, start - 5, start + chance.uniform(0, 1000), np.inf, float("nan")])
        kind = chance.choice(("talks", "siege", "attack"))
        made.append((start, end, chance.choice(list(Precision)), kind, chance.random()))
    return made


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_a_hand_does_breaks_the_timeline(
    hand: Any, columns_of: Callable[..., Columns], fill: Callable[..., None], seed: int
) -> None:
    chance, timeline = random.Random(seed), hand.timeline
    timeline.moving.glide.asked = lambda: chance.random() < 0.5

    def place() -> QPoint:
        return QPoint(chance.randrange(-20, hand.target.width() + 21), chance.randrange(-20, hand.target.height() + 21))

    acts: list[Callable[[], object]] = [
        lambda: timeline.resize(chance.choice([1, 50, 320, 900, 3000]), chance.choice([1, 50, 160, 700, 2000])),
        lambda: fill(timeline, columns_of(wild(chance, chance.choice([0, 1, 3, 60, 900])))),
        lambda: hand.drag(place(), place(), chance.choice(MODIFIERS)),
        lambda: hand.drag(place(), place(), chance.choice(MODIFIERS)),
        lambda: hand.click(place(), chance.choice(MODIFIERS)),
        lambda: hand.double_click(place()),
        lambda: hand.key(chance.choice(KEYS), chance.choice(MODIFIERS)),
        lambda: hand.key(chance.choice(KEYS)),
        lambda: timeline.set_day_zero(chance.choice([None, DayZero(chance.uniform(-3e6, 3e7), "x" * 300)])),
        lambda: timeline.set_span(chance.choice(SPANS)),
        lambda: timeline.lane_view.pinched.emit(QPointF(place()), chance.choice([0.2, 5, 1e9, 1e-9])),
        lambda: timeline.lane_view.swiped.emit(QPointF(chance.uniform(-1e5, 1e5), chance.uniform(-1e5, 1e5))),
        lambda: timeline.measure(chance.choice([None, Span(3, 4), Span(-1e7, 1e7), Span(16000, 16000)])),
    ]
    for _ in range(60):
        chance.choice(acts)()
        timeline.grab()
        span = timeline.visible_span
        assert 0 < span.length < 1e8
        assert (timeline.selected is None) == (not timeline.lane_view.selection)

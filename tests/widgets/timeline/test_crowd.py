from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from storage.moment import day_number
from tests.widgets.timeline.conftest import Hand
from widgets.timeline.crowd import MOST_NAMED, crowd_at
from widgets.timeline.hits import hit
from widgets.timeline.index import EventIndex, build_index
from widgets.timeline.layout import Look, layout
from widgets.timeline.scene import Scene
from widgets.timeline.seen import Seen
from widgets.timeline.view import Timeline

BASE = float(day_number(2016, 12, 1))
Build = Callable[..., Columns]


def on_days(days: Sequence[int]) -> list[tuple[float, float, Precision, str, float]]:
    """One event on each of the days, the later in the list the more important."""
    return [(BASE + day, BASE + day + 1, Precision.DAY, "attack", n / (len(days) + 1)) for n, day in enumerate(days)]


def laid_out(columns: Columns, height: float) -> tuple[EventIndex, Scene]:
    index = build_index(columns, Lanes((Lane("a", "A", "attack", len(columns)),), np.zeros(len(columns), np.int32)))
    look = Look(BASE - 1, BASE + 31, 1000, height)
    return index, layout(index, lambda ids: dict.fromkeys(ids, "A title"), lambda text, _: 6.0 * len(text), look)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(0, 30), min_size=150, max_size=400), st.sampled_from([40.0, 120.0]))
def test_cells_together_name_exactly_what_has_no_mark(columns_of: Build, days: list[int], height: float) -> None:
    columns = columns_of(on_days(days))
    index, scene = laid_out(columns, height)
    (band,) = scene.bands
    marked, seen = {mark.id for mark in scene.marks}, Seen(0, 1000)
    start = dict(zip(columns.ids.tolist(), columns.start.tolist(), strict=True))
    for cell in np.flatnonzero(band.counts).tolist():
        edges = band.edges[cell : cell + 2]
        found = hit(scene, seen, scene.x(float(edges.mean())), band.y)
        assert found
        crowd = crowd_at(scene, index, found)
        assert crowd
        assert crowd.count == int(band.counts[cell])
        hidden = [one for one, time in start.items() if edges[0] <= time < edges[1] and one not in marked]
        assert crowd.count == len(hidden)
        assert crowd.first == tuple(sorted(hidden, reverse=True)[:MOST_NAMED])


def test_a_tick_of_several_names_them_and_one_of_a_single_event_is_no_crowd(columns_of: Build) -> None:
    index, scene = laid_out(columns_of(on_days([3] * 7 + [9] * 5 + [20] * 4)), 30)
    (ticks,) = scene.ticks
    assert set(ticks.counts) > {1}
    for x, count, together in zip(ticks.x, ticks.counts, ticks.together, strict=True):
        found = hit(scene, Seen(0, 1000), x, ticks.y)
        assert found
        crowd = crowd_at(scene, index, found)
        assert (crowd.count, crowd.first) == (count, together) if crowd else count == 1


@pytest.fixture
def dense(hand: Hand, columns_of: Build, fill: Callable[[Timeline, Columns], None]) -> Timeline:
    fill(hand.timeline, columns_of(on_days([n % 20 for n in range(900)])))
    hand.timeline.moving.fit_core()
    hand.timeline.grab()
    return hand.timeline


def test_resting_on_a_band_tells_how_many_and_the_most_important(qtbot: QtBot, dense: Timeline) -> None:
    view = dense.lane_view
    band = view.lanes.bands[0]
    cell = int(np.argmax(band.counts))
    x = view.x_at(float(band.edges[cell : cell + 2].mean()))
    qtbot.mouseMove(view.viewport(), QPoint(round(x), 600))
    qtbot.mouseMove(view.viewport(), QPoint(round(x), round(band.y + view.sizes.axis)))
    assert view.pointed
    qtbot.waitUntil(dense.card.isVisible)
    lines = dense.card.text.split("\n")
    assert lines[0] == f"{band.counts[cell]} events"
    assert lines[1].endswith("2016")
    assert len([line for line in lines if line.startswith("· ")]) == MOST_NAMED
    assert lines[-1] == f"and {band.counts[cell] - MOST_NAMED} more. Click to zoom in."
    qtbot.mouseMove(view.viewport(), QPoint(round(x), 600))
    assert not view.pointed

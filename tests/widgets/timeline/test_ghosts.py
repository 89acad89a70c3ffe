from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from resources.themes import theme
from storage.columns import Columns
from storage.model import Precision
from storage.moment import day_number
from tests.widgets.timeline.conftest import FIVE, Hand, in_lanes
from widgets.timeline.arrangement import Arrangement
from widgets.timeline.index import build_index
from widgets.timeline.layout import Look, layout
from widgets.timeline.scene import Scene
from widgets.timeline.view import Timeline

Build = Callable[..., Columns]
BASE = float(day_number(2016, 12, 1))
rows = st.lists(
    st.builds(
        lambda day, length, precision, kind, importance: (BASE + day, BASE + day + length, precision, kind, importance),
        st.integers(0, 30), st.sampled_from([1 / 1440, 1.0, 9.0, 200.0]), st.sampled_from(Precision),
        st.sampled_from(("talks", "attack")), st.floats(0, 1, width=32),
    ),
    max_size=60,
)  # fmt: skip


def laid_out(columns: Columns, shown: np.ndarray, height: float | None, faint: bool) -> Scene:
    lanes = in_lanes(columns)
    ghosts = build_index(columns, lanes, ~shown) if faint else None
    look = Look(BASE - 1, BASE + 31, 900, height)
    titles = lambda ids: dict.fromkeys(ids, "A market was shelled")  # noqa: E731
    return layout(build_index(columns, lanes, shown), titles, lambda text, _: 6.0 * len(text), look, ghosts)


@settings(max_examples=80, deadline=None)
@given(rows, st.integers(0, 2**60), st.sampled_from([None, 90.0, 300.0]))
def test_ghosts_stand_only_where_nothing_else_does(
    columns_of: Build, given_rows: list, seed: int, height: float
) -> None:  # type: ignore[type-arg]
    columns = columns_of(given_rows)
    shown = np.random.default_rng(seed).random(len(columns)) < 0.5
    plain, haunted = laid_out(columns, shown, height, faint=False), laid_out(columns, shown, height, faint=True)
    place = lambda mark: replace_heights(mark)  # noqa: E731
    assert [place(mark) for mark in haunted.marks] == [place(mark) for mark in plain.marks]
    hidden = set(columns.ids[~shown].tolist())
    assert {mark.id for mark in haunted.ghosts} <= hidden
    assert not any(mark.label for mark in haunted.ghosts)
    by_row = defaultdict(list)
    for mark in (*haunted.marks, *haunted.ghosts):
        by_row[mark.lane, mark.row].append((mark.left, mark.right))
    for stretches in by_row.values():
        for one, other in pairwise(sorted(stretches)):
            assert other[0] - one[1] >= 6 - 1e-6


def replace_heights(mark: tuple) -> tuple:  # type: ignore[type-arg]
    """A lane without events grows for its ghosts, and those below it move down."""
    return mark._replace(y=0.0)  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def timeline(hand: Hand, columns_of: Build) -> Timeline:
    """The talks and the blast are filtered out."""
    made, columns = hand.timeline, columns_of(FIVE)
    shown = ~np.isin(columns.ids, [0, 3])
    made.set_events(columns, in_lanes(columns), lambda ids: {one: f"Event {one}" for one in ids}, shown)
    return made


def test_what_is_filtered_out_is_seen_only_when_that_is_wanted(timeline: Timeline) -> None:
    assert timeline.lane_view.lanes.ghosts == ()
    timeline.set_faint(True)
    assert {mark.id for mark in timeline.lane_view.lanes.ghosts} == {0, 3}
    assert timeline.lane_view.index.counts(0, 1e6) == [0, 1, 2]
    timeline.set_faint(False)
    assert timeline.lane_view.lanes.ghosts == ()


def test_ghosts_are_pale_and_tell_what_they_are(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_faint(True)
    timeline.set_card_source(lambda event: (f"Event {event}", "Friday", "", ""))
    view = timeline.lane_view
    box = view.box_of(0)
    assert box
    image = view.grab().toImage()
    inside = [image.pixelColor(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())]
    assert QColor(theme("light").ghost) in inside
    assert QColor(theme("light").colour_of("attack")) not in inside
    qtbot.mouseMove(view.viewport(), QPoint(1000, 600))
    qtbot.mouseMove(view.viewport(), box.center())
    qtbot.waitUntil(timeline.card.isVisible)
    assert timeline.card.text.startswith("Event 0\nFriday")


def test_ghosts_of_hidden_and_folded_lanes_are_not_seen(timeline: Timeline) -> None:
    timeline.set_faint(True)
    timeline.set_arrangement(Arrangement(hidden=frozenset({"talks"}), folded=frozenset({"attack"})))
    assert timeline.lane_view.lanes.ghosts == ()
    timeline.set_arrangement(replace(Arrangement(), hidden=frozenset({"talks"})))
    assert [mark.id for mark in timeline.lane_view.lanes.ghosts] == [0]

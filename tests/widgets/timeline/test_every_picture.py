"""What one looks at in `tests/walk/pictures.py`, held to what can be counted."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from resources.themes import theme
from tests.walk.scenes import Picture, columns_of, pictures
from widgets.current import NAME
from widgets.timeline.scene import Scene
from widgets.timeline.view import Timeline

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PICTURES = pictures()
SIZES = [(0, 0), (1, 1), (1136, 560), (7680, 900)]


def shown(qtbot: QtBot, picture: Picture) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(*picture.size)
    made.show()
    columns, lanes, titles = columns_of(picture.rows)
    made.set_events(columns, lanes, lambda ids: {one: titles[one] for one in ids})
    made.set_hint(picture.hint)
    if picture.span:
        made.set_span(picture.span)
    picture.act(made)
    return made


def counted(scene: Scene) -> list[int]:
    told = np.zeros(len(scene.lanes), int)
    for mark in scene.marks:
        told[mark.lane] += 1
    for ticks in scene.ticks:
        told[ticks.lane] += sum(ticks.counts)
    for band in scene.bands:
        told[band.lane] += int(band.counts.sum())
    found: list[int] = told.tolist()
    return found


@pytest.mark.parametrize("name", PICTURES)
def test_every_event_is_there_and_nothing_lies_on_anything(qtbot: QtBot, name: str) -> None:
    timeline = shown(qtbot, PICTURES[name])
    assert not timeline.grab().isNull()
    scene = timeline.lane_view.lanes
    assert counted(scene) == [box.visible for box in scene.lanes]
    rows: dict[tuple[int, int], list[tuple[float, float]]] = {}
    for mark in scene.marks:
        assert mark.left <= mark.right
        rows.setdefault((mark.lane, mark.row), []).append((mark.left, mark.right))
    for stretches in rows.values():
        assert all(other[0] >= one[1] for one, other in pairwise(sorted(stretches)))


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", ["empty", "one", "edges-near", "edges-all", "news", "arabic"])
def test_no_size_is_too_small_or_too_large(qtbot: QtBot, name: str, size: tuple[int, int]) -> None:
    timeline = shown(qtbot, PICTURES[name])
    timeline.setMinimumSize(0, 0)
    timeline.resize(*size)
    timeline.grab()
    assert timeline.lane_view.frame().axis.cells


@pytest.mark.parametrize("name", ["dark", "print", "light"])
def test_every_state_is_painted_in_every_theme(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    qapp.setProperty(NAME, name)
    try:
        image = shown(qtbot, PICTURES["states"]).grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(160, 1130, 2) for y in range(60, 560, 2)}
        assert {theme(name).colour_of(kind).lower() for kind in ("attack", "siege", "capture", "politics")} <= colours
    finally:
        qapp.setProperty(NAME, None)

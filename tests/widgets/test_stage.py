import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from widgets.stage import BOTH, TABLE, TIMELINE, Stage

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def parts(qtbot: QtBot) -> tuple[Stage, QWidget, QWidget]:
    timeline, table = QLabel("timeline"), QLabel("table")
    stage = Stage(table)
    qtbot.addWidget(stage)
    stage.add_to_timeline(timeline, 1)
    stage.show()
    return stage, timeline, table


def seen(parts: tuple[Stage, QWidget, QWidget]) -> str:
    _, timeline, table = parts
    return {(True, False): TIMELINE, (True, True): BOTH, (False, True): TABLE}[timeline.isVisible(), table.isVisible()]


@pytest.mark.parametrize("view", [TIMELINE, BOTH, TABLE])
def test_a_view_shows_what_it_says(parts: tuple[Stage, QWidget, QWidget], view: str) -> None:
    parts[0].show_view(view)
    assert seen(parts) == view


def test_either_can_be_turned_on_and_off_but_one_is_always_seen(parts: tuple[Stage, QWidget, QWidget]) -> None:
    stage = parts[0]
    for part, expected in ((TABLE, BOTH), (TABLE, TIMELINE), (TIMELINE, TABLE), (TIMELINE, BOTH), (TIMELINE, TABLE)):
        stage.turn(part)
        assert seen(parts) == expected

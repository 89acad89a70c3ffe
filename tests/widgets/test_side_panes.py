import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.side_panes import SidePanes, shared

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Pane(QWidget):
    """As wide as designed, never narrower than its least."""

    def __init__(self, designed: int, least: int) -> None:
        super().__init__()
        self._designed = designed
        self.setMinimumWidth(least)

    def sizeHint(self) -> QSize:  # noqa: N802 - the name of Qt
        return QSize(self._designed, 100)


@pytest.fixture
def panes(qtbot: QtBot) -> SidePanes:
    made = SidePanes(Pane(248, 200), Pane(700, 320), Pane(316, 260))
    qtbot.addWidget(made)
    made.resize(1600, 600)
    made.show()
    return made


def sides(panes: SidePanes) -> tuple[int, int]:
    first, _, last = panes.sizes()
    return first, last


def test_the_sides_give_way_in_a_narrow_window_and_come_back(panes: SidePanes) -> None:
    assert sides(panes) == (248, 316)
    panes.resize(900, 600)
    assert sides(panes) == (200, 260)
    panes.resize(1000, 600)
    assert 200 < sides(panes)[0] < 248
    panes.resize(1600, 600)
    assert sides(panes) == (248, 316)


def test_a_chosen_width_is_what_it_comes_back_to(panes: SidePanes) -> None:
    panes.setSizes([220, 1000, 380])
    panes.resize(900, 600)
    assert panes.wanted()[::2] == (220, 380)
    panes.resize(1600, 600)
    assert sides(panes) == (220, 380)


def test_a_pane_that_was_hidden_comes_back_as_wide_as_before(qtbot: QtBot, panes: SidePanes) -> None:
    panes.widget(2).hide()
    qtbot.waitUntil(lambda: panes.sizes()[2] == 0)
    panes.resize(900, 600)
    panes.resize(1600, 600)
    panes.widget(2).show()
    qtbot.waitUntil(lambda: sides(panes) == (248, 316))


@pytest.mark.parametrize(
    ("room", "widths"),
    [(600, {0: 248, 2: 316}), (564, {0: 248, 2: 316}), (512, {0: 224, 2: 288}), (300, {0: 200, 2: 260})],
)
def test_each_side_gives_up_the_same_share_of_what_it_can_spare(room: int, widths: dict[int, int]) -> None:
    assert shared(room, {0: 248, 2: 316}, {0: 200, 2: 260}) == widths

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from storage.errors import WrongUse
from storage.library import Library
from widgets.toolbar import LANES, Toolbar

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def toolbar(qtbot: QtBot) -> Toolbar:
    made = Toolbar()
    qtbot.addWidget(made)
    made.resize(1600, 48)
    made.show()
    return made


def button(toolbar: Toolbar, name: str) -> QPushButton | QToolButton:
    found = [*toolbar.findChildren(QPushButton), *toolbar.findChildren(QToolButton)]
    return next(part for part in found if name in (part.text(), part.accessibleName()))


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("Add articles", "add_requested"),
        ("Export figure", "export_requested"),
        ("Undo", "undo_requested"),
        ("Redo", "redo_requested"),
    ],
)
def test_each_button_asks_for_what_it_says(qtbot: QtBot, toolbar: Toolbar, name: str, signal: str) -> None:
    toolbar.set_undo("Edit", "Edit")
    with qtbot.waitSignal(getattr(toolbar, signal)):
        qtbot.mouseClick(button(toolbar, name), Qt.MouseButton.LeftButton)


def test_undo_names_its_step_and_rests_without_one(toolbar: Toolbar) -> None:
    toolbar.set_undo("Confirm “Explosion”", "")
    assert button(toolbar, "Undo").toolTip().startswith("Undo: Confirm “Explosion”")
    assert not button(toolbar, "Redo").isEnabled()


def test_typing_searches_when_it_rests(qtbot: QtBot, toolbar: Toolbar) -> None:
    with qtbot.waitSignal(toolbar.search_changed) as caught:
        qtbot.keyClicks(toolbar.search, " siege ")
    assert caught.args == ["siege"]


def test_enter_searches_at_once_and_escape_empties(qtbot: QtBot, toolbar: Toolbar) -> None:
    toolbar.search.setText("siege")
    with qtbot.waitSignal(toolbar.search_changed, check_params_cb=lambda text: text == "siege"):
        qtbot.keyClick(toolbar.search, Qt.Key.Key_Return)
    with qtbot.waitSignal(toolbar.search_changed, check_params_cb=lambda text: text == ""):
        qtbot.keyClick(toolbar.search, Qt.Key.Key_Escape)


def test_a_search_that_is_shown_is_not_announced(qtbot: QtBot, toolbar: Toolbar) -> None:
    with qtbot.assertNotEmitted(toolbar.search_changed, wait=300):
        toolbar.set_search("siege")


def test_lanes_are_chosen_from_a_menu(qtbot: QtBot, toolbar: Toolbar) -> None:
    menu = button(toolbar, "Kind").menu()
    assert [action.text() for action in menu.actions() if action.isCheckable()] == list(LANES)
    with qtbot.waitSignal(toolbar.lanes_changed) as caught:
        menu.actions()[1].trigger()
    assert caught.args == ["Place"]
    assert button(toolbar, "Place").accessibleName() == "Lanes by Place"


def test_the_menu_of_lanes_puts_them_back(qtbot: QtBot, toolbar: Toolbar) -> None:
    menu = button(toolbar, "Kind").menu()
    reset = next(one for one in menu.actions() if one.text() == "Reset lanes")
    with qtbot.waitSignal(toolbar.lanes_reset), qtbot.assertNotEmitted(toolbar.lanes_changed):
        reset.trigger()
    assert button(toolbar, "Kind").isVisibleTo(toolbar)


def test_an_empty_library_leaves_only_what_can_be_done(toolbar: Toolbar) -> None:
    toolbar.set_empty(True)
    assert button(toolbar, "Add articles").isEnabled()
    assert not button(toolbar, "Export figure").isEnabled()
    toolbar.set_empty(False)
    assert button(toolbar, "Export figure").isEnabled()


def test_the_lanes_that_a_library_knows_are_offered(tmp_path: Path) -> None:
    library = Library.create(tmp_path / "x.dateline")
    with pytest.raises(WrongUse) as refused:
        library.lanes_of(library.columns(), "colour")
    assert sorted(str(refused.value).partition("these: ")[2].rstrip(".").split(", ")) == sorted(map(str.lower, LANES))
    library.close()


@pytest.mark.parametrize("lanes", LANES)
@pytest.mark.parametrize("width", [640, 700, 784, 859, 900, 1000, 1100, 1340, 1600])
def test_no_part_covers_another_however_narrow_the_window(toolbar: Toolbar, width: int, lanes: str) -> None:
    toolbar.set_library("A library with a long name", "1,234,567 events · 100,000 articles · read only")
    toolbar.set_lanes(lanes)
    toolbar.resize(width, 48)
    toolbar.grab()
    row = toolbar.layout()
    assert row is not None
    found = [row.itemAt(place).widget() for place in range(row.count())]
    parts = [part for part in found if part is not None and part.isVisible()]
    assert all(before.geometry().right() < after.geometry().left() for before, after in pairwise(parts))
    assert parts[-1].geometry().right() < width


def test_what_has_no_room_beside_the_library_is_shortened_and_kept_in_its_tip(toolbar: Toolbar) -> None:
    words = "1,234,567 dated events of 2,345,678 shown · read only"
    toolbar.set_library("Timeline", words)
    toolbar.resize(800, 48)
    toolbar.grab()
    assert words.startswith(toolbar._summary.text().rstrip("…"))
    assert toolbar._summary.text() != words
    assert words in toolbar._summary.toolTip()

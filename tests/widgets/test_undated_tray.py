import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from widgets.shown import Undated
from widgets.undated_tray import UndatedCard, UndatedTray

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROWS = tuple(Undated(number, "attack", f"Shelling of quarter {number}", "on Friday") for number in range(10))


@pytest.fixture
def tray(qtbot: QtBot) -> UndatedTray:
    made = UndatedTray()
    qtbot.addWidget(made)
    made.resize(1036, 62)
    made.show()
    made.set_undated(ROWS, total=4000)
    return made


def cards(tray: UndatedTray) -> list[UndatedCard]:
    return [card for card in tray.findChildren(UndatedCard) if card.isVisible()]


def test_a_card_tells_its_event(qtbot: QtBot, tray: UndatedTray) -> None:
    with qtbot.waitSignal(tray.undated_clicked) as caught:
        qtbot.mouseClick(cards(tray)[1], Qt.MouseButton.LeftButton)
    assert caught.args == [1]
    assert cards(tray)[1].accessibleName() == "Shelling of quarter 1, “on Friday”"


def test_as_many_are_shown_as_there_is_room_for_and_the_rest_is_counted(qtbot: QtBot, tray: UndatedTray) -> None:
    wide = len(cards(tray))
    tray.resize(700, 62)
    tray.grab()
    narrow = len(cards(tray))
    assert 0 < narrow < wide < 10
    assert tray.more.text() == f"{4000 - narrow:,} more"
    with qtbot.waitSignal(tray.more_requested):
        qtbot.mouseClick(tray.more, Qt.MouseButton.LeftButton)
    assert all(card.geometry().right() < tray.more.geometry().left() for card in cards(tray))


def test_the_count_is_said_in_words(tray: UndatedTray) -> None:
    assert "4,000 events wait" in [part.text() for part in tray.findChildren(QLabel)]
    tray.set_undated(ROWS[:1])
    assert "1 event waits" in [part.text() for part in tray.findChildren(QLabel)]
    assert not tray.more.isVisible()

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from widgets.gestures import PLACES
from widgets.shortcut_sheet import ShortcutSheet

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made).addWidget(QLineEdit())
    made.resize(1200, 800)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def sheet(window: QWidget) -> ShortcutSheet:
    made = ShortcutSheet(window)
    window.findChildren(QLineEdit)[0].setFocus()
    made.open(PLACES)
    return made


def test_it_says_every_gesture(sheet: ShortcutSheet) -> None:
    told = set(sheet.words)
    for place in PLACES:
        assert {place.place, *(gesture.does for gesture in place.gestures)} <= told


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_keys_close_it_and_the_keyboard_goes_back(
    qtbot: QtBot, window: QWidget, sheet: ShortcutSheet, key: Qt.Key
) -> None:
    assert sheet.hasFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Z)
    assert sheet.isVisible()
    qtbot.keyClick(sheet, key)
    assert not sheet.isVisible()
    assert window.findChildren(QLineEdit)[0].hasFocus()


def test_a_click_beside_closes_it_and_one_on_it_does_not(qtbot: QtBot, sheet: ShortcutSheet) -> None:
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.card.geometry().center())
    assert sheet.isVisible()
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not sheet.isVisible()


@pytest.mark.parametrize("size", [(640, 440), (900, 600), (2400, 1400)])
def test_it_fits_into_every_window(qtbot: QtBot, window: QWidget, sheet: ShortcutSheet, size: tuple[int, int]) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: sheet.size() == window.size())
    assert window.rect().contains(sheet.card.geometry())
    assert not sheet.grab().isNull()
    assert len(set(sheet.words)) > 40

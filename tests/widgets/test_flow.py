import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.flow import FlowLayout
from widgets.wrapped_button import WrappedButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def whole(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def filled(whole: QWidget, widths: tuple[int, ...], spread: bool = False) -> list[QWidget]:
    flow = FlowLayout(whole, gap=10, line_gap=5, spread=spread)
    parts = [QWidget() for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setFixedSize(width, 20)
        flow.addWidget(part)
    return parts


def places(whole: QWidget, parts: list[QWidget], width: int) -> list[tuple[int, int]]:
    whole.layout().setGeometry(QRect(0, 0, width, 200))
    return [(part.x(), part.y()) for part in parts]


def test_parts_break_where_the_width_ends(whole: QWidget) -> None:
    parts = filled(whole, (60, 60, 60))
    assert places(whole, parts, 200) == [(0, 0), (70, 0), (140, 0)]
    assert places(whole, parts, 150) == [(0, 0), (70, 0), (0, 25)]
    assert whole.layout().heightForWidth(150) == 45


def test_the_last_of_several_may_stand_at_the_right(whole: QWidget) -> None:
    parts = filled(whole, (60, 60), spread=True)
    assert places(whole, parts, 200) == [(0, 0), (140, 0)]
    assert places(whole, parts, 100) == [(0, 0), (0, 25)]


def test_a_hidden_part_leaves_no_gap(whole: QWidget) -> None:
    parts = filled(whole, (60, 60))
    parts[0].hide()
    assert places(whole, parts, 200)[1] == (0, 0)


def test_a_part_wider_than_the_room_breaks_its_own_words(whole: QWidget) -> None:
    flow = FlowLayout(whole)
    button = WrappedButton()
    button.setText("Foua, Kefraya, Idlib, Madaya, Zabadani, Aleppo, Damascus, Homs, Hama, Latakia")
    flow.addWidget(button)
    flow.setGeometry(QRect(0, 0, 200, 400))
    assert button.width() == 200
    assert button.height() == button.heightForWidth(200) == flow.heightForWidth(200)
    assert button.height() > 2 * button.fontMetrics().lineSpacing()

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from resources.themes import theme
from widgets.flow import FlowLayout
from widgets.runs import MARKED, PLAIN, QUOTED, Run, RunsLabel, with_quotes

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("“on Friday” is read", [("“on Friday”", QUOTED), (" is read", PLAIN)]),
        ("between “a” and “b”", [("between ", PLAIN), ("“a”", QUOTED), (" and ", PLAIN), ("“b”", QUOTED)]),
        ("the Friday before", [("the Friday before", PLAIN)]),
        ("an “open one", [("an “open one", PLAIN)]),
        ("", []),
    ],
)
def test_what_a_sentence_quotes_is_set_as_quoted(text: str, runs: list[tuple[str, str]]) -> None:
    assert [(run.text, run.style) for run in with_quotes(text)] == runs


def test_a_paragraph_grows_as_it_narrows_and_is_told_whole(qtbot: QtBot) -> None:
    shown = RunsLabel()
    qtbot.addWidget(shown)
    shown.set_runs([Run("“on Friday 😀”", QUOTED), Run(" is read from the day the article appeared")])
    assert shown.heightForWidth(120) > shown.heightForWidth(800) == 18
    assert shown.accessibleName() == "“on Friday 😀” is read from the day the article appeared"


def test_marked_words_stand_on_the_highlighter_behind_an_emoji_too(qtbot: QtBot) -> None:
    shown = RunsLabel("lane_header", "primary", 20, 14)
    qtbot.addWidget(shown)
    shown.set_runs([Run("😀😀 a blast ", QUOTED), Run("on Friday", MARKED), Run(" in Midan", QUOTED)])
    shown.resize(400, 20)
    image = shown.grab().toImage()
    yellow = QColor(theme("light").highlight.fill)
    columns = [x for x in range(image.width()) if image.pixelColor(x, 3) == yellow]
    assert columns
    assert min(columns) > 60
    assert 40 < max(columns) - min(columns) < 90


def test_parts_flow_into_lines_and_stand_in_the_middle_of_them(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, gap=10, line_gap=5)
    for width, height in ((60, 20), (60, 10), (60, 20)):
        part = QWidget()
        part.setFixedSize(QSize(width, height))
        flow.addWidget(part)
    assert flow.heightForWidth(400) == 20
    assert flow.heightForWidth(140) == 45
    flow.setGeometry(QRect(0, 0, 140, 45))
    places = [flow.itemAt(number).geometry() for number in range(flow.count())]
    assert [(place.x(), place.y()) for place in places] == [(0, 0), (70, 5), (0, 25)]
    flow.clear()
    assert flow.count() == 0

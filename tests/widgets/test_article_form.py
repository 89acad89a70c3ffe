"""Title, publisher and author of an article in a form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from storage.model import Article
from widgets.article_form import ArticleForm, second_line

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BODY = "Armed men attacked a customs post near Tavask on Thursday, the governor said."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"Officers seized\n\nThe Valley Courier\n\n{BODY}", "The Valley Courier"),
        (f"Officers seized\n\n{BODY}\n\n{BODY}", ""),
        (f"Officers seized\n\n12 May 2017\n\n{BODY}", ""),
        ("Officers seized\n\nThe Valley Courier", ""),
        ("", ""),
    ],
)
def test_a_publisher_below_the_headline_is_offered(text: str, line: str) -> None:
    assert second_line(text) == line


def test_what_is_offered_is_taken_by_a_click_and_only_a_title_is_needed(qtbot: QtBot) -> None:
    form = ArticleForm(Article(1, f"Officers seized\n\nThe Valley Courier\n\n{BODY}", "Officers seized"), ())
    qtbot.addWidget(form)
    form.show()
    buttons = {part.text(): part for part in form.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Use “The Valley Courier”"], Qt.MouseButton.LeftButton)
    form.title.setText(" ")
    assert not buttons["Save"].isEnabled()
    form.title.setText("Officers  seized")
    with qtbot.waitSignal(form.saved) as told:
        qtbot.mouseClick(buttons["Save"], Qt.MouseButton.LeftButton)
    assert told.args == ["Officers seized", "The Valley Courier", ""]

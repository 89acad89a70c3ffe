import pytest
from pytestqt.qtbot import QtBot

from widgets.wrapped_button import WrappedButton

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_words_that_fit_stand_in_one_line_and_others_in_as_many_as_they_need(qtbot: QtBot) -> None:
    button = WrappedButton()
    qtbot.addWidget(button)
    button.setText("Between 28 September and 3 October 2016")
    whole = button.sizeHint()
    assert button.heightForWidth(whole.width()) == whole.height()
    line = button.fontMetrics().lineSpacing()
    assert button.heightForWidth(whole.width() * 2 // 3) - whole.height() == pytest.approx(line, abs=2)
    assert button.minimumSizeHint().width() < 60

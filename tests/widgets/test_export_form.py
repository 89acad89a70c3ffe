import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

from widgets.export_form import ExportForm, Format, Wanted

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FORMATS = (Format("png", "PNG picture", True), Format("csv", "CSV table", False))
BEFORE = Wanted("png", False, "light", 4031)


@pytest.fixture
def form(qtbot: QtBot) -> ExportForm:
    made = ExportForm(FORMATS, BEFORE)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_form_that_is_left_alone_wants_what_was_wanted_before(form: ExportForm) -> None:
    assert form.wanted() == BEFORE


def test_one_of_whole_and_visible_is_chosen(qtbot: QtBot, form: ExportForm) -> None:
    qtbot.mouseClick(form.visible, Qt.MouseButton.LeftButton, pos=form.visible.rect().center() / 4)
    assert form.wanted().visible_only
    assert not form.whole.isChecked()


def test_a_table_has_no_look_and_no_width(form: ExportForm) -> None:
    form.format.setCurrentIndex(1)
    assert form.wanted().ending == "csv"
    assert not form.theme.isEnabled()
    assert not form.pixels.isEnabled()


def test_numbers_are_written_as_everywhere_in_the_window_whatever_the_system_speaks(qtbot: QtBot) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French))
    try:
        form = ExportForm(FORMATS, BEFORE)
        qtbot.addWidget(form)
        assert form.pixels.text() == "4,031 px"
    finally:
        QLocale.setDefault(before)

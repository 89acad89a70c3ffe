"""The fields of the export dialog, as hands and ears meet them."""

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from widgets.export.choices import Format
from widgets.export.fields import Group, Number, Pick, Tick
from widgets.export.page import PageGroup
from widgets.export.words import OptionalLine
from widgets.figure.options import FigureOptions, Paper

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PNG = Format(".png", "PNG image", figure=True, dots=True, apart=True)
PDF, HTML = Format(".pdf", "PDF document", figure=True, pages=True), Format(".html", "Web page", figure=True)
CSV = Format(".csv", "CSV table")


def test_numbers_are_written_as_everywhere_in_the_window_whatever_the_system_speaks(qtbot: QtBot) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French))
    try:
        number = Number(100, 30_000, suffix=" px")
        qtbot.addWidget(number)
        number.setValue(4031)
        assert number.text() == "4,031 px"
    finally:
        QLocale.setDefault(before)


def test_the_wheel_changes_a_number_only_where_the_keyboard_is(qtbot: QtBot) -> None:
    group, number, pick = Group("Page"), Number(1, 9), Pick({"a": "A", "b": "B"})
    qtbot.addWidget(group)
    group.add("Number", number)
    group.add("Choice", pick)
    with qtbot.waitActive(group):
        group.show()
        group.activateWindow()
    for part in (number, pick):
        part.clearFocus()
        turn(part)
    assert (number.value(), pick.key()) == (1, "a")
    number.setFocus()
    turn(number)
    assert number.value() == 2


def turn(part: QWidget) -> None:
    at, up = QPointF(5, 5), QPoint(0, 120)
    none, still = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    modifiers = Qt.KeyboardModifier.NoModifier
    wheel = QWheelEvent(at, part.mapToGlobal(at), QPoint(), up, none, modifiers, still, False)
    QApplication.sendEvent(part, wheel)


def test_a_row_that_is_refused_says_why_to_eyes_and_ears(qtbot: QtBot) -> None:
    group, tick = Group("Look"), Tick("Legend")
    qtbot.addWidget(group)
    row = group.add("", tick)
    row.refuse("A table has none.")
    assert not tick.isEnabled()
    assert (tick.toolTip(), tick.accessibleDescription()) == ("A table has none.", "A table has none.")
    row.refuse("")
    assert tick.isEnabled()
    assert tick.accessibleDescription() == ""


def test_a_page_shows_what_belongs_to_its_size_and_refuses_what_the_format_does_not_know(qtbot: QtBot) -> None:
    page = PageGroup()
    qtbot.addWidget(page)
    page.fill(FigureOptions(page=Paper.A4, landscape=False, pages=4))
    page.fit(PDF)
    page.show()
    assert page.turned.isVisible()
    assert not page.width_px.isVisible()
    assert (page.scale.isEnabled(), page.pages.isEnabled()) == (False, True)
    assert page.told()["pages"] == 4
    page.paper.pick("pixels")
    page.fit(PNG)
    assert (page.scale.isEnabled(), page.pages.isEnabled()) == (True, True)
    page.fit(HTML)
    assert page.width_px.isVisible()
    assert not page.turned.isVisible()
    assert (page.scale.isEnabled(), page.pages.isEnabled()) == (False, False)
    assert page.told()["pages"] == 1, "a web page shows one"
    page.fit(CSV)
    assert not page.paper.isEnabled()


def test_an_empty_line_stands_for_what_is_said_by_itself_and_one_without_its_tick_for_nothing(qtbot: QtBot) -> None:
    made = OptionalLine("Title", "Aleppo")
    qtbot.addWidget(made)
    for words in ("حلب", None, ""):
        made.fill(words)
        assert made.told() == words
        assert made.field.isEnabled() == (words != "")

"""The filter of time in the sidebar."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from storage.moment import day_number
from storage.when import When, in_month
from widgets.date_field import read_iso
from widgets.time_section import TimeSection

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MAY_3, MAY_16 = float(day_number(2014, 5, 3)), float(day_number(2014, 5, 16))


def read(words: str) -> When | None:
    return in_month(2014, 6) if words == "June" else read_iso(words)


@pytest.fixture
def section(qtbot: QtBot) -> TimeSection:
    made = TimeSection()
    qtbot.addWidget(made)
    made.set_reader(read)
    made.show()
    made.header.click()
    return made


def typed(qtbot: QtBot, section: TimeSection, first: str, last: str) -> None:
    section.first.line.setText(first)
    section.last.line.setText(last)
    qtbot.keyClick(section.last.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("first", "last", "bounds"),
    [
        ("2014-05-03", "2014-05-15", (MAY_3, MAY_16)),
        ("2014-05-03", "", (MAY_3, None)),
        ("", "2014-05-15", (None, MAY_16)),
        ("2014-05-03", "June", (MAY_3, float(day_number(2014, 7, 1)))),
        ("2014-05-03", "2014-05-03", (MAY_3, MAY_3 + 1)),
    ],
)
def test_days_are_typed_and_the_last_one_counts(
    qtbot: QtBot, section: TimeSection, first: str, last: str, bounds: tuple[float | None, float | None]
) -> None:
    with qtbot.waitSignal(section.changed) as caught:
        typed(qtbot, section, first, last)
    assert tuple(caught.args) == bounds
    assert section.bounds == bounds


@pytest.mark.parametrize(("first", "last"), [("2014-05-15", "2014-05-03"), ("nonsense", ""), ("", "nonsense")])
def test_what_makes_no_sense_is_told_and_changes_nothing(
    qtbot: QtBot, section: TimeSection, first: str, last: str
) -> None:
    with qtbot.assertNotEmitted(section.changed):
        typed(qtbot, section, first, last)
    assert section.first.note.isVisible() or section.last.note.isVisible()
    assert section.bounds == (None, None)


def test_what_is_told_is_shown_and_not_announced(qtbot: QtBot, section: TimeSection) -> None:
    with qtbot.assertNotEmitted(section.changed):
        section.choose(MAY_3, MAY_16)
        qtbot.keyClick(section.last.line, Qt.Key.Key_Return)
    assert (section.first.text(), section.last.text()) == ("Sat 3 May 2014", "Thu 15 May 2014")
    assert section.header.accessibleName() == "Time: 3–15 May 2014"


def test_all_times_come_back_with_one_click(qtbot: QtBot, section: TimeSection) -> None:
    section.choose(MAY_3, None)
    with qtbot.waitSignal(section.changed) as caught:
        section.every.click()
    assert caught.args == [None, None]
    assert section.header.accessibleName() == "Time: all"
    assert not section.every.isEnabled()


def test_the_time_in_view_is_asked_for(qtbot: QtBot, section: TimeSection) -> None:
    with qtbot.waitSignal(section.visible_requested):
        section.visible.click()


def test_escape_puts_back_what_is_let_through(qtbot: QtBot, section: TimeSection) -> None:
    section.choose(MAY_3, None)
    section.first.line.setText("half a da")
    qtbot.keyClick(section.first.line, Qt.Key.Key_Escape)
    assert section.first.text() == "Sat 3 May 2014"

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from resources.themes import theme
from storage.moment import Moment
from storage.when import Precision, When, in_month, in_year, lasting, on_day
from widgets.day_strip import DayStrip, strip

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY, SATURDAY = Moment.of(2016, 12, 16), Moment.of(2016, 12, 17)


def test_days_around_an_event_and_its_anchor() -> None:
    made = strip(on_day(FRIDAY.day), SATURDAY)
    assert made is not None
    assert made.heads == ("Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon")
    assert made.numbers == ("13", "14", "15", "16", "17", "18", "19")
    assert (made.event, made.anchor, made.relation) == ((3, 3), 4, "the Friday before")


@pytest.mark.parametrize(
    ("event", "anchor", "relation"),
    [
        (on_day(FRIDAY.day), FRIDAY, "the same day"),
        (on_day(FRIDAY.day + 6), FRIDAY, "the Thursday after"),
        (in_month(2016, 11), SATURDAY, "the month before"),
        (in_month(2016, 12), SATURDAY, "the same month"),
        (in_year(2014), SATURDAY, "2 years before"),
    ],
)
def test_the_relation_of_event_and_anchor(event: When, anchor: Moment, relation: str) -> None:
    made = strip(event, anchor)
    assert made is not None
    assert made.relation == relation
    assert made.anchor is not None
    assert 0 <= made.event[0] <= made.event[1] < 7
    assert 0 <= made.anchor < 7


def test_five_cells_hold_what_is_near() -> None:
    made = strip(on_day(FRIDAY.day), SATURDAY, 5)
    assert made is not None
    assert made.numbers == ("14", "15", "16", "17", "18")
    assert (made.event, made.anchor) == ((2, 2), 3)
    assert strip(on_day(FRIDAY.day), Moment(FRIDAY.day + 5), 5) is None


@pytest.mark.parametrize(("width", "cells"), [(254, 7), (190, 5)])
def test_a_narrow_strip_has_fewer_cells(qtbot: QtBot, width: int, cells: int) -> None:
    shown = DayStrip()
    qtbot.addWidget(shown)
    shown.set_days(on_day(FRIDAY.day), SATURDAY)
    shown.resize(width, 62)
    image = shown.grab().toImage()
    yellow = QColor(theme("light").highlight.fill)
    columns = [x for x in range(image.width()) if image.pixelColor(x, 20) == yellow]
    event = cells // 2
    assert event * width / cells <= columns[0] < columns[-1] <= (event + 1) * width / cells


def test_a_stretch_of_days_is_shown_whole() -> None:
    made = strip(lasting(FRIDAY, Moment(FRIDAY.day + 2)), None)
    assert made is not None
    assert made.event[1] - made.event[0] == 2


@pytest.mark.parametrize(
    ("event", "anchor"),
    [
        (None, FRIDAY),
        (lasting(FRIDAY, None), FRIDAY),
        (on_day(FRIDAY.day - 7), FRIDAY),
        (in_year(1990), FRIDAY),
        (When(FRIDAY, Moment(FRIDAY.day + 30), Precision.DAY), None),
    ],
)
def test_what_does_not_fit_is_not_drawn(event: When | None, anchor: Moment) -> None:
    assert strip(event, anchor) is None


def test_the_event_stands_on_the_highlighter(qtbot: QtBot) -> None:
    shown = DayStrip()
    qtbot.addWidget(shown)
    shown.resize(254, 62)
    shown.set_days(on_day(FRIDAY.day), SATURDAY)
    image = shown.grab().toImage()
    yellow = QColor(theme("light").highlight.fill)
    columns = {x for x in range(image.width()) if image.pixelColor(x, 20) == yellow}
    assert columns
    assert all(3 * 254 / 7 <= x <= 4 * 254 / 7 for x in columns)
    assert shown.accessibleName() == "Friday 16 December 2016, the Friday before published"

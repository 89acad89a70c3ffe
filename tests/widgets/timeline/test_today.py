import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from resources.themes import theme
from tests.widgets.timeline.conftest import DAY, Hand
from widgets.timeline.clock import now
from widgets.timeline.moving import today
from widgets.timeline.pages import WIDTH
from widgets.timeline.spans import Span
from widgets.timeline.today import word_place
from widgets.timeline.view import Timeline


@pytest.fixture
def timeline(hand: Hand) -> Timeline:
    hand.timeline.lane_view.now = lambda: DAY + 1.5
    return hand.timeline


def blue(image: QImage, x: int, y: int) -> bool:
    """Whether a px has something of the accent."""
    tone = image.pixelColor(x, y)
    return tone.blue() > tone.red() + 40


def test_the_present_moment_is_a_line_through_the_lanes_and_a_word_in_the_axis(timeline: Timeline) -> None:
    timeline.set_span(Span(DAY - 7, DAY + 7))
    view = timeline.lane_view
    image, x = view.grab().toImage(), int(view.x_at(DAY + 1.5))
    assert any(blue(image, x + by, 480) for by in (-1, 0, 1))
    assert any(blue(image, x + by, y) for by in range(5, 30) for y in range(42, 54))


def test_it_has_its_place_where_there_are_no_events(qtbot: QtBot) -> None:
    empty = Timeline()
    qtbot.addWidget(empty)
    view = empty.lane_view
    view.now = lambda: DAY + 1.5
    empty.resize(1000, 500)
    empty.show()
    empty.set_span(Span(DAY - 7, DAY + 7))
    placed = view.frame().now_x
    assert placed == pytest.approx(view.x_at(DAY + 1.5) - view.sizes.header)
    empty.set_span(Span(DAY - 3, DAY + 11))
    moved = view.frame().now_x
    assert moved == pytest.approx(view.x_at(DAY + 1.5) - view.sizes.header)
    assert moved != pytest.approx(placed)


def test_out_of_view_it_is_not_marked(timeline: Timeline) -> None:
    timeline.set_span(Span(DAY - 30, DAY - 7))
    assert timeline.lane_view.frame().now_x is None
    image, accent = timeline.lane_view.grab().toImage(), QColor(theme("light").accent.base)
    assert all(image.pixelColor(x, 48) != accent for x in range(160, image.width()))


def test_now_is_today() -> None:
    assert today() <= now() <= today() + 2


@given(st.floats(0, 300), st.lists(st.floats(0, 300), max_size=12))
def test_the_word_meets_no_page_and_stays_in_view(x: float, pages: list[float]) -> None:
    left = word_place(x, 30, 300, pages)
    if left is not None:
        assert 0 <= left <= 270
        assert left > x or left + 30 < x
        assert all(page + WIDTH / 2 < left or page - WIDTH / 2 > left + 30 for page in pages)
    elif not pages:
        assert x < 0 or x > 300

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resources.themes import theme
from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from storage.moment import day_number
from widgets.theme import apply_theme
from widgets.timeline.spans import Span
from widgets.timeline.view import Timeline

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROOT = Path(__file__).parents[3]
DAY = float(day_number(2016, 12, 16))
MINUTE = 1 / 1440
LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
ROWS = [
    (DAY, DAY + 1, Precision.DAY, "attack", 0.9),
    (DAY + 3.5, DAY + 3.5 + MINUTE, Precision.MINUTE, "attack", 0.8),
    (DAY - 2, DAY + 2, Precision.INTERVAL, "siege", 0.7),
    (DAY + 1, DAY + 4, Precision.DAY, "talks", 0.6),
    (DAY - 4, DAY - 3, Precision.DAY, "attack", 0.5),
]
"""By their places: the blast, the shot, the siege, the talks, the raid."""
BLAST, SHOT, SIEGE, TALKS, RAID = range(5)
NAMES = ("Blast in a station", "Ambassador shot", "Siege of the town", "Talks in Astana", "Raid on a market")
ORDER = ("talks", "siege", "attack", "statement")


def lanes_of(columns: Columns) -> Lanes:
    names = [columns.kinds[kind] for kind in columns.kind.tolist()]
    present = [name for name in ORDER if name in names]
    lanes = tuple(Lane(name, name.capitalize(), name, names.count(name)) for name in present)
    return Lanes(lanes, np.array([present.index(name) for name in names], np.int32))


def titles(ids: Sequence[int]) -> dict[int, str]:
    return {one: NAMES[one] if one < len(NAMES) else f"Event {one}" for one in ids}


@pytest.fixture
def timeline(qtbot: QtBot, columns_of: Callable[..., Columns]) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(1036, 620)
    made.show()
    fill(made, columns_of(ROWS))
    made.set_span(Span(DAY - 5, DAY + 9))
    made.grab()
    return made


def fill(timeline: Timeline, columns: Columns) -> None:
    timeline.set_events(columns, lanes_of(columns), titles)


def place(timeline: Timeline, event: int) -> QPoint:
    """Where to click on an event."""
    box = timeline.lane_view.box_of(event)
    assert box
    return box.center()


def click(qtbot: QtBot, timeline: Timeline, at: QPoint) -> None:
    qtbot.mouseClick(timeline.lane_view.viewport(), LEFT, pos=at)


def wheel(timeline: Timeline, at: QPoint, notches: int, keys: Qt.KeyboardModifier = NO_KEY) -> None:
    target = timeline.lane_view.viewport()
    everywhere = QPointF(target.mapToGlobal(at))
    turned = QPoint(0, 120 * notches)
    event = QWheelEvent(
        QPointF(at), everywhere, QPoint(), turned, Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(target, event)


def drag(qtbot: QtBot, target: object, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(target, LEFT, pos=start)
    for share in (0.25, 0.5, 0.75, 1.0):
        qtbot.mouseMove(target, start + (end - start) * share)
    qtbot.mouseRelease(target, LEFT, pos=end)


@pytest.mark.parametrize("event", range(len(ROWS)))
def test_a_click_on_any_mark_chooses_its_event_and_says_so(qtbot: QtBot, timeline: Timeline, event: int) -> None:
    with qtbot.waitSignal(timeline.event_clicked) as caught:
        click(qtbot, timeline, place(timeline, event))
    assert caught.args == [event]
    assert timeline.selected == event


def test_a_click_beside_all_marks_is_told_and_chooses_nothing(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.waitSignal(timeline.background_clicked), qtbot.assertNotEmitted(timeline.event_clicked):
        click(qtbot, timeline, QPoint(1000, 540))


def test_a_selection_that_is_told_is_not_announced(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.assertNotEmitted(timeline.event_clicked):
        timeline.select(SHOT)
    assert timeline.selected == SHOT


def test_an_event_out_of_view_is_brought_into_view_without_zooming(timeline: Timeline) -> None:
    timeline.set_span(Span(DAY + 300, DAY + 314))
    timeline.select(BLAST)
    assert timeline.visible_span.length == pytest.approx(14)
    assert timeline.visible_span.start < DAY < DAY + 1 < timeline.visible_span.end
    assert timeline.lane_view.box_of(BLAST)


def test_an_event_in_view_moves_nothing_and_unrevealed_ones_neither(timeline: Timeline) -> None:
    before = timeline.visible_span
    timeline.select(TALKS)
    assert timeline.visible_span == before
    away = Span(DAY + 300, DAY + 314)
    timeline.set_span(away)
    timeline.select(BLAST, reveal=False)
    assert timeline.visible_span.start == pytest.approx(away.start)


@pytest.mark.parametrize("span", [Span(DAY - 0.01, DAY + 14), Span(DAY - 13, DAY + 1.01)], ids=["left", "right"])
def test_an_event_in_view_at_an_edge_moves_nothing(timeline: Timeline, span: Span) -> None:
    timeline.set_span(span)
    before = timeline.visible_span
    timeline.select(BLAST)
    assert timeline.visible_span == before


@pytest.mark.parametrize("x", [200, 500, 1000])
@pytest.mark.parametrize("notches", [1, -2])
def test_the_wheel_keeps_the_time_under_the_mouse(timeline: Timeline, x: int, notches: int) -> None:
    time, length = timeline.lane_view.time_at(x), timeline.visible_span.length
    wheel(timeline, QPoint(x, 300), notches)
    assert timeline.lane_view.time_at(x) == pytest.approx(time, abs=1e-6)
    assert (timeline.visible_span.length < length) == (notches > 0)


def test_the_wheel_with_shift_pans(timeline: Timeline) -> None:
    before = timeline.visible_span
    wheel(timeline, QPoint(500, 300), -1, Qt.KeyboardModifier.ShiftModifier)
    assert timeline.visible_span.length == pytest.approx(before.length)
    assert timeline.visible_span.start > before.start


def test_a_drag_takes_the_time_along_and_is_no_click(qtbot: QtBot, timeline: Timeline) -> None:
    time = timeline.lane_view.time_at(700)
    with qtbot.assertNotEmitted(timeline.background_clicked), qtbot.assertNotEmitted(timeline.event_clicked):
        drag(qtbot, timeline.lane_view.viewport(), QPoint(700, 500), QPoint(460, 500))
    assert timeline.lane_view.time_at(460) == pytest.approx(time, abs=1e-6)


def test_panning_within_what_was_laid_out_keeps_the_rows(timeline: Timeline) -> None:
    scene = timeline.lane_view.lanes
    timeline.set_span(timeline.visible_span.moved(0.1))
    assert timeline.lane_view.lanes is scene
    timeline.set_span(timeline.visible_span.moved(0.5))
    assert timeline.lane_view.lanes is not scene


def test_a_label_stays_in_view_while_its_bar_is_panned_out(timeline: Timeline) -> None:
    timeline.set_span(Span(DAY - 4, DAY + 6))
    before = place(timeline, SIEGE).x()
    timeline.set_span(Span(DAY - 1.5, DAY + 8.5))
    box = timeline.lane_view.box_of(SIEGE)
    assert box
    assert before > box.center().x()
    assert box.left() >= timeline.lane_view.sizes.header - 1


def test_the_range_is_told(qtbot: QtBot, timeline: Timeline) -> None:
    with qtbot.waitSignal(timeline.range_changed) as caught:
        timeline.set_span(Span(DAY, DAY + 3))
    assert caught.args == pytest.approx([DAY, DAY + 3])


def test_f_shows_all_events_and_again_where_most_of_them_are(
    qtbot: QtBot, timeline: Timeline, columns_of: Callable[..., Columns]
) -> None:
    old = float(day_number(1993, 2, 1))
    fill(timeline, columns_of([*ROWS, (old, old + 1, Precision.DAY, "attack", 0.5)]))
    qtbot.keyClick(timeline, Qt.Key.Key_F)
    everything = timeline.visible_span
    assert everything.start < old
    assert everything.end > DAY + 4
    qtbot.keyClick(timeline, Qt.Key.Key_F)
    near = timeline.visible_span
    assert old < near.start < DAY
    assert near.end > DAY + 1
    assert near.length < 60
    qtbot.keyClick(timeline, Qt.Key.Key_F)
    assert timeline.visible_span == everything


def test_plus_and_minus_zoom(qtbot: QtBot, timeline: Timeline) -> None:
    qtbot.keyClick(timeline, Qt.Key.Key_Plus)
    assert timeline.visible_span.length == pytest.approx(14 / 1.5)
    qtbot.keyClick(timeline, Qt.Key.Key_Minus)
    assert timeline.visible_span.length == pytest.approx(14)


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (BLAST, Qt.Key.Key_Left, RAID),
        (BLAST, Qt.Key.Key_Right, SHOT),
        (BLAST, Qt.Key.Key_Up, SIEGE),
        (SIEGE, Qt.Key.Key_Up, TALKS),
        (SIEGE, Qt.Key.Key_Down, RAID),
        (BLAST, Qt.Key.Key_Home, RAID),
        (BLAST, Qt.Key.Key_End, SHOT),
    ],
)
def test_arrows_go_from_event_to_event(qtbot: QtBot, timeline: Timeline, start: int, key: Qt.Key, end: int) -> None:
    timeline.select(start)
    with qtbot.waitSignal(timeline.event_clicked) as caught:
        qtbot.keyClick(timeline, key)
    assert caught.args == [end]
    assert timeline.selected == end


def test_an_arrow_beyond_the_last_event_stays(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.select(SHOT)
    with qtbot.assertNotEmitted(timeline.event_clicked):
        qtbot.keyClick(timeline, Qt.Key.Key_Right)
    assert timeline.selected == SHOT


def test_arrows_bring_their_event_into_view(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_span(Span(DAY + 2, DAY + 6))
    timeline.select(SHOT)
    qtbot.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.visible_span.start < DAY - 4 < timeline.visible_span.end


def test_enter_opens_and_escape_lets_go(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.select(TALKS)
    with qtbot.waitSignal(timeline.event_activated) as caught:
        qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert caught.args == [TALKS]
    with qtbot.waitSignal(timeline.background_clicked):
        qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    assert timeline.selected is None


def test_resting_on_a_mark_shows_its_card_as_plain_words_beside_it(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_card_source(lambda event: (f"<b>{NAMES[event]}</b>", "Friday 16 December 2016", "“on Friday”", ""))
    qtbot.mouseMove(timeline.lane_view.viewport(), QPoint(1000, 560))
    qtbot.mouseMove(timeline.lane_view.viewport(), place(timeline, BLAST))
    assert timeline.lane_view.hovered == BLAST
    qtbot.waitUntil(timeline.card.isVisible)
    assert timeline.card.text == "<b>Blast in a station</b>\nFriday 16 December 2016\n“on Friday”"
    box = timeline.lane_view.box_of(BLAST)
    assert box
    assert not timeline.card.geometry().intersects(box)
    assert timeline.rect().contains(timeline.card.geometry())
    qtbot.mouseMove(timeline.lane_view.viewport(), QPoint(1000, 560))
    assert timeline.lane_view.hovered is None
    assert not timeline.card.isVisible()


def test_other_events_keep_range_and_selection(timeline: Timeline, columns_of: Callable[..., Columns]) -> None:
    timeline.select(BLAST)
    before = timeline.visible_span
    fill(timeline, columns_of(ROWS[:3]))
    assert timeline.selected == BLAST
    assert timeline.visible_span.start == pytest.approx(before.start)
    assert timeline.visible_span.end == pytest.approx(before.end)


def test_the_first_events_are_brought_into_view(qtbot: QtBot, columns_of: Callable[..., Columns]) -> None:
    made = Timeline()
    qtbot.addWidget(made)
    fill(made, columns_of([]))
    fill(made, columns_of(ROWS))
    assert made.visible_span.start < DAY - 4
    assert made.visible_span.end > DAY + 4


def test_a_page_of_the_axis_opens_its_article(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_pages(np.array([DAY, DAY + 1, DAY + 400]), np.array([7, 8, 9]), 8)
    first, second = timeline.lane_view.placed_pages()
    assert (first.open, second.open) == (False, True)
    at = QPoint(round(first.x + timeline.lane_view.sizes.header), 48)
    with qtbot.waitSignal(timeline.page_clicked) as caught, qtbot.assertNotEmitted(timeline.background_clicked):
        click(qtbot, timeline, at)
    assert caught.args == [7]


def test_a_click_into_a_band_comes_nearer(qtbot: QtBot, timeline: Timeline, columns_of: Callable[..., Columns]) -> None:
    fill(timeline, columns_of([(DAY + 0.001 * n, DAY + 0.001 * n + MINUTE, Precision.MINUTE, "attack", 0.5)
                               for n in range(900)]))  # fmt: skip
    scene, view = timeline.lane_view.lanes, timeline.lane_view
    band = scene.bands[0]
    cell = int(np.argmax(band.counts))
    x = scene.x(float(band.edges[cell] + band.edges[cell + 1]) / 2) - view.seen.left + view.sizes.header
    click(qtbot, timeline, QPoint(round(x), round(band.y + view.sizes.axis)))
    assert timeline.visible_span.length < 2


def test_a_tick_is_its_event(qtbot: QtBot, timeline: Timeline, columns_of: Callable[..., Columns]) -> None:
    fill(timeline, columns_of([(DAY + 0.02 * n, DAY + 0.02 * n + MINUTE, Precision.MINUTE, "attack", 0.5)
                               for n in range(70)]))  # fmt: skip
    timeline.resize(1036, 240)
    timeline.grab()
    scene, view = timeline.lane_view.lanes, timeline.lane_view
    ticks = scene.ticks[0]
    at = QPoint(round(ticks.x[0] - view.seen.left + view.sizes.header), round(ticks.y + view.sizes.axis))
    with qtbot.waitSignal(timeline.event_clicked) as caught:
        click(qtbot, timeline, at)
    assert caught.args == [ticks.ids[0]]
    assert timeline.lane_view.lanes.mark_of(ticks.ids[0]), "a chosen event has a mark of its own"


def test_the_wheel_over_the_headers_scrolls_lanes_that_do_not_fit(timeline: Timeline) -> None:
    timeline.resize(1036, 200)
    timeline.grab()
    view = timeline.lane_view
    assert view.furthest > 0
    before = timeline.visible_span
    wheel(timeline, QPoint(40, 100), -1)
    assert view.scrolled > 0
    wheel(timeline, QPoint(40, 100), -50)
    assert view.scrolled == view.furthest
    assert timeline.visible_span == before


def test_an_event_below_the_edge_is_scrolled_to(timeline: Timeline) -> None:
    timeline.resize(1036, 200)
    timeline.grab()
    timeline.select(BLAST)
    box = timeline.lane_view.box_of(BLAST)
    assert box
    assert timeline.lane_view.sizes.axis <= box.top()
    assert box.bottom() <= timeline.lane_view.height()


def test_a_screen_reader_is_told_what_is_selected(timeline: Timeline) -> None:
    assert timeline.accessibleName() == "Timeline of 5 events"
    timeline.select(TALKS)
    assert timeline.accessibleDescription() == "Selected: Talks in Astana"
    timeline.set_card_source(lambda event: (NAMES[event], "Friday", "", "2 sources"))
    timeline.select(BLAST)
    assert timeline.accessibleDescription() == "Selected: Blast in a station, Friday, 2 sources"
    timeline.select(None)
    assert timeline.accessibleDescription().startswith("No event is selected")


def test_the_colours_follow_the_theme(qapp: QApplication, timeline: Timeline) -> None:
    try:
        for name in ("dark", "light"):
            apply_theme(qapp, theme(name))
            image = timeline.grab().toImage()
            assert image.pixelColor(40, 555) == QColor(theme(name).surface.canvas)
            assert image.pixelColor(10, 615) == QColor(theme(name).surface.window)
    finally:
        qapp.setStyleSheet("")
        qapp.setProperty("dateline_theme", None)


@pytest.mark.parametrize(
    "span",
    [
        Span(day_number(-9999, 1, 1), day_number(99999 - 60000, 1, 1)),
        Span(day_number(-9999, 1, 1), day_number(-9998, 1, 1)),
        Span(day_number(39999, 1, 1), day_number(39999, 1, 2)),
        Span(DAY, DAY),
        Span(float("-inf"), float("inf")),
    ],
)
def test_no_stretch_of_time_is_too_far_or_too_short(timeline: Timeline, span: Span) -> None:
    timeline.set_span(span)
    assert timeline.visible_span.length > 0
    assert not timeline.grab().isNull()


@pytest.mark.parametrize("year", [-9999, 99999])
def test_events_of_far_years_are_shown(timeline: Timeline, columns_of: Callable[..., Columns], year: int) -> None:
    day = float(day_number(year, 5, 1))
    fill(timeline, columns_of([(day, day + 1, Precision.DAY, "attack", 0.5)]))
    timeline.fit()
    timeline.select(0)
    assert not timeline.grab().isNull()
    assert timeline.lane_view.box_of(0)


@pytest.mark.parametrize("size", [(400, 300), (320, 160), (3000, 1800)])
def test_any_window_size_is_right(timeline: Timeline, size: tuple[int, int]) -> None:
    timeline.resize(*size)
    image = timeline.grab().toImage()
    assert image.size().width() == size[0]
    assert timeline.lane_view.time_at(timeline.lane_view.width()) == pytest.approx(timeline.visible_span.end)


def test_the_overview_moves_and_zooms_what_is_in_view(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_span(Span(DAY - 2, DAY + 2))
    overview = timeline.overview
    target, (left, right) = overview.view.viewport(), overview.frame()
    middle = round((left + right) / 2)
    drag(qtbot, target, QPoint(middle, 20), QPoint(middle + 60, 20))
    assert timeline.visible_span.length == pytest.approx(4)
    assert timeline.visible_span.start > DAY - 2
    before, (left, right) = timeline.visible_span, overview.frame()
    drag(qtbot, target, QPoint(round(right), 20), QPoint(round(right) - 40, 20))
    assert timeline.visible_span.length < 4
    assert timeline.visible_span.start == pytest.approx(before.start)


def test_the_frame_of_the_overview_stops_at_its_end(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_span(Span(DAY - 2, DAY + 2))
    overview = timeline.overview
    shown, (left, right) = overview.view.span, overview.frame()
    drag(qtbot, overview.view.viewport(), QPoint(round((left + right) / 2), 20), QPoint(3000, 20))
    assert overview.view.span == shown
    assert timeline.visible_span.length == pytest.approx(4)
    assert timeline.visible_span.end == pytest.approx(shown.end)


def test_a_click_into_the_overview_goes_there(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_span(Span(DAY + 1, DAY + 2))
    qtbot.mouseClick(timeline.overview.view.viewport(), LEFT, pos=QPoint(220, 20))
    assert timeline.visible_span.length == pytest.approx(1)
    assert timeline.visible_span.end < DAY


def test_the_overview_grows_with_what_is_in_view(timeline: Timeline) -> None:
    timeline.set_span(Span(DAY - 4000, DAY + 4000))
    shown = timeline.overview.view.span
    assert shown.start <= DAY - 4000 + 1e-6
    assert shown.end >= DAY + 4000 - 1e-6


def test_pyqtgraph_waits_until_a_timeline_is_made() -> None:
    code = "import sys, widgets.timeline.view, widgets.figure.painting; sys.exit('pyqtgraph' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def ink_in_the_middle(timeline: Timeline) -> bool:
    """Whether words stand in the middle of the lanes."""
    view = timeline.lane_view
    image = view.grab().toImage()
    ratio, ground = image.devicePixelRatio(), QColor(theme("light").surface.canvas).lightness()
    x, y = view.sizes.header + view.room / 2, view.sizes.axis + view.depth / 2
    across = range(round((x - 60) * ratio), round((x + 60) * ratio))
    down = range(round((y - 8) * ratio), round((y + 8) * ratio))
    return any(image.pixelColor(column, row).lightness() < ground - 100 for column in across for row in down)


def test_a_timeline_without_events_says_what_it_was_told_to(
    timeline: Timeline, columns_of: Callable[..., Columns]
) -> None:
    timeline.set_hint("No event passes the filters.")
    assert timeline.lane_view.told == ""
    fill(timeline, columns_of([]))
    assert timeline.lane_view.told == "No event passes the filters."
    assert timeline.accessibleDescription() == "No event passes the filters."
    assert ink_in_the_middle(timeline)
    timeline.set_hint("")
    assert not ink_in_the_middle(timeline)


def test_an_empty_stretch_says_how_to_see_events(qtbot: QtBot, timeline: Timeline) -> None:
    timeline.set_span(Span(DAY + 300, DAY + 314))
    assert "F shows all" in timeline.lane_view.told
    assert ink_in_the_middle(timeline)
    qtbot.keyClick(timeline, Qt.Key.Key_F)
    assert timeline.lane_view.told == ""


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - the signature of Qt
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_another_stretch_of_time_is_painted_once(timeline: Timeline, qapp: QApplication) -> None:
    qapp.processEvents()
    paints = Paints(timeline.lane_view.viewport())
    timeline.set_span(Span(DAY - 3, DAY + 5))
    for _ in range(3):
        qapp.processEvents()
    assert paints.count == 1


def test_beside_the_view_nothing_is_laid_out_until_the_zoom_has_come_to_rest(timeline: Timeline, qtbot: QtBot) -> None:
    view, span = timeline.lane_view, Span(DAY - 3, DAY + 5)
    timeline.set_span(span)
    assert (view.lanes.first, view.lanes.last) == (pytest.approx(span.start), pytest.approx(span.end))
    qtbot.waitUntil(lambda: view.lanes.first < span.start - 1)
    assert view.lanes.last > span.end + 1


def test_hidden_rows_are_not_shown_and_not_counted(timeline: Timeline, columns_of: Callable[..., Columns]) -> None:
    columns = columns_of(ROWS)
    timeline.set_events(columns, lanes_of(columns), titles, columns.ids != SIEGE)
    assert timeline.lane_view.box_of(SIEGE) is None
    assert timeline.lane_view.box_of(BLAST) is not None
    assert timeline.accessibleName() == "Timeline of 4 events"

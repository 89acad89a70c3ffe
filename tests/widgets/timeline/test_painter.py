from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from resources.themes import theme
from storage.columns import REVIEWS, STATUSES, Columns, Lane, Lanes
from storage.columns import Mark as Flag
from storage.model import Precision, Review, Status
from storage.moment import day_number
from widgets.timeline.axis import axis_of
from widgets.timeline.frame import Frame, paint_frame
from widgets.timeline.index import build_index
from widgets.timeline.layout import Look, layout
from widgets.timeline.measure import measure
from widgets.timeline.scene import Form, Mark
from widgets.timeline.seen import Seen, words_of
from widgets.timeline.sizes import screen_sizes
from widgets.timeline.spans import Span
from widgets.timeline.stretch import stretch_of

pytestmark = pytest.mark.usefixtures("qapp")

DAY = float(day_number(2016, 12, 12))
VIEW = Span(DAY, DAY + 10)
TITLE = "Siege of the old town"
LENGTHS = {
    Form.INSTANT: (DAY + 3.5, DAY + 3.5 + 1 / 1440, Precision.MINUTE),
    Form.DAY: (DAY + 3, DAY + 4, Precision.DAY),
    Form.BETWEEN: (DAY + 3, DAY + 8, Precision.DAY),
    Form.BAR: (DAY + 3, DAY + 8, Precision.INTERVAL),
}
ColumnsOf = Callable[..., Columns]


@dataclass(frozen=True)
class Shown:
    frame: Frame
    theme: str


def figure(columns: Columns, theme_name: str = "light", span: Span = VIEW) -> Shown:
    count = len(columns)
    lanes = Lanes((Lane("attack", "Attack", "attack", count),), np.zeros(count, np.int32))
    titles = dict.fromkeys(columns.ids.tolist(), TITLE)
    sizes, shown = screen_sizes(), span.allowed()
    room = 1000 - sizes.header
    look = Look(shown.start, shown.end, room, 240 - sizes.axis)
    scene = layout(build_index(columns, lanes), lambda ids: {one: titles[one] for one in ids}, measure, look)
    axis = axis_of(shown.start, shown.end, room, measure)
    return Shown(Frame(scene, axis, Seen(0.0, room), [count], 1000, 240), theme_name)


def paint_shown(painter: QPainter, shown: Shown) -> None:
    paint_frame(painter, theme(shown.theme), shown.frame)


def one(columns_of: ColumnsOf, form: Form = Form.DAY, status: Status = Status.HAPPENED, flags: int = 0) -> Columns:
    made = columns_of([(*LENGTHS[form], "attack", 0.5)], marks=flags)
    return replace(made, status=np.array([STATUSES.index(status)], np.int8))


def painted(shown: Shown, seen: Seen | None = None, stretch: tuple[float, float] | None = None) -> QImage:
    image = QImage(1000, 240, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    frame = replace(shown.frame, seen=seen or shown.frame.seen, stretch=stretch)
    paint_frame(painter, theme(shown.theme), frame)
    painter.end()
    return image


def box_of(frame: Frame, mark: Mark) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a mark on the picture."""
    sizes = frame.scene.sizes
    left, right = words_of(mark, sizes)
    left, right = min(left, mark.x0), max(right, mark.x1)
    top = sizes.axis + mark.y - sizes.row / 2
    return round(left + sizes.header), round(top), round(right + sizes.header), round(top + sizes.row)


def near(image: QImage, box: tuple[int, int, int, int], colour: str, slack: int = 24) -> int:
    """How many px of a box have about that colour."""
    wanted, count = QColor(colour), 0
    for x in range(max(box[0], 0), min(box[2], image.width())):
        for y in range(max(box[1], 0), min(box[3], image.height())):
            found = image.pixelColor(x, y)
            far = max(abs(found.red() - wanted.red()), abs(found.green() - wanted.green()),
                      abs(found.blue() - wanted.blue()))  # fmt: skip
            count += far <= slack
    return count


@pytest.mark.parametrize("name", ["light", "dark", "print"])
@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("form", list(Form))
def test_every_form_in_every_status_is_seen_in_its_kinds_colour(
    columns_of: ColumnsOf, form: Form, status: Status, name: str
) -> None:
    shown = figure(one(columns_of, form, status), name)
    mark = shown.frame.scene.marks[0]
    assert mark.form is form
    image, box = painted(shown), box_of(shown.frame, mark)
    assert near(image, box, theme(name).colour_of("attack")) >= 8
    assert near(image, box, theme(name).text.primary, 70) + near(image, box, theme(name).text.secondary, 70) > 60


@pytest.mark.parametrize("form", [Form.DAY, Form.BETWEEN])
def test_what_is_planned_is_hollow_and_what_is_supposed_is_dashed(columns_of: ColumnsOf, form: Form) -> None:
    colour, amounts = theme("light").colour_of("attack"), []
    for status in (Status.HAPPENED, Status.PLANNED, Status.HYPOTHETICAL):
        shown = figure(one(columns_of, form, status))
        amounts.append(near(painted(shown), box_of(shown.frame, shown.frame.scene.marks[0]), colour))
    assert amounts[0] > amounts[1] > amounts[2] > 0


def test_a_denied_event_is_struck_through(columns_of: ColumnsOf) -> None:
    shown = figure(one(columns_of, status=Status.DENIED))
    mark, image = shown.frame.scene.marks[0], painted(shown)
    y = round(shown.frame.scene.sizes.axis + mark.y - 0.5)
    left, right = round(160 + mark.label_x), round(160 + mark.label_x + mark.label_width)
    dark = [min(image.pixelColor(x, row).lightness() for row in (y - 1, y, y + 1)) for x in range(left, right)]
    assert max(dark) < 140


@pytest.mark.parametrize(
    ("flags", "review", "sources"),
    [(int(Flag.DISAGREE), Review.FOUND, 2), (0, Review.CONFIRMED, 1), (0, Review.FOUND, 5), (4, Review.FOUND, 1)],
)
def test_what_is_said_about_an_event_is_seen(columns_of: ColumnsOf, flags: int, review: Review, sources: int) -> None:
    plain = figure(one(columns_of))
    more = replace(
        one(columns_of, flags=flags),
        review=np.array([REVIEWS.index(review)], np.int8),
        sources=np.array([sources], np.int32),
    )
    assert painted(figure(more)) != painted(plain)


def test_an_approximate_end_fades(columns_of: ColumnsOf) -> None:
    sharp, faded = (figure(one(columns_of, Form.BAR, flags=flags)) for flags in (0, int(Flag.APPROXIMATE)))
    mark = sharp.frame.scene.marks[0]
    y = round(sharp.frame.scene.sizes.axis + mark.y + 8)
    x = round(160 + mark.x1) - 4
    colour = theme("light").colour_of("attack")
    assert near(painted(sharp), (x, y, x + 1, y + 1), colour)
    assert painted(faded).pixelColor(x, y).lightness() > 190
    middle = round(160 + (mark.x0 + mark.x1) / 2)
    assert near(painted(faded), (middle, y, middle + 1, y + 1), colour)


@pytest.mark.parametrize("form", [Form.BETWEEN, Form.BAR])
def test_an_open_end_has_its_arrow_inside_the_view(columns_of: ColumnsOf, form: Form) -> None:
    start, _, precision = LENGTHS[form]
    shown = figure(columns_of([(start, np.inf, precision, "attack", 0.5)]))
    mark = shown.frame.scene.marks[0]
    foot = shown.frame.scene.sizes.axis + mark.y + (8.5 if form is Form.BAR else 10.5)
    image, colour = painted(shown), theme("light").colour_of("attack")
    heights = [near(image, (x, round(foot) - 6, x + 1, round(foot) + 6), colour, 60) for x in range(985, 996)]
    assert max(heights) >= 6
    assert near(image, (996, round(foot) - 6, 1000, round(foot) + 6), colour, 60) == 0


def test_the_chosen_event_is_yellow_and_so_is_its_day(columns_of: ColumnsOf) -> None:
    columns = one(columns_of)
    shown = figure(columns)
    seen = replace(shown.frame.seen, chosen=0)
    image = painted(shown, seen, (DAY + 3, DAY + 4))
    yellow = theme("light").highlight.fill
    assert near(image, box_of(shown.frame, shown.frame.scene.marks[0]), yellow) > 500
    x = round(160 + shown.frame.scene.x(DAY + 3.5))
    assert near(image, (x - 20, 24, x + 20, 42), yellow) > 200
    assert near(painted(shown), (0, 0, 1000, 240), yellow, 4) == 0


def test_two_guides_lead_from_the_chosen_event_to_its_day(columns_of: ColumnsOf) -> None:
    rows = [(DAY + 3, DAY + 4, Precision.DAY, "attack", 0.1), (DAY + 2.8, DAY + 6, Precision.INTERVAL, "attack", 0.9)]
    shown = figure(columns_of(rows))
    lower = max(shown.frame.scene.marks, key=lambda mark: mark.y)
    seen = replace(shown.frame.seen, chosen=lower.id)
    without = painted(shown, seen)
    with_guides = painted(shown, seen, (DAY + 3, DAY + 4))
    for time in (DAY + 3, DAY + 4):
        x = round(160 + shown.frame.scene.x(time))
        column = [with_guides.pixelColor(at, 60) != without.pixelColor(at, 60) for at in range(x - 2, x + 3)]
        rows_changed = [
            y for y in range(58, 66) if with_guides.pixelColor(x, y) != without.pixelColor(x, y)
            or with_guides.pixelColor(x - 1, y) != without.pixelColor(x - 1, y)
        ]  # fmt: skip
        assert any(column) or rows_changed


@pytest.mark.parametrize("form", list(Form))
def test_hover_and_focus_are_seen(columns_of: ColumnsOf, form: Form) -> None:
    shown = figure(one(columns_of, form))
    box = box_of(shown.frame, shown.frame.scene.marks[0])
    around = (box[0] - 16, box[1] - 2, box[2] + 16, box[3] + 2)
    hovered = painted(shown, replace(shown.frame.seen, hovered=0))
    focused = painted(shown, replace(shown.frame.seen, focus=0))
    assert near(hovered, around, theme("light").surface.hover, 2) > 200
    assert near(focused, around, theme("light").accent.focus) > 40


def test_no_event_paints_axis_and_headers_alone(columns_of: ColumnsOf) -> None:
    image = painted(figure(columns_of([])))
    assert near(image, (160, 0, 1000, 56), theme("light").text.primary, 60) > 40
    assert near(image, (0, 120, 155, 240), theme("light").surface.canvas, 0) == 155 * 120


def test_five_hundred_on_a_day_are_counted(columns_of: ColumnsOf) -> None:
    shown = figure(columns_of([(DAY + 3, DAY + 4, Precision.DAY, "attack", 0.5)] * 500))
    assert shown.frame.scene.bands
    band = shown.frame.scene.bands[0]
    y = round(shown.frame.scene.sizes.axis + band.y)
    left, right = (round(160 + shown.frame.scene.x(time)) for time in (DAY + 3, DAY + 4))
    assert near(painted(shown), (left + 2, y - 8, right - 2, y + 8), theme("light").colour_of("attack")) > 100


@pytest.mark.parametrize("year", [-9999, -44, 1, 9999, 39000])
@pytest.mark.parametrize("length", [1 / 24, 10.0, 4000.0, 10_000_000.0])
def test_any_stretch_of_time_can_be_painted(columns_of: ColumnsOf, year: int, length: float) -> None:
    day = float(day_number(year, 1, 1))
    columns = columns_of(
        [(day, day + 1, Precision.DAY, "attack", 0.5), (-np.inf, day, Precision.INTERVAL, "attack", 1)]
    )
    image = painted(figure(columns, span=Span(day - length / 2, day + length / 2)))
    assert near(image, (160, 0, 1000, 56), theme("light").text.primary, 60) > 20


def svg(shown: Shown) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QSvgGenerator()
    made.setOutputDevice(buffer)
    made.setSize(QSize(1000, 240))
    made.setViewBox(QRectF(0, 0, 1000, 240))
    painter = QPainter(made)
    paint_shown(painter, shown)
    painter.end()
    return bytes(buffer.data().data()).decode()


def test_text_stays_text_in_a_drawing(columns_of: ColumnsOf) -> None:
    shown = figure(one(columns_of))
    written = svg(shown)
    for words in (TITLE, "Attack", shown.frame.axis.groups[0].text):
        assert f">{words}</text>" in written
    assert 'font-size="12"' in written


@pytest.mark.parametrize("dots", [3780, 11811, 47244])
def test_letters_have_the_same_size_whatever_the_dots_per_inch(columns_of: ColumnsOf, dots: int) -> None:
    shown, widths = figure(one(columns_of)), []
    for density in (3780, dots):
        image = QImage(1000, 240, QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(density)
        image.setDotsPerMeterY(density)
        painter = QPainter(image)
        paint_shown(painter, shown)
        painter.end()
        mark = shown.frame.scene.marks[0]
        y = round(56 + mark.y - 1)
        dark = [
            x for x in range(round(160 + mark.label_x), 700)
            if any(image.pixelColor(x, y + step).lightness() < 100 for step in range(-6, 7))
        ]  # fmt: skip
        widths.append((dark[0], dark[-1]))
    assert widths[0] == pytest.approx(widths[1], abs=1.5)


def test_a_bar_that_began_before_the_figure_says_since_when(columns_of: ColumnsOf) -> None:
    shown = figure(columns_of([(day_number(2015, 3, 1), DAY + 5, Precision.INTERVAL, "attack", 0.5)]))
    assert [mark.note for mark in shown.frame.scene.marks] == ["since March 2015"]
    assert ">since March 2015</text>" in svg(shown)


def test_the_stretch_of_an_event_is_its_whole_days(columns_of: ColumnsOf) -> None:
    rows = [(*LENGTHS[Form.INSTANT], "attack", 0.5), (*LENGTHS[Form.BETWEEN], "attack", 0.5)]
    columns = columns_of(rows)
    index = build_index(columns, Lanes((Lane("a", "A", "attack", 2),), np.zeros(2, np.int32)))
    assert stretch_of(index, 0) == (DAY + 3, DAY + 4)
    assert stretch_of(index, 1) == (DAY + 3, DAY + 8)
    assert stretch_of(index, 9) is None
    assert stretch_of(index, 0, whole_days=False) == LENGTHS[Form.INSTANT][:2]

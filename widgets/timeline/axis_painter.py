"""Paints the calendar above the lanes: months over days, the chosen day in yellow, pages for publication dates."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPolygonF

from resources.themes import Theme
from widgets.timeline.axis import Axis
from widgets.timeline.dress import Dress, Surface, Words, brush, colour, fill, pen, stamp, upright_lines, write_all
from widgets.timeline.pages import HEIGHT, WIDTH, Page
from widgets.timeline.sizes import Sizes

GROUP_MIDDLE, CELL_MIDDLE = 12.7, 32.5
"""The middles of the capitals of the two lines of labels."""
LINE_FROM = 25.0
CHOSEN_TOP, CHOSEN_HEIGHT, CHOSEN_RADIUS = 23.5, 19.0, 3.0
MOST_CHOSEN = 0.5
"""A chosen stretch over more than this share of the view is only underlined."""
UNDERLINE = 3.0
PAGE_UP = 13.0
CORNER = 2.0


def paint_axis(
    painter: QPainter,
    dress: Dress,
    axis: Axis,
    sizes: Sizes,
    width: float,
    chosen: tuple[float, float] | None = None,
    pages: tuple[Page, ...] = (),
    zero: tuple[float, float] | None = None,
) -> None:
    """From the painter's 0,0 on, lane headers' corner included; other px count from their right.

    `chosen` is where the days of the chosen event are, `zero` where day zero is.
    """
    theme, scale = dress.theme, sizes.scale
    painter.save()
    painter.setClipRect(QRectF(sizes.header, 0, width - sizes.header, sizes.axis))
    painter.translate(sizes.header, 0)
    if chosen:
        chosen = _paint_chosen(painter, theme, chosen, width - sizes.header, sizes)
    zero = zero if axis.unit.days <= 1 else None  # its line is enough where a day is narrow
    if zero:
        zero = _paint_chosen(painter, theme, zero, width - sizes.header, sizes)
    _paint_labels(painter, dress, axis, [place for place in (chosen, zero) if place])
    painter.setPen(dress.line(theme.border.line, 1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    grid = [x for x in axis.grid if x > scale]
    upright_lines(painter, dress, grid, (LINE_FROM * scale, sizes.axis), theme.border.line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for page in pages:
        _paint_page(painter, dress, page, sizes)
    painter.restore()
    painter.fillRect(QRectF(0, sizes.axis - scale, width, scale), colour(theme.border.line))


def _paint_chosen(
    painter: QPainter, theme: Theme, chosen: tuple[float, float], width: float, sizes: Sizes
) -> tuple[float, float] | None:
    """Yellow on the days of the chosen event; where labels stand on it, or None if they do not."""
    left, right, scale = max(chosen[0], -10.0), min(chosen[1], width + 10.0), sizes.scale
    if right <= left:
        return None
    if right - left > MOST_CHOSEN * width:
        foot = sizes.axis - UNDERLINE * scale
        fill(painter, QRectF(left, foot, right - left, UNDERLINE * scale), theme.highlight.fill)
        return None
    box = QRectF(left + scale, CHOSEN_TOP * scale, max(right - left - 2 * scale, 2 * scale), CHOSEN_HEIGHT * scale)
    fill(painter, box, theme.highlight.fill, min(CHOSEN_RADIUS * scale, box.width() / 2))
    return left, right


def _paint_labels(painter: QPainter, dress: Dress, axis: Axis, yellow: Sequence[tuple[float, float]]) -> None:
    text, y, scale = dress.theme.text, CELL_MIDDLE * dress.scale, dress.scale
    places = [(group.x, group.text, text.primary) for group in axis.groups]
    write_all(painter, dress, GROUP_MIDDLE * scale, places, "axis_major")
    words, numbers = list[Words](), list[Words]()
    for cell in axis.cells:
        word, number = (text.tertiary, text.secondary) if cell.weekend else (text.secondary, text.primary)
        first = cell.x if cell.word else cell.number_x
        if yellow and any(left <= first and right > first + scale for left, right in yellow):
            word = number = dress.theme.highlight.text
        if cell.word:
            words.append((cell.x, cell.word, word))
        if cell.number:
            numbers.append((cell.number_x, cell.number, number))
    write_all(painter, dress, y, words, "axis")
    write_all(painter, dress, y, numbers, "axis_number")


def _paint_page(painter: QPainter, dress: Dress, page: Page, sizes: Sizes) -> None:
    """A sheet with its corner cut; filled for the article that is open."""
    theme, scale = dress.theme, sizes.scale
    line, ground = (
        (theme.text.primary, theme.text.primary) if page.open else (theme.border.strong, theme.surface.canvas)
    )
    left, top = page.x - WIDTH * scale / 2, sizes.axis - PAGE_UP * scale
    if dress.surface is Surface.SCREEN:
        stamp(painter, dress.ratio, left, top, _sheet_of(line, ground, scale, dress.ratio))
    else:
        _paint_sheet(painter, (left, top), line, ground, scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(colour(theme.text.primary))


@lru_cache(64)
def _sheet_of(line: str, ground: str, scale: float, ratio: float) -> QPixmap:
    """Kept as a picture: with many articles there are more than a hundred in view."""
    made = QPixmap(ceil(WIDTH * scale * ratio), ceil(HEIGHT * scale * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_sheet(painter, (0.0, 0.0), line, ground, scale)
    painter.end()
    return made


def _paint_sheet(painter: QPainter, at: tuple[float, float], line: str, ground: str, scale: float) -> None:
    left, top = at
    inner = 0.5 * scale
    right, foot = left + (WIDTH - 0.5) * scale, top + (HEIGHT - 0.5) * scale
    corner = CORNER * scale
    painter.setPen(pen(line, scale))
    painter.setBrush(brush(ground))
    corners = (
        (left + inner, top + inner), (right - corner, top + inner), (right, top + inner + corner), (right, foot),
        (left + inner, foot),
    )  # fmt: skip
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))

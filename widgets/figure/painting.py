"""Draws a page of a figure with any painter: strips by the hand that draws the timeline in the window, and the words."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from resources.themes import Theme, theme
from widgets.figure.figure import Figure, Page
from widgets.figure.legend import legend_scale, paint_samples
from widgets.figure.lettering import paint_run
from widgets.figure.strips import NAME_GAP, NAME_X, Strip
from widgets.timeline.axis_painter import paint_axis
from widgets.timeline.crowds import paint_bands, paint_ticks
from widgets.timeline.dress import Dress, colour, dress_for, write
from widgets.timeline.glyphs import GlyphLook, stamp_glyph
from widgets.timeline.lane_headers import lines_of
from widgets.timeline.letters import letters
from widgets.timeline.marks import paint_mark
from widgets.timeline.scene import LaneBox
from widgets.timeline.seen import Seen

LINE = 16.0
"""From line to line of a lane's name, at 100 %."""
NAME_GLYPH = 1.05


@runtime_checkable
class Grouping(Protocol):
    """A painter whose drawing has named groups, such as that of SVG."""

    def group(self, name: str, title: str) -> AbstractContextManager[None]:
        """What is drawn meanwhile belongs together."""


def paint_page(painter: QPainter, figure: Figure, number: int = 0) -> None:
    """A page from the painter's 0,0 on, in px at 96 to the inch: scale the painter for other resolutions."""
    page, chosen = figure.pages[number], theme(figure.options.look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not figure.options.transparent:
        painter.fillRect(QRectF(0, 0, page.width, page.height), colour(chosen.surface.canvas))
    for placed in page.strips:
        with _moved(painter, page.edge, placed.top):
            _paint_strip(painter, chosen, placed.strip)
    _paint_words(painter, chosen, page)


def _paint_words(painter: QPainter, chosen: Theme, page: Page) -> None:
    if page.legend:
        dress = _dress(painter, chosen, legend_scale(page.legend.letters))
        with grouped(painter, "legend", "Legend"), _moved(painter, page.edge, page.legend.top):
            paint_samples(painter, dress, page.legend.names, page.inner, page.legend.letters)
    painter.setPen(_dress(painter, chosen, 1.0).line(chosen.border.hairline, 1))
    for y in page.rules:
        painter.drawLine(QLineF(page.edge, y, page.edge + page.inner, y))
    with grouped(painter, "words", "Words"):
        for run in page.runs:
            paint_run(painter, chosen, run)


def grouped(painter: QPainter, name: str, title: str) -> AbstractContextManager[None]:
    """What is drawn meanwhile is a group of the drawing, where drawings have groups."""
    return painter.group(name, title) if isinstance(painter, Grouping) else nullcontext()


def _dress(painter: QPainter, chosen: Theme, scale: float) -> Dress:
    return replace(dress_for(painter, chosen, scale), letters=letters(scale, features=False), halos=False)


@contextmanager
def _moved(painter: QPainter, x: float, y: float) -> Iterator[None]:
    painter.translate(x, y)
    yield
    painter.translate(-x, -y)


def _paint_strip(painter: QPainter, chosen: Theme, strip: Strip) -> None:
    """Ground, axis, names of lanes and events of a stretch of time, from 0,0 on."""
    sizes = strip.scene.sizes
    dress = _dress(painter, chosen, sizes.scale)
    with grouped(painter, "axis", "Axis"):
        with _moved(painter, strip.left, sizes.axis):
            _paint_ground(painter, dress, strip)
        paint_axis(painter, dress, strip.axis, replace(sizes, header=strip.left), strip.width, zero=strip.zero)
        _paint_borders(painter, dress, strip)
    for number, lane in enumerate(strip.scene.lanes):
        with grouped(painter, _name_of(lane), lane.label):
            with _moved(painter, 0.0, sizes.axis):
                _paint_name(painter, dress, strip, lane)
            painter.save()
            painter.setClipRect(QRectF(sizes.header, sizes.axis, strip.width - sizes.header, strip.scene.height))
            painter.translate(strip.left, sizes.axis)
            _paint_lane(painter, dress, strip, number)
            painter.restore()


def _name_of(lane: LaneBox) -> str:
    """The name of its group: letters and digits of its key, the same in every strip but for a number behind."""
    return "lane-" + ("".join(sign if sign.isalnum() else "-" for sign in lane.key).strip("-") or "none")


def _paint_lane(painter: QPainter, dress: Dress, strip: Strip, number: int) -> None:
    """What has no room for words, then every mark."""
    scene, seen = strip.scene, Seen(0.0, strip.scene.width)
    crowd = replace(scene, bands=tuple(band for band in scene.bands if band.lane == number))
    paint_bands(painter, dress, crowd, seen)
    for ticks in scene.ticks:
        if ticks.lane == number:
            paint_ticks(painter, dress, ticks, seen, scene.sizes)
    for mark in scene.marks:
        if mark.lane == number:
            with grouped(painter, f"event-{mark.id}", mark.label):
                paint_mark(painter, dress, mark, seen, scene.sizes)


def _paint_ground(painter: QPainter, dress: Dress, strip: Strip) -> None:
    """Weekends and grid lines."""
    chosen = dress.theme
    for left, right in strip.axis.weekends:
        painter.fillRect(QRectF(left, 0, right - left, strip.scene.height), colour(chosen.surface.weekend))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(dress.line(chosen.border.hairline, 1))
    painter.drawLines([QLineF(x, first, x, last) for x, first, last in strip.lines])
    if strip.zero:
        painter.setPen(dress.line(chosen.text.secondary, 1))
        painter.drawLine(QLineF(strip.zero[0], 0, strip.zero[0], strip.scene.height))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_borders(painter: QPainter, dress: Dress, strip: Strip) -> None:
    """A strong line below the axis and one at the foot, hairlines between lanes."""
    theme, sizes = dress.theme, strip.scene.sizes
    feet = [sizes.axis + lane.top + lane.height for lane in strip.scene.lanes]
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(dress.line(theme.border.hairline, 1))
    painter.drawLines([QLineF(0, y, strip.width, y) for y in feet[:-1]])
    painter.setPen(dress.line(theme.border.strong, 1))
    painter.drawLines([QLineF(0, y, strip.width, y) for y in (sizes.axis, *feet[-1:])])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _paint_name(painter: QPainter, dress: Dress, strip: Strip, lane: LaneBox) -> None:
    """Glyph and name of a lane: beside its rows, or above them."""
    sizes, theme, scale = strip.scene.sizes, dress.theme, dress.scale
    if not sizes.header and not sizes.title:
        return
    above = bool(sizes.title)
    middle = lane.top + sizes.pad + (sizes.title if above else sizes.row) / 2
    if lane.kind:
        size = NAME_GLYPH * sizes.glyph
        look = GlyphLook(theme.colour_of(lane.kind), theme.surface.canvas, theme.text.primary, size=size)
        stamp_glyph(painter, dress, lane.kind, size / 2, middle - scale, look)
    left = NAME_X * scale if lane.kind else 0.0
    room = (strip.width if above else sizes.header - NAME_GAP / 2 * scale) - left
    most = 1 if above else max(1, int((lane.height - 2 * sizes.pad) / (LINE * scale)))
    for place, line in enumerate(lines_of(lane.label, (room, room), min(most, 4), dress.letters.measure)):
        write(painter, dress, (left, middle - scale + place * LINE * scale), line, "lane", theme.text.primary)

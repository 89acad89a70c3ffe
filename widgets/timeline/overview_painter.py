"""Paints the overview: bars, names of months, the frame with its two grips."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from resources.themes import Theme
from widgets.timeline.dress import Dress, brush, colour, dress_for, fill, mixed, pen, stamp, write
from widgets.timeline.histogram import Histogram, name_of
from widgets.timeline.spans import Span

FOOT = 18.0
"""Room below the bars for the names."""
TOP = 5.0
GRIP = 6.0
"""How near to an edge of the frame one takes it."""
TEXT_X = 20.0


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """What is painted: `shown` is all the time of the strip, `seen` that of the timeline, `frame` where it is in px."""

    bars: Histogram
    ticks: list[tuple[float, str]]
    shown: Span
    seen: Span
    frame: tuple[float, float]
    beyond: tuple[int, int]
    header: float
    width: float
    height: float

    def x(self, time: float) -> float:
        """Where a time is."""
        return self.header + (time - self.shown.start) / self.shown.length * (self.width - self.header)

    def lit(self) -> QRectF:
        """Where the bars stand that have a moment in view."""
        edges = self.bars.edges
        first = max(int(np.searchsorted(edges, self.seen.start, "right")) - 1, 0)
        last = min(int(np.searchsorted(edges, self.seen.end)), len(edges) - 1)
        left = max(self.x(float(edges[first])), self.header)
        return QRectF(left, 0, max(self.x(float(edges[last])) - left, 0.0), self.height - FOOT)


class Grounds:
    """What does not change while the frame is moved, as pictures: with the bars of what is in view, and of what is not."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._inside, self._outside = QPixmap(), QPixmap()

    def of(self, painter: QPainter, theme: Theme, strip: Strip) -> tuple[QPixmap, QPixmap]:
        """Both, for this strip; made anew when there are other bars, another theme or another size."""
        ratio = dress_for(painter, theme).ratio
        key = strip.bars, strip.shown, strip.header, strip.width, strip.height, theme, ratio
        if key != self._key:
            self._key = key
            self._inside, self._outside = (_ground(theme, strip, ratio, lit) for lit in (True, False))
        return self._inside, self._outside


def _ground(theme: Theme, strip: Strip, ratio: float, lit: bool) -> QPixmap:
    made = QPixmap(ceil(strip.width * ratio), ceil(strip.height * ratio))
    made.setDevicePixelRatio(ratio)
    painter = QPainter(made)
    dress, base = dress_for(painter, theme), strip.height - FOOT
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, QRectF(0, 0, strip.width, strip.height), theme.surface.window)
    painter.setClipRect(QRectF(strip.header, 0, strip.width - strip.header, strip.height))
    _paint_bars(painter, theme, strip, base, lit)
    _paint_ticks(painter, dress, strip, base)
    painter.setClipping(False)
    _paint_words(painter, dress, strip)
    painter.setPen(dress.line(theme.border.line, 1))
    painter.drawLine(QLineF(0, 0.5, strip.width, 0.5))
    painter.end()
    return made


def paint_overview(painter: QPainter, theme: Theme, strip: Strip, grounds: Grounds) -> None:
    """Everything, from the painter's 0,0 on."""
    dress, base = dress_for(painter, theme), strip.height - FOOT
    inside, outside = grounds.of(painter, theme, strip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.drawPixmap(0, 0, outside)
    painter.save()
    painter.setClipRect(strip.lit())
    painter.drawPixmap(0, 0, inside)
    painter.restore()
    painter.save()
    painter.setClipRect(QRectF(strip.header, 0, strip.width - strip.header, strip.height))
    _paint_frame(painter, dress, strip, base)
    painter.restore()


def _paint_bars(painter: QPainter, theme: Theme, strip: Strip, base: float, lit: bool) -> None:
    most = max(1, int(strip.bars.counts.max(initial=1)))
    tone = colour(theme.text.secondary if lit else mixed(theme.surface.window, theme.text.secondary, 0.45))
    for number in strip.bars.counts.nonzero()[0].tolist():
        start, end = float(strip.bars.edges[number]), float(strip.bars.edges[number + 1])
        height = max(1.5, (base - TOP) * int(strip.bars.counts[number]) / most)
        left, right = strip.x(start), strip.x(end)
        painter.fillRect(QRectF(left, base - height, max(1.0, right - left - 0.8), height), tone)


def _paint_ticks(painter: QPainter, dress: Dress, strip: Strip, base: float) -> None:
    theme = dress.theme
    painter.setPen(dress.line(theme.border.line, 1))
    painter.drawLine(QLineF(strip.header, base + 0.5, strip.width, base + 0.5))
    for time, name in strip.ticks:
        x = round(strip.x(time)) + 0.5
        painter.setPen(dress.line(theme.border.strong, 1))
        painter.drawLine(QLineF(x, base, x, base + 5))
        # Half a name at the edge says nothing.
        if x + 4 + dress.letters.measure(name, "overview") <= strip.width:
            write(painter, dress, (x + 3.5, strip.height - 8.5), name, "overview", theme.text.tertiary)


def _paint_frame(painter: QPainter, dress: Dress, strip: Strip, base: float) -> None:
    theme, (left, right) = dress.theme, strip.frame
    wash = QColor(theme.text.primary)
    wash.setAlphaF(0.06)
    painter.setBrush(wash)
    painter.setPen(dress.line(theme.text.primary, 1.5))
    painter.drawRoundedRect(QRectF(left, 3.5, right - left, base - 3), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x in (left, right):
        stamp(painter, dress.ratio, x - 4, base / 2 - 8, _grip(theme.surface.raised, theme.text.primary, dress.ratio))


@lru_cache(16)
def _grip(ground: str, edge: str, ratio: float) -> QPixmap:
    """With a px of room around it."""
    made = QPixmap(ceil(8 * ratio), ceil(20 * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(brush(ground))
    painter.setPen(pen(edge, 1.5))
    painter.drawRoundedRect(QRectF(1, 1, 6, 18), 3, 3)
    painter.end()
    return made


def _paint_words(painter: QPainter, dress: Dress, strip: Strip) -> None:
    """What the strip is, and what lies beyond it."""
    theme, (before, after) = dress.theme, strip.beyond
    write(painter, dress, (TEXT_X, 20), "Whole library", "overview_strong", theme.text.secondary)
    told = f"◂ {before:,} before {name_of(strip.shown.start, strip.shown)}" if before else ""
    if not told and after:
        told = f"{after:,} after {name_of(strip.shown.end, strip.shown)} ▸"
    elif after:
        told = f"◂ {before:,} before · {after:,} after ▸"
    if told:
        write(painter, dress, (TEXT_X, 36), told, "overview", theme.text.tertiary)

"""Paints the overview: bars, names of months, the frame with its two grips."""

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from resources.themes import Theme
from widgets.timeline.dress import Dress, brush, colour, dress_for, fill, mixed, write
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


def paint_overview(painter: QPainter, theme: Theme, strip: Strip) -> None:
    """Everything, from the painter's 0,0 on."""
    dress, base = dress_for(painter, theme), strip.height - FOOT
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, QRectF(0, 0, strip.width, strip.height), theme.surface.window)
    painter.save()
    painter.setClipRect(QRectF(strip.header, 0, strip.width - strip.header, strip.height))
    _paint_bars(painter, theme, strip, base)
    _paint_ticks(painter, dress, strip, base)
    _paint_frame(painter, dress, strip, base)
    painter.restore()
    _paint_words(painter, dress, strip)
    painter.setPen(dress.line(theme.border.line, 1))
    painter.drawLine(QLineF(0, 0.5, strip.width, 0.5))


def _paint_bars(painter: QPainter, theme: Theme, strip: Strip, base: float) -> None:
    most = max(1, int(strip.bars.counts.max(initial=1)))
    inside, outside = colour(theme.text.secondary), colour(mixed(theme.surface.window, theme.text.secondary, 0.45))
    for number in strip.bars.counts.nonzero()[0].tolist():
        start, end = float(strip.bars.edges[number]), float(strip.bars.edges[number + 1])
        height = max(1.5, (base - TOP) * int(strip.bars.counts[number]) / most)
        left, right = strip.x(start), strip.x(end)
        seen = strip.seen.start < end and start < strip.seen.end
        painter.fillRect(QRectF(left, base - height, max(1.0, right - left - 0.8), height), inside if seen else outside)


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
    painter.setBrush(brush(theme.surface.raised))
    for x in (left, right):
        painter.drawRoundedRect(QRectF(x - 3, base / 2 - 7, 6, 18), 3, 3)
    painter.setBrush(Qt.BrushStyle.NoBrush)


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

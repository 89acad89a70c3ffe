"""Events without a mark of their own: ticks, and bands of counted cells."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from resources.themes import measures
from widgets.timeline.dress import Dress, colour, mixed
from widgets.timeline.marks import paint_pill
from widgets.timeline.scene import Band, Scene, Ticks
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import Sizes

RAMP = tuple(measures()["density"]["ramp"])


def paint_ticks(painter: QPainter, dress: Dress, ticks: Ticks, seen: Seen, sizes: Sizes) -> None:
    """A tick for each place."""
    tone, half = colour(dress.theme.colour_of(ticks.kind)), sizes.tick_width / 2
    chosen = dict(zip(ticks.ids, ticks.x, strict=True)).get(seen.hovered) if seen.hovered else None
    for x in ticks.x:
        if seen.left - half <= x <= seen.right + half:
            wider = 0.5 * sizes.scale if x == chosen else 0.0
            top, height = ticks.y - sizes.tick / 2 - 2 * wider, sizes.tick + 4 * wider
            painter.fillRect(QRectF(x - half - wider, top, sizes.tick_width + 2 * wider, height), tone)


def paint_band(painter: QPainter, dress: Dress, band: Band, scene: Scene, seen: Seen) -> None:
    """Cells as strong as there are events in them, and the sums over them."""
    ramp = _ramp(dress, band.kind)
    x = (band.edges - scene.start) * scene.per_day
    top, gap = band.y - scene.sizes.band / 2, 0.5 * scene.sizes.scale
    there = np.flatnonzero((x[1:] > seen.left) & (x[:-1] < seen.right) & (band.levels > 0))
    for cell in there.tolist():
        left, right = float(x[cell]) + gap, float(x[cell + 1]) - gap
        painter.fillRect(QRectF(left, top, right - left, scene.sizes.band), ramp[band.levels[cell]])
    for middle, count in band.sums:
        _paint_sum(painter, dress, scene.x(middle), band.y, count)


def _paint_sum(painter: QPainter, dress: Dress, x: float, y: float, count: int) -> None:
    text = f"{count:,}".replace(",", " ")
    width = dress.letters.measure(text, "badge") + 9 * dress.scale
    place = (x - width / 2, y, width)
    paint_pill(painter, dress, place, text, dress.theme.surface.canvas, dress.theme.text.primary)


def _ramp(dress: Dress, kind: str) -> tuple[QColor, ...]:
    canvas, tone = dress.theme.surface.canvas, dress.theme.colour_of(kind)
    return tuple(colour(mixed(canvas, tone, share)) for share in RAMP)

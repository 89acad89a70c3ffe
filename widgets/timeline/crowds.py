"""Events without a mark of their own: ticks, and bands of counted cells."""

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QTransform

from resources.themes import measures
from widgets.timeline.dress import Dress, Surface, colour, fill, mixed
from widgets.timeline.letters import Letters
from widgets.timeline.numerals import Number, write_numbers
from widgets.timeline.pills import paint_pill_ground
from widgets.timeline.scene import Band, Scene, Ticks
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import Sizes
from widgets.timeline.sums import INSET

AROUND_CHOSEN = 2.0
"""The yellow around the tick of a chosen event."""
RAMP = tuple(measures()["density"]["ramp"])
STEPS = len(RAMP)
GAP = 0.5
"""What is left free on either side of a cell, in px at 100 %."""


def paint_ticks(painter: QPainter, dress: Dress, ticks: Ticks, seen: Seen, sizes: Sizes) -> None:
    """A tick for each place."""
    tone, half = colour(dress.theme.colour_of(ticks.kind)), sizes.tick_width / 2
    for event, x in zip(ticks.ids, ticks.x, strict=True):
        if seen.left - half <= x <= seen.right + half:
            chosen = seen.chooses(event)
            wider = 0.5 * sizes.scale if chosen or event == seen.hovered else 0.0
            top, height = ticks.y - sizes.tick / 2 - 2 * wider, sizes.tick + 4 * wider
            box = QRectF(x - half - wider, top, sizes.tick_width + 2 * wider, height)
            if chosen:
                out = AROUND_CHOSEN * sizes.scale
                fill(painter, box.adjusted(-out, -out, out, out), dress.theme.highlight.fill, out)
            painter.fillRect(box, colour(dress.on_highlight(ticks.kind)) if chosen else tone)


def paint_bands(painter: QPainter, dress: Dress, scene: Scene, seen: Seen) -> None:
    """Cells as strong as there are events in them, and the sums over them."""
    if dress.surface is Surface.SCREEN:
        _blit(painter, dress, scene, seen)
    else:
        for band in scene.bands:
            _paint_cells(painter, dress, band, scene, seen)
    _paint_sums(painter, dress, scene, seen)


def _paint_sums(painter: QPainter, dress: Dress, scene: Scene, seen: Seen) -> None:
    """Each on a ground of its own, and only where all of it is in view: of "2,013" an edge would leave another number.

    Nor is one told whose cells are out of view: it would count nothing that is seen.
    """
    start, per_day, left, right = scene.start, scene.per_day, seen.left, seen.right
    ground, inset, letters, told = dress.theme.surface.canvas, INSET * dress.scale, dress.letters, list[Number]()
    for band in scene.bands:
        y = band.y
        for middle, count, beside in band.sums:
            text, width = sum_words(count, letters)
            x = (middle - start) * per_day - width / 2
            if x >= left and x + width <= right and left <= (beside - start) * per_day <= right:
                paint_pill_ground(painter, dress, x, y, width, ground)
                told.append((x + inset, y, text))
    write_numbers(painter, dress, told, "badge", dress.theme.text.primary)


def _paint_cells(painter: QPainter, dress: Dress, band: Band, scene: Scene, seen: Seen) -> None:
    """As boxes, which stay sharp at any size."""
    ramp = _ramp(dress, band.kind)
    x = (band.edges - scene.start) * scene.per_day
    top, gap = band.y - scene.sizes.band / 2, GAP * scene.sizes.scale
    there = np.flatnonzero((x[1:] > seen.left) & (x[:-1] < seen.right) & (band.levels > 0))
    for cell in there.tolist():
        left, right = float(x[cell]) + gap, float(x[cell + 1]) - gap
        painter.fillRect(QRectF(left, top, right - left, scene.sizes.band), ramp[band.levels[cell]])


def _blit(painter: QPainter, dress: Dress, scene: Scene, seen: Seen) -> None:
    """As one line of px for each band, laid down over its height: thousands of boxes are slow."""
    groups: dict[int, list[Band]] = {}
    for band in scene.bands:
        groups.setdefault(id(band.edges), []).append(band)
    ratio = dress.ratio
    to_pixels, high = QTransform.fromScale(1 / ratio, 1 / ratio), max(1, round(scene.sizes.band * ratio)) / ratio
    painter.setBrushOrigin(QPointF(seen.left, 0))
    for bands in groups.values():
        lines = _lines(dress, bands, scene, seen)
        width = lines.shape[1]
        for line, band in zip(lines, bands, strict=True):
            made = QBrush(QImage(line.data, width, 1, 4 * width, QImage.Format.Format_ARGB32_Premultiplied))
            made.setTransform(to_pixels)
            top = round((band.y - scene.sizes.band / 2) * ratio) / ratio
            painter.fillRect(QRectF(seen.left, top, width / ratio, high), made)
    painter.setBrushOrigin(QPointF())


def _lines(dress: Dress, bands: list[Band], scene: Scene, seen: Seen) -> NDArray[np.uint32]:
    """The px of the screen between the edges of the view; those at the edge of a cell are clear, to part it from the next."""
    width = max(1, ceil((seen.right - seen.left) * dress.ratio))
    at = seen.left + (np.arange(width) + 0.5) / dress.ratio
    edges = (bands[0].edges - scene.start) * scene.per_day
    cell = (np.searchsorted(edges, at, "right") - 1).clip(0, len(edges) - 2)
    gap = max(GAP * scene.sizes.scale, 0.5 / dress.ratio)
    between = (at - edges[cell] < gap) | (edges[cell + 1] - at <= gap)
    levels = np.array([band.levels for band in bands], np.intp)
    levels += np.arange(len(bands))[:, None] * STEPS
    tones = _tones(dress.theme.surface.canvas, tuple([dress.theme.colour_of(band.kind) for band in bands]))
    lines: NDArray[np.uint32] = tones.take(levels).take(cell, axis=1)
    lines[:, between] = 0
    return lines


@lru_cache(4096)
def sum_words(count: int, letters: Letters) -> tuple[str, float]:
    """A number as it stands over a band, and how wide its pill is."""
    text = f"{count:,}"
    return text, letters.number(text, "badge") + 2 * INSET * letters.scale


@lru_cache(64)
def _tones(canvas: str, kinds: tuple[str, ...]) -> NDArray[np.uint32]:
    """The ramps of several bands one behind the other as px of an image; nothing for their first steps."""
    return np.array(
        [[0, *(colour(mixed(canvas, tone, share)).rgba() for share in RAMP[1:])] for tone in kinds], np.uint32
    )


def _ramp(dress: Dress, kind: str) -> tuple[QColor, ...]:
    canvas, tone = dress.theme.surface.canvas, dress.theme.colour_of(kind)
    return tuple(colour(mixed(canvas, tone, share)) for share in RAMP)

"""Events without a mark of their own: ticks, and bands of counted cells."""

from functools import lru_cache
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from resources.themes import measures
from widgets.timeline.dress import Dress, Surface, colour, fill, mixed
from widgets.timeline.letters import Letters
from widgets.timeline.marks import paint_pill
from widgets.timeline.scene import Band, Scene, Ticks
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import Sizes

AROUND_CHOSEN = 2.0
"""The yellow around the tick of a chosen event."""
RAMP = tuple(measures()["density"]["ramp"])
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
    ground, tone = dress.theme.surface.canvas, dress.theme.text.primary
    for band in scene.bands:
        for middle, count in band.sums:
            x = scene.x(middle)
            text, width = sum_words(count, dress.letters)
            if seen.whole(x - width / 2, x + width / 2):  # of "2,013" an edge would leave another number
                paint_pill(painter, dress, (x - width / 2, band.y, width), text, ground, tone)


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
    """As one image for all bands with the same cells: thousands of boxes are slow."""
    groups: dict[int, list[Band]] = {}
    for band in scene.bands:
        groups.setdefault(id(band.edges), []).append(band)
    for bands in groups.values():
        image = _image(dress, bands, scene, seen)
        high = image.height() // len(bands)
        for row, band in enumerate(bands):
            top = round((band.y - scene.sizes.band / 2) * dress.ratio) / dress.ratio
            place = QRectF(seen.left, top, image.width() / dress.ratio, high / dress.ratio)
            painter.drawImage(place, image, QRectF(0, row * high, image.width(), high))


def _image(dress: Dress, bands: list[Band], scene: Scene, seen: Seen) -> QImage:
    """The px of the screen between the edges of the view; those at the edge of a cell are clear, to part it from the next."""
    width = max(1, ceil((seen.right - seen.left) * dress.ratio))
    at = seen.left + (np.arange(width) + 0.5) / dress.ratio
    edges = (bands[0].edges - scene.start) * scene.per_day
    cell = (np.searchsorted(edges, at, "right") - 1).clip(0, len(edges) - 2)
    gap = max(GAP * scene.sizes.scale, 0.5 / dress.ratio)
    between = (at - edges[cell] < gap) | (edges[cell + 1] - at <= gap)
    levels = np.stack([band.levels for band in bands])[:, cell]
    levels[:, between] = 0
    high = max(1, round(scene.sizes.band * dress.ratio))
    tones = [_tones(dress.theme.surface.canvas, dress.theme.colour_of(band.kind)) for band in bands]
    rows = np.stack([tone.take(level) for tone, level in zip(tones, levels, strict=True)])
    pixels = np.repeat(rows, high, axis=0)
    made = QImage(pixels.data, width, len(pixels), 4 * width, QImage.Format.Format_ARGB32_Premultiplied)
    made.pixels = pixels  # type: ignore[attr-defined]  # the image only looks at them
    return made


@lru_cache(4096)
def sum_words(count: int, letters: Letters) -> tuple[str, float]:
    """A number as it stands over a band, and how wide its pill is."""
    text = f"{count:,}"
    return text, letters.measure(text, "badge") + 9 * letters.scale


@lru_cache(256)
def _tones(canvas: str, tone: str) -> NDArray[np.uint32]:
    """The ramp as px of an image, nothing for its first step."""
    return np.array([0, *(colour(mixed(canvas, tone, share)).rgba() for share in RAMP[1:])], dtype=np.uint32)


def _ramp(dress: Dress, kind: str) -> tuple[QColor, ...]:
    canvas, tone = dress.theme.surface.canvas, dress.theme.colour_of(kind)
    return tuple(colour(mixed(canvas, tone, share)) for share in RAMP)

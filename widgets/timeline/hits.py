"""What is under a point of the scene: an event's mark, a tick, a cell of a band, or nothing."""

from bisect import bisect_left
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from widgets.timeline.index import EventIndex
from widgets.timeline.scene import Band, Form, Mark, Scene, Ticks
from widgets.timeline.seen import Seen, words_of

Rows = NDArray[np.int64]

NEAR = 5.0
"""How many px beside a tick or a stem still mean it."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An event, or a stretch of time (a cell of a band) that holds several."""

    event: int | None = None
    stretch: tuple[float, float] | None = None
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """Left, top, width and height in the scene."""
    lane: int = -1
    count: int = 1
    """How many events it stands for."""


def hit(scene: Scene, seen: Seen, x: float, y: float) -> Hit | None:
    """The front most thing at a point."""
    half = scene.sizes.row / 2
    for mark in (*scene.marks, *scene.ghosts):
        near = abs(mark.y - y) <= half and mark.left - NEAR <= x <= mark.right + NEAR + mark.slide
        if near and seen.shows(mark, scene.sizes):
            found = _on_mark(scene, seen, mark, x, y)
            if found:
                return found
    for ticks in scene.ticks:
        if abs(ticks.y - y) <= scene.sizes.tick / 2 + NEAR:
            found = _on_tick(scene, ticks, x)
            if found:
                return found
    for band in scene.bands:
        if abs(band.y - y) <= scene.sizes.band / 2:
            return _on_cell(scene, band, x)
    return None


def touched(scene: Scene, seen: Seen, index: EventIndex, box: tuple[float, float, float, float]) -> Rows:
    """The rows of the events in a box of left, top, right and bottom, each once; those without marks of their own too.

    A mark is touched where its glyph, label or line is. What stands in a strip of ticks or cells is touched by its time.
    """
    if not scene.per_day:
        return np.empty(0, np.int64)
    left, top, right, bottom = box
    half, ids = scene.sizes.row / 2, []
    for mark in scene.marks:
        if mark.y + half >= top and mark.y - half <= bottom and seen.shows(mark, scene.sizes):
            start, _, wide, _ = _box(scene, seen, mark)
            begin, end = seen.line(mark, scene.sizes)
            if min(start, begin) <= right and max(start + wide, end) >= left:
                ids.append(mark.id)
    found = [np.array(index.rows_of(ids), dtype=np.int64)]
    marked = np.array(index.rows_of([mark.id for mark in scene.marks]), dtype=np.int64)
    times = scene.start + left / scene.per_day, scene.start + right / scene.per_day
    for lane in _strips(scene, top, bottom):
        found.append(_without(index.between(lane, lane, *times), marked))
    return np.concatenate(found)


def _without(rows: Rows, others: Rows) -> Rows:
    """Sorted rows without some few."""
    places = np.searchsorted(rows, others)
    places = places[places < len(rows)]
    return np.delete(rows, places[np.isin(rows[places], others)])


def _strips(scene: Scene, top: float, bottom: float) -> list[int]:
    """Lanes whose ticks or cells lie between two heights."""
    reach = scene.sizes.tick / 2 + NEAR
    found = [one.lane for one in scene.ticks if one.y + reach >= top and one.y - reach <= bottom]
    half = scene.sizes.band / 2
    return found + [one.lane for one in scene.bands if one.y + half >= top and one.y - half <= bottom]


def box_of(scene: Scene, seen: Seen, event: int) -> tuple[float, float, float, float] | None:
    """Where the mark or the tick of an event is."""
    mark = scene.mark_of(event)
    if mark:
        return _box(scene, seen, mark)
    for ticks in scene.ticks:
        if event in ticks.ids:
            x = ticks.x[ticks.ids.index(event)]
            return x - NEAR, ticks.y - scene.sizes.tick / 2, 2 * NEAR, scene.sizes.tick
    return None


def _box(scene: Scene, seen: Seen, mark: Mark) -> tuple[float, float, float, float]:
    shift = seen.shift(mark, scene.sizes)
    left, right = words_of(mark, scene.sizes)
    return left + shift, mark.y - scene.sizes.row / 2, right - left, scene.sizes.row


def _on_mark(scene: Scene, seen: Seen, mark: Mark, x: float, y: float) -> Hit | None:
    """On glyph and label, on the body of a bar, or on a line or stem."""
    box = _box(scene, seen, mark)
    on_words = box[0] <= x <= box[0] + box[2]
    start, end = seen.line(mark, scene.sizes)
    on_line = start - NEAR <= x <= end + NEAR and (mark.form is Form.BAR or y >= mark.y + scene.sizes.base - NEAR)
    return Hit(mark.id, box=box, lane=mark.lane) if on_words or on_line else None


def _on_tick(scene: Scene, ticks: Ticks, x: float) -> Hit | None:
    place = bisect_left(ticks.x, x)
    near = [number for number in (place - 1, place) if 0 <= number < len(ticks.x) and abs(ticks.x[number] - x) <= NEAR]
    if not near:
        return None
    number = min(near, key=lambda one: abs(ticks.x[one] - x))
    half = scene.sizes.tick / 2
    box = ticks.x[number] - NEAR, ticks.y - half, 2 * NEAR, 2 * half
    return Hit(ticks.ids[number], box=box, lane=ticks.lane, count=ticks.counts[number])


def _on_cell(scene: Scene, band: Band, x: float) -> Hit | None:
    time = scene.start + x / scene.per_day
    cell = int(np.searchsorted(band.edges, time, "right")) - 1
    if not 0 <= cell < len(band.counts) or not band.counts[cell]:
        return None
    start, end = float(band.edges[cell]), float(band.edges[cell + 1])
    half = scene.sizes.band / 2
    box = scene.x(start), band.y - half, (end - start) * scene.per_day, 2 * half
    return Hit(stretch=(start, end), box=box, lane=band.lane, count=int(band.counts[cell]))

"""What stands at a dense place: how many events, and which of them are the most important. No Qt."""

from dataclasses import dataclass

import numpy as np

from widgets.timeline.hits import Hit
from widgets.timeline.index import EventIndex
from widgets.timeline.scene import Scene

MOST_NAMED = 5
LOOKED_AT = 256
"""So many of the most important events of a stretch are looked at: some of them have marks of their own."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """`count` events without marks of their own, the most important of them by their ids, and the time they stand for."""

    count: int
    first: tuple[int, ...]
    start: float
    end: float


def crowd_at(scene: Scene, index: EventIndex, hit: Hit) -> Crowd | None:
    """The events of a cell, or of a tick that stands for several; None for a single event."""
    if hit.stretch:
        return _in_cell(scene, index, hit)
    ticks = next((one for one in scene.ticks if one.lane == hit.lane and hit.event in one.ids), None)
    if ticks is None or hit.event is None:
        return None
    together = ticks.together[ticks.ids.index(hit.event)]
    rows = index.rows_of(together)
    if len(rows) < 2:
        return None
    starts = [float(index.start[row]) for row in rows]
    ends = [float(index.end[row]) for row in rows]
    return Crowd(len(rows), tuple(together[:MOST_NAMED]), min(starts), max(ends))


def _in_cell(scene: Scene, index: EventIndex, hit: Hit) -> Crowd | None:
    """A cell counts what begins in it, and the first one what began before and goes on."""
    assert hit.stretch
    start, end = hit.stretch
    rows, _ = index.most_important(hit.lane, start, end, LOOKED_AT)
    if start > scene.first:
        rows = rows[index.start[rows] >= start]
    marked = np.array(index.rows_of([mark.id for mark in scene.marks if mark.lane == hit.lane]), dtype=np.int64)
    left = rows[~np.isin(rows, marked)][:MOST_NAMED]
    return Crowd(hit.count, tuple(index.columns.ids[left].tolist()), start, end)

"""What is drawn, as plain values in px: made by the layout, used by the painter, by hit tests and by the tests.

Across, 0 is where the visible stretch begins (the right side of the lane headers); down, 0 is below the axis.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from widgets.timeline.sizes import Sizes
from widgets.timeline.sums import Sum


class Form(IntEnum):
    """How the line is drawn that an event stands on."""

    INSTANT = 0
    DAY = 1
    BETWEEN = 2
    BAR = 3


class Mark(NamedTuple):
    """One event with a mark of its own. It occupies `left` to `right` in its row and overlaps nothing there."""

    id: int
    row: int
    lane: int
    kind: str
    form: Form
    status: str
    x0: float
    """Where the line begins, or the edge of what was laid out; `cut_start` tells the latter."""
    x1: float
    cut_start: bool
    cut_end: bool
    open_start: bool
    open_end: bool
    approximate: bool
    glyph_x: float
    y: float
    """The middle of its row."""
    label: str
    label_x: float
    label_width: float
    note: str
    note_width: float
    sources: int
    sources_width: float
    disagree: bool
    confirmed: bool
    preview: bool
    flipped: bool
    left: float
    right: float
    slide: float
    """How far glyph and label can move to the right and still be inside the line: they stay in view while panning."""
    cited: str = ""
    """The numbers of its sources in the list of a figure; they stand in the place of how many there are."""


class Ticks(NamedTuple):
    """Events without room: one tick for each place in px, with how many events it stands for and the first of them."""

    lane: int
    kind: str
    y: float
    x: tuple[float, ...]
    counts: tuple[int, ...]
    ids: tuple[int, ...]
    together: tuple[tuple[int, ...], ...]
    """All events of each place, the most important first."""


@dataclass(frozen=True, slots=True, eq=False)
class Band:
    """Too many events for ticks: cells of a unit of the calendar, with counts for larger units where they fit."""

    lane: int
    kind: str
    y: float
    edges: NDArray[np.float64]
    counts: NDArray[np.int64]
    levels: NDArray[np.int8]
    sums: tuple[Sum, ...]
    """How many events each larger unit holds."""


@dataclass(frozen=True, slots=True)
class LaneBox:
    """One lane: where it is, and how many of its events have a moment in the stretch that was laid out."""

    key: str
    label: str
    kind: str
    top: float
    height: float
    rows: int
    visible: int
    total: int
    folded: bool = False
    gathers: int = 0
    """As its Lane says."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Everything between the axis and the foot for a stretch of time a little wider than the view."""

    start: float
    """The time at x = 0."""
    per_day: float
    first: float
    """The time up to which, on the left, everything has been laid out."""
    last: float
    width: float
    height: float
    """Of all lanes together; more than the view's when it scrolls."""
    sizes: Sizes
    lanes: tuple[LaneBox, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Ticks, ...]
    bands: tuple[Band, ...]
    ghosts: tuple[Mark, ...] = ()
    """Events that are filtered out and shown all the same, where nothing else stands."""

    def x(self, time: float) -> float:
        """Where a time is."""
        return (time - self.start) * self.per_day

    def mark_of(self, event: int) -> Mark | None:
        """The mark of an event, if it has one of its own; that of a ghost too."""
        return next((mark for mark in (*self.marks, *self.ghosts) if mark.id == event), None)

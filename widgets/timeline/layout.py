"""What is drawn where: a pure function from events and a stretch of time to a Scene, without Qt.

Work is bounded by the px of the view, not by the number of events. The same input gives the same scene.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from storage.columns import Columns, Lanes, TitlesOf
from widgets.timeline.density import band_of, ticks_of
from widgets.timeline.drafts import Draft, Walls, drafts
from widgets.timeline.index import EventIndex, build_index
from widgets.timeline.labels import drop_label, put_label, shorten_label
from widgets.timeline.rows import Rows, shared_out
from widgets.timeline.scene import Band, Form, LaneBox, Mark, Scene, Ticks
from widgets.timeline.sizes import Sizes, screen_sizes
from widgets.timeline.words import Measure

__all__ = ["EventIndex", "Look", "build_index", "layout", "layout_of"]

USUAL_LABEL = 110.0
MOST_ROWS = 12
LEAST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: a stretch of time in so many px, and how much beside it is laid out for panning.

    `height` is what there is below the axis for all lanes, None for as much as they like. `chosen` events get a mark of
    their own whatever it takes.
    """

    start: float
    end: float
    width: float
    height: float | None = None
    margin: float = 0.0
    chosen: tuple[int, ...] = ()
    sizes: Sizes = screen_sizes()

    @property
    def per_day(self) -> float:
        """The px of a day."""
        return self.width / (self.end - self.start)


@dataclass(slots=True, eq=False)
class _Lane:
    """A lane on its way: its drafts by importance, how many rows they take and may take."""

    number: int
    kind: str
    drafts: list[Draft]
    complete: bool
    inside: int
    rows: Rows
    wanted: int = 0
    given: int = 0
    dense: bool = False
    strip: float = 0.0


def layout_of(columns: Columns, lanes: Lanes, titles_of: TitlesOf, measure: Measure, look: Look) -> Scene:
    """For a single picture: index and lay out at once."""
    return layout(build_index(columns, lanes), titles_of, measure, look)


def layout(index: EventIndex, titles_of: TitlesOf, measure: Measure, look: Look) -> Scene:
    """The scene for what is looked at."""
    if look.width < 1 or not index.lanes.lanes:
        return _nothing(index, look)
    extra = look.margin * look.width
    walls = Walls(-extra, look.width + extra, look.width)
    stretch = (look.start - extra / look.per_day, look.end + extra / look.per_day)
    inside = index.counts(*stretch)
    lanes = [
        _candidates(index, number, count, ceiling, walls, stretch, look)
        for number, (count, ceiling) in enumerate(zip(inside, _ceilings(inside, look), strict=True))
    ]
    titles = titles_of([draft.id for lane in lanes for draft in lane.drafts])
    for lane in lanes:
        for draft in lane.drafts:
            put_label(draft, titles.get(draft.id, ""), walls, look.sizes, measure, look.start)
        _pack(lane, look)
    _share(lanes, look)
    for lane in lanes:
        _squeeze(lane, titles, look, measure)
    return _scene(index, lanes, stretch, look)

"""What is drawn where: a pure function from events and a stretch of time to a Scene, without Qt.

Work is bounded by the px of the view, not by the number of events. The same input gives the same scene.
"""

from dataclasses import dataclass, field
from math import ceil

import numpy as np

from storage.columns import Columns, Lanes, TitlesOf
from widgets.timeline.density import MOST_TICKS, Crowd, bands_of, ticks_of
from widgets.timeline.drafts import Draft, Walls, drafts
from widgets.timeline.index import EventIndex, build_index
from widgets.timeline.labels import longest_label, put_label
from widgets.timeline.packing import LEAST_CROWDED, LEAST_ROWS, MOST_ROWS, Competition, share
from widgets.timeline.rows import Rows, shared_out
from widgets.timeline.scene import LaneBox, Scene, Ticks
from widgets.timeline.sizes import Sizes, screen_sizes
from widgets.timeline.words import Measure

__all__ = ["EventIndex", "Look", "build_index", "layout", "layout_of"]

USUAL_LABEL = 110.0
"""What a mark with its label takes at least on average: so many are looked at as could stand in the rows."""
SAMPLE = 4
"""So many titles of each lane tell how long its labels are."""
NONE = np.empty(0, np.int32)
SHORTER = 0.6
"""Labels are shortened where room is short, so more are looked at than could stand there whole."""


MOST_GHOSTS = 60
"""Of each lane so many of the most important events that are filtered out are looked at."""


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
    sizes: Sizes = field(default_factory=screen_sizes)
    least_rows: int = LEAST_ROWS
    """Rows that a lane keeps where the height is short, so that the scene may be higher."""
    least_crowded: int = LEAST_CROWDED
    """The same of a lane whose events have a density band besides."""
    most_rows: int = MOST_ROWS
    """Rows that a lane has at the most."""
    in_order: bool = False
    """Rows of a lane are read from above to below; else the first is that of the most important events."""
    cited_of: TitlesOf | None = None
    """The numbers of the sources of some events, where a figure lists them."""

    @property
    def per_day(self) -> float:
        """The px of a day."""
        return self.width / (self.end - self.start)


def layout_of(columns: Columns, lanes: Lanes, titles_of: TitlesOf, measure: Measure, look: Look) -> Scene:
    """For a single picture: index and lay out at once."""
    return layout(build_index(columns, lanes), titles_of, measure, look)


def layout(
    index: EventIndex, titles_of: TitlesOf, measure: Measure, look: Look, ghosts: EventIndex | None = None
) -> Scene:
    """The scene for what is looked at; `ghosts` are other events in the same lanes, for the places that are left."""
    if look.width < 1 or look.end <= look.start or not index.lanes.lanes:
        return _nothing(look)
    extra = look.margin * look.width
    walls = Walls(-extra, look.width + extra, look.width)
    stretch = (look.start - extra / look.per_day, look.end + extra / look.per_day)
    inside = index.counts(*stretch)
    chosen = frozenset(look.chosen)
    usual = _usual_label(index, titles_of, measure, look.sizes)
    ceilings = _ceilings(inside, [lane.folded for lane in index.lanes.lanes], usual, look)
    lanes = [
        _candidates(index, number, count, ceiling, walls, stretch, look)
        for number, (count, ceiling) in enumerate(zip(inside, ceilings, strict=True))
    ]
    ids = [draft.id for lane in lanes for draft in lane.drafts]
    titles, cited = titles_of(ids), look.cited_of(ids) if look.cited_of else {}
    for lane in lanes:
        for draft in lane.drafts:
            draft.cited = cited.get(draft.id, "")
            put_label(draft, titles.get(draft.id, ""), walls, look.sizes, measure, look.start)
        lane.pack()
    share(lanes, look.height, look.least_rows, look.least_crowded)
    for lane in lanes:
        lane.squeeze(titles, measure, chosen)
        if look.in_order:
            lane.put_in_order()
        if ghosts and not lane.folded:
            rows, _ = ghosts.most_important(lane.number, *stretch, MOST_GHOSTS)
            lane.haunt(drafts(ghosts, rows, look.start, look.per_day, walls, look.sizes))
    return _scene(index, lanes, stretch, look)


def _nothing(look: Look) -> Scene:
    per_day = look.per_day if look.width >= 1 and look.end > look.start else 0.0
    return Scene(look.start, per_day, look.start, look.end, look.width, 0.0, look.sizes, (), (), (), ())


def _usual_label(index: EventIndex, titles_of: TitlesOf, measure: Measure, sizes: Sizes) -> float:
    """The px that a mark with its label takes on average, as a few events of each lane tell, wherever one looks."""
    rows = np.concatenate([part.choices[0][0][:SAMPLE] for lane in index.of_lane for part in lane.parts[:1]] or [NONE])
    titles = titles_of(index.columns.ids[rows].tolist())
    widths = [longest_label(title, sizes.longest, measure)[2] for title in titles.values()]
    usual = SHORTER * sum(widths) / len(widths) + 2 * sizes.to_label if widths else 0.0
    return max(usual, USUAL_LABEL * sizes.scale)


def _ceilings(inside: list[int], folded: list[bool], usual: float, look: Look) -> list[int]:
    """How many events of each lane may compete for its rows, where that is less than all that could have a tick."""
    per_row = ceil(look.width * (1 + 2 * look.margin) / usual)
    rows = [0 if low else min(look.most_rows, ceil(count / per_row)) for count, low in zip(inside, folded, strict=True)]
    if look.height is not None:
        dense = [
            low or count > look.least_rows * per_row + MOST_TICKS for count, low in zip(inside, folded, strict=True)
        ]
        kept = [look.least_crowded if many else look.least_rows for many in dense]
        least = [0 if low else min(pair) for *pair, low in zip(rows, kept, folded, strict=True)]
        # A lane as dense as that has its band in any case, and what bands and edges take no row can have.
        edges = look.sizes.title + 2 * look.sizes.pad
        besides = sum(dense) * look.sizes.band_strip + edges * sum(count > 0 for count in inside)
        rows = shared_out(rows, least, [0.0] * len(rows), (look.height - besides) / look.sizes.row)
    return [given * per_row for given in rows]


def _candidates(
    index: EventIndex,
    number: int,
    count: int,
    ceiling: int,
    walls: Walls,
    stretch: tuple[float, float],
    look: Look,
) -> Competition:
    """A lane with drafts of all its events in the stretch, or of the most important and the chosen ones."""
    limit = count if count <= ceiling + MOST_TICKS else ceiling
    rows, _ = index.most_important(number, *stretch, limit)
    if look.chosen:
        found = set(rows.tolist())
        chosen = [row for row in index.rows_of(look.chosen) if row not in found and index.shown(row, number, *stretch)]
        rows = np.concatenate((rows, np.array(chosen, dtype=np.int64)))
    made = drafts(index, rows, look.start, look.per_day, walls, look.sizes) if len(rows) else []
    told = index.lanes.lanes[number]
    return Competition(number, told.kind, made, count, look.sizes, Rows(look.sizes.gap), told.folded, look.most_rows)


def _scene(index: EventIndex, lanes: list[Competition], stretch: tuple[float, float], look: Look) -> Scene:
    """Set the lanes one below the other and make values of their drafts."""
    top, boxes, marks, ticks, crowds, ghosts = 0.0, [], [], list[Ticks](), list[Crowd](), []
    sizes = look.sizes
    for lane in lanes:
        placed = lane.placed()
        there = _ticks(lane, placed, sizes)
        strip = (
            0.0 if len(placed) == lane.inside else sizes.tick_strip if there and not lane.folded else sizes.band_strip
        )
        height = _height(lane, strip)
        middle = top + height - (0.0 if lane.folded else sizes.pad) - strip / 2
        if there:
            ticks.append(there._replace(y=middle))
        elif strip:
            begun = [draft.start for draft in placed]
            crowds.append(Crowd(lane.number, lane.kind, middle, index.of_lane[lane.number], begun))
        told = index.lanes.lanes[lane.number]
        boxes.append(
            LaneBox(
                told.key, told.label, told.kind, top, height, lane.given, lane.inside, told.total, told.folded,
                told.gathers,
            )
        )  # fmt: skip
        marks += [draft.mark(lane.number, lane.middle(draft, top), sizes) for draft in placed]
        ghosts += [draft.mark(lane.number, lane.middle(draft, top), sizes) for draft in lane.ghosts]
        top += height
    bands = bands_of(crowds, stretch, look.per_day, sizes)
    return Scene(
        look.start, look.per_day, *stretch, look.width, top, look.sizes,
        tuple(boxes), tuple(marks), tuple(ticks), tuple(bands), tuple(ghosts),
    )  # fmt: skip


def _ticks(lane: Competition, placed: list[Draft], sizes: Sizes) -> Ticks | None:
    """For the events without a mark, where they are few enough."""
    if len(placed) == lane.inside or not lane.complete:
        return None
    homeless = [(draft.glyph_x, draft.id) for draft in lane.drafts if draft.place < 0]
    return ticks_of(lane.number, lane.kind, 0.0, homeless, sizes)


def _height(lane: Competition, strip: float) -> float:
    """A lane without events in view is as low as its header allows; a folded one is so low in any case."""
    rows = lane.sizes.title + lane.given * lane.sizes.row
    if lane.folded:
        return rows + lane.sizes.band_strip + (lane.sizes.pad if lane.given else 0.0)
    return rows + strip + (2 * lane.sizes.pad if lane.inside or lane.ghosts else 0.0)

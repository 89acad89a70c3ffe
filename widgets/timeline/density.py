"""Events that have no mark of their own: as ticks while one can tell them apart, else as counted cells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from widgets.timeline.index import LaneIndex
from widgets.timeline.scene import Band, Ticks
from widgets.timeline.sizes import Sizes
from widgets.timeline.sums import Sum, sums_of
from widgets.timeline.units import DAY, MINUTES, at_least, edges

STEPS = 6
"""Of the ramp of colours, without the first one, which is nothing."""
FEWEST_TOLD = 4
"""A smaller sum is seen without its number."""
MOST_TICKS = 80
MOST_AT_ONE_PLACE = 4
SUM = 80.0
"""The px that a sum has at least."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The cells of all lanes that are looked at in the same stretch, and the larger units over which sums stand."""

    edges: NDArray[np.float64]
    larger: NDArray[np.int64]
    """The first cell of each larger unit."""
    seen: NDArray[np.float64]
    """The edges of the cells as far as they are within the stretch: numbers stand there."""


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """Events of a lane that are shown as a band: all with a moment in the stretch but those that begin at `marked`."""

    number: int
    kind: str
    y: float
    lane: LaneIndex
    marked: Sequence[float]
    """Where those begin that have a mark."""


@lru_cache(8)
def grid_of(stretch: tuple[float, float], per_day: float, timed: bool, sizes: Sizes) -> Grid:
    """Sums stand per day, or per larger unit where a day is too narrow for one; a cell counts where it begins."""
    start, end = stretch
    unit = at_least(sizes.cell / per_day, MINUTES[0] if timed else DAY)
    cells = edges(unit, start, end)
    larger = edges(at_least(max(SUM * sizes.scale / per_day, unit.days), DAY), start, end)
    first = np.unique(np.searchsorted(cells[:-1], larger[:-1]).clip(0, len(cells) - 2))
    first[0] = 0  # a week may begin before the quarter that it is counted in
    return Grid(cells, first, cells.clip(start, end))


def ticks_of(lane: int, kind: str, y: float, places: list[tuple[float, int]], sizes: Sizes) -> Ticks | None:
    """Ticks for places in px with their ids, the most important first; None where too many would fall together."""
    step = sizes.tick_width + sizes.scale
    found: dict[int, list[int]] = {}
    for x, event in places:
        found.setdefault(round(x / step), []).append(event)
    if len(places) > MOST_TICKS or max(map(len, found.values())) > MOST_AT_ONE_PLACE:
        return None
    cells = sorted(found)
    together = tuple(tuple(found[cell]) for cell in cells)
    counts, ids = tuple(map(len, together)), tuple(events[0] for events in together)
    return Ticks(lane, kind, y, tuple(cell * step for cell in cells), counts, ids, together)


def bands_of(crowds: Sequence[Crowd], stretch: tuple[float, float], per_day: float, sizes: Sizes) -> list[Band]:
    """A band for each crowd. Lanes whose cells are the same are counted together."""
    made: dict[int, Band] = {}
    for timed in (False, True):
        some = [crowd for crowd in crowds if crowd.lane.timed is timed]
        if some:
            grid = grid_of(stretch, per_day, timed, sizes)
            counts = np.stack([_counts(crowd.lane, grid.edges, stretch, crowd.marked) for crowd in some])
            for crowd, *told in zip(
                some, counts, _levels(counts), _sums(grid, counts, sizes.scale / per_day), strict=True
            ):
                made[crowd.number] = Band(crowd.number, crowd.kind, crowd.y, grid.edges, *told)
    return [made[crowd.number] for crowd in crowds]


def _counts(
    lane: LaneIndex, bounds: NDArray[np.float64], stretch: tuple[float, float], marked: Sequence[float]
) -> NDArray[np.int64]:
    """By where they begin; what began before the stretch counts where that begins."""
    places = lane.starts.searchsorted(bounds)
    counts = places[1:] - places[:-1]
    counts[-1] -= places[-1] - lane.starts.searchsorted(stretch[1])
    counts[0] = lane.count(*stretch) - int(counts[1:].sum())
    if marked:
        last = len(counts) - 1
        for own in bounds.searchsorted(marked, "right").tolist():
            counts[min(max(own - 1, 0), last)] -= 1
    return counts


def _levels(counts: NDArray[np.int64]) -> NDArray[np.int8]:
    """Of several bands; where there are few events, none is made to look like many."""
    most = counts.max(axis=1, initial=STEPS, keepdims=True)
    levels: NDArray[np.int8] = np.ceil(counts / most * STEPS).astype(np.int8)
    return levels


def _sums(grid: Grid, counts: NDArray[np.int64], pixel: float) -> list[tuple[Sum, ...]]:
    """The numbers of each band; over a cell of its own each is told."""
    least = 1 if len(grid.larger) == counts.shape[1] else FEWEST_TOLD
    return sums_of(grid.seen, grid.larger, counts, pixel, least)

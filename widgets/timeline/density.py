"""Events that have no mark of their own: as ticks while one can tell them apart, else as counted cells."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from widgets.timeline.index import LaneIndex
from widgets.timeline.scene import Band, Ticks
from widgets.timeline.sizes import Sizes
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
    middles: NDArray[np.float64]


@lru_cache(8)
def grid_of(stretch: tuple[float, float], per_day: float, timed: bool, sizes: Sizes) -> Grid:
    """Sums stand per day, or per larger unit where a day is too narrow for one; a cell counts where it begins."""
    start, end = stretch
    unit = at_least(sizes.cell / per_day, MINUTES[0] if timed else DAY)
    cells = edges(unit, start, end)
    larger = edges(at_least(max(SUM * sizes.scale / per_day, unit.days), DAY), start, end)
    first = np.unique(np.searchsorted(cells[:-1], larger[:-1]).clip(0, len(cells) - 2))
    bounds = np.append(cells[first], cells[-1]).clip(start, end)
    return Grid(cells, first, (bounds[:-1] + bounds[1:]) / 2)


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


def band_of(
    number: int,
    kind: str,
    y: float,
    lane: LaneIndex,
    stretch: tuple[float, float],
    per_day: float,
    marked: NDArray[np.float64],
    sizes: Sizes,
) -> Band:
    """Cells for all events of a lane with a moment in the stretch but those that begin at `marked` and have a mark."""
    grid = grid_of(stretch, per_day, lane.timed, sizes)
    counts = _counts(lane, grid.edges, stretch, marked)
    return Band(number, kind, y, grid.edges, counts, _levels(counts), _sums(grid, counts))


def _counts(
    lane: LaneIndex, bounds: NDArray[np.float64], stretch: tuple[float, float], marked: NDArray[np.float64]
) -> NDArray[np.int64]:
    """By where they begin; what began before the stretch counts where that begins."""
    places = lane.starts.searchsorted(bounds)
    counts = places[1:] - places[:-1]
    counts[-1] -= places[-1] - lane.starts.searchsorted(stretch[1])
    counts[0] = lane.count(*stretch) - int(counts[1:].sum())
    if len(marked):
        own = (bounds.searchsorted(marked, "right") - 1).clip(0, len(counts) - 1)
        np.subtract.at(counts, own, 1)
    return counts


def _levels(counts: NDArray[np.int64]) -> NDArray[np.int8]:
    most = max(STEPS, int(counts.max(initial=1)))  # where there are few events, none is made to look like many
    return np.ceil(counts / most * STEPS).astype(np.int8)


def _sums(grid: Grid, counts: NDArray[np.int64]) -> tuple[tuple[float, int], ...]:
    """Where the numbers stand; over a cell of its own each is told."""
    sums = np.add.reduceat(counts, grid.larger)
    told = sums >= (1 if len(grid.larger) == len(counts) else FEWEST_TOLD)
    return tuple(zip(grid.middles[told].tolist(), sums[told].tolist(), strict=True))

"""Events that have no mark of their own: as ticks while one can tell them apart, else as counted cells."""

import numpy as np
from numpy.typing import NDArray

from widgets.timeline.index import LaneIndex
from widgets.timeline.scene import Band, Ticks
from widgets.timeline.sizes import Sizes
from widgets.timeline.units import DAY, MINUTES, Unit, at_least, edges

STEPS = 6
"""Of the ramp of colours, without the first one, which is nothing."""
FEWEST_TOLD = 4
"""A smaller sum is seen without its number."""
MOST_TICKS = 80
MOST_AT_ONE_PLACE = 4


def ticks_of(lane: int, kind: str, y: float, places: list[tuple[float, int]], sizes: Sizes) -> Ticks | None:
    """Ticks for places in px with their ids, the most important first; None where too many would fall together."""
    step = sizes.tick_width + sizes.scale
    found: dict[int, tuple[int, int]] = {}
    for x, event in places:
        cell = round(x / step)
        count, first = found.get(cell, (0, event))
        found[cell] = (count + 1, first)
    if len(places) > MOST_TICKS or max(count for count, _ in found.values()) > MOST_AT_ONE_PLACE:
        return None
    cells = sorted(found)
    counts, ids = zip(*(found[cell] for cell in cells), strict=True)
    return Ticks(lane, kind, y, tuple(cell * step for cell in cells), counts, ids)


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
    start, end = stretch
    unit = at_least(sizes.cell / per_day, MINUTES[0] if lane.timed else DAY)
    bounds = edges(unit, start, end)
    counts = _counts(lane, bounds, stretch, marked)
    return Band(number, kind, y, bounds, counts, _levels(counts), _sums(lane, unit, stretch, per_day, marked, sizes))


def _counts(
    lane: LaneIndex, bounds: NDArray[np.float64], stretch: tuple[float, float], marked: NDArray[np.float64]
) -> NDArray[np.int64]:
    """By where they begin; what began before the stretch counts where that begins."""
    places = np.searchsorted(lane.starts, bounds)
    counts = np.diff(places)
    counts[-1] -= places[-1] - np.searchsorted(lane.starts, stretch[1])
    counts[0] = lane.count(*stretch) - counts[1:].sum()
    own = np.searchsorted(bounds, marked, "right") - 1
    return counts - np.bincount(own.clip(0, len(counts) - 1), minlength=len(counts))


def _levels(counts: NDArray[np.int64]) -> NDArray[np.int8]:
    most = max(1, int(counts.max(initial=1)))
    return np.ceil(counts / most * STEPS).astype(np.int8)


def _sums(
    lane: LaneIndex,
    unit: Unit,
    stretch: tuple[float, float],
    per_day: float,
    marked: NDArray[np.float64],
    sizes: Sizes,
) -> tuple[tuple[float, int], ...]:
    """Where the numbers stand: per day, or per larger unit where a day is too narrow for one."""
    larger = at_least(max(44 * sizes.scale / per_day, unit.days), DAY)
    bounds = edges(larger, *stretch)
    counts = _counts(lane, bounds, stretch, marked)
    middles = (bounds[:-1].clip(stretch[0]) + bounds[1:].clip(None, stretch[1])) / 2
    return tuple(
        (middle, count) for middle, count in zip(middles.tolist(), counts.tolist(), strict=True) if count >= FEWEST_TOLD
    )

"""Where the numbers of a density band stand: beside the cells that they count, and over them only where there is no gap."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

INSET, SIGN = 4.5, 7.5
"""What a number takes at 100 %: px on either side of it, and at most for each of its signs."""

Days = NDArray[np.float64]
Numbers = NDArray[np.int64]


class Sum(NamedTuple):
    """How many events a unit of the calendar holds, where the middle of that number is, and the nearest cell counted there."""

    middle: float
    events: int
    beside: float


class _Gaps(NamedTuple):
    """Stretches without events within one unit, of all bands one behind the other."""

    unit: Numbers
    left: Days
    right: Days


def sums_of(edges: Days, larger: Numbers, counts: Numbers, pixel: float, least: int) -> list[tuple[Sum, ...]]:
    """For each row of `counts`: the number of each unit that holds `least` events at least.

    `edges` are those of the cells, `larger` the first cell of each unit; `pixel` is how many days one px at 100 % is. A number
    stands in the gap that is nearest to where most of its events are, and so near to them as it can.
    """
    bands, cells = counts.shape
    flat = counts.ravel()
    first = (np.arange(bands)[:, None] * cells + larger).ravel()
    totals = np.add.reduceat(flat, first)
    middle = _where_most_are(edges, flat, first, totals, cells)
    need = (2 * INSET + SIGN * _signs(totals)) * pixel
    place = middle.copy()
    gaps = _gaps(edges, larger, counts)
    wide = (gaps.right - gaps.left >= need[gaps.unit]) & (totals[gaps.unit] >= least)
    unit, half = gaps.unit[wide], need[gaps.unit[wide]] / 2
    within = np.clip(middle[unit], gaps.left[wide] + half, gaps.right[wide] - half)
    order = np.lexsort((np.abs(within - middle[unit]), unit))
    own, nearest = np.unique(unit[order], return_index=True)
    place[own] = within[order][nearest]
    beside = _beside(edges, counts, place, middle, len(larger))
    rows = zip(place.tolist(), totals.tolist(), beside.tolist(), strict=True)
    told = [Sum(*row) if row[1] >= least else None for row in rows]
    size = len(larger)
    return [tuple([one for one in told[at : at + size] if one]) for at in range(0, bands * size, size)]


def _signs(totals: Numbers) -> Numbers:
    """How many signs a number has, with its commas."""
    digits = np.floor(np.log10(np.maximum(totals, 1))).astype(np.int64) + 1
    signs: Numbers = digits + (digits - 1) // 3
    return signs


def _where_most_are(edges: Days, flat: Numbers, first: Numbers, totals: Numbers, cells: int) -> Days:
    """The middle of the cell in each unit up to which half of its events are."""
    ran = np.cumsum(flat)
    cell = np.searchsorted(ran, ran[first] - flat[first] + totals / 2) % cells
    middles: Days = (edges[cell] + edges[cell + 1]) / 2
    return middles


def _gaps(edges: Days, larger: Numbers, counts: Numbers) -> _Gaps:
    """Between cells that hold events and the edges of the units."""
    empty, cells = counts == 0, counts.shape[1]
    opens, closes = ~empty, ~empty
    opens[:, 1:], closes[:, :-1] = ~empty[:, :-1], ~empty[:, 1:]
    opens[:, larger] = closes[:, np.append(larger[1:], cells) - 1] = True
    band, left = np.nonzero(empty & opens)
    right = np.nonzero(empty & closes)[1] + 1
    unit = np.searchsorted(larger, left, "right") - 1 + band * len(larger)
    return _Gaps(unit, edges[left], edges[right])


def _beside(edges: Days, counts: Numbers, place: Days, middle: Days, units: int) -> Days:
    """The middle of the first cell with events from each number on towards where most are."""
    beside = middle.copy()
    middles = (edges[1:] + edges[:-1]) / 2
    for band, row in enumerate(counts):
        filled = middles[row > 0]
        if len(filled):
            here = slice(band * units, (band + 1) * units)
            after = np.searchsorted(filled, place[here])
            later = filled[np.minimum(after, len(filled) - 1)]
            before = filled[np.maximum(after - 1, 0)]
            moved = place[here] - middle[here]
            beside[here] = np.where(moved < 0, later, np.where(moved > 0, before, middle[here]))
    return beside

"""How often the time of a figure is folded and how large its marks are, so that its pages are filled and can be read."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import numpy as np

from storage.columns import Lane, Lanes
from storage.errors import WrongUse
from widgets.figure.content import Content
from widgets.figure.strips import Strip, figure_sizes, stretches, strip_of
from widgets.timeline.index import build_index
from widgets.timeline.packing import LEAST_ROWS, MOST_ROWS
from widgets.timeline.sizes import Sizes
from widgets.timeline.spans import Span
from widgets.timeline.words import ELLIPSIS

APART = 16.0
"""What lies between two strips, at 100 %."""
FOLDS = (1, 2, 3, 4, 6, 8)
"""How often time is folded on a page, if nobody says it: as long as that lets more be read."""
OTHERS = "\0others"
MANY = 3000
"""More events than that are a picture of how many there were, which is not folded, whatever height they would like to have."""
DEEPEST = 60
"""Rows that a lane of fewer events has at the most."""
WORTH, SHORT = 1.06, 0.6
"""So much more must be readable for one more fold; what a shortened label is worth."""
SMALLER = (
    (LEAST_ROWS, 1.0, 1.0), (1, 1.0, 1.0), (1, 1.0, 0.86), (1, 0.94, 0.86), (1, 0.87, 0.84), (1, 0.8, 0.82), (1, 0.7, 0.8),
    (1, 0.7, 0.74), (0, 0.7, 0.74),
)  # fmt: skip
"""What gives way where the height is short: the rows that a lane has at least, letters, and how far rows are apart."""
MOST_LANES = (24, 16, 12, 8, 5, 3)
"""Where even that is too high, only so many lanes keep their name."""
LARGER = (1.6, 1.45, 1.3, 1.15, 1.0)
"""By so much letters grow where there is much room."""
LOOSEST = 3.0
"""So far rows move apart at the most."""
SLACK, TRIES = 1.0, 4

Heights = Sequence[float | None]
Folded = Sequence[Sequence[Span]]
Strips = tuple[tuple[Strip, ...], ...]
"""Of each page, one below the other."""


class Fitting:
    """The events of one figure in a width, for as many tries as are needed."""

    def __init__(self, content: Content, width: float, scale: float, rows: int = 0) -> None:
        """`rows` is how often time is folded on a page, 0 for what is best."""
        self._span, self._width, self._scale = content.span, width, scale
        self._lanes = content.lanes.lanes
        index = build_index(content.columns, content.lanes)
        self._many = sum(index.counts(self._span.start, self._span.end)) > MANY
        most = MOST_ROWS if self._many else DEEPEST
        self._folds = (rows,) if rows else (1,) if self._many else FOLDS

        @cache
        def strip(span: Span, height: float | None, sizes: Sizes, least: int) -> Strip:
            return strip_of(content, index, span, width, height, sizes, (least, most))

        self._strip = strip

    def fit(self, heights: Heights) -> Strips | None:
        """Fold time onto pages so high, None for as high as needed; None where the lanes do not go into them."""
        best, most = None, 0.0
        for rows in self._folds:
            made = self._folded(rows, heights)
            told, all_told = _readable(made, self._scale) if made else (0.0, False)
            if best is not None and told <= WORTH * most:
                break
            if made is not None:
                best, most = made, told
            if all_told:
                break
        return best

    def _sizes(self, factor: float) -> Sizes:
        return figure_sizes(
            [lane.label for lane in self._lanes], self._width, self._scale * factor, _plain(self._lanes)
        )

    def _folded(self, rows: int, heights: Heights) -> Strips | None:
        """With the largest marks with which it fits; None where nothing does."""
        parts = stretches(self._span, rows * len(heights))
        folded = [parts[rows * page : rows * (page + 1)] for page in range(len(heights))]
        if heights[0] is None or not self._many:
            free = self._pages(folded, self._sizes(1.0))
            if _inside(free, heights):
                return free if heights[0] is None else self._grown(folded, heights)
        for least, factor, apart in SMALLER:
            sizes = self._sizes(factor)
            tight = replace(sizes, row=sizes.row * apart, pad=sizes.pad * apart * apart)
            made = self._pages(folded, tight, heights, least)
            if _inside(made, heights):
                return made
        return None

    def _grown(self, folded: Folded, heights: Heights) -> Strips:
        """With larger letters and looser rows, so that a page with few events does not stay empty."""
        for factor in LARGER:
            sizes = self._sizes(factor)
            made = self._pages(folded, sizes)
            if _inside(made, heights):
                break
        looser = min(_looseness(strips, height) for strips, height in zip(made, heights, strict=True))
        loose = self._pages(folded, replace(sizes, row=sizes.row * looser, pad=sizes.pad * looser))
        return loose if _inside(loose, heights) else made

    def _pages(self, folded: Folded, sizes: Sizes, heights: Heights | None = None, least: int = LEAST_ROWS) -> Strips:
        return tuple(
            self._page(spans, height, sizes, least)
            for spans, height in zip(folded, heights or [None] * len(folded), strict=True)
        )

    def _page(self, spans: Sequence[Span], height: float | None, sizes: Sizes, least: int) -> tuple[Strip, ...]:
        """Each as high as it likes, or the high ones as low as they must be."""
        apart = APART * sizes.scale * (len(spans) - 1)
        if height is not None and self._many:
            return tuple(self._strip(span, (height - apart) / len(spans), sizes, least) for span in spans)
        free = tuple(self._strip(span, None, sizes, LEAST_ROWS) for span in spans)
        if height is None or stacked(free) <= height + SLACK:
            return free
        given = _shares([strip.height for strip in free], height - apart)
        return tuple(
            strip if strip.height <= share else self._squeezed(strip.span, share, sizes, least)
            for strip, share in zip(free, given, strict=True)
        )

    def _squeezed(self, span: Span, height: float, sizes: Sizes, least: int) -> Strip:
        """As high as the height allows: what a lane is thought to need when it has too few rows is more than it takes."""
        best = self._strip(span, height, sizes, least)
        low, high = height, height + len(best.scene.lanes) * sizes.band_strip
        for _ in range(TRIES):
            asked = (low + high) / 2
            more = self._strip(span, asked, sizes, least)
            if more.height > height + SLACK:
                high = asked
            else:
                low, best = asked, max(best, more, key=lambda one: one.height)
        return best


def stacked(strips: Sequence[Strip]) -> float:
    """The height of strips one below the other."""
    apart = APART * strips[0].scene.sizes.scale * (len(strips) - 1) if strips else 0.0
    return sum(strip.height for strip in strips) + apart


def _plain(lanes: Sequence[Lane]) -> bool:
    """Whether there is but one lane, whose name says nothing."""
    return len(lanes) < 2 and not any(lane.kind for lane in lanes)


def _inside(pages: Strips, heights: Heights) -> bool:
    return all(
        height is None or stacked(strips) <= height + SLACK for strips, height in zip(pages, heights, strict=True)
    )


def _looseness(strips: Sequence[Strip], height: float | None) -> float:
    """By how much rows can move apart in a height."""
    if height is None:
        return LOOSEST
    sizes = strips[0].scene.sizes
    rows = sum(lane.rows * sizes.row + 2 * sizes.pad for strip in strips for lane in strip.scene.lanes)
    return min(max((height - stacked(strips) + rows) / max(rows, 1.0), 1.0), LOOSEST)


def _shares(wanted: Sequence[float], room: float) -> list[float]:
    """Of a height: low ones get what they want, the others the same."""
    given, left = [0.0] * len(wanted), room
    for place, number in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        given[number] = min(wanted[number], left / (len(wanted) - place))
        left -= given[number]
    return given


def fitted(content: Content, width: float, scale: float, rows: int, heights: Heights) -> Strips:
    """Fold time onto pages so high, with as many lanes as go into them; WrongUse where not even a few do."""
    made = Fitting(content, width, scale, rows).fit(heights)
    for most in MOST_LANES:
        if made is None and most < len(content.lanes.lanes):
            fewer = replace(content, lanes=fewer_lanes(content.lanes, most))
            made = Fitting(fewer, width, scale, rows).fit(heights)
    if made is None:
        raise WrongUse("So small a page has no room for a timeline. Choose a larger one, or smaller text.")
    return made


def fewer_lanes(lanes: Lanes, most: int) -> Lanes:
    """The fullest lanes in their order; all others share one behind them."""
    ranked = sorted(range(len(lanes.lanes)), key=lambda number: (-lanes.lanes[number].total, number))
    kept, rest = sorted(ranked[: most - 1]), ranked[most - 1 :]
    total, count = sum(lanes.lanes[number].total for number in rest), len(rest)
    last = Lane(OTHERS, f"Others ({count:,})", "", total, gathers=count)
    new = np.full(len(lanes.lanes) + 1, most - 1, np.int32)  # the last place is that of rows in no lane
    new[-1] = -1
    new[kept] = np.arange(len(kept), dtype=np.int32)
    return Lanes((*(lanes.lanes[number] for number in kept), last), new[lanes.of_row])


def readable(pages: Strips) -> float:
    """How many events have a label; a shortened one counts less."""
    return _readable(pages, 1.0)[0]


def _readable(pages: Strips, scale: float) -> tuple[float, bool]:
    """How much can be read, the more the larger it is, and whether all events have the whole of their label."""
    whole, short = set[int](), set[int]()
    strips = [strip for page in pages for strip in page]
    for strip in strips:
        for mark in strip.scene.marks:
            if mark.label:
                (short if mark.label.endswith(ELLIPSIS) else whole).add(mark.id)
    complete = not any(strip.scene.ticks or strip.scene.bands for strip in strips)
    bare = any(not mark.label for strip in strips for mark in strip.scene.marks)
    size = min(1.0, strips[0].scene.sizes.scale / scale) if strips else 1.0
    return size * (len(whole) + SHORT * len(short - whole)), complete and not bare and not short

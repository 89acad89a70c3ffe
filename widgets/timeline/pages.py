"""Where the small pages stand on the axis that tell on which days articles were published. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil, floor

import numpy as np
from numpy.typing import ArrayLike, NDArray

from widgets.timeline.spans import Span

STEP = 11.0
WIDTH, HEIGHT = 7.0, 9.0


@dataclass(frozen=True, slots=True)
class Page:
    """The middle of a page in px from the left of the view, and the article that it stands for."""

    x: float
    article: int
    open: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pages:
    """Days of publication in their order, with their articles."""

    days: NDArray[np.int64]
    articles: NDArray[np.int64]
    open_article: int | None = None

    def placed(self, span: Span, width: float, scale: float = 1.0) -> tuple[Page, ...]:
        """Pages in view, side by side in the middle of their day; where days are narrow, one for several articles."""
        per_day = width / span.length
        room = max(1, int((per_day - 2 * scale) // (STEP * scale)))
        # Looked at is the first of each day, or of each stretch that has room for one, wherever the view begins.
        step = 1 if room > 1 else max(1, int((WIDTH + 1) * scale / per_day))
        first = floor((span.start - 1) / step) * step
        places = np.unique(np.searchsorted(self.days, np.arange(first, ceil(span.end) + step + 1, step)))
        chosen = [place for one in places[:-1].tolist() for place in self._of_day(one, room)]
        opened = np.flatnonzero(self.articles == self.open_article).tolist() if self.open_article is not None else []
        placed: list[Page] = []
        for day, group in groupby(sorted({*chosen, *opened}), key=lambda place: int(self.days[place])):
            middle = (day + 0.5 - span.start) * per_day
            placed += self._side_by_side(self.articles[list(group)].tolist(), room, middle, STEP * scale)
        seen = [page for page in placed if -STEP * scale < page.x < width + STEP * scale]
        return _apart(seen, (WIDTH + 1) * scale)

    def _of_day(self, first: int, room: int) -> range:
        """The first places of the day that begins at a place."""
        last = int(np.searchsorted(self.days, self.days[first], "right")) if room > 1 else first + 1
        return range(first, min(first + room, last))

    def _side_by_side(self, articles: list[int], room: int, middle: float, step: float) -> list[Page]:
        shown = sorted(articles, key=lambda one: one != self.open_article)[:room]
        left = middle - (len(shown) - 1) / 2 * step
        return [Page(left + place * step, one, one == self.open_article) for place, one in enumerate(shown)]


def pages_of(days: ArrayLike, articles: ArrayLike, open_article: int | None = None) -> Pages:
    """Of articles with their days since 1970; a day that is no number is not known."""
    when, ids = np.asarray(days, np.float64), np.asarray(articles, np.int64)
    known = np.flatnonzero(np.isfinite(when))
    order = known[np.lexsort((ids[known], when[known]))]
    return Pages(np.floor(when[order]).astype(np.int64), ids[order], open_article)


def page_at(pages: Sequence[Page], x: float, reach: float = STEP / 2) -> Page | None:
    """The page at a place, if there is one."""
    near = min(pages, key=lambda page: abs(page.x - x), default=None)
    return near if near and abs(near.x - x) <= reach else None


def _apart(pages: list[Page], least: float) -> tuple[Page, ...]:
    """Without those that would touch the one before; the open one stays."""
    kept: list[Page] = []
    for page in pages:
        if kept and page.x - kept[-1].x < least:
            if page.open:
                kept[-1] = page
            continue
        kept.append(page)
    return tuple(kept)

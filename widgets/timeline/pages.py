"""Where the small pages stand on the axis that tell on which days articles were published. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from widgets.timeline.spans import Span

STEP = 11.0
WIDTH, HEIGHT = 7.0, 9.0
MOST = 400
"""So many are looked at in one view; beyond that they would all touch."""


@dataclass(frozen=True, slots=True)
class Page:
    """The middle of a page in px from the left of the view, and the article that it stands for."""

    x: float
    article: int
    open: bool


class Pages:
    """Days of publication with their articles, in the order of days."""

    def __init__(self, pages: Sequence[tuple[int, int]] = (), open_article: int | None = None) -> None:
        self._pages = sorted(pages)
        self._days = np.array([day for day, _ in self._pages], dtype=np.int64)
        self.open_article = open_article

    def placed(self, span: Span, width: float, scale: float = 1.0) -> tuple[Page, ...]:
        """Pages in view, side by side in the middle of their day; where days are narrow, one for several articles."""
        per_day = width / span.length
        first, last = np.searchsorted(self._days, (span.start - 1, span.end))
        step = max(1, (last - first) // MOST)
        chosen = [self._pages[place] for place in range(first, last, step)]
        chosen += [page for page in self._pages[first:last] if page[1] == self.open_article and page not in chosen]
        placed: list[Page] = []
        for day, group in groupby(sorted(chosen), key=lambda page: page[0]):
            middle = (day + 0.5 - span.start) * per_day
            placed += self._of_day([article for _, article in group], middle, per_day, scale)
        return _apart(placed, (WIDTH + 1) * scale)

    def _of_day(self, articles: list[int], middle: float, per_day: float, scale: float) -> list[Page]:
        room = max(1, int((per_day - 2 * scale) // (STEP * scale)))
        shown = sorted(articles, key=lambda one: one != self.open_article)[:room]
        left = middle - (len(shown) - 1) / 2 * STEP * scale
        return [Page(left + place * STEP * scale, one, one == self.open_article) for place, one in enumerate(shown)]


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

"""Puts a figure together: head, strips, legend, sources and foot on as many pages as are needed."""

from collections.abc import Sequence
from dataclasses import replace

from storage.errors import WrongUse
from widgets.figure.content import Content
from widgets.figure.figure import Figure, Legend, Page, Placed
from widgets.figure.fitting import APART, Strips, fitted, readable, stacked
from widgets.figure.legend import BAND, TICK, legend_height, legend_of, legend_words
from widgets.figure.lettering import TITLE, Run, Style, elided, metrics, width_of, wrapped
from widgets.figure.listing import Listed, Listing
from widgets.figure.options import FigureOptions, Paper
from widgets.figure.paper import area_of
from widgets.figure.strips import Strip
from widgets.fonts import STRONG

MOST_TITLE, MOST_SUBTITLE = 3, 4
"""Lines."""
BELOW_HEAD, BELOW_STRIPS, BELOW_LEGEND, ABOVE_FOOT = 20.0, 14.0, 14.0, 14.0
"""At 100 %."""
LEADING, ABOVE_LINE, MOST_FOOT = 1.35, 1.9, 3
"""From line to line of the foot and from its line to the first, in sizes of its letters; lines of what is at the left."""
MOST_LISTED, AS_MUCH = 0.6, 0.97
"""Sources stand below the timeline where they take no more than this of its room, and where so much of it can be read."""


def compose(content: Content, options: FigureOptions) -> Figure:
    """Lay a figure out; WrongUse where its lanes do not go into a page. Qt must have been started."""
    return _Composition(content, options).figure()


class _Composition:
    """What the steps of one composition share."""

    def __init__(self, content: Content, options: FigureOptions) -> None:
        self._content, self._options, self._area = content, options, area_of(options)
        self._scale, self._words = self._area.scale, content.words
        kinds = not any(lane.kind for lane in content.lanes.lanes)
        self._names = legend_of(content.columns, kinds, content.cited_of is not None) if options.legend else ()
        self._listing = Listing(content.sources, content.further_sources, self._area, content.breathe)

    def figure(self) -> Figure:
        """All pages: those of the timeline, the last of which has legend and sources, then those of more sources."""
        head = self._head()
        strips, lists = self._fitted(head[1])
        pages = [self._page(number, of_page, head) for number, of_page in enumerate(strips)]
        pages[-1] = self._with_legend(pages[-1], strips)
        pages[-1] = self._with_list(pages[-1], lists[0]) if lists else pages[-1]
        pages += [self._with_list(self._blank(), one) for one in lists[1:]]
        feet = [self._with_foot(page, number, len(pages)) for number, page in enumerate(pages)]
        return Figure(tuple(feet), self._options, self._words)

    def _fitted(self, head: float) -> tuple[Strips, list[Listed]]:
        """The strips of each page, and what of the sources stands on the last of them and on pages of their own."""
        area, pages = self._area, self._options.pages
        room = (area.height or area.most) - 2 * area.edge - self._foot()
        heights = [room - (head if number == 0 else 0.0) for number in range(pages)]
        heights[-1] -= self._legend_room()
        if area.height is None:
            made = self._as_high_as_needed(heights)
            return made, self._listing.pages(heights[-1] - stacked(made[-1]) - BELOW_LEGEND * self._scale, room)
        alone, whole = self._fit(heights), self._listing.height()
        beside = self._beside(heights, whole + BELOW_LEGEND * self._scale)
        if beside and readable(beside) >= AS_MUCH * readable(alone):
            return beside, self._listing.pages(whole + 1, room)
        return alone, self._listing.pages(0.0, room)

    def _as_high_as_needed(self, most: list[float]) -> Strips:
        """Every event in a row where it has room, as long as that makes no page higher than it should be."""
        free = self._fit([None] * len(most))
        if all(stacked(strips) <= height for strips, height in zip(free, most, strict=True)):
            return free
        try:
            return self._fit(most)
        except WrongUse:
            return free  # lanes that do not go into a page are better seen on a longer one

    def _beside(self, heights: list[float], listed: float) -> Strips | None:
        """The strips where the sources stand below them, if there is room for that."""
        if not self._content.sources or listed > MOST_LISTED * heights[-1]:
            return None
        try:
            return self._fit([*heights[:-1], heights[-1] - listed])
        except WrongUse:
            return None

    def _fit(self, heights: Sequence[float | None]) -> Strips:
        rows, options = self._options.rows, self._options
        if options.page is Paper.PIXELS and options.height is None:
            rows = rows or 1  # there is as much room below as is wanted
        return fitted(self._content, self._area.inner, self._scale, rows, heights)

    def _head(self) -> tuple[list[Run], float]:
        """Title and subtitle from the edge down, and how high they are."""
        letters, runs, y = self._area.letters, list[Run](), 0.0
        strong, plain = Style(letters.title, STRONG, TITLE), Style(letters.subtitle)
        for line in wrapped(self._words.title, strong, self._area.inner, MOST_TITLE):
            y += letters.title * (1.15 if runs else 0.8)
            runs.append(Run(self._area.edge, self._area.edge + y, line, strong))
        y += 0.25 * letters.subtitle if runs else -0.6 * letters.subtitle
        titled = len(runs)
        for line in wrapped(self._words.subtitle, plain, self._area.inner, MOST_SUBTITLE):
            y += letters.subtitle * (1.35 if len(runs) > titled else 1.5)
            runs.append(Run(self._area.edge, self._area.edge + y, line, plain, "secondary"))
        return runs, y + BELOW_HEAD * self._scale if runs else 0.0

    def _page(self, number: int, strips: Sequence[Strip], head: tuple[list[Run], float]) -> Page:
        blank, top = self._blank(), self._area.edge + (head[1] if number == 0 else 0.0)
        placed = []
        for strip in strips:
            placed.append(Placed(top, strip))
            top += strip.height + APART * strip.scene.sizes.scale
        return replace(blank, strips=tuple(placed), runs=tuple(head[0] if number == 0 else ()))

    def _blank(self) -> Page:
        return Page(self._area.width, self._area.height or 0.0, self._area.edge)

    def _legend_room(self) -> float:
        """What the legend takes at the most."""
        names = (*self._names, TICK, BAND) if self._options.legend else ()
        high = legend_height(names, self._area.inner, self._area.letters.legend)
        return high + BELOW_STRIPS * self._scale if high else 0.0

    def _with_legend(self, page: Page, fitted: Strips) -> Page:
        scenes = [strip.scene for strips in fitted for strip in strips]
        crowds = [
            name
            for name, there in ((TICK, any(s.ticks for s in scenes)), (BAND, any(s.bands for s in scenes)))
            if there
        ]
        names = (*self._names, *crowds) if self._options.legend else ()
        if not names:
            return page
        letters, top = self._area.letters.legend, _foot_of(page) + BELOW_STRIPS * self._scale
        words = [_moved(run, page.edge, top) for run in legend_words(names, page.inner, letters)]
        return replace(page, legend=Legend(names, top, letters), runs=(*page.runs, *words))

    def _with_list(self, page: Page, listed: Listed) -> Page:
        if not listed.runs:
            return page
        apart = BELOW_LEGEND * self._scale if page.strips else 0.0
        top = _foot_of(page) + apart
        runs = [_moved(run, page.edge, top) for run in listed.runs]
        links = [link._replace(x=link.x + page.edge, y=link.y + top) for link in listed.links]
        return replace(page, runs=(*page.runs, *runs), links=(*page.links, *links))

    def _feet(self, page: str = "") -> list[tuple[str, str]]:
        """The lines of the foot: what stands at the left and at the right of each."""
        style, inner = Style(self._area.letters.small), self._area.inner
        credit = " · ".join(filter(None, [self._words.credit, page]))
        beside = inner - width_of(credit, style) - 2 * style.size
        if not self._words.foot or width_of(self._words.foot, style) <= beside:
            return [(self._words.foot, credit)] if self._words.foot or credit else []
        lines = [(line, "") for line in wrapped(self._words.foot, style, inner, MOST_FOOT)]
        return [*lines, ("", elided(credit, style, inner))] if credit else lines

    def _foot(self) -> float:
        """The height of the foot with what is free above it."""
        lines = len(self._feet("00/00"))
        return (lines * LEADING + ABOVE_LINE) * self._area.letters.small + ABOVE_FOOT * self._scale if lines else 0.0

    def _with_foot(self, page: Page, number: int, count: int) -> Page:
        """Counts and credit below a line; without a height the page ends there."""
        if not page.height:
            page = replace(page, height=_foot_of(page) + self._foot() + page.edge)
        lines, style, runs = (
            self._feet(f"{number + 1}/{count}" if count > 1 else ""),
            Style(self._area.letters.small),
            [],
        )
        for place, (left, right) in enumerate(lines):
            base = page.height - page.edge - metrics(style).descent() - (len(lines) - 1 - place) * LEADING * style.size
            x = page.edge + page.inner - width_of(right, style) if left or len(lines) == 1 else page.edge
            runs += [Run(page.edge, base, left, style, "tertiary")] if left else []
            runs += [Run(x, base, right, style, "tertiary")] if right else []
        rules = [min(run.y for run in runs) - ABOVE_LINE * style.size] if runs else []
        return replace(page, runs=(*page.runs, *runs), rules=(*page.rules, *rules))


def _moved(run: Run, x: float, y: float) -> Run:
    return run._replace(x=run.x + x, y=run.y + y)


def _foot_of(page: Page) -> float:
    """Where what stands on a page so far ends."""
    feet = [page.edge, *(placed.top + placed.strip.height for placed in page.strips)]
    feet += [run.y + 0.3 * run.style.size for run in page.runs]
    if page.legend:
        feet.append(page.legend.top + legend_height(page.legend.names, page.inner, page.legend.letters))
    return max(feet)

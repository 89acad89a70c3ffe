"""The list of sources below a figure: numbers, publishers, titles, days, addresses and quotes in columns over pages."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from widgets.figure.content import Breathe, Source, nothing
from widgets.figure.lettering import SERIF, Run, Style, elided, width_of, wrapped
from widgets.figure.paper import Area
from widgets.fonts import STRONG

COLUMN = 29.0
"""The least width of a column, in letters of the list."""
BETWEEN, NUMBER_GAP = 2.4, 0.7
"""Between columns; behind a number."""
LEADING, ENTRY = 1.28, 0.55
"""From line to line; between two entries: all of it in sizes of the letters."""
HEAD = 2.0
MOST_TITLE, MOST_QUOTE = 3, 4
"""Lines of a title, lines of a quote."""


class Link(NamedTuple):
    """A place on a page that leads to an address."""

    x: float
    y: float
    width: float
    height: float
    address: str


class Entry(NamedTuple):
    """One source, or a further quote of it, from 0,0 down: between them a column can end."""

    height: float
    runs: tuple[Run, ...]
    links: tuple[Link, ...]


class Listed(NamedTuple):
    """What of the list stands on a page from 0,0 down."""

    height: float
    runs: tuple[Run, ...]
    links: tuple[Link, ...]


class Listing:
    """The entries, laid out for the columns of a page."""

    def __init__(self, sources: Sequence[Source], further: int, area: Area, breathe: Breathe = nothing) -> None:
        self._size, self._small, self._inner = area.letters.source, area.letters.small, area.inner
        self._gap = BETWEEN * self._size
        self._columns = max(1, int((area.inner + self._gap) / (COLUMN * self._size + self._gap)))
        self._columns = min(self._columns, max(1, len(sources)))
        self.width = (area.inner - self._gap * (self._columns - 1)) / self._columns
        number = width_of("0" * len(str(len(sources))), Style(self._size, STRONG))
        self._indent = number + NUMBER_GAP * self._size
        self._entries = list[Entry]()
        for number, source in enumerate(sources, 1):
            breathe()
            self._entries += self._entries_of(number, source)
        if further:
            self._entries.append(self._further(further))

    def pages(self, first: float, other: float | None) -> list[Listed]:
        """Onto a page of which so much is left, and pages of another height; the first of these may stay empty."""
        made, left, room = list[Listed](), self._entries, first
        while left:
            height = room - HEAD * self._size
            count = len(left) if other is None else self._fitting(left, height)
            if not count and made:
                count = 1  # higher than a page: it is cut at its foot
            made.append(self._balanced(left[:count], height) if count else Listed(0.0, (), ()))
            left, room = left[count:], first if other is None else other
        return made

    def height(self) -> float:
        """What all of it takes on a page that is high enough."""
        return self.pages(0.0, None)[0].height if self._entries else 0.0

    def _fitting(self, entries: Sequence[Entry], height: float) -> int:
        """How many of the entries go into the columns of a page."""
        return sum(len(column) for column in self._filled(entries, height))

    def _filled(self, entries: Sequence[Entry], height: float) -> list[list[Entry]]:
        columns, at = [list[Entry]()], 0.0
        for entry in entries:
            if at + entry.height > height:
                if len(columns) == self._columns:
                    break
                columns.append([])
                at = 0.0
                if entry.height > height:
                    break
            columns[-1].append(entry)
            at += entry.height
        return columns

    def _balanced(self, entries: Sequence[Entry], most: float) -> Listed:
        """In columns that are about as high as one another."""
        height = sum(entry.height for entry in entries) / self._columns
        while self._fitting(entries, height) < len(entries) and (most <= 0 or height < most):
            height += self._size / 2
        columns = self._filled(entries, height if most <= 0 else min(height, max(most, entries[0].height)))
        head = Run(0.0, self._size, "Sources", Style(self._size * 1.08, STRONG))
        runs, links, top = [head], list[Link](), HEAD * self._size
        for number, column in enumerate(columns):
            x, y = number * (self.width + self._gap), top
            for entry in column:
                runs += [run._replace(x=run.x + x, y=run.y + y) for run in entry.runs]
                links += [link._replace(x=link.x + x, y=link.y + y) for link in entry.links]
                y += entry.height
        high = max(sum(entry.height for entry in column) for column in columns)
        return Listed(top + high, tuple(runs), tuple(links))

    def _entries_of(self, number: int, source: Source) -> list[Entry]:
        """The article with its first quote, then each further quote."""
        said = [list(self._quote(quote)) for quote in source.quotes]
        if source.further_quotes:
            said.append([[Run(0.0, 0.0, f"and {source.further_quotes:,} more", Style(self._small), "tertiary")]])
        head = [*self._named(source), *self._place(source), *(said[0] if said else ())]
        made = [self._headed(self._entry(head), number, source), *map(self._entry, said[1:])]
        return [*made[:-1], made[-1]._replace(height=made[-1].height + ENTRY * self._size)]

    def _headed(self, entry: Entry, number: int, source: Source) -> Entry:
        """With its number, and a link on its first lines."""
        digits, strong = str(number), Style(self._size, STRONG)
        x = self._indent - NUMBER_GAP * self._size - width_of(digits, strong)
        place = self._indent, 0.0, self.width - self._indent, 2 * LEADING * self._size
        links = (Link(*place, source.link),) if source.link else ()
        return entry._replace(runs=(Run(x, self._size, digits, strong), *entry.runs), links=links)

    def _entry(self, lines: Iterable[Sequence[Run]]) -> Entry:
        """Lines one below the other."""
        runs, y = list[Run](), 0.0
        for line in lines:
            size = max((run.style.size for run in line), default=self._size)
            runs += [run._replace(x=run.x + self._indent, y=y + 1.0 * size) for run in line]
            y += LEADING * size
        return Entry(y, tuple(runs), ())

    def _named(self, source: Source) -> Iterator[list[Run]]:
        """The publisher, then the title behind it."""
        room, plain, strong = self.width - self._indent, Style(self._size), Style(self._size, STRONG)
        publisher = elided(source.publisher, strong, room)
        title = source.title if not publisher or not source.title else f", {source.title}"
        taken = width_of(publisher, strong)
        lines = wrapped(title, plain, room, MOST_TITLE, taken)
        first = [Run(0.0, 0.0, publisher, strong)] if publisher else []
        yield first + ([Run(taken, 0.0, lines[0], plain)] if lines else [])
        for line in lines[1:]:
            yield [Run(0.0, 0.0, line, plain)]

    def _place(self, source: Source) -> Iterator[list[Run]]:
        """The day and the address."""
        style = Style(self._small)
        told = " · ".join(part for part in (source.published, bare(source.address)) if part)
        if told:
            yield [Run(0.0, 0.0, elided(told, style, self.width - self._indent), style, "tertiary")]

    def _quote(self, words: str) -> Iterator[list[Run]]:
        style = Style(self._size, role=SERIF)
        for line in wrapped(f"“{words}”", style, self.width - self._indent, MOST_QUOTE):
            yield [Run(0.0, 0.0, line, style, "secondary")]

    def _further(self, count: int) -> Entry:
        words = f"and {count:,} more articles, which the library names"
        runs = [
            Run(self._indent, (1 + LEADING * number) * self._size, line, Style(self._size), "secondary")
            for number, line in enumerate(wrapped(words, Style(self._size), self.width - self._indent, 2))
        ]
        return Entry(len(runs) * LEADING * self._size, tuple(runs), ())


def bare(address: str) -> str:
    """An address as it is read: without its scheme."""
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")

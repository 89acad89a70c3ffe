"""A figure that is laid out: pages of strips and words, as values that any painter draws, on the screen as in a file."""

from dataclasses import dataclass

from widgets.figure.content import Words
from widgets.figure.lettering import Run
from widgets.figure.listing import Link
from widgets.figure.options import FigureOptions
from widgets.figure.paper import dots_of
from widgets.figure.strips import Strip


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A strip with its top on the page."""

    top: float
    strip: Strip


@dataclass(frozen=True, slots=True)
class Legend:
    """The names of its samples, its top on the page, and the size of its letters."""

    names: tuple[str, ...]
    top: float
    letters: float


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page in px at 96 to the inch: what is drawn on it from `edge` on, and its words; `rules` are heights of lines."""

    width: float
    height: float
    edge: float
    strips: tuple[Placed, ...] = ()
    legend: Legend | None = None
    runs: tuple[Run, ...] = ()
    rules: tuple[float, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def inner(self) -> float:
        """The width between the edges."""
        return self.width - 2 * self.edge


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """All pages, what was asked for, and the words around."""

    pages: tuple[Page, ...]
    options: FigureOptions
    words: Words

    @property
    def dots(self) -> float:
        """Px of an image for each px of a page."""
        return dots_of(self.options)

    @property
    def name(self) -> str:
        """What the figure is called where a title must be."""
        return self.words.title or "Timeline"

"""What can be asked of a figure, as one value with defaults: the dialog fills it, the command line too. No Qt."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from storage.errors import WrongUse

NARROWEST, WIDEST = 100, 30_000
"""Px of a page that is asked for in px."""
SCALES, TEXTS = (1.0, 4.0), (0.75, 1.6)
"""The least and the most."""
LOWEST, TALLEST = 100, 2_000
"""Mm that a figure for columns of a newspaper may be high."""
MOST_ROWS, MOST_PAGES, MOST_COLUMNS = 12, 50, 6
LOOKS = ("light", "dark", "print")
LANES = ("kind", "place", "source", "status", "article", "none")


class What(StrEnum):
    """Which events; whoever has the library finds them."""

    EVERYTHING = "everything"
    VISIBLE = "visible"
    CHOSEN = "chosen"
    FILTER = "filter"


class Paper(StrEnum):
    """What a page is as large as."""

    PIXELS = "pixels"
    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"
    SLIDE = "slide"
    COLUMN = "column"


class Sources(StrEnum):
    """What is told of the articles that report the events; but for NONE marks carry the numbers of a list."""

    NONE = "none"
    LIST = "list"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class FigureOptions:
    """Everything that can be asked; what does not apply to a page or a format is passed over."""

    what: What = What.FILTER
    lanes: str = "kind"
    page: Paper = Paper.PIXELS
    landscape: bool = True
    """Of A4, A3 and Letter."""
    columns: int = 2
    """Columns of a newspaper that a figure for one is as wide as."""
    tallest: int = 450
    """Mm that a figure for these may be high at the most: about a page of a newspaper."""
    width: int = 1600
    """Of a page in px; so is `height`, where None is as much as the events need, within reason."""
    height: int | None = None
    scale: float = 1.0
    """Px of an image for each px of the page; of paper, how many times 150 dots per inch."""
    rows: int = 0
    """Rows onto which time is folded on a page; 0 for as many as show most."""
    pages: int = 1
    """Pages onto which time is folded; sources may take more."""
    look: str = "light"
    transparent: bool = False
    title: str | None = None
    """None is the name of the library, "" no title."""
    subtitle: str | None = None
    """None is the stretch of time that is shown, "" no subtitle."""
    legend: bool = True
    credit: str = ""
    made: date | None = None
    """The day of making, where it is to be told."""
    sources: Sources = Sources.NONE
    text: float = 1.0
    """The size of letters, as a share of what suits the page."""

    def checked(self) -> "FigureOptions":
        """The same; WrongUse for what no figure can be."""
        for told, least, most, words in (
            (self.width, NARROWEST, WIDEST, "A width of {} px"),
            (self.width if self.height is None else self.height, NARROWEST, WIDEST, "A height of {} px"),
            (self.scale, *SCALES, "A scale of {}"),
            (self.text, *TEXTS, "A text size of {}"),
            (self.rows, 0, MOST_ROWS, "A number of {} rows"),
            (self.pages, 1, MOST_PAGES, "A number of {} pages"),
            (self.columns, 1, MOST_COLUMNS, "A width of {} columns"),
            (self.tallest, LOWEST, TALLEST, "A height of {} mm"),
        ):
            if not least <= told <= most:
                raise WrongUse(f"{words.format(told)} cannot be. Choose one from {least:g} to {most:g}.")
        for name, choice in ((self.look, LOOKS), (self.lanes, LANES)):
            if name not in choice:
                raise WrongUse(f"“{name}” is none of {', '.join(choice)}.")
        return self

"""What the export dialog is told and what it answers, as values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from widgets.figure.options import FigureOptions, What


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its ending. `figure` draws the timeline, `pages` can be several, `dots` makes its scale count.

    `apart` means that each page has a file of its own; `told` says what else is in a file of it.
    """

    ending: str
    name: str
    told: str = ""
    figure: bool = False
    pages: bool = False
    dots: bool = False
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Which events can be exported: their number in a figure and in a table, or the reason why these cannot."""

    what: What
    words: str
    drawn: int = 0
    listed: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that the dialog must know of the library and the window; `lanes` are those on the screen."""

    formats: Sequence[Format]
    scopes: Sequence[Scope]
    lanes: str
    library: str
    today: date


@dataclass(frozen=True, slots=True)
class Wanted:
    """The answers: the format by its ending, the file, and what the figure is to be."""

    ending: str
    path: Path
    options: FigureOptions

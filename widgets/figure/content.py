"""What a figure shows, as values that whoever has the library puts together. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass

from storage.columns import Columns, Lanes, TitlesOf
from widgets.timeline.day_zero import DayZero
from widgets.timeline.spans import Span

Breathe = Callable[[], object]
"""Called again and again in the course of long work; whatever it raises ends the work."""


def nothing() -> None:
    """For work that nobody waits for."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words around a figure, each in plain text; empty ones take no room."""

    title: str = ""
    subtitle: str = ""
    foot: str = ""
    credit: str = ""
    software: str = "Dateline"
    alternative: str = ""
    """For those who do not see the figure: its events in the order of time."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article of the list: its number is its place in it. `address` is where it can be read, if anywhere.

    `link` is the same to be followed, if nothing speaks against that.
    """

    publisher: str
    title: str
    published: str
    address: str
    quotes: tuple[str, ...] = ()
    further_quotes: int = 0
    """Quotes that the list leaves out."""
    link: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Events in their lanes, the stretch of time that is shown, the words around, and the sources of a list."""

    columns: Columns
    lanes: Lanes
    titles_of: TitlesOf
    span: Span
    words: Words
    zero: DayZero | None = None
    sources: tuple[Source, ...] = ()
    further_sources: int = 0
    """Articles that the list leaves out."""
    cited_of: TitlesOf | None = None
    """The numbers of the sources of some events; None without a list."""
    breathe: Breathe = nothing

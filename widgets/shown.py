"""What the panes around the timeline are told to show, as plain values made by the window."""

from dataclasses import dataclass

from storage.model import Dating, Published, Review, Span, Status
from storage.moment import Moment
from storage.when import When


@dataclass(frozen=True, slots=True)
class Counted:
    """A row of a filter: its key in Filters, its words, how many events; `kind` where it has a glyph.

    `passing` is how many of them the other filters let through, None for all.
    """

    key: str
    label: str
    count: int
    kind: str = ""
    passing: int | None = None

    @property
    def numbers(self) -> str:
        """ "39", and "3/39" where others are held back."""
        return f"{self.count:,}" if self.passing in (None, self.count) else f"{self.passing:,}/{self.count:,}"


@dataclass(frozen=True, slots=True)
class ShownArticle:
    """A row of the list of articles."""

    id: int
    title: str
    publisher: str
    day: Moment | None
    events: int
    copy: bool = False
    """Whether another article of the library is the same report, and was there first."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the event table; `sources` counts reports, `importance` goes from 0 to 1."""

    id: int
    kind: str
    title: str
    when: When | None
    status: Status
    review: Review
    places: tuple[str, ...]
    sources: int
    importance: float


@dataclass(frozen=True, slots=True)
class Undated:
    """An event without a date, with the words that would say it."""

    id: int
    kind: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class RecentLibrary:
    """A library that was open before; `note` is a line such as "~/Cases · 285 events"."""

    path: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class ShownMention:
    """Where the open article reports an event, and what stands beside it in the margin."""

    event: int
    span: Span
    date_span: Span | None
    kind: str
    date_text: str
    needs_date: bool = False
    date_short: str = ""
    """The same for a narrow margin."""


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A report of the event; `words` are the date words within the quote, `differs` tells of another date."""

    mention: int
    publisher: str
    published: Moment | None
    when: When | None
    quote: str
    words: str = ""
    differs: bool = False
    open: bool = False


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """An event with everything that its panel says; `published` is that of the article which dates it."""

    id: int
    kind: str
    title: str
    when: When | None
    status: Status
    review: Review
    places: tuple[str, ...] = ()
    note: str = ""
    dating: Dating | None = None
    published: Published | None = None
    sources: tuple[ShownSource, ...] = ()
    disagreement: str = ""
    copies: str = ""
    """What is to be said of articles among the sources that are copies of one report."""
    corrected: bool = False
    is_zero: bool = False
    """Whether time is counted from it."""


@dataclass(frozen=True, slots=True)
class ShownSeveral:
    """Several events: their ids, their time in words and how long that is, and how many there are of each kind."""

    events: tuple[int, ...]
    when: str
    length: str
    kinds: tuple[Counted, ...]
    rejected: bool = False
    """Whether all of them are."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What an undated event would become if the article had appeared on the guessed day."""

    kind: str
    words: str
    date_text: str


@dataclass(frozen=True, slots=True)
class ShownFacts:
    """An article in the panel: facts in rows of name and value, and what its guess would mean."""

    title: str
    facts: tuple[tuple[str, str], ...]
    needs_date: bool = False
    guess: str = ""
    previews: tuple[Preview, ...] = ()
    undated_elsewhere: int = 0

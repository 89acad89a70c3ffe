"""The words of Dateline as frozen values: what both the program and its library are about."""

from dataclasses import dataclass, field
from enum import StrEnum

from storage.moment import Moment
from storage.when import Precision, When

__all__ = [
    "Alternative",
    "Anchor",
    "Article",
    "Basis",
    "Correction",
    "DateExpression",
    "DateKind",
    "Dating",
    "Event",
    "Extraction",
    "Fate",
    "FoundEvent",
    "Mention",
    "Moment",
    "Precision",
    "Published",
    "Review",
    "Row",
    "Span",
    "Status",
    "When",
]


class Basis(StrEnum):
    """How a publication date is known."""

    USER = "user"
    METADATA = "metadata"
    DATELINE = "dateline"
    URL = "url"
    FILE_NAME = "file_name"
    GUESS = "guess"


class Status(StrEnum):
    """Whether it took place, as the source tells it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Review(StrEnum):
    """What a person has said of a found event."""

    FOUND = "found"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    REJECTED = "rejected"


class Fate(StrEnum):
    """What became of an input of an import."""

    IMPORTED = "imported"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


class DateKind(StrEnum):
    """The four types of TIMEX3 (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's text in code points; `end` is exclusive, so `text[start:end]` is its words."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Published:
    """A day of publication, how it is known, and the words that say it where there are any."""

    day: Moment
    basis: Basis
    words: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was read. `text` never changes afterwards, because spans point into it.

    `candidates` are other publication dates that the file suggests, the likeliest first. `sha256` is that of the
    original bytes, which the library keeps; `source` is the path or address they came from.
    """

    id: int
    text: str
    title: str
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    published: Published | None = None
    candidates: tuple[Published, ...] = ()
    source: str = ""
    sha256: str = ""
    captured: str = ""
    reader: str = ""
    key: str = ""
    """The article's own id in a table of articles."""
    report: int | None = None
    """The same number for all articles that are copies of one report; None as long as no copy is known."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a relative date counts from: the publication date (`basis` says how it is known) or words of the text."""

    when: When
    basis: Basis | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another reading that was possible, and what would have made it the right one ("if still to come")."""

    when: When
    reason: str


@dataclass(frozen=True, slots=True)
class Dating:
    """Why an event has its When: the words that say it, the rule, what they count from, and other readings.

    `why` is one line for people. `needs_publication` tells that nothing can be said until the article has a date.
    """

    words: str
    span: Span | None
    rule: str
    why: str
    anchor: Anchor | None = None
    alternatives: tuple[Alternative, ...] = ()
    needs_publication: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or was said to. `when` is None as long as no date can be told."""

    id: int
    kind: str
    title: str
    when: When | None
    status: Status = Status.HAPPENED
    places: tuple[str, ...] = ()
    review: Review = Review.FOUND
    note: str = ""
    importance: float = 0.5


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article reports an event: `article.text[start:end] == quote`. Each has its own date: sources disagree."""

    id: int
    event: int
    article: int
    span: Span
    quote: str
    when: When | None = None
    dating: Dating | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """A field of an event that a person has set: it stays when the article is read again. `found` is the machine's word."""

    id: int
    event: int
    field: str
    found: str
    value: str


Row = Article | Event | Mention | Correction
"""Whatever a Change can touch."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words that tell a time, with their TIMEX3 value; `when` is None for durations, sets and what cannot be resolved."""

    span: Span
    text: str
    value: str
    kind: DateKind
    when: When | None = None
    dating: Dating | None = None


@dataclass(frozen=True, slots=True)
class FoundEvent:
    """An event as extraction finds it in one article; `mentions` are further places in the text that report the same."""

    kind: str
    title: str
    span: Span
    quote: str
    when: When | None
    dating: Dating | None
    status: Status
    places: tuple[str, ...] = ()
    importance: float = 0.5
    mentions: tuple[Span, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one text, in order of appearance."""

    language: str
    dates: tuple[DateExpression, ...]
    events: tuple[FoundEvent, ...]

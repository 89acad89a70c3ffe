"""The columns of the event table, and what each says of an event. No Qt."""

from dataclasses import dataclass

from storage.model import When
from widgets import dates
from widgets.shown import ShownRow
from widgets.words import REVIEWS, STATUSES, kind_label


@dataclass(frozen=True, slots=True)
class Column:
    """Its key, what stands above it, and how wide it is at first in px at 100 %."""

    key: str
    head: str
    width: int
    number: bool = False
    """Whether it holds numbers, which stand at the right."""


COLUMNS = (
    Column("date", "Date", 164),
    Column("end", "End", 88),
    Column("kind", "Kind", 124),
    Column("title", "Title", 320),
    Column("status", "Status", 88),
    Column("review", "Review", 76),
    Column("places", "Places", 108),
    Column("sources", "Sources", 64, number=True),
    Column("importance", "Importance", 84, number=True),
)
KEYS = tuple(column.key for column in COLUMNS)
TITLE = KEYS.index("title")
NO_DATE = "no date"


def words(row: ShownRow, key: str) -> str:
    """What a column says."""
    match key:
        case "date":
            return dates.written(row.when) if row.when else NO_DATE
        case "end":
            return end_words(row.when)
        case "kind":
            return kind_label(row.kind)
        case "title":
            return row.title
        case "status":
            return STATUSES[row.status].capitalize()
        case "review":
            return REVIEWS[row.review].partition(" · ")[0].capitalize()
        case "places":
            return ", ".join(row.places)
        case "sources":
            return f"{row.sources:,}"
        case "importance":
            return f"{round(100 * row.importance)} %"
    raise KeyError(key)


def end_words(when: When | None) -> str:
    """The last day of what takes several; nothing for a single day, which the date says already."""
    if when is None:
        return ""
    if when.latest is None:
        return "open"
    same = when.earliest is not None and when.earliest.day == when.latest.day
    return "" if same else dates.day_and_month(when.latest, 0)


def spoken(row: ShownRow) -> str:
    """The row as a screen reader says it: "Car bomb in Homs. Attack, 12 May 2014, Homs, 3 sources"."""
    when = _spoken_date(row.when) if row.when else NO_DATE
    status = "" if STATUSES[row.status] == "happened" else STATUSES[row.status]
    sources = f"{row.sources:,} source{'' if row.sources == 1 else 's'}"
    told = (kind_label(row.kind), when, status, ", ".join(row.places), sources)
    facts = ", ".join(part for part in told if part)
    return f"{row.title.rstrip('.')}. {facts}" if row.title else facts


def _spoken_date(when: When) -> str:
    """A day without its weekday, which would be heard before what matters."""
    one_day = when.earliest is not None and when.latest is not None and when.earliest.day == when.latest.day
    return dates.short(when) if one_day else dates.written(when)

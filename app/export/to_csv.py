"""Events as a table, one a row, for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Iterator

from app.export.job import Export
from app.export.records import Record, of_events

COLUMNS = (
    "id", "kind", "title", "earliest", "latest", "precision", "approximate", "edtf", "status", "review", "places",
    "importance", "sources", "quote", "article", "publisher", "published", "url", "why", "note",
)  # fmt: skip

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet compute a cell in place of showing it; words of a foreign article must never do that."""


def write(export: Export) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it."""
    return table(of_events(export.library, export.events)).encode("utf-8-sig")


def table(records: Iterable[Record]) -> str:
    """The header and a row for each event; quote, article and reason are those of its first source."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(rows(records))
    return made.getvalue()


def rows(records: Iterable[Record]) -> Iterator[list[object]]:
    """One row an event."""
    for record in records:
        when = record["when"] or dict.fromkeys(("earliest", "latest", "precision", "approximate", "edtf"))
        first = record["sources"][0] if record["sources"] else {}
        dating = first.get("dating") or {}
        cells = {
            **record,
            **when,
            "places": "; ".join(record["places"]),
            "sources": record["reports"],
            "quote": first.get("quote", ""),
            "article": first.get("title", ""),
            "publisher": first.get("publisher", ""),
            "published": first.get("published", ""),
            "url": first.get("url", ""),
            "why": dating.get("why", ""),
        }
        yield [_safe(name, cells[name]) for name in COLUMNS]


def _safe(name: str, value: object) -> object:
    """Dates of years before 0 begin with a minus and are no formulas; any other words that look like one get a quote."""
    if isinstance(value, str) and value.startswith(_FORMULA) and name not in ("earliest", "latest", "edtf"):
        return "'" + value
    return value

"""Articles, events, mentions and corrections as rows of their tables, both directions in one place.

A record is a row as plain values by name of column. It is also what the change log keeps, so a column that comes later
needs a default here, for records written before.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from storage import plain
from storage.model import (
    Article,
    Basis,
    Correction,
    Event,
    Mention,
    Precision,
    Published,
    Review,
    Row,
    Span,
    Status,
    When,
)
from storage.moment import Moment
from storage.plain import Plain

R = TypeVar("R", bound=Row)


@dataclass(frozen=True, slots=True)
class Form(Generic[R]):
    """How a type stands in its table."""

    table: str
    columns: tuple[str, ...]
    record: Callable[[R], Plain]
    read: Callable[[Plain], R]

    @property
    def names(self) -> str:
        """The columns for SQL; quoted, because "end" is one of its own words."""
        return ", ".join(f'{self.table}."{column}"' for column in self.columns)


def text_hash(text: str) -> str:
    """SHA-256 of a text as UTF-8: what tells that an article is there already."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _article_record(article: Article) -> Plain:
    published = article.published
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "published": published.day.iso() if published else None,
        "published_basis": published.basis.value if published else None,
        "published_words": published.words if published else None,
        "candidates": plain.dumps([plain.plain_published(one) for one in article.candidates]),
        "source": article.source,
        "sha256": article.sha256,
        "captured": article.captured,
        "reader": article.reader,
        "key": article.key,
        "report": article.report,
        "text_sha256": text_hash(article.text),
        "text": article.text,
    }


def _article_of(record: Plain) -> Article:
    published = None
    if record["published"] is not None:
        day, basis = Moment.parse(record["published"]), Basis(record["published_basis"])
        published = Published(day, basis, record["published_words"])
    return Article(
        record["id"],
        record["text"],
        record["title"],
        record["publisher"],
        record["author"],
        record["url"],
        record["language"],
        published,
        tuple(plain.published_of(one) for one in json.loads(record["candidates"])),
        record["source"],
        record["sha256"],
        record["captured"],
        record["reader"],
        record["key"],
        record.get("report"),
    )


def _when_columns(when: When | None) -> Plain:
    return {
        "earliest": plain.plain_moment(when.earliest) if when else None,
        "latest": plain.plain_moment(when.latest) if when else None,
        "precision": when.precision.value if when else None,
        "approximate": int(when.approximate) if when else None,
        "edtf": when.edtf if when else None,
    }


def _when_of(record: Plain) -> When | None:
    """No precision, no date: both bounds may be open."""
    if record["precision"] is None:
        return None
    bounds = plain.moment_of(record["earliest"]), plain.moment_of(record["latest"])
    return When(*bounds, Precision(record["precision"]), bool(record["approximate"]))


def _event_record(event: Event) -> Plain:
    when = event.when
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        **_when_columns(when),
        "start": when.start if when and when.earliest else None,
        "end": when.end if when and when.latest else None,
        "status": event.status.value,
        "places": plain.dumps(event.places),
        "review": event.review.value,
        "note": event.note,
        "importance": float(event.importance),
    }


def _event_of(record: Plain) -> Event:
    return Event(
        record["id"],
        record["kind"],
        record["title"],
        _when_of(record),
        Status(record["status"]),
        tuple(json.loads(record["places"])),
        Review(record["review"]),
        record["note"],
        record["importance"],
    )


def _mention_record(mention: Mention) -> Plain:
    return {
        "id": mention.id,
        "event": mention.event,
        "article": mention.article,
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.quote,
        **_when_columns(mention.when),
        "dating": plain.dumps(plain.plain_dating(mention.dating)) if mention.dating else None,
    }


def _mention_of(record: Plain) -> Mention:
    return Mention(
        record["id"],
        record["event"],
        record["article"],
        Span(record["start"], record["end"]),
        record["quote"],
        _when_of(record),
        plain.dating_of(json.loads(record["dating"])) if record["dating"] is not None else None,
    )


def _correction_record(correction: Correction) -> Plain:
    return {
        "id": correction.id,
        "event": correction.event,
        "field": correction.field,
        "found": correction.found,
        "value": correction.value,
    }


def _correction_of(record: Plain) -> Correction:
    return Correction(record["id"], record["event"], record["field"], record["found"], record["value"])


_WHEN = ("earliest", "latest", "precision", "approximate", "edtf")

ARTICLES = Form(
    "articles",
    (
        *("id", "title", "publisher", "author", "url", "language", "published", "published_basis", "published_words"),
        *("candidates", "source", "sha256", "captured", "reader", "key", "report", "text_sha256", "text"),
    ),
    _article_record,
    _article_of,
)
EVENTS = Form(
    "events",
    ("id", "kind", "title", *_WHEN, "start", "end", "status", "places", "review", "note", "importance"),
    _event_record,
    _event_of,
)
MENTIONS = Form(
    "mentions",
    ("id", "event", "article", "start", "end", "quote", *_WHEN, "dating"),
    _mention_record,
    _mention_of,
)
CORRECTIONS = Form("corrections", ("id", "event", "field", "found", "value"), _correction_record, _correction_of)

FORMS: dict[str, Form[Article] | Form[Event] | Form[Mention] | Form[Correction]] = {
    "articles": ARTICLES,
    "events": EVENTS,
    "mentions": MENTIONS,
    "corrections": CORRECTIONS,
}
"""By table; articles before what points to them."""

_TABLES: dict[type, str] = {Article: "articles", Event: "events", Mention: "mentions", Correction: "corrections"}


def table_of(row: Row) -> str:
    """The table that holds it."""
    return _TABLES[type(row)]


def record_of(row: Row) -> Plain:
    """The row as it stands in its table."""
    match row:
        case Article():
            return _article_record(row)
        case Event():
            return _event_record(row)
        case Mention():
            return _mention_record(row)
        case Correction():
            return _correction_record(row)


def row_of(table: str, record: Plain) -> Row:
    """The row that a record of the table holds; ValueError where it makes no sense."""
    return FORMS[table].read(record)

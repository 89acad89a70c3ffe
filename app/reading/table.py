"""Tables of articles: one a row, with the columns text, title, published, url, publisher, author, language and id."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from app.reading import dates
from app.reading.articles import Facts, article
from app.reading.noted import Noted
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

_SHOWN_TROUBLES = 3


class DaysUnread(Noted):
    """Every row became an article, but some without the day of publication that stands in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number as an editor or a spreadsheet shows it; `trouble` says why it has no fields."""

    number: int
    fields: Mapping[str, object] = field(default_factory=dict)
    trouble: str = ""


def articles(source: Source, rows: Iterator[Row], reader: str) -> Iterator[Article]:
    """The articles of all good rows, then CannotRead that names the bad ones, if any.

    A date in `published` that cannot be told is left out and named at the end too, by DaysUnread if nothing else was bad.
    """
    sha256 = hashlib.sha256(source.data).hexdigest()
    troubles: list[str] = []
    undated: list[int] = []
    good = 0
    for row in rows:
        try:
            found = _article(source, row, reader, sha256)
        except CannotRead as trouble:
            troubles.append(str(trouble))
            continue
        good += 1
        if not found.published and _word(row, "published"):
            undated.append(row.number)
        yield found
    if troubles or not good:
        raise CannotRead(" ".join(filter(None, (_summary(source, good, troubles), _undated(source, undated)))))
    if undated:
        raise DaysUnread(_undated(source, undated))


def _article(source: Source, row: Row, reader: str, sha256: str) -> Article:
    if row.trouble:
        raise CannotRead(f"Row {row.number} {row.trouble}.")
    text = row.fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise CannotRead(f"Row {row.number} has no text.")
    try:
        return article(source, text, reader, _facts(row), sha256, as_given=True)
    except CannotRead:
        raise CannotRead(f"Row {row.number} has no words in its text.") from None


def _facts(row: Row) -> Facts:
    return Facts(
        title=_word(row, "title"),
        publisher=_word(row, "publisher"),
        author=_word(row, "author"),
        url=_word(row, "url"),
        language=_word(row, "language"),
        published=_published(row),
        key=_word(row, "id") or str(row.number),
    )


def _published(row: Row) -> Published | None:
    words = _word(row, "published")
    day = dates.written(words)
    return Published(day, Basis.METADATA, words) if day else None


def _word(row: Row, name: str) -> str:
    """A field as words; lists are joined, and what is empty or no number (NaN) is nothing."""
    value = row.fields.get(name)
    if isinstance(value, list):
        return ", ".join(str(part) for part in islice(value, 20) if part)
    if value is None or value != value or isinstance(value, (bool, dict)):
        return ""
    return str(value).strip()


def _summary(source: Source, good: int, troubles: list[str]) -> str:
    if not troubles:
        return f"{source.shown} has no rows. Each row below its first line should be an article."
    reasons = " ".join(troubles[:_SHOWN_TROUBLES]) + (" …" if len(troubles) > _SHOWN_TROUBLES else "")
    if not good:
        return f"No article could be taken from {source.shown}. {reasons} Mend the rows and add the file again."
    count = "1 row" if len(troubles) == 1 else f"{len(troubles)} rows"
    return f"{count} of {source.shown} could not be read, {good} could. {reasons} Mend them and add the file again."


def _undated(source: Source, rows: list[int]) -> str:
    """The rows by their numbers: their words are the article's and stay out of terminals and logs."""
    if not rows:
        return ""
    numbers = ", ".join(map(str, rows[:_SHOWN_TROUBLES])) + (" …" if len(rows) > _SHOWN_TROUBLES else "")
    named = f"row {numbers}" if len(rows) == 1 else f"{len(rows)} rows ({numbers})"
    return f"The column “published” of {source.shown} has no date like 2016-12-17 in {named}. There it was left out."

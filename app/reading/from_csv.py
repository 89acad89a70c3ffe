"""Tables of articles as spreadsheets save them: CSV with commas, semicolons or tabs."""

import csv
import io
from collections.abc import Iterator
from itertools import count

from app.reading.from_txt import text_of
from app.reading.source import Source
from app.reading.table import Row, articles
from storage.errors import CannotRead
from storage.model import Article

READER = "csv 1"

_SEPARATORS = (",", ";", "\t", "|")
_LONGEST_FIELD = 10_000_000  # the standard 131,072 is less than a long report


def read(source: Source) -> Iterator[Article]:
    """The articles of all rows; see `table.articles` for bad ones."""
    yield from articles(source, _rows(source), READER)


def _rows(source: Source) -> Iterator[Row]:
    text = text_of(source).lstrip("\ufeff")
    separator, names = _header(source, text)
    csv.field_size_limit(_LONGEST_FIELD)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    next(lines)
    for number in count(2):
        try:
            values = next(lines)
        except StopIteration:
            return
        except csv.Error:
            yield Row(number, trouble="is broken, perhaps by a quotation mark that never closes")
            continue
        if any(value.strip() for value in values):
            yield Row(number, dict(zip(names, values, strict=False)))


def _header(source: Source, text: str) -> tuple[str, list[str]]:
    """The separator whose first line has a column called text, and all columns."""
    for separator in _SEPARATORS:
        try:
            first = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
        except csv.Error:
            continue
        names = [name.strip().lower() for name in first]
        if "text" in names:
            return separator, names
    raise CannotRead(f"{source.shown} has no column “text”. Name the columns in the first line, one of them “text”.")

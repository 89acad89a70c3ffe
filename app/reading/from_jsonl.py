"""Tables of articles as JSON Lines: one object a line."""

import json
from collections.abc import Iterator

from app.reading.from_txt import text_of
from app.reading.source import Source
from app.reading.table import Row, articles
from storage.errors import CannotRead
from storage.model import Article

READER = "jsonl 1"


def read(source: Source) -> Iterator[Article]:
    """The articles of all rows; see `table.articles` for bad ones."""
    yield from articles(source, _rows(source), READER)


def _rows(source: Source) -> Iterator[Row]:
    with_text = 0
    for number, line in enumerate(text_of(source).split("\n"), 1):
        if not line.strip():
            continue
        row = _row(number, line)
        with_text += "text" in row.fields or bool(row.trouble)
        yield row
    if not with_text:
        raise CannotRead(f'{source.shown} has no column “text”. Each line needs at least {{"text": "…"}}.')


def _row(number: int, line: str) -> Row:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, trouble="is not a complete JSON object on one line")
    if not isinstance(fields, dict):
        return Row(number, trouble='is JSON but not an object with names, such as {"text": "…"}')
    return Row(number, {name.strip().lower(): value for name, value in fields.items()})

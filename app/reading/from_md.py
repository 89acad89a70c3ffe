"""Markdown files: plain text, with the notes that many blog programs put on top."""

import re
from collections.abc import Iterator

from app.reading import dates
from app.reading.articles import Facts, article
from app.reading.from_txt import text_of
from app.reading.source import Source
from storage.model import Article, Basis, Published

READER = "md 1"

# "---\ntitle: Aleppo\ndate: 2016-12-17\n---\n"; not a text that opens with a rule and never closes it
_NOTES = re.compile(r"\ufeff?---[ \t]*\r?\n(.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
# meant for "title: 'Aleppo'"; not "  - nested"
_NOTE = re.compile(r"(?P<name>[A-Za-z_]+)[ \t]*:[ \t]*(?P<value>.*)")


def read(source: Source) -> Iterator[Article]:
    """The one article; its marks of Markdown stay in the text."""
    text = text_of(source)
    notes = _NOTES.match(text)
    facts = _facts(notes[1]) if notes else Facts()
    yield article(source, text[notes.end() :] if notes else text, READER, facts)


def _facts(lines: str) -> Facts:
    notes = {}
    for line in lines.splitlines():
        found = _NOTE.fullmatch(line)
        if found:
            notes[found["name"].lower()] = found["value"].strip().strip("\"'")
    words = next((notes[name] for name in ("published", "date") if notes.get(name)), "")
    day = dates.written(words)
    return Facts(
        title=notes.get("title", ""),
        publisher=notes.get("publisher", ""),
        author=notes.get("author", ""),
        url=notes.get("url", ""),
        language=notes.get("lang") or notes.get("language", ""),
        published=Published(day, Basis.METADATA, words) if day else None,
    )

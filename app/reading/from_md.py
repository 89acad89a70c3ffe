"""Markdown files: the words without their marks, with the notes that many blog programs put on top."""

from collections.abc import Iterator

from app.reading import dates, front_matter
from app.reading.articles import Facts, article
from app.reading.from_txt import text_of
from app.reading.markdown import plain
from app.reading.source import Source
from storage.model import Article, Basis, Published

READER = "md 2"


def read(source: Source) -> Iterator[Article]:
    """The one article; its title is that of the notes, else a headline on top."""
    notes, text = front_matter.split(text_of(source))
    page = plain(text)
    # a mark that swallows the whole text was none
    words = page.text if any(map(str.isalnum, page.text)) else text
    yield article(source, words, READER, _facts(notes, page.title))


def _facts(notes: front_matter.Notes, headline: str) -> Facts:
    words = notes.get("published") or notes.get("date", "")
    day = dates.written(words)
    return Facts(
        title=notes.get("title") or headline,
        publisher=notes.get("publisher", ""),
        author=notes.get("author") or notes.get("authors", ""),
        url=notes.get("url", ""),
        language=notes.get("lang") or notes.get("language", ""),
        published=Published(day, Basis.METADATA, words) if day else None,
    )

"""E-books: the chapters in the order in which they are read, as one article.

A book has one author and one day of publication, and people cite it as a whole; of a report in fifty files they want one
article, not fifty without a date.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, normpath
from urllib.parse import unquote

from app.reading import dates, titles
from app.reading.articles import Facts, article
from app.reading.bare_text import bare_text
from app.reading.encoding import decode
from app.reading.noted import Noted
from app.reading.safe_xml import End, Start, safe_xml
from app.reading.safe_zip import Archive, open_archive
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

READER = "epub 1"

_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/x-dtbook+xml")
_NAMES = frozenset(("title", "creator", "publisher", "language", "date", "identifier"))
# the end of a page's head, whose words no page shows
_HEAD_ENDS = re.compile(r"</head\s{0,9}>", re.IGNORECASE)
_ENCODING = re.compile(rb"<\?xml[^>]{0,200}encoding\s*=\s*[\"']([\w.-]{2,40})")


class _Book:
    """What the list of a book's parts says: its names, its parts, and their order."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.parts: dict[str, tuple[str, str]] = {}
        self.order: list[str] = []
        self.contents: set[str] = set()


def read(source: Source) -> Iterator[Article]:
    """The one article of a book; Noted after it where chapters are missing."""
    archive = open_archive(source)
    package = _package(source, archive)
    book = _listed(source, archive, package)
    chapters: list[str] = []
    missing: list[str] = []
    for name in _in_order(book, package):
        try:
            chapters.append(_words(archive.read(name)))
        except CannotRead as trouble:
            missing.append(str(trouble))
    if not any(chapters) and missing:
        raise CannotRead(missing[0])
    yield article(source, "\n\n".join(filter(None, chapters)), READER, _facts(book))
    if missing:
        raise Noted(f"{len(missing):,} of the chapters of {source.shown} could not be read. {missing[0]}")


def _package(source: Source, archive: Archive) -> str:
    """The name of the list of parts."""
    if _CONTAINER in archive:
        for token in safe_xml(archive.read(_CONTAINER), f"“{_CONTAINER}” in {source.shown}"):
            if isinstance(token, Start) and token.name == "rootfile" and "full-path" in token.attributes:
                return token.attributes["full-path"]
    found = next((one.filename for one in archive.members if one.filename.endswith(".opf")), "")
    if not found:
        raise CannotRead(f"{source.shown} has no list of its chapters, so it is no whole e-book. Download it again.")
    return found


def _listed(source: Source, archive: Archive, package: str) -> _Book:
    book = _Book()
    name, words = "", ""
    for token in safe_xml(archive.read(package), f"“{package}” in {source.shown}"):
        match token:
            case Start("item", item):
                book.parts[item.get("id", "")] = (item.get("href", ""), item.get("media-type", ""))
                if "nav" in item.get("properties", "").split():
                    book.contents.add(item.get("id", ""))
            case Start("itemref", item):
                book.order.append(item.get("idref", ""))
            case Start("date", about) if about.get("event", "publication") != "publication":
                name, words = "", ""
            case Start():
                name, words = token.name, ""
            case End():
                if token.name == name and name in _NAMES and words.strip():
                    book.names.setdefault(name, words.strip())
                name = ""
            case _:
                words += token
    return book


def _in_order(book: _Book, package: str) -> Iterator[str]:
    """The names of the chapters; the list of contents says nothing that they do not."""
    seen = set()
    for part in book.order or list(book.parts):
        href, kind = book.parts.get(part, ("", ""))
        name = normpath(f"{dirname(package)}/{unquote(href.partition('#')[0])}").lstrip("/")
        if href and (kind in _PAGES or not kind) and part not in book.contents and name not in seen:
            seen.add(name)
            yield name


def _words(data: bytes) -> str:
    declared = _ENCODING.search(data[:300])
    page = decode(data, declared[1].decode("ascii", "ignore") if declared else "")
    head = _HEAD_ENDS.search(page)
    return "\n\n".join(bare_text(page[head.end() :] if head else page).split("\n"))


def _facts(book: _Book) -> Facts:
    day = dates.written(book.names.get("date", ""))
    return Facts(
        title=titles.sensible(book.names.get("title", "")),
        author=book.names.get("creator", ""),
        publisher=book.names.get("publisher", ""),
        language=book.names.get("language", ""),
        published=Published(day, Basis.METADATA, book.names["date"]) if day else None,
    )

"""Web pages that a browser saved with all their parts in one file (MHTML): the page among the parts."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from app.reading import dates, from_html
from app.reading.mail_parts import Limits, Part, parse
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

READER = "mhtml 1"

_PAGES = ("text/html", "application/xhtml+xml")
_ADDRESSES = ("http://", "https://")


def read(source: Source) -> Iterator[Article]:
    """The one article of a page. The day in the file's head is that of saving, so it is a guess."""
    whole = parse(source.data, Limits())
    page = _root(whole)
    if page is None:
        raise CannotRead(
            f"{source.shown} holds no web page. Open it in a browser and save the page again as HTML, or copy and paste it."
        )
    address = page.told("content-location") or whole.told("snapshot-content-location")
    inner = Source(source.name, page.bytes(), source.path, address if address.startswith(_ADDRESSES) else source.url)
    saved = dates.written(whole.told("date"))
    for article in from_html.read(inner, page.charset):
        guess = (Published(saved, Basis.GUESS, whole.told("date").strip()),) if saved else ()
        yield replace(
            article,
            source=source.origin,
            sha256=hashlib.sha256(source.data).hexdigest(),
            reader=f"{READER}, {article.reader}",
            candidates=article.candidates or (() if article.published else guess),
        )


def _root(whole: Part) -> Part | None:
    """The page itself: the part that the file names as its start, else the first page in it."""
    pages = [part for part in _parts(whole) if part.kind in _PAGES]
    start = whole.parameter("start")
    named = (part for part in pages if start and part.told("content-id").strip() == start)
    return next(named, pages[0] if pages else None)


def _parts(part: Part) -> Iterator[Part]:
    if not part.parts:
        yield part
    for one in part.parts:
        yield from _parts(one)

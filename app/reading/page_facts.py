"""What a web page says of its article: title, publisher, author, address, language, day of publication."""

import copy
import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.reading.articles import Facts, language
from app.reading.dates import in_address, written
from app.reading.foreign import LIBRARY_TROUBLE
from storage.model import Basis, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

log = logging.getLogger(__name__)

# "https://example.org/2016/12/17.jpg": the day of a picture; not "2016-12-17T10:00"
_ADDRESS = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


def facts_of(tree: "HtmlElement", url: str = "") -> Facts:
    """The facts of a page; everything may be missing."""
    address = url or _canonical(tree)
    published = _published(tree)
    title, author, publisher = _names(tree, address)
    return Facts(
        title=title,
        author=author,
        publisher=publisher,
        url=address,
        language=_language(tree),
        published=published,
        guess=None if published or in_address(address) else _guess(tree),
    )


def _canonical(tree: "HtmlElement") -> str:
    """The address that the page gives for itself."""
    found = tree.xpath("//link[@rel='canonical']/@href | //meta[@property='og:url']/@content")
    return next((str(link).strip() for link in found if str(link).strip().startswith(("http://", "https://"))), "")


def _language(tree: "HtmlElement") -> str:
    tags = tree.xpath("/html/@lang | /html/@*[name()='xml:lang'] | //meta[@http-equiv='content-language']/@content")
    return next((str(tag) for tag in tags if language(str(tag))), "")


def _names(tree: "HtmlElement", address: str) -> tuple[str, str, str]:
    """Title, author, publisher."""
    import trafilatura

    try:
        found = trafilatura.extract_metadata(
            copy.deepcopy(tree), default_url=address or None, date_config={"extensive_search": False}, extensive=False
        )
    except LIBRARY_TROUBLE as trouble:
        log.info("reading a page's metadata failed: %r", trouble)
        return (tree.findtext(".//title") or "", "", "")
    return found.title or "", found.author or "", found.sitename or found.hostname or ""


def _published(tree: "HtmlElement") -> Published | None:
    """The day in the page's metadata: meta elements, JSON-LD, marked times."""
    day = _found(_metadata(tree), extensive=False) or _times(tree)
    moment = written(day)
    return Published(moment, Basis.METADATA, day) if moment else None


def _guess(tree: "HtmlElement") -> Published | None:
    """The likeliest day in the page's words."""
    day = _found(copy.deepcopy(tree), extensive=True)
    moment = written(day)
    return Published(moment, Basis.GUESS, day) if moment else None


def _found(tree: "HtmlElement", extensive: bool) -> str:
    """A day as htmldate finds it. It gets a tree, because it would fetch a string that is an address."""
    import htmldate

    try:
        return htmldate.find_date(tree, extensive_search=extensive, original_date=True, url="") or ""
    except LIBRARY_TROUBLE as trouble:
        log.info("looking for a page's date failed: %r", trouble)
        return ""


def _metadata(tree: "HtmlElement") -> "HtmlElement":
    """A page of nothing but the metadata, so that no date of a picture or of the words is taken for the day."""
    from lxml.html import document_fromstring

    page = document_fromstring("<html><head><title></title></head><body></body></html>")
    page.head.extend(copy.deepcopy(part) for part in _parts(tree))
    return page


def _parts(tree: "HtmlElement") -> Iterator["HtmlElement"]:
    for meta in tree.iter("meta"):
        if not _ADDRESS.match(meta.get("content") or ""):
            yield meta
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            yield script


def _times(tree: "HtmlElement") -> str:
    """The day of the time elements marked as publication, or of all of them if they agree."""
    marked = tree.xpath("//time[@pubdate]/@datetime | //*[@itemprop='datePublished']/@datetime")
    every = marked or tree.xpath("//time/@datetime")
    days = {moment.iso() for moment in map(written, map(str, every)) if moment}
    return days.pop() if len(days) == 1 else ""

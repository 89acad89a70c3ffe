"""What a web page says of its article: title, publisher, author, address, language, day of publication."""

import copy
import logging
import re
from typing import TYPE_CHECKING

from app.reading.articles import Facts, language
from app.reading.dates import in_address, written
from app.reading.foreign import LIBRARY_TROUBLE
from app.reading.page_days import days_of
from app.reading.page_headline import headline_of
from storage.model import Basis, Published

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# "Admin", "Unknown", "www example org", "Monday"; not "Adminov" or "May Unger"
_NOBODY = re.compile(
    r"admin(?:istrator)?|unknown|webmaster|user|guest|root|author|anonymous|editor|default|none|null|n/?a"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|.*\b(?:https?|www)\b.*|",
    re.IGNORECASE,
)

log = logging.getLogger(__name__)


def facts_of(tree: "HtmlElement", url: str = "") -> Facts:
    """The facts of a page; everything may be missing."""
    address = url or _canonical(tree)
    title, author, publisher = _names(tree, address)
    tag = _language(tree)
    headline = headline_of(tree)
    days = days_of(tree, tag, title, address, headline)
    return Facts(
        title=headline.text if headline.known else title,
        author=author,
        publisher=publisher,
        url=address,
        language=tag,
        published=days.published,
        others=days.others,
        guess=None if days.published or in_address(address) else _guess(tree),
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
    publisher = found.sitename or found.hostname or ""
    return found.title or "", _people(found.author or "", publisher), publisher


def _people(authors: str, publisher: str) -> str:
    """The authors that are somebody: no account of the machine, no address, no word of a date, not the site itself."""
    named = (one.strip() for one in authors.split(";"))
    itself = {_letters(publisher), _letters(publisher.rpartition(".")[0])}
    return "; ".join(one for one in named if _letters(one) not in itself and not _NOBODY.fullmatch(one))


def _letters(name: str) -> str:
    """A name without what two spellings of it differ in: "thecourier" of "The Courier" and "the-courier"."""
    return "".join(filter(str.isalnum, name.casefold()))


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

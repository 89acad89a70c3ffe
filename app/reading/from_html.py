"""Web pages as saved by a browser: the body of the article, and what the page says of itself."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.reading.articles import article
from app.reading.encoding import decode
from app.reading.look import is_text
from app.reading.noted import Noted
from app.reading.page_body import body_of
from app.reading.page_facts import facts_of
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READER = "html 2"

_HEAD = 8192  # bytes in which a page names its encoding

# '<meta charset="windows-1256">', "content='text/html; charset=big5'"; not "charset" in a script far below
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE
)
# '<?xml version="1.0" encoding="UTF-8"?>': lxml refuses it in decoded text; not "<p>"
_DECLARATION = re.compile(r"<\?xml[^>]{0,300}\?>")
# what no XML tree may hold: "\x00", half an emoji; not "\n"
_UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def read(source: Source, charset: str = "") -> Iterator[Article]:
    """The one article of a page, then Noted if it may not be whole; `charset` is what somebody else says of its encoding."""
    charset = charset or source.charset
    declared = _CHARSET.search(source.data[:_HEAD])
    text = decode(source.data, charset or (declared[1].decode("ascii", "ignore") if declared else ""))
    if not is_text(text):
        raise CannotRead(f"{source.shown} is not a web page: its bytes are no text. Save the page again as HTML.")
    tree = _tree(source, text)
    facts = facts_of(tree, source.url)
    body = body_of(tree, text)
    yield article(source, body.words, READER, facts)
    if body.without_tree:
        raise Noted(
            f"{source.shown} is nested too deep or broken, so its article was told from its menus by length alone. "
            "Look whether its text is whole, and what does not belong to it."
        )


def words_of_page(page: str) -> str:
    """The body of a page that stands in another file; nothing where it is too broken."""
    try:
        return body_of(_tree(Source("", b""), page), page).words
    except CannotRead:
        return ""


def _tree(source: Source, text: str) -> "HtmlElement":
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    text = text.removeprefix("\ufeff").lstrip()
    declared = _DECLARATION.match(text)
    try:
        return document_fromstring(_UNFIT.sub("", text[declared.end() :] if declared else text))
    except (LxmlError, ValueError) as trouble:
        raise CannotRead(
            f"{source.shown} is too broken for a web page. Open it in a browser, copy the article and paste it."
        ) from trouble

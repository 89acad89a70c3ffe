"""The body of a web page's article, and a check that it was not lost."""

import copy
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.reading.bare_text import bare_text
from app.reading.foreign import LIBRARY_TROUBLE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

log = logging.getLogger(__name__)

_FURNITURE = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "header",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "iframe",
        "figure",
        "head",
    ]
)
_PROSE = 60  # letters from which a paragraph is running text and no caption or button
_KEPT = 0.6  # share of the generous reading that a strict one must keep to be preferred


def body_of(tree: "HtmlElement", page: str) -> str:
    """The article's paragraphs, a line each. Where extraction loses more than it finds, the page's own paragraphs.

    Where the tree itself lost words of the page, because it is broken or nested too deep, all words without the tags.
    """
    bare = bare_text(page)
    seen = tree.xpath("//text()[not(parent::script or parent::style)]")
    if _letters("".join(seen)) < _letters(bare) / 2:
        return bare
    body = _extracted(tree)
    prose = list(_prose(tree))
    flat = " ".join(body.split())
    missing = sum(len(paragraph) for paragraph in prose if paragraph[:_PROSE] not in flat)
    if missing > len(flat):
        return "\n\n".join(prose)
    return body or bare


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _extracted(tree: "HtmlElement") -> str:
    """What trafilatura takes for the article: strictly if that keeps most of it, else generously."""
    import trafilatura

    found = []
    for strict in (True, False):
        try:
            text = trafilatura.extract(copy.deepcopy(tree), include_comments=False, favor_precision=strict)
        except LIBRARY_TROUBLE as trouble:
            log.info("extracting a page failed: %r", trouble)
            text = None
        found.append(text or "")
    strictly, generously = found
    return strictly if len(strictly) >= _KEPT * len(generously) else generously


def _prose(tree: "HtmlElement") -> Iterator[str]:
    """Paragraphs of running text that are mostly not links, outside of menus and footers."""
    for paragraph in tree.iter("p"):
        if any(above.tag in _FURNITURE for above in paragraph.iterancestors()):
            continue
        text = " ".join("".join(paragraph.itertext()).split())
        linked = sum(len("".join(link.itertext())) for link in paragraph.iter("a"))
        if len(text) >= _PROSE and linked < len(text) / 2:
            yield text

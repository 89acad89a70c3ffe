"""The body of a web page's article, and a check that it was not lost."""

import copy
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

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

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "tr",
        "blockquote",
        "pre",
        "section",
        "article",
        "br",
        "dt",
        "dd",
        "main",
        "ul",
        "ol",
        "table",
    ]
)


def body_of(tree: "HtmlElement") -> str:
    """The article's paragraphs, a line each. Where extraction loses more than it finds, the page's own paragraphs."""
    body = _extracted(tree)
    prose = list(_prose(tree))
    flat = " ".join(body.split())
    missing = sum(len(paragraph) for paragraph in prose if paragraph[:_PROSE] not in flat)
    if missing > len(flat):
        return "\n\n".join(prose)
    return body or "\n".join(_lines(tree))


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


def _lines(tree: "HtmlElement") -> Iterator[str]:
    """All words of the page outside of its furniture, a line for each block."""
    from lxml.etree import iterwalk

    line: list[str] = []
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        named = isinstance(element.tag, str)
        if named and element.tag in _BLOCKS and line:
            yield " ".join("".join(line).split())
            line = []
        if event == "start" and element.tag in _FURNITURE:
            walk.skip_subtree()
        elif event == "start":
            line.append(element.text or "")
        if event != "start":
            line.append(element.tail or "")
    yield " ".join("".join(line).split())

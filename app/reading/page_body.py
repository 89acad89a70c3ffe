"""The body of a web page's article, and a check that it was not lost."""

import copy
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reading.bare_text import bare_text
from app.reading.foreign import LIBRARY_TROUBLE
from app.reading.page_blocks import article_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# parts of words, so that languages without spaces have them too: "evacuati" and "on"
_PIECE = re.compile(r"\w{1,8}")

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
_RUN = 5  # pieces of words that make a run: enough that no two paragraphs begin with the same by chance
_LOST = 20  # letters that a tree may lack: it takes a few tags that are none for tags
_KEPT = 0.6  # share of the generous reading that a strict one must keep to be preferred


@dataclass(frozen=True, slots=True)
class Body:
    """The words of the article, and whether the page had to be read without its tree."""

    words: str
    without_tree: bool = False


def body_of(tree: "HtmlElement", page: str) -> Body:
    """The article's paragraphs, a line each. Where extraction loses more than it finds, the page's own paragraphs.

    Where the tree itself lost words of the page, because it is broken or nested too deep, the running text by its tags.
    """
    bare = bare_text(page)
    if _lost(tree, bare):
        return Body(article_words(page), without_tree=True)
    body = _extracted(tree)
    prose = list(_prose(tree))
    if _missing(prose, body) > len(body):
        return Body("\n\n".join(prose))
    return Body(body or bare)


def _lost(tree: "HtmlElement", bare: str) -> bool:
    """Whether words that stand in the page are not in its tree."""
    unseen = " or ".join(f"ancestor::{tag}" for tag in ("script", "style", "template", "svg", "title"))
    return _letters(bare) - _letters("".join(tree.xpath(f"//text()[not({unseen})]"))) > _LOST


def _missing(prose: list[str], body: str) -> int:
    """Letters in paragraphs whose first words are nowhere in the body. A search for each would be quadratic."""
    pieces = _PIECE.findall(body)
    runs = set(zip(*(pieces[start:] for start in range(_RUN)), strict=False))
    return sum(len(paragraph) for paragraph in prose if not _begins_in(runs, paragraph))


def _begins_in(runs: set[tuple[str, ...]], paragraph: str) -> bool:
    first = tuple(_PIECE.findall(paragraph[:_PROSE])[:_RUN])
    return len(first) < _RUN or first in runs


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

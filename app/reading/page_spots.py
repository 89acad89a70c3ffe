"""The words of a page in order: each run with the element that holds it, and how far down the page it stands.

One walk without recursion, in time proportional to the page. What belongs to no article is passed by or marked as aside.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea")
)
LINE = 120
"""Letters of a line that may be a byline; longer ones are sentences."""
_MOST_PARTS = 40  # of an element that are looked at; a line has fewer
_ASIDE = frozenset(("nav", "aside", "form", "button"))  # articles have footers, too
# parts of classes of what stands beside an article: "comment-list", "relatedArticles", "c-teaser"; not "uncommented"
_ASIDE_NAMES = re.compile(
    r"(?<![a-z])(?:comment|kommentar|reply|replies|related|sidebar|side-bar|widget|teaser|recommend|menu|breadcrumb"
    r"|event|termin|calendar|kalender|newsletter|popular|latest|trending|most-?read|ticker|advert|promo|archive|share)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A run of words: its element, the letters of the page before it, and whether it stands beside the article."""

    element: "HtmlElement"
    words: str
    before: int
    aside: bool

    @property
    def after(self) -> int:
        """The letters of the page up to its end."""
        return self.before + len(self.words)


def spots_of(tree: "HtmlElement", article: frozenset["HtmlElement"]) -> Iterator[Spot]:
    """Every run of words that a reader sees; `article` are elements that hold the headline, so none of them is aside."""
    from lxml.etree import iterwalk

    letters = asides = 0
    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for step, element in walk:
        owner, run = element, element.text
        if step == "start":
            asides += element not in article and _is_aside(element)
            if element.tag in _UNSEEN:
                walk.skip_subtree()
                run = None
        else:
            asides -= step == "end" and element not in article and _is_aside(element)
            owner, run = element.getparent(), element.tail
        words = " ".join(run.split()) if run else ""
        if words and owner is not None:
            yield Spot(owner, words, letters, asides > 0)
            letters += len(words)


def names_of(element: "HtmlElement") -> str:
    """Class and identifier, by which makers of pages say what an element is."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300]


def _is_aside(element: "HtmlElement") -> bool:
    return element.tag in _ASIDE or (element.tag != "body" and bool(_ASIDE_NAMES.search(names_of(element))))


def words_of(element: "HtmlElement") -> str:
    """The words of a short element; of a long one the first."""
    words: list[str] = []
    letters = 0
    for part in islice(element.itertext(), _MOST_PARTS):
        words += part.split()
        letters += len(part)
        if letters > 10 * LINE:
            break
    return " ".join(words)[: 2 * LINE]

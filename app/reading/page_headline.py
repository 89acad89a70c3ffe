"""The heading of a page's article, which tells where the article begins and what its title is without the site's name."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.reading.page_ld import name
from app.reading.page_spots import words_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLE = 8  # letters of the shortest headline that is known by the title


@dataclass(frozen=True, slots=True)
class Headline:
    """The heading of the article: its words, and the elements around them."""

    text: str
    around: frozenset["HtmlElement"]
    element: "HtmlElement | None" = None
    known: bool = False
    """Whether the page's titles repeat it."""


_NO_HEADLINE = Headline("", frozenset())


def headline_of(tree: "HtmlElement") -> Headline:
    """The heading that the page's titles repeat, of the highest rank and the longest; else the first of the highest."""
    titles = _titles(tree)
    headings = [(heading, name(words_of(heading))) for heading in tree.iter("h1", "h2", "h3")]
    for rank in ("h1", "h2", "h3"):
        known = [one for one in headings if one[0].tag == rank and titles and all(_repeats(t, one[1]) for t in titles)]
        if known:
            return _headline(max(known, key=lambda one: len(one[1]))[0], known=True)
    return next((_headline(heading) for heading, words in headings if heading.tag == "h1" and words), _NO_HEADLINE)


def _titles(tree: "HtmlElement") -> list[str]:
    """What the page has as titles, in one spelling."""
    meta = tree.xpath("//meta[@property='og:title' or @name='twitter:title']/@content")
    return [name(str(one)) for one in (*meta[:2], tree.findtext(".//title") or "") if str(one).strip()]


def _repeats(title: str, words: str) -> bool:
    """Whether a title is the heading with the site's name, and the heading not that name alone."""
    return len(words) >= _TITLE and (title.startswith(words) or (words in title and len(words) > len(title) / 2))


def _headline(heading: "HtmlElement", known: bool = False) -> Headline:
    return Headline(words_of(heading), frozenset((heading, *heading.iterancestors())), heading, known)

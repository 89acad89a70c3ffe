"""The article of a page that no tree can hold: its running text by the length of blocks and their share of links.

Needs nothing but the tags one after the other, so that neither depth nor broken nesting loses a word.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.reading.bare_text import bare_text
from app.reading.page_tags import INLINE, pieces_of

_ASIDE = frozenset(("nav", "footer", "aside", "form", "button", "select", "noscript", "figure", "head", "textarea"))
_PROSE = 60  # letters from which a block is running text and no caption or button
_MOST_LINKS = 0.5  # share of letters in links from which a block is a menu
_BETWEEN = 3  # short blocks in a row that may stand between running text: headings, items of lists
_LEAST = 0.3  # share of all words that must be running text, or the page is no article with a menu


@dataclass(frozen=True, slots=True)
class _Block:
    words: str
    linked: float
    """Share of the letters that stand in links."""

    @property
    def is_prose(self) -> bool:
        return len(self.words) >= _PROSE and self.linked < _MOST_LINKS


def article_words(page: str) -> str:
    """The running text with what stands between it, a paragraph a line; all words where there is hardly any."""
    blocks = list(_blocks(page))
    words = "\n\n".join(block.words for block in _kept(blocks))
    return words if len(words) >= _LEAST * sum(len(block.words) for block in blocks) else bare_text(page)


def _kept(blocks: Sequence[_Block]) -> Iterator[_Block]:
    """Blocks of prose, and the few short ones between two of them."""
    between: list[_Block] = []
    begun = False
    for block in blocks:
        if not block.is_prose:
            between.append(block)
            continue
        if begun and len(between) <= _BETWEEN:
            yield from (one for one in between if one.linked < _MOST_LINKS)
        yield block
        between, begun = [], True


def _blocks(page: str) -> Iterator[_Block]:
    """The blocks outside of menus and footers. A menu that never ends is none."""
    pieces = list(pieces_of(page))
    ended = Counter(tag for _, tag, ends in pieces if ends and tag in _ASIDE)
    open_asides: Counter[str] = Counter()
    words: list[str] = []
    linked, in_link = 0, False
    for piece in pieces:
        if not open_asides.total():
            words.append(piece.words)
            linked += in_link * len(piece.words)
        if piece.tag == "a":
            in_link = not piece.ends
        if piece.tag in INLINE:
            continue
        block = " ".join("".join(words).split())
        if block:
            yield _Block(block, linked / len(block))
        words, linked = [], 0
        if piece.tag in _ASIDE:
            _count(piece.tag, piece.ends, open_asides, ended)


def _count(tag: str, ends: bool, open_asides: Counter[str], ended: Counter[str]) -> None:
    if ends:
        open_asides[tag] = max(0, open_asides[tag] - 1)
        ended[tag] -= 1
    elif ended[tag] > open_asides[tag]:
        open_asides[tag] += 1

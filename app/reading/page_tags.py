"""The tags of a page and the words between them, however broken it is, one after the other and without recursion.

Python's own parser of pages looks for the end of each tag as far as the page goes, which takes hours where none ends, and
libxml2 drops all that stands below or behind 256 tags in each other. Here no character is looked at more than a few times.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# "<p", "</p", "<!--", "<!", "<?"; not "< 3" or "<3", which are words
_OPENING = re.compile(r"<(?:(?P<end>/)?(?P<tag>[a-zA-Z][^\s/<>]{0,100})|(?P<comment>!--)|[!?/])")
# what stands in a tag up to its end or a value in quotes: " href="; not ">"
_PLAIN = re.compile(r"""[^>"']*""")
# "&#99999999", which is no letter; its digits may be more than Python makes a number of
_NO_LETTER = re.compile(r"&#[0-9]{8,};?")

_SKIPPED = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style", "template", "svg", "title")}
INLINE = frozenset(
    ("a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sup", "sub", "mark", "abbr", "q")
)
"""Elements that stand within a line."""


class Piece(NamedTuple):
    """Words, and the tag that follows on them: its name in small letters, and whether it is the end of an element."""

    words: str
    tag: str
    ends: bool


def pieces_of(page: str) -> Iterator[Piece]:
    """The page in pieces; what stands in scripts and styles is left out."""
    return _Tags(page).pieces()


class _Tags:
    """Finds where each tag ends; what is nowhere below is looked for once."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._last = page.rfind(">")
        self._last_comment = page.rfind("-->")
        self._quotes_hold = True

    def pieces(self) -> Iterator[Piece]:
        """Words with the tags behind them; the last piece has no tag."""
        place = 0
        while (found := _OPENING.search(self._page, place)) and found.start() < self._last:
            tag = (found["tag"] or "").lower()
            yield Piece(_plain(self._page[place : found.start()]), tag, bool(found["end"]))
            place = self._end(found)
            if tag in _SKIPPED and not found["end"]:
                closing = _SKIPPED[tag].search(self._page, place)
                place = closing.start() if closing else len(self._page)
        yield Piece(_plain(self._page[place:]), "", False)

    def _end(self, found: re.Match[str]) -> int:
        """Where a tag or comment ends, behind its last sign. There is a ">" below."""
        if found["comment"] and found.end() <= self._last_comment:
            return self._page.index("-->", found.end()) + 3
        if found["tag"] and self._quotes_hold:
            end = self._end_with_quotes(found.end())
            if end:
                return end
            self._quotes_hold = False  # one that never closes: those after it say no more where a tag ends
        return self._page.index(">", found.start()) + 1

    def _end_with_quotes(self, place: int) -> int:
        """Where the tag ends, when a ">" in quotes is none; 0 if it never does."""
        while True:
            found = _PLAIN.match(self._page, place)
            place = found.end() if found else place
            sign = self._page[place : place + 1]
            if sign == ">":
                return place + 1
            place = self._page.find(sign, place + 1) + 1 if sign else 0
            if not place:
                return 0


def _plain(words: str) -> str:
    return unescape(_NO_LETTER.sub("\ufffd", words)).replace("\n", " ")

"""The words of a Markdown text without its marks, as a reader of the finished page would see them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from app.reading.bare_text import bare_text

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPEST = 100
"""Quotations and lists within one another; what lies deeper is left out, so that no depth can break the reader."""

# "[^1]", "[^note]:", and "^1" where its address made a link of it; not "[1]"
_FOOTNOTE = re.compile(r"\[\^[\w-]{1,40}\](?::[ ]?)?|^\^[\w-]{1,40}$")
# "[x] " and "[ ] " before an item of a list; not "[sic]"
_BOX = re.compile(r"^\[[ xX]\]\s+")
# what a picture or comment leaves between two words; not a line break
_GAP = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a text, and the headline that stands above them."""

    text: str
    title: str


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of text. `close` ones follow each other line by line, those of one `row` of a table stand side by side."""

    text: str
    close: bool
    row: int


def plain(text: str) -> Page:
    """The text of a page, paragraphs apart by an empty line; rows of tables and items of lists are lines."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    blocks = [block for block in _blocks(tokens) if block.row or block.text.strip()]
    parts = [block.text for block in blocks[:1]]
    for before, block in pairwise(blocks):
        parts += (_between(before, block), block.text)
    return Page("".join(parts), _headline(tokens))


def _between(before: _Block, block: _Block) -> str:
    if block.row and block.row == before.row:
        return "\t"
    alike = bool(block.row) == bool(before.row)
    return "\n" if before.close and block.close and alike else "\n\n"


def _headline(tokens: Sequence["Token"]) -> str:
    """The words of the heading with which a text begins."""
    first = next((i for i, token in enumerate(tokens) if token.type != "html_block"), len(tokens))
    heads = first < len(tokens) and tokens[first].type == "heading_open"
    return _words(tokens[first + 1]) if heads else ""


def _blocks(tokens: Sequence["Token"]) -> Iterator[_Block]:
    number, close, row = "", False, 0
    for place, token in enumerate(tokens):
        if token.type == "list_item_open":
            # kept, because it may be a day or a year: "17. Dezember 2016", "1992. The siege begins"
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            close, row = True, place
        elif token.type in ("paragraph_open", "heading_open"):
            close, row = token.hidden, 0
        elif token.type == "inline":
            yield _Block(number + _BOX.sub("", _words(token)), close, row)
            number = ""
        elif token.type in ("fence", "code_block"):
            yield _Block(token.content.rstrip("\n"), False, 0)
        elif token.type == "html_block":
            yield _Block(bare_text(token.content), False, 0)


def _words(token: "Token") -> str:
    return _GAP.sub(" ", "".join(map(_word, token.children or ()))).strip()


def _word(token: "Token") -> str:
    """The words of a piece of a line; pictures and tags have none."""
    if token.type == "text":
        return _FOOTNOTE.sub("", token.content)
    if token.type == "html_inline":
        return "\n" if token.content.lower().startswith("<br") else ""
    return token.content if token.type == "code_inline" else _BREAKS.get(token.type, "")


_BREAKS = {"softbreak": " ", "hardbreak": "\n"}

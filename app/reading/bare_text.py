"""The words of a page without its tags, however broken it is: what is left when nothing better can be had."""

from app.reading.page_tags import INLINE, pieces_of


def bare_text(page: str) -> str:
    """The words, a line for each block; scripts and styles are left out."""
    words = "".join(words + ("" if tag in INLINE else "\n") for words, tag, _ in pieces_of(page))
    lines = (" ".join(line.split()) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)

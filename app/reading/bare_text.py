"""The words of a page without its tags, however broken it is: what is left when nothing better can be had."""

import re
from html.parser import HTMLParser

# "<![if IE]>", "<![CDATA[x]]>", and "<![CD" cut short, at which the parser breaks off; not "<!-- -->"
_SECTION = re.compile(r"<!\[[^<>]*>?")

_SKIPPED = frozenset(("script", "style", "template", "svg", "title"))
_INLINE = frozenset(
    ("a", "b", "i", "u", "s", "em", "strong", "span", "font", "small", "sup", "sub", "mark", "abbr", "q")
)


def bare_text(page: str) -> str:
    """The words, a line for each block; scripts and styles are left out."""
    words = _Words()
    words.feed(_SECTION.sub(" ", page))
    words.close()
    lines = (" ".join(line.split()) for line in "".join(words.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Words(HTMLParser):
    """Gathers text; keeps no tree, so no depth of tags can break it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._skipping = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SKIPPED and not self._skipping:
            self._skipping = tag
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipping:
            self._skipping = ""
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self.parts.append(data.replace("\n", " "))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self.parts.append("\n")

"""Positions in a text: Python counts code points, Qt counts UTF-16 units, and one emoji shifts all that follow it."""

import re
from bisect import bisect_left

_ASTRAL = re.compile(
    # "😀" takes two units; "é" and "ع" take one
    r"[\U00010000-\U0010ffff]"
)


class Units:
    """The one place where positions of a text are converted, both ways."""

    def __init__(self, text: str) -> None:
        self._at = [found.start() for found in _ASTRAL.finditer(text)]
        self._in_qt = [at + before for before, at in enumerate(self._at)]

    def to_qt(self, offset: int) -> int:
        """Units before a code point."""
        return offset + bisect_left(self._at, offset)

    def from_qt(self, position: int) -> int:
        """Code points before a position of Qt; the middle of a pair counts as its beginning."""
        return position - bisect_left(self._in_qt, position) if position else 0


def units(text: str) -> int:
    """The length that Qt gives a text."""
    return len(text) + sum(1 for _ in _ASTRAL.finditer(text))

"""Rows of tables in plain text: "3 ; Indonesia-GAM ; Helsinki ; 2005-08-15" under others with as many cells."""

from collections.abc import Sequence
from itertools import groupby

from storage.model import Span

SEPARATORS = "|\t;"
_FEWEST_CELLS = 3
_FEWEST_ROWS = 3


def rows(text: str, lines: Sequence[Span]) -> frozenset[int]:
    """Where lines begin that are rows: at least three under each other with one separator and as many cells."""
    found: set[int] = set()
    numbered = list(enumerate(lines))
    for shape, together in groupby(numbered, key=lambda one: _shape(text, one[1])):
        run = [line for _, line in together]
        if shape and len(run) >= _FEWEST_ROWS:
            found.update(line.start for line in run)
    return frozenset(found)


def cells(line: str) -> list[str]:
    """What stands between the separators of a row."""
    separator = _separator(line)
    return [cell.strip() for cell in line.split(separator)] if separator else [line.strip()]


def _shape(text: str, line: Span) -> tuple[str, int] | None:
    """Separator and number of cells of a line that may be a row."""
    words = line.of(text)
    separator = _separator(words)
    return (separator, words.count(separator)) if separator else None


def _separator(line: str) -> str:
    return next((one for one in SEPARATORS if line.count(one) >= _FEWEST_CELLS - 1), "")

"""From a page of a PDF to its rows of words with their places, in the order in which they are read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

HYPHEN = "\ufffe"
"""Ends a row whose last word goes on in the next; pdfium puts it where a hyphen stood."""

_WIDE = 2.0  # heights of the words: a wider blank parts columns or cells
_LETTERS_OF_COLUMN = 14  # on average; less are cells of a table, which are read row by row
_FEWEST_ROWS = 6


@dataclass(frozen=True, slots=True)
class Row:
    """Words on one line; places in points, from the left and from below."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """How tall its letters are."""
        return max(self.top - self.bottom, 1.0)

    def beside(self, other: "Row") -> bool:
        """Whether both stand on the same line."""
        shared = min(self.top, other.top) - max(self.bottom, other.bottom)
        return shared > 0.5 * min(self.height, other.height)


def median(values: Iterable[float]) -> float:
    """The upper of the values in the middle, 0 for none; the library's own loads fractions and decimals with it."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0


def rows_of(page: "PdfTextPage") -> list[Row]:
    """The rows of a page; where two columns were written row by row, the left one comes first."""
    pieces = _in_columns(list(_pieces(page)))
    rows: list[Row] = []
    for piece in pieces:
        if rows and piece.beside(rows[-1]) and piece.left > rows[-1].right - 0.5 * piece.height:
            rows[-1] = _joined(rows[-1], piece)
        else:
            rows.append(piece)
    return rows


def _pieces(page: "PdfTextPage") -> Iterator[Row]:
    """Words that stand close to each other, in the order of the file."""
    letters = _letters(page)
    box = _boxes(page)
    first: int | None = None
    last = 0
    for place, letter in enumerate(letters):
        if letter in "\r\n" or letter == HYPHEN:
            if first is not None:
                yield _row(letters[first : last + 1] + (HYPHEN if letter == HYPHEN else ""), box(first), box(last))
            first = None
        elif not letter.isspace() and letter != "\x00":
            if first is not None and place > last + 1:
                before, after = box(last), box(place)
                if after[0] - before[2] > _WIDE * max(after[3] - after[1], 1.0):
                    yield _row(letters[first : last + 1], box(first), before)
                    first = None
            first, last = place if first is None else first, place
    if first is not None:
        yield _row(letters[first : last + 1], box(first), box(last))


def _letters(page: "PdfTextPage") -> str:
    """One letter for each place that pdfium counts."""
    from pypdfium2 import raw

    count = page.count_chars()
    letters = page.get_text_range() if count > 0 else ""
    if len(letters) == count:
        return letters.replace("\x02", HYPHEN)
    codes = (raw.FPDFText_GetUnicode(page.raw, place) for place in range(count))
    return "".join(HYPHEN if code in (2, 0xFFFE) else _letter(code) for code in codes)


def _letter(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\ufffd"


Box = tuple[float, float, float, float]  # left, bottom, right, top


class _boxes:  # noqa: N801 - a function with one buffer
    def __init__(self, page: "PdfTextPage") -> None:
        from pypdfium2 import raw

        self._page, self._get, self._found = page.raw, raw.FPDFText_GetLooseCharBox, raw.FS_RECTF()

    def __call__(self, place: int) -> Box:
        if not self._get(self._page, place, self._found):
            return (0.0, 0.0, 0.0, 0.0)
        found = self._found
        return (found.left, min(found.bottom, found.top), found.right, max(found.bottom, found.top))


def _row(text: str, first: Box, last: Box) -> Row:
    """The row from its first letter to its last; text written from the right begins at the right."""
    left, right = min(first[0], last[0]), max(first[2], last[2])
    return Row(text, left, right, min(first[1], last[1]), max(first[3], last[3]))


def _joined(row: Row, piece: Row) -> Row:
    gap = piece.left - row.right
    between = "" if gap < 0.15 * piece.height else " " if gap < _WIDE * piece.height else "\t"
    return replace(
        row,
        text=row.text + between + piece.text,
        right=max(row.right, piece.right),
        bottom=min(row.bottom, piece.bottom) if not between else row.bottom,
        top=row.top,
    )


def _in_columns(pieces: list[Row]) -> list[Row]:
    """The pieces, a column after the other, if the file goes to and fro between two columns of running text."""
    pairs = [(a, b) for a, b in pairwise(pieces) if a.beside(b) and b.left - a.right > 0.8 * a.height]
    if len(pairs) < _FEWEST_ROWS:
        return pieces
    middle = median((a.right + b.left) / 2 for a, b in pairs)
    across = [(a, b) for a, b in pairs if a.right < middle < b.left]
    if len(across) < max(_FEWEST_ROWS, 0.7 * len(pairs)) or not _are_prose(across):
        return pieces
    return list(_by_bands(pieces, middle))


def _are_prose(pairs: Sequence[tuple[Row, Row]]) -> bool:
    return all(sum(len(pair[side].text) for pair in pairs) / len(pairs) >= _LETTERS_OF_COLUMN for side in (0, 1))


def _by_bands(pieces: list[Row], middle: float) -> Iterator[Row]:
    """Between two headings over the whole width: the left column, then the right."""
    left: list[Row] = []
    right: list[Row] = []
    for piece in pieces:
        if piece.left < middle < piece.right:
            yield from (*left, *right, piece)
            left, right = [], []
        else:
            (left if piece.right <= middle else right).append(piece)
    yield from (*left, *right)

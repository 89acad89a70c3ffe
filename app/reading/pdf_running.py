"""Running heads, footers and page numbers, which stand on many pages and belong to no sentence."""

import re
from collections import Counter
from collections.abc import Sequence

from app.reading.pdf_rows import Row

_EDGE = 3  # rows from above and from below among which they are looked for
_SHARE = 0.35  # of all pages: heads of left and right pages differ, and first pages have none
_FEWEST = 3

_DIGITS = re.compile(r"\d+")
# "12", "xii", "- 12 -", "Page 3 of 9", "3/9"; not "12 dead"
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|seite|pagina|página|стр\.?|sayfa|صفحة)\W*)?(?:\d{1,4}|[ivxl]{1,7})"
    r"(?:\s*(?:of|/|von|de|sur|из)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)


def without_running(pages: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The rows of each page without what repeats at its edges."""
    counts = Counter(key for rows in pages for key in {_key(row) for row in _edges(rows)})
    several = len([rows for rows in pages if rows])
    least = max(_FEWEST, _SHARE * several)
    return [_kept(rows, counts, least, several) for rows in pages]


def _kept(rows: Sequence[Row], counts: Counter[str], least: float, pages: int) -> list[Row]:
    edges = {id(row) for row in _edges(rows)}
    return [row for row in rows if id(row) not in edges or not _runs(row, counts[_key(row)], least, pages)]


def _runs(row: Row, count: int, least: float, pages: int) -> bool:
    if _NUMBER.fullmatch(row.text):
        return pages > 1 and count >= min(least, pages)
    return count >= least


def _edges(rows: Sequence[Row]) -> list[Row]:
    ordered = sorted(rows, key=lambda row: -row.top)
    return ordered if len(ordered) <= _EDGE else ordered[:_EDGE] + ordered[max(_EDGE, len(ordered) - _EDGE) :]


def _key(row: Row) -> str:
    """What is the same on all pages: "Annual report 12" and "Annual report 13"."""
    return "#" if _NUMBER.fullmatch(row.text) else _DIGITS.sub("#", " ".join(row.text.split()).casefold())

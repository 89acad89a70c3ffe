"""Titles made ready for labels: one line, never longer than a label can be, shortened at a word."""

import re
from bisect import bisect_right
from collections.abc import Callable
from unicodedata import combining

from storage.moment import civil
from widgets.dates import MONTHS
from widgets.dates import year as written_year

Measure = Callable[[str, str], float]
"""Width in px of a text in a style: label, strong, note, badge, lane, count, axis, axis_number, axis_major."""

LONGEST = 240
"""Letters of a title that are looked at; the widest label has fewer."""
FEWEST_WORDS = 2
ELLIPSIS = "…"

_LOOSE = re.compile(
    # "talks," and "talks –" lose what hangs on; "talks)" does not
    r"[\s,;:.–—-]+$"
)


def one_line(title: str) -> str:
    """The title without line breaks, tabs and doubled spaces."""
    text = " ".join(title[: 4 * LONGEST].split())
    return text if len(text) <= LONGEST else _LOOSE.sub("", text[:LONGEST].rsplit(" ", 1)[0]) + ELLIPSIS


def shortened(text: str, room: float, measure: Measure, style: str = "label") -> str | None:
    """As many whole words as there is room for, at least two, with "…"; None if even those are too wide."""
    if measure(text, style) <= room:
        return text
    words = text.split(" ")
    fits, too_many = FEWEST_WORDS - 1, len(words)
    while too_many - fits > 1:
        count = (fits + too_many) // 2
        if measure(_first(words, count), style) <= room:
            fits = count
        else:
            too_many = count
    return _first(words, fits) if fits >= FEWEST_WORDS else None


def cut(text: str, room: float, measure: Measure, style: str = "label") -> str:
    """As many letters as there is room for, with "…": for scripts without spaces, where no word would ever fit."""
    fits = bisect_right(range(1, len(text)), room, key=lambda count: measure(text[:count] + ELLIPSIS, style))
    while fits and combining(text[fits]):
        fits -= 1
    return text[:fits] + ELLIPSIS if fits else ""


def _first(words: list[str], count: int) -> str:
    return _LOOSE.sub("", " ".join(words[:count])) + ELLIPSIS


def since(day: int, near: int) -> str:
    """For a bar that begins out of view: "since March 2015"; the year that is in view is left out."""
    year, month, number = civil(day)
    told = "" if year == near else f" {written_year(year)}"
    if number == 1:
        return f"since {written_year(year)}" if month == 1 and told else f"since {MONTHS[month - 1]}{told}"
    return f"since {number} {MONTHS[month - 1][:3]}{told}"

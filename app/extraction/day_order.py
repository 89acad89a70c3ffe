"""Which part of 3/4/2014 comes first in a text: as its other dates show, else as its language has it."""

import re
from collections.abc import Iterator, Sequence

from app.extraction.expressions import Expression
from app.extraction.lexicon import lexicon

_MONTHS = 12


def numeric_order(text: str, found: Sequence[Expression], language: str) -> str:
    """ "dmy" or "mdy": by dates that can be read in one way alone, else by how days stand beside the names of months."""
    for votes in (list(_certain(found)), list(_written(text, found))):
        days = sum(votes)
        if 2 * days != len(votes):
            return "dmy" if 2 * days > len(votes) else "mdy"
    return str(lexicon(language).data.get("numeric_order", "dmy"))


def _certain(found: Sequence[Expression]) -> Iterator[bool]:
    """Whether the day stands first, for each date whose other part can be no month."""
    for one in found:
        if one.rule == "numeric" and "dotted" not in one.slots:
            first, second = int(one.slots["a"]), int(one.slots["b"])
            if (first > _MONTHS) != (second > _MONTHS):
                yield first > _MONTHS


def _written(text: str, found: Sequence[Expression]) -> Iterator[bool]:
    """The same for dates with the name of a month."""
    for one in found:
        if one.rule == "date" and {"day", "month", "year"} <= one.slots.keys():
            words = one.span.of(text)
            if _MONTH_FIRST.search(words) or _DAY_FIRST.search(words):
                yield _MONTH_FIRST.search(words) is None


_MONTH_FIRST = re.compile(r"\d{1,2}[^\W\d_]{0,2},?\s+\d{4}(?!\d)")
"""A day before a year: "3, 2018" of "May 3, 2018"; not "3 May 2018"."""
_DAY_FIRST = re.compile(r"[^\W\d_]\.?,?\s+\d{4}(?!\d)")
"""A month before a year: "May 2018" of "3 May 2018"; not "May 3, 2018"."""

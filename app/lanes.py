"""Which lane of the timeline an event stands in, and what the lanes are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from resources.kinds import kinds
from storage.columns import Columns, Lane, Lanes
from storage.lanes import LaneKeys
from storage.model import Status
from widgets.timeline.arrangement import Arrangement
from widgets.words import STATUSES, kind_label

if TYPE_CHECKING:
    from storage.library import Library

MOST = 40
"""More lanes than that are no picture; the events of the rest share the last one, until so many more are asked for."""
NAMELESS = 1 << 62
"""Behind every lane with a name."""
OTHERS = "\0others"
"""The key of that lane: what no place, publisher or kind can be called."""
REST = {"place": "Other places", "source": "Other sources", "article": "Other articles", "kind": "Other kinds"}


def lanes_for(
    library: Library,
    columns: Columns,
    by: str,
    arrangement: Arrangement | None = None,
    let_through: NDArray[np.bool_] | None = None,
) -> Lanes:
    """Lanes by kind, place, source, status, article or none; those without an event that is let through are left out.

    Of the arrangement only what it says of too many lanes counts here: which are hidden, and how many more are wanted.
    """
    told = arrangement or Arrangement()
    found = library.lanes_of(columns, by)
    of_row = found.of_row if let_through is None else found.of_row[let_through]
    here = np.bincount(of_row, minlength=len(found.keys)) > 0
    present = [number for number in range(len(found.keys)) if here[number]]
    order = sorted(present, key=lambda number: _place(found.keys[number], by, number))
    shown, rest = _parted(found, order, told)
    made = [_lane(found, number, by) for number in shown]
    if rest:
        total = sum(found.totals[number] for number in rest)
        made.append(Lane(OTHERS, f"{REST.get(by, 'Others')} ({len(rest):,})", "", total, gathers=len(rest)))
    if shown == list(range(len(found.keys))):
        return Lanes(tuple(made), found.of_row)
    new = np.full(max(len(found.keys), 1), len(shown), dtype=np.int32)
    new[shown] = np.arange(len(shown), dtype=np.int32)
    return Lanes(tuple(made), new[found.of_row] if len(found.of_row) else found.of_row)


def _parted(found: LaneKeys, order: list[int], told: Arrangement) -> tuple[list[int], list[int]]:
    """Those with a lane of their own, and the rest; one that was hidden or moved is never among the rest,
    nor is that of events without a place."""
    most, named = MOST * (1 + told.further), {"", *told.hidden, *told.order}
    if len(order) <= most + 1:  # a lane for one lane gains nothing
        return order, []
    kept = {number for number in order if found.keys[number] in named}
    seen = sum(found.keys[number] not in told.hidden for number in kept)
    kept.update([number for number in order if number not in kept][: max(most - seen, 0)])
    return [number for number in order if number in kept], [number for number in order if number not in kept]


def _lane(found: LaneKeys, number: int, by: str) -> Lane:
    key = found.keys[number]
    return Lane(key, _label(key, found.labels[number], by), key if by == "kind" else "", found.totals[number])


def _place(key: str, by: str, number: int) -> tuple[int, str]:
    """Kinds and states in their own order; others with the fullest first, as the library gives them, and nameless ones last."""
    if by == "kind":
        names = list(kinds())
        return (names.index(key) if key in names else len(names), key)
    if by == "status":
        return (list(Status).index(Status(key)), key)
    return (number if key else NAMELESS, key)


def _label(key: str, label: str, by: str) -> str:
    if by == "kind":
        return kind_label(key)
    if by == "status":
        return STATUSES[Status(key)].capitalize()
    if by == "none":
        return "All events"
    return label or {"place": "No place", "source": "Unknown source"}.get(by, "Untitled")

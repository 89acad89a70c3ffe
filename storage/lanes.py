"""Which lane an event lies in. Only keys: how a kind is called and drawn is known elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Catalogue
from storage.columns import STATUSES, Columns
from storage.errors import WrongUse
from storage.tables import AMONG, ids_parameter

if TYPE_CHECKING:
    from sqlite_utils import Database

Keyed = tuple[NDArray[np.integer], tuple[str, ...]]
"""For each event of the catalogue the code of its key, -1 for none, and the keys by code."""


def _by_publisher(catalogue: Catalogue) -> Keyed:
    codes = np.append(catalogue.articles.codes, np.int32(-1))
    return codes[catalogue.first_reporter], catalogue.articles.publishers


def _by_article(catalogue: Catalogue) -> Keyed:
    return catalogue.first_reporter, tuple(map(str, catalogue.articles.ids.tolist()))


_KEYS: dict[str, Callable[[Catalogue], Keyed]] = {
    "kind": lambda catalogue: (catalogue.events.kind, catalogue.events.kinds),
    "status": lambda catalogue: (catalogue.events.status, tuple(status.value for status in STATUSES)),
    "place": lambda catalogue: (catalogue.first_place, catalogue.places.names),
    "article": _by_article,
    "source": _by_publisher,
    "none": lambda catalogue: (np.zeros(len(catalogue.events), np.int8), ("",)),
}
"""One that has several places or reports lies in the lane of the first."""


@dataclass(frozen=True, slots=True, eq=False)
class LaneKeys:
    """Lanes, the fullest first: keys, what they are called where the library knows it, and how many dated events.

    Rejected events have a lane but do not count.

    `of_row` gives for each row of the columns the index of its lane; "" is the key of what has no place or publisher.
    """

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    totals: tuple[int, ...]
    of_row: NDArray[np.int32]


def lanes_of(db: Database, catalogue: Catalogue, columns: Columns, by: str) -> LaneKeys:
    """As `Library.lanes_of` says; WrongUse for another word."""
    if by not in _KEYS:
        raise WrongUse(f"There are no lanes by “{by}”. Choose one of these: {', '.join(_KEYS)}.")
    codes, keys = _KEYS[by](catalogue)
    rows = slice(0, catalogue.dated) if columns is catalogue.columns else catalogue.rows.rows(columns.ids)
    of_row = codes[rows] if isinstance(rows, slice) else np.where(rows >= 0, codes[rows], -1)
    totals = np.bincount(codes[: catalogue.dated][catalogue.seen[: catalogue.dated]] + 1, minlength=len(keys) + 1)
    used = (totals > 0) | (np.bincount(of_row + 1, minlength=len(keys) + 1) > 0)
    named = ["", *keys]
    merged = named.index("", 1) if "" in keys else 0
    if merged and used[0]:
        totals[merged] += totals[0]
        used[0], used[merged] = False, True
    order = sorted(np.flatnonzero(used).tolist(), key=lambda code: (-totals[code], named[code]))
    place = np.zeros(len(named), np.int32)
    place[order] = np.arange(len(order))
    place[0] = place[merged]
    ordered = tuple(named[code] for code in order)
    labels = _titles(db, ordered) if by == "article" else ordered
    return LaneKeys(ordered, labels, tuple(int(totals[code]) for code in order), place[of_row + 1])


def _titles(db: Database, keys: tuple[str, ...]) -> tuple[str, ...]:
    """What articles are called, by their ids as text."""
    sql = f"SELECT CAST(id AS TEXT), title FROM articles WHERE id {AMONG}"
    titles = dict(db.execute(sql, [ids_parameter(int(key) for key in keys if key)]))
    return tuple(titles.get(key, "") for key in keys)

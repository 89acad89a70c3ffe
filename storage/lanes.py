"""Which lane an event lies in. Only keys: how a kind is called and drawn is known elsewhere."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from storage.columns import Columns
from storage.errors import WrongUse
from storage.tables import AMONG, ids_parameter

_DATED = "review <> 'rejected' FROM events WHERE precision IS NOT NULL ORDER BY id"
_REPORTER = """
SELECT event, {key}, review <> 'rejected' FROM mentions
JOIN articles ON articles.id = mentions.article JOIN events ON events.id = mentions.event
WHERE mentions.id IN (SELECT min(id) FROM mentions GROUP BY event) AND events.precision IS NOT NULL ORDER BY event
"""

_KEYS = {
    "kind": f"SELECT id, kind, {_DATED}",
    "status": f"SELECT id, status, {_DATED}",
    "place": f"SELECT id, coalesce(json_extract(places, '$[0]'), ''), {_DATED}",
    "article": _REPORTER.format(key="CAST(article AS TEXT)"),
    "source": _REPORTER.format(key="publisher"),
    "none": f"SELECT id, '', {_DATED}",
}
"""The key of each event, and whether it counts. One that has several places or reports lies in the lane of the first."""


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


def lanes_of(db: Database, columns: Columns, by: str) -> LaneKeys:
    """As `Library.lanes_of` says; WrongUse for another word."""
    if by not in _KEYS:
        raise WrongUse(f"There are no lanes by “{by}”. Choose one of these: {', '.join(_KEYS)}.")
    events, codes, counted, keys = _keyed(db, _KEYS[by])
    rows = _codes_of(columns.ids, events, codes)
    if (rows < 0).any() and "" not in keys:
        keys.append("")
    rows[rows < 0] = keys.index("") if "" in keys else 0
    totals = np.bincount(codes[counted], minlength=len(keys))
    order = sorted(range(len(keys)), key=lambda code: (-totals[code], keys[code]))
    place = np.empty(len(keys), np.int32)
    place[order] = np.arange(len(keys))
    ordered = tuple(keys[code] for code in order)
    labels = _titles(db, ordered) if by == "article" else ordered
    return LaneKeys(ordered, labels, tuple(int(totals[code]) for code in order), place[rows])


def _keyed(db: Database, sql: str) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.bool_], list[str]]:
    """Event ids in order, for each the code of its key and whether it counts, and the keys by code."""
    keys: dict[str, int] = {}
    rows = ((event, keys.setdefault(key, len(keys)), counts) for event, key, counts in db.execute(sql))
    table = np.fromiter(rows, np.dtype([("event", "i8"), ("code", "i4"), ("counts", "?")]))
    return table["event"], table["code"], table["counts"], list(keys)


def _codes_of(wanted: NDArray[np.int64], events: NDArray[np.int64], codes: NDArray[np.int32]) -> NDArray[np.int32]:
    """The code of each event that is wanted, -1 for one that the library does not know, such as a preview."""
    if not len(events):
        return np.full(len(wanted), -1, np.int32)
    at = np.minimum(np.searchsorted(events, wanted), len(events) - 1)
    return np.where(events[at] == wanted, codes[at], -1).astype(np.int32)


def _titles(db: Database, keys: tuple[str, ...]) -> tuple[str, ...]:
    """What articles are called, by their ids as text."""
    sql = f"SELECT CAST(id AS TEXT), title FROM articles WHERE id {AMONG}"
    titles = dict(db.execute(sql, [ids_parameter(int(key) for key in keys if key)]))
    return tuple(titles.get(key, "") for key in keys)

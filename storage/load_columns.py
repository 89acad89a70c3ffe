"""Events out of the library as numpy columns: read in pieces, so that a million rows need little more than their columns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from storage.columns import PRECISIONS, REVIEWS, STATUSES, Columns, Mark
from storage.tables import AMONG, ids_parameter

if TYPE_CHECKING:
    from sqlite_utils import Database

PIECE = 50_000

_SELECT = """
SELECT id, CASE WHEN precision IS NOT NULL THEN coalesce(start, -1e999) END,
    CASE WHEN precision IS NOT NULL THEN coalesce("end", 1e999) END,
    kind, status, precision, review, importance, coalesce(approximate, 0), json_extract(places, '$[0]')
FROM events {where}
"""
_TYPES = (np.int64, np.float64, np.float64, np.int16, np.int8, np.int8, np.int8, np.float32, np.uint8)

_SOURCES = """
WITH copies AS MATERIALIZED (SELECT id, report FROM articles WHERE report IS NOT NULL)
SELECT event, count(DISTINCT coalesce(report, article)), min(edtf) <> max(edtf)
FROM mentions LEFT JOIN copies ON copies.id = article {where} GROUP BY event
"""
_ALONE = "SELECT event, count(DISTINCT article), min(edtf) <> max(edtf) FROM mentions {where} GROUP BY event"
"""The same where no article is a copy, in a third of the time."""


def load_events(db: Database, ids: NDArray[Any] | None = None) -> tuple[Columns, int, list[str | None]]:
    """All events or some: in the order of time, then those without a date by id; how many are dated; their first places."""
    kinds: dict[str, int] = {}
    where, parameters = _among("id", ids) if ids is not None else ("", [])
    *values, names = _read(db, _SELECT.format(where=where), parameters, kinds)
    order = np.lexsort((values[0], values[2], values[1]))  # what is no number comes last
    one, start, end, kind, status, precision, review, importance, approximate = (value[order] for value in values)
    sources, disagree = _sources(db, one, ids)
    marks = approximate * np.uint8(Mark.APPROXIMATE) + disagree * np.uint8(Mark.DISAGREE)
    columns = Columns(one, start, end, kind, status, precision, review, importance, sources, marks, tuple(kinds))
    return columns, int(np.count_nonzero(precision >= 0)), names[order].tolist()


def _among(column: str, ids: NDArray[Any]) -> tuple[str, list[str]]:
    return f"WHERE {column} {AMONG}", [ids_parameter(ids)]


def _read(db: Database, sql: str, parameters: list[str], kinds: dict[str, int]) -> list[NDArray[Any]]:
    """The columns, and at the end the names as they come; `kinds` learns every kind."""
    codes: dict[int, dict[str | None, int]] = {
        place: {word.value: code for code, word in enumerate(words)}
        for place, words in ((4, STATUSES), (5, PRECISIONS), (6, REVIEWS))
    }
    codes[5][None] = -1
    pieces: list[list[NDArray[Any]]] = [[*(np.empty(0, kind) for kind in _TYPES), np.empty(0, object)]]
    cursor = db.execute(sql, parameters)
    while rows := cursor.fetchmany(PIECE):
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        columns[3] = [kinds.setdefault(kind, len(kinds)) for kind in columns[3]]
        for place, of_word in codes.items():
            columns[place] = map(of_word.__getitem__, columns[place])
        numbers = [
            np.array(column, kind) if kind is np.float64 else np.fromiter(column, kind)
            for column, kind in zip(columns, _TYPES, strict=False)
        ]
        names = np.empty(len(rows), object)
        names[:] = columns[9]
        pieces.append([*numbers, names])
    return [np.concatenate(column) for column in zip(*pieces, strict=True)]


def _sources(
    db: Database, events: NDArray[np.int64], ids: NDArray[Any] | None
) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """For each event how many reports there are, copies of one counted once, and 1 where they give different dates."""
    where, parameters = _among("event", ids) if ids is not None else ("", [])
    kinds = np.dtype([("event", "i8"), ("sources", "i4"), ("disagree", "u1")])
    copied = db.execute("SELECT EXISTS (SELECT 1 FROM articles WHERE report IS NOT NULL)").fetchone()[0]
    told = db.execute((_SOURCES if copied else _ALONE).format(where=where), parameters)
    rows = ((event, sources, differ or 0) for event, sources, differ in told)
    table = np.fromiter(rows, kinds)
    if not len(table):
        return np.zeros(len(events), np.int32), np.zeros(len(events), np.uint8)
    at = np.minimum(np.searchsorted(table["event"], events), len(table) - 1)
    there = table["event"][at] == events
    return np.where(there, table["sources"][at], 0).astype(np.int32), np.where(there, table["disagree"][at], 0).astype(
        np.uint8
    )

"""Events out of the library as numpy columns: read in pieces, so that a million rows need little more than their columns."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from storage.columns import PRECISIONS, REVIEWS, STATUSES, Columns, Mark
from storage.tables import AMONG, ids_parameter

PIECE = 50_000

_SELECT = """
SELECT id, coalesce(start, -1e999), coalesce("end", 1e999), kind, status, precision, review, importance, approximate
FROM events WHERE precision IS NOT NULL AND {which}
"""
_TYPES = (np.int64, np.float64, np.float64, np.int16, np.int8, np.int8, np.int8, np.float32, np.uint8)

_SOURCES = "SELECT event, count(DISTINCT article), min(edtf) <> max(edtf) FROM mentions {where} GROUP BY event"


def load_columns(db: Database, ids: NDArray[Any] | None = None) -> Columns:
    """The dated events in the order of time: those of the ids, whatever was said of them, or all but the rejected ones."""
    kinds: dict[str, int] = {}
    which, parameters = _among("id", ids) if ids is not None else ("review <> 'rejected'", [])
    pieces = _pieces(db, _SELECT.format(which=which), parameters, kinds)
    values = [np.concatenate(column) for column in zip(*pieces, strict=True)]
    order = np.lexsort((values[0], values[2], values[1]))
    one, start, end, kind, status, precision, review, importance, approximate = (value[order] for value in values)
    sources, disagree = _sources(db, one, ids)
    marks = approximate * np.uint8(Mark.APPROXIMATE) + disagree * np.uint8(Mark.DISAGREE)
    return Columns(one, start, end, kind, status, precision, review, importance, sources, marks, tuple(kinds))


def _among(column: str, ids: NDArray[Any]) -> tuple[str, list[str]]:
    return f"{column} {AMONG}", [ids_parameter(ids)]


def _pieces(db: Database, sql: str, parameters: list[str], kinds: dict[str, int]) -> list[list[NDArray[Any]]]:
    """The columns piece by piece, the first one empty; `kinds` learns every kind that comes."""
    codes: dict[int, dict[str, int]] = {3: kinds}
    for place, words in ((4, STATUSES), (5, PRECISIONS), (6, REVIEWS)):
        codes[place] = {word.value: code for code, word in enumerate(words)}
    pieces: list[list[NDArray[Any]]] = [[np.empty(0, kind) for kind in _TYPES]]
    cursor = db.execute(sql, parameters)
    while rows := cursor.fetchmany(PIECE):
        columns: list[Iterable[Any]] = list(zip(*rows, strict=True))
        for kind in dict.fromkeys(columns[3]):
            kinds.setdefault(kind, len(kinds))
        for place, of_word in codes.items():
            columns[place] = map(of_word.__getitem__, columns[place])
        pieces.append([np.fromiter(column, kind) for column, kind in zip(columns, _TYPES, strict=True)])
    return pieces


def _sources(
    db: Database, events: NDArray[np.int64], ids: NDArray[Any] | None
) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
    """For each event how many articles report it, and 1 where they give different dates."""
    where, parameters = _among("WHERE event", ids) if ids is not None else ("", [])
    kinds = np.dtype([("event", "i8"), ("sources", "i4"), ("disagree", "u1")])
    rows = (
        (event, sources, differ or 0) for event, sources, differ in db.execute(_SOURCES.format(where=where), parameters)
    )
    table = np.fromiter(rows, kinds)
    if not len(table):
        return np.zeros(len(events), np.int32), np.zeros(len(events), np.uint8)
    at = np.minimum(np.searchsorted(table["event"], events), len(table) - 1)
    there = table["event"][at] == events
    return np.where(there, table["sources"][at], 0).astype(np.int32), np.where(there, table["disagree"][at], 0).astype(
        np.uint8
    )

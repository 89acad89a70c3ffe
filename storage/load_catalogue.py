"""The catalogue out of the tables: wholly, or what some events and articles are now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Articles, Catalogue, Codes, Ids, Places, Reports
from storage.load_columns import load_events
from storage.moment import Moment
from storage.tables import AMONG, ids_parameter

if TYPE_CHECKING:
    from sqlite_utils import Database


def load_catalogue(db: Database, events: Ids | None = None, articles: Ids | None = None) -> Catalogue:
    """All of it, or of only those events (with their reports) and those articles."""
    columns, dated, names = load_events(db, events)
    places = _places(db, events)
    codes: dict[str | None, int] = {name: code for code, name in enumerate(places.names)}
    first = np.fromiter((codes.get(name, -1) for name in names), np.int32, len(columns))
    return Catalogue(columns, dated, first, places, _reports(db, events), _articles(db, articles))


def _among(column: str, ids: Ids | None) -> tuple[str, list[str]]:
    return ("", []) if ids is None else (f"WHERE {column} {AMONG}", [ids_parameter(ids)])


def _places(db: Database, events: Ids | None) -> Places:
    where, parameters = _among("event", events)
    names: dict[str, int] = {}
    rows = db.execute(f"SELECT event, place FROM event_places {where} ORDER BY event, place", parameters)
    table = _table(((event, names.setdefault(place, len(names))) for event, place in rows), "i8", "i4")
    return Places(table["f0"], table["f1"], tuple(names))


def _reports(db: Database, events: Ids | None) -> Reports:
    where, parameters = _among("event", events)
    table = _table(db.execute(f"SELECT id, event, article FROM mentions {where} ORDER BY id", parameters), *3 * ["i8"])
    return Reports(table["f0"], table["f1"], table["f2"])


def _articles(db: Database, articles: Ids | None) -> Articles:
    where, parameters = _among("id", articles)
    names: dict[str, int] = {}
    rows = db.execute(f"SELECT id, published, publisher FROM articles {where} ORDER BY id", parameters)
    told = ((one, _day(day), names.setdefault(publisher, len(names))) for one, day, publisher in rows)
    table = _table(told, "i8", "f8", "i4")
    return Articles(table["f0"], table["f1"], table["f2"], tuple(names))


def _day(text: str | None) -> float:
    return Moment.parse(text).start if text else float("nan")


def _table(rows: Iterable[Any], *types: str) -> dict[str, NDArray[Any]]:
    """The rows as one array a column."""
    made = np.fromiter(
        (tuple(row) for row in rows), np.dtype([(f"f{place}", kind) for place, kind in enumerate(types)])
    )
    return {name: np.ascontiguousarray(made[name]) for name in made.dtype.names or ()}


def recoded(codes: Codes, names: tuple[str, ...], known: tuple[str, ...]) -> tuple[Codes, tuple[str, ...]]:
    """Codes of other names as codes of `known` and what has to be added to it."""
    places = {name: place for place, name in enumerate(known)}
    new = np.array([places.setdefault(name, len(places)) for name in names] or [0], np.int32)
    return np.where(codes >= 0, new[codes], -1).astype(np.int32), tuple(places)

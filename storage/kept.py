"""The catalogue as it is kept in the library file, so that a million events are there at once when it is opened.

Table `catalogue` has one row an array: its name, its type as numpy writes it (always little-endian) and its values;
lists of names are JSON. Triggers write into `stale` which events and articles have changed since, whoever changed
them: what is read here is patched with those, so it is never out of date unnoticed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Articles, Catalogue, Ids, Places, Reports
from storage.columns import PRECISIONS, REVIEWS, STATUSES, Columns
from storage.load_catalogue import load_catalogue
from storage.patching import patched

if TYPE_CHECKING:
    from sqlite_utils import Database

KEEP_FROM = 5000
"""Fewer events are read from their tables as fast."""
ANEW = 0.5
"""Where more than this share of the events has changed, all are read anew."""
WORDS = {"statuses": STATUSES, "precisions": PRECISIONS, "reviews": REVIEWS}
"""The words that codes stand for; a catalogue of another version that had others is not read."""


def load(db: Database) -> tuple[Catalogue, int]:
    """The catalogue as the tables are now, and up to which row of `stale` that is so."""
    last = last_stale(db)
    found = _kept(db)
    if found is None:
        return load_catalogue(db), last
    return fresh(db, found, 0, last), last


def last_stale(db: Database) -> int:
    """The last row of `stale`."""
    return int(db.execute("SELECT coalesce(max(seq), 0) FROM stale").fetchone()[0])


def fresh(db: Database, old: Catalogue, first: int, last: int) -> Catalogue:
    """The catalogue with what changed after one row of `stale` and up to another."""
    events, articles = (_stale(db, what, first, last) for what in ("event", "article"))
    if not len(events) and not len(articles):
        return old
    if len(events) > ANEW * len(old.events):
        return load_catalogue(db)
    return patched(old, load_catalogue(db, events, articles), events, articles)


def _stale(db: Database, what: str, first: int, last: int) -> Ids:
    sql = f"SELECT DISTINCT {what} FROM stale WHERE seq > ? AND seq <= ? AND {what} IS NOT NULL ORDER BY {what}"
    return np.array(db.execute(sql, [first, last]).fetchall(), np.int64).ravel()


def keep(db: Database, catalogue: Catalogue) -> None:
    """Write it within the transaction that is open; a small one is not kept. Nothing is stale then."""
    db.execute("DELETE FROM catalogue")
    db.execute("DELETE FROM stale")
    if len(catalogue.events) >= KEEP_FROM:
        for name, values in _parts(catalogue).items():
            db.execute("INSERT INTO catalogue VALUES (?, ?, ?)", [name, *_packed(values)])


def count_stale(db: Database) -> int:
    """How much has changed since the catalogue was kept."""
    return int(db.execute("SELECT count(*) FROM stale").fetchone()[0])


def is_large(db: Database) -> bool:
    """Whether there are so many events that the catalogue is worth being kept."""
    sql = "SELECT EXISTS (SELECT 1 FROM events LIMIT 1 OFFSET ?)"
    return bool(db.execute(sql, [KEEP_FROM - 1]).fetchone()[0])


def is_kept(db: Database) -> bool:
    """Whether there is one in the file."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM catalogue)").fetchone()[0])


def _parts(catalogue: Catalogue) -> dict[str, Any]:
    """Every array and list by name."""
    parts: dict[str, Any] = {f"events.{name}": getattr(catalogue.events, name) for name in Columns.__slots__}
    for name, part in (("places", catalogue.places), ("reports", catalogue.reports), ("articles", catalogue.articles)):
        parts |= {f"{name}.{field}": getattr(part, field) for field in type(part).__slots__}
    parts |= {name: [word.value for word in words] for name, words in WORDS.items()}
    return parts | {"first_place": catalogue.first_place, "dated": [catalogue.dated]}


def _packed(values: Any) -> tuple[str, bytes]:
    if not isinstance(values, np.ndarray):
        return "json", json.dumps(list(values)).encode()
    little = np.ascontiguousarray(_narrowed(values)).astype(_narrowed(values).dtype.newbyteorder("<"), copy=False)
    return little.dtype.str, little.tobytes()


def _narrowed(values: NDArray[Any]) -> NDArray[Any]:
    """Ids in half the room where they fit."""
    fits = values.dtype == np.int64 and len(values) and int(values.max()) < 2**31 and int(values.min()) >= -(2**31)
    return values.astype(np.int32) if fits else values


def _kept(db: Database) -> Catalogue | None:
    parts = {name: _unpacked(kind, data) for name, kind, data in db.execute("SELECT name, type, data FROM catalogue")}
    if any(parts.get(name) != [word.value for word in words] for name, words in WORDS.items()):
        return None
    try:
        return _catalogue(parts)
    except (KeyError, TypeError, IndexError):
        return None  # of another version


def _unpacked(kind: str, data: bytes) -> Any:
    if kind == "json":
        return json.loads(data)
    values = np.frombuffer(data, kind)
    return values.astype(values.dtype.newbyteorder("="), copy=False)


def _catalogue(parts: dict[str, Any]) -> Catalogue:
    events = {name: parts[f"events.{name}"] for name in Columns.__slots__}
    columns = Columns(**events | {"ids": _wide(events["ids"]), "kinds": tuple(events["kinds"])})
    told = {field: parts[f"articles.{field}"] for field in Articles.__slots__}
    articles = Articles(**told | {"ids": _wide(told["ids"]), "publishers": tuple(told["publishers"])})
    placed = {field: parts[f"places.{field}"] for field in Places.__slots__}
    places = Places(**placed | {"events": _wide(placed["events"]), "names": tuple(placed["names"])})
    reports = Reports(*(_wide(parts[f"reports.{field}"]) for field in Reports.__slots__))
    return Catalogue(columns, int(parts["dated"][0]), parts["first_place"], places, reports, articles)


def _wide(ids: NDArray[Any]) -> Ids:
    return ids.astype(np.int64)

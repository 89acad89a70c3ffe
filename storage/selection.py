"""Which events pass the filters and the search, as a mask over the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Catalogue
from storage.columns import REVIEWS, STATUSES

if TYPE_CHECKING:
    from sqlite_utils import Database

Mask = NDArray[np.bool_]


def passing(
    db: Database,
    catalogue: Catalogue,
    kinds: Collection[str] | None = None,
    statuses: Collection[str] | None = None,
    reviews: Collection[str] | None = None,
    places: Collection[str] | None = None,
    sources: Collection[str] | None = None,
    text: str = "",
    first: float | None = None,
    last: float | None = None,
) -> Mask:
    """For each event of the catalogue whether it passes; the restrictions are those of `Library.select`."""
    events = catalogue.events
    mask = catalogue.seen.copy() if reviews is None else _allowed(REVIEWS, reviews)[events.review]
    if kinds is not None:
        mask &= _allowed(events.kinds, kinds)[events.kind]
    if statuses is not None:
        mask &= _allowed(STATUSES, statuses)[events.status]
    if places is not None:
        rows, codes = catalogue.placed
        mask &= _at(rows[_allowed(catalogue.places.names, places)[codes]], len(mask))
    if sources is not None:
        rows, codes = catalogue.published
        mask &= _at(rows[_allowed(catalogue.articles.publishers, sources)[codes]], len(mask))
    if first is not None or last is not None:
        mask[catalogue.dated :] = False
        mask &= ~(events.end <= first) if first is not None else True
        mask &= ~(events.start >= last) if last is not None else True
    for word in words(text):
        mask &= _with_word(db, catalogue, word)
        if not mask.any():
            break
    return mask


def _allowed(names: Sequence[str], some: Collection[str]) -> Mask:
    """For each name whether it is among some, and at the end False for no name."""
    return np.array([*(name in some for name in names), False])


def _at(rows: NDArray[np.int64], length: int) -> Mask:
    mask = np.zeros(length, np.bool_)
    mask[rows] = True
    return mask


def words(text: str) -> list[str]:
    """What to look for, as FTS5 prefix queries: quoted, so that nothing typed is taken for an operator.

    `sieg "Aleppo OR` gives `"sieg"*`, `"Aleppo"*` and `"OR"*`; signs without a letter or digit give nothing.
    """
    sound = text.replace("\0", " ").replace('"', " ").encode("utf-8", "replace").decode()
    return [f'"{word}"*' for word in dict.fromkeys(sound.split()) if any(map(str.isalnum, word))]


def _with_word(db: Database, catalogue: Catalogue, word: str) -> Mask:
    """Events that have a word in title or note, in a quote, or in the title of an article that reports them."""
    found = _at(_known(catalogue.rows.rows(_rowids(db, "event_words", word))), len(catalogue.events))
    ids, rows, reporters = catalogue.linked
    found[rows[np.isin(ids, _rowids(db, "quote_words", word), assume_unique=True)]] = True
    articles = _known(catalogue.article_rows.rows(_rowids(db, "article_words", f"title : {word}")))
    found[rows[_at(articles, len(catalogue.articles.ids))[reporters]]] = True
    return found


def _rowids(db: Database, table: str, query: str) -> NDArray[np.int64]:
    """Rows of a full-text index with a word: their numbers only, which the index knows without its table."""
    return np.array(
        db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", [query]).fetchall(), np.int64
    ).ravel()


def _known(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    return rows[rows >= 0]

"""Which articles may be alike: they have a band of their sketches in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from storage.tables import AMONG, ids_parameter

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST = 50
"""So many articles that share a band are looked at: a band that more share is a phrase of some form."""


def note(db: Database, bands: Mapping[int, Sequence[int]]) -> None:
    """Keep the bands of new articles, in the transaction that is open."""
    rows = sorted((band, article) for article, own in bands.items() for band in own)
    db.conn.executemany("INSERT OR IGNORE INTO bands VALUES (?, ?)", rows)


def candidates(db: Database, bands: Iterable[int]) -> list[int]:
    """Articles that are there and share a band, those with most in common first."""
    found = db.execute(
        f"SELECT article FROM bands WHERE band {AMONG} AND article IN (SELECT id FROM articles)", [ids_parameter(bands)]
    )
    shared = Counter(article for (article,) in found)
    return [article for article, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:MOST]]

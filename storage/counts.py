"""How many events there are of each sort: the numbers beside the filters."""

from dataclasses import dataclass

from sqlite_utils import Database

_SEEN = "review <> 'rejected'"


@dataclass(frozen=True, slots=True)
class Counts:
    """Rejected events are counted in `reviews` only. `sources` are publishers, "" where none is known."""

    kinds: dict[str, int]
    statuses: dict[str, int]
    reviews: dict[str, int]
    places: dict[str, int]
    sources: dict[str, int]
    events: int
    articles: int
    undated: int


def count(db: Database) -> Counts:
    """The most frequent first in each."""
    kinds = _grouped(db, f"SELECT kind, count(*) FROM events WHERE {_SEEN} GROUP BY kind")
    return Counts(
        kinds,
        _grouped(db, f"SELECT status, count(*) FROM events WHERE {_SEEN} GROUP BY status"),
        _grouped(db, "SELECT review, count(*) FROM events GROUP BY review"),
        _grouped(db, f"SELECT place, count(*) FROM event_places WHERE {_not_rejected('event')} GROUP BY place"),
        _grouped(
            db,
            "SELECT publisher, count(DISTINCT event) FROM mentions JOIN articles ON articles.id = article "
            f"WHERE {_not_rejected('event')} GROUP BY publisher",
        ),
        sum(kinds.values()),
        _number(db, "SELECT count(*) FROM articles"),
        _number(db, f"SELECT count(*) FROM events WHERE precision IS NULL AND {_SEEN}"),
    )


def _not_rejected(column: str) -> str:
    """Few are rejected, so their list is short to look into."""
    return f"{column} NOT IN (SELECT id FROM events WHERE review = 'rejected')"


def _grouped(db: Database, sql: str) -> dict[str, int]:
    return dict(sorted(db.execute(sql), key=lambda row: (-row[1], row[0])))


def _number(db: Database, sql: str) -> int:
    return int(db.execute(sql).fetchone()[0])

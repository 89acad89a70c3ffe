"""Which events pass the filters and the search, as an array of ids in the order of time."""

from collections.abc import Collection, Iterator
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from storage.plain import dumps

Ids = NDArray[np.int64]

_AMONG = "IN (SELECT value FROM json_each(?))"
_PLACES = f"id IN (SELECT event FROM event_places WHERE place {_AMONG})"
_PUBLISHERS = f"id IN (SELECT event FROM mentions WHERE article IN (SELECT id FROM articles WHERE publisher {_AMONG}))"

_WORD = """
SELECT rowid FROM event_words WHERE event_words MATCH :word
UNION SELECT event FROM mentions WHERE id IN (SELECT rowid FROM quote_words WHERE quote_words MATCH :word)
UNION SELECT event FROM mentions
    WHERE article IN (SELECT rowid FROM article_words WHERE article_words MATCH 'title : ' || :word)
"""


def select(
    db: Database,
    kinds: Collection[str] | None,
    statuses: Collection[str] | None,
    reviews: Collection[str] | None,
    places: Collection[str] | None,
    sources: Collection[str] | None,
    text: str,
    first: float | None,
    last: float | None,
) -> Ids:
    """As `Library.select` says."""
    restrictions = [(f"kind {_AMONG}", kinds), (f"status {_AMONG}", statuses), (f"review {_AMONG}", reviews)]
    restrictions += [(_PLACES, places), (_PUBLISHERS, sources)]
    clauses = [clause for clause, allowed in restrictions if allowed is not None]
    parameters: list[Any] = [dumps(list(allowed)) for _, allowed in restrictions if allowed is not None]
    if reviews is None:
        clauses.append("review <> 'rejected'")
    for clause, bound in (('("end" > ? OR "end" IS NULL)', first), ("(start < ? OR start IS NULL)", last)):
        if bound is not None:
            clauses += [clause, "precision IS NOT NULL"]
            parameters.append(bound)
    found = _by_time(db, " AND ".join(clauses) or "1", parameters)
    wanted = words(text)
    return found[np.isin(found, _with_words(db, wanted))] if wanted else found


def _by_time(db: Database, where: str, parameters: list[Any]) -> Ids:
    rows = db.execute(
        f'SELECT id, coalesce(start, -1e999), coalesce("end", 1e999), precision IS NULL FROM events WHERE {where}',
        parameters,
    )
    kinds = np.dtype([("id", "i8"), ("start", "f8"), ("end", "f8"), ("undated", "?")])
    table = np.fromiter(rows, kinds)
    order = np.lexsort((table["id"], table["end"], table["start"], table["undated"]))
    ids: Ids = table["id"][order]
    return ids


def words(text: str) -> list[str]:
    """What to look for, as FTS5 prefix queries: quoted, so that nothing typed is taken for an operator.

    `sieg "Aleppo OR` gives `"sieg"*`, `"Aleppo"*` and `"OR"*`; signs without a letter or digit give nothing.
    """
    sound = text.replace("\0", " ").replace('"', " ").encode("utf-8", "replace").decode()
    return [f'"{word}"*' for word in dict.fromkeys(sound.split()) if any(map(str.isalnum, word))]


def _with_words(db: Database, wanted: list[str]) -> Ids:
    """Events that have every word somewhere."""

    def with_word(word: str) -> Iterator[int]:
        return (one for (one,) in db.execute(_WORD, {"word": word}))

    first = np.fromiter(with_word(wanted[0]), np.int64)
    return reduce(
        lambda left, word: np.intersect1d(left, np.fromiter(with_word(word), np.int64)) if left.size else left,
        wanted[1:],
        first,
    )

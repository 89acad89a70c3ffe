"""The bytes of files as they were imported, each once, and which articles came of them."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from storage.errors import LibraryError
from storage.tables import AMONG, ids_parameter

if TYPE_CHECKING:
    from sqlite_utils import Database

LARGEST = 50_000_000
"""Bytes of an original: a larger one is not kept, because it would make the library too large to be sent."""

PIECE = 1 << 20
"""Bytes that are unpacked at a time."""


def keep(db: Database, originals: Mapping[str, bytes]) -> None:
    """Keep these by their SHA-256, in the transaction that is open; what is there already is not written again."""
    for sha256, data in originals.items():
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError("the original is not the one that its hash names")
        if len(data) <= LARGEST and not _is_kept(db, sha256):
            db.execute("INSERT INTO originals VALUES (?, ?, ?)", [sha256, len(data), zlib.compress(data)])


def _is_kept(db: Database, sha256: str) -> bool:
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM originals WHERE sha256 = ?)", [sha256]).fetchone()[0])


def original(db: Database, sha256: str) -> bytes | None:
    """The bytes as they were."""
    row = db.execute("SELECT size, data FROM originals WHERE sha256 = ?", [sha256]).fetchone()
    if row is None:
        return None
    try:
        data = b"".join(unpacked(*row))
    except zlib.error:
        data = b""
    if hashlib.sha256(data).hexdigest() != sha256:
        raise LibraryError(f"The original {sha256[:12]}… is damaged in this library. Import its file once more.")
    return data


def unpacked(size: int, packed: bytes) -> Iterator[bytes]:
    """The bytes piece by piece, and none beyond their size: a few packed ones may stand for more than any memory.

    zlib.error if there are more or fewer, or if they cannot be unpacked.
    """
    if not 0 <= size <= LARGEST:
        raise zlib.error("larger than anything that is kept")
    unpacking, left, rest = zlib.decompressobj(), size, packed
    while not unpacking.eof:
        piece = unpacking.decompress(rest, PIECE)
        left, rest = left - len(piece), unpacking.unconsumed_tail
        if left < 0 or not (piece or rest or unpacking.eof):
            raise zlib.error("not of the size that is noted")
        yield piece
    if left:
        raise zlib.error("not of the size that is noted")


def note_inputs(db: Database, inputs: Mapping[str, Iterable[int]]) -> None:
    """Remember which articles those bytes hold, by SHA-256."""
    rows = ((sha256, ids_parameter(articles)) for sha256, articles in inputs.items())
    db.conn.executemany("INSERT OR REPLACE INTO inputs VALUES (?, ?)", rows)


def articles_of_input(db: Database, sha256: str) -> tuple[int, ...]:
    """The articles that bytes hold, if they were read before and all of these are still there; else none."""
    row = db.execute("SELECT articles FROM inputs WHERE sha256 = ?", [sha256]).fetchone()
    known: Collection[int] = json.loads(row[0]) if row else ()
    there = db.execute(f"SELECT count(*) FROM articles WHERE id {AMONG}", [ids_parameter(known)]).fetchone()[0]
    return tuple(known) if there == len(known) else ()


def has_inputs(db: Database) -> bool:
    """Whether anything was ever read into the library."""
    return bool(db.execute("SELECT EXISTS (SELECT 1 FROM inputs)").fetchone()[0])

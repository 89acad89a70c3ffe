"""Whether a library is sound: the database, the words that every mention points to, the originals, the search."""

import hashlib
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from storage import kept, log, originals
from storage.catalogue import alike
from storage.errors import LibraryError
from storage.library import Library
from storage.load_catalogue import load_catalogue
from storage.rows import FORMS, Form

INDEXES = {"article_words": "articles", "event_words": "events", "quote_words": "mentions"}


def check(library: Library) -> list[str]:
    """Every problem as a sentence; none for a sound library. Nothing is changed or mended."""
    problems: list[str] = []
    for look in CHECKS:
        try:
            problems += look(library)
        except (sqlite3.DatabaseError, LibraryError) as error:
            problems.append(f"The database cannot be read through: {str(error).rstrip('.')}.")
    return list(dict.fromkeys(problems))


def _database(library: Library) -> Iterator[str]:
    for (told,) in library.db.execute("PRAGMA integrity_check"):
        if told != "ok":
            yield f"The database is damaged: {told}."


def _references(library: Library) -> Iterator[str]:
    for table, one, parent, _ in library.db.execute("PRAGMA foreign_key_check"):
        yield f"Row {one} of {table} points to a row of {parent} that is not there."


def _rows(library: Library) -> Iterator[str]:
    for form in FORMS.values():
        yield from _rows_of(library, form)


def _rows_of(library: Library, form: Form[Any]) -> Iterator[str]:
    """A row that is read and written again is the same: so no value is unknown, and what is derived fits the rest."""
    for values in library.db.execute(f"SELECT {form.names} FROM {form.table}"):
        record = dict(zip(form.columns, values, strict=True))
        try:
            same = form.record(form.read(record)) == record
        except (ValueError, KeyError, TypeError):
            same = False
        if not same:
            yield f"Row {record['id']} of {form.table} does not make sense."


def _mentions(library: Library) -> Iterator[str]:
    article, text = None, ""
    found = library.db.execute('SELECT id, article, start, "end", quote FROM mentions ORDER BY article')
    for one, owner, start, end, quote in found:
        if owner != article:
            row = library.db.execute("SELECT text FROM articles WHERE id = ?", [owner]).fetchone()
            article, text = owner, row[0] if row else ""
        if not 0 <= start < end <= len(text) or text[start:end] != quote:
            yield f"Mention {one} does not stand in the text of article {owner} where it should."


def _originals(library: Library) -> Iterator[str]:
    for (sha256,) in library.db.execute("SELECT sha256 FROM originals"):
        size, packed = library.db.execute("SELECT size, data FROM originals WHERE sha256 = ?", [sha256]).fetchone()
        if not _as_imported(sha256, size, packed):
            yield f"The original {sha256[:12]}… is not as it was imported."


def _as_imported(sha256: str, size: int, packed: bytes) -> bool:
    told = hashlib.sha256()
    try:
        for piece in originals.unpacked(size, packed):
            told.update(piece)
    except (zlib.error, TypeError):  # the other for what is no number or no bytes
        return False
    return told.hexdigest() == sha256


def _search(library: Library) -> Iterator[str]:
    """FTS5 checks itself by a statement that counts as writing, so a copy is asked."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        copied = sqlite3.connect(Path(folder) / "copy")
        try:
            library.db.conn.backup(copied)
            yield from _unfit(copied)
        finally:
            copied.close()


def _unfit(copy: sqlite3.Connection) -> Iterator[str]:
    for name, table in INDEXES.items():
        try:
            copy.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            yield f"The search through {table} does not fit what is in them."


def _places(library: Library) -> Iterator[str]:
    listed = "SELECT DISTINCT value, events.id FROM events, json_each(places)"
    kept = "SELECT place, event FROM event_places"
    for left, right in ((listed, kept), (kept, listed)):
        for place, event in library.db.execute(f"{left} EXCEPT {right}"):
            yield f"The place “{place}” of event {event} is not listed as it should be."


def _counter(library: Library) -> Iterator[str]:
    following = library.db.execute("SELECT next FROM counter").fetchone()
    for table in FORMS:
        (highest,) = library.db.execute(f"SELECT max(id) FROM {table}").fetchone()
        if following is None or (highest or 0) >= following[0]:
            yield f"The next id would be one that {table} has already."


def _changes(library: Library) -> Iterator[str]:
    for name in log.broken(library.db):
        yield f"The change “{name}” cannot be undone."


def _catalogue(library: Library) -> Iterator[str]:
    """What the file keeps, with what is noted to have changed since, must be what its tables give."""
    try:
        same = alike(kept.load(library.db)[0], load_catalogue(library.db))
    except (KeyError, ValueError, TypeError):
        return  # rows that do not make sense have been named
    if not same:
        yield "The catalogue that is kept for opening the library fast does not fit its events."


CHECKS: tuple[Callable[[Library], Iterator[str]], ...] = (
    _database,
    _references,
    _rows,
    _mentions,
    _originals,
    _places,
    _counter,
    _changes,
    _catalogue,
    _search,
)

"""Opening and making the SQLite file of a library, and what to tell a person when that cannot be."""

import os
import sqlite3
from pathlib import Path, PurePath

from sqlite_utils import Database

from storage.errors import CannotWrite, LibraryInUse, LibraryReadOnly, LibraryTooNew, NotALibrary
from storage.file import REASONS, Connection, told
from storage.lock import Lock, Locked, NoLock
from storage.schema import APPLICATION_ID, PAGE_SIZE, VERSION, migrate

BUSY_SECONDS = 5.0


def make(path: Path) -> Database:
    """A new library, open for writing. A file that holds something is never overwritten."""
    if path.exists() and (not path.is_file() or path.stat().st_size):
        raise CannotWrite(f"“{path.name}” is there already. Open it, or choose another name.")
    if not path.parent.is_dir():
        raise CannotWrite(
            f"“{path.name}” could not be made: there is no folder “{path.parent}”. Choose another folder."
        )
    with told(path):
        db = _connect(path, "rwc")
        try:
            db.execute(f"PRAGMA page_size = {PAGE_SIZE}")
            migrate(db)
        except BaseException:
            db.close()
            raise
        return db


def open_to_write(path: Path) -> Database:
    """A library that is there; one of an older version is brought to this one."""
    _must_be_there(path)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise LibraryReadOnly(REASONS[sqlite3.SQLITE_READONLY][1].format(name=path.name))
    with told(path):
        db = _connect(path, "rw")
        try:
            version = _version(db, path)
            db.execute("BEGIN IMMEDIATE")  # fails where the file cannot be written
            db.rollback()
            db.execute("PRAGMA journal_mode = DELETE")  # another program may have left it otherwise
            if version < VERSION:
                migrate(db)
        except BaseException:
            db.close()
            raise
        return db


def open_to_read(path: Path) -> Database:
    """A library that is only looked at; in a folder that cannot be written to as well."""
    _must_be_there(path)
    with told(path):
        db = _readable(path)
        try:
            version = _version(db, path)
            return db if version == VERSION else _migrated_copy(db)
        except BaseException:
            db.close()
            raise


def _must_be_there(path: Path) -> None:
    if not path.exists():
        raise NotALibrary(f"There is no “{path.name}” in “{path.parent}”. It may have been moved or renamed.")
    if not path.is_file():
        raise NotALibrary(f"“{path.name}” is no file, so it is no Dateline library. Choose a file that Dateline made.")
    if not os.access(path, os.R_OK):
        raise NotALibrary(f"“{path.name}” may not be read by you. Ask its owner, or change its permissions.")


def _connect(path: Path, mode: str) -> Database:
    uri = f"{uri_of(path.absolute())}?mode={mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, factory=Connection)
    db = Database(connection, execute_plugins=False)
    try:
        db.execute("PRAGMA foreign_keys = ON")
        if mode in ("rw", "rwc"):
            db.execute("PRAGMA cache_size = -32000")  # kB: with less, a large import reads its indexes over and over
            db.execute("PRAGMA synchronous = EXTRA")  # a reader must not ask: it would look into the file before it may
    except BaseException:
        db.close()
        raise
    return db


def uri_of(path: PurePath) -> str:
    """As SQLite reads it: no host is allowed, so that of a Windows share is part of the path."""
    uri = path.as_uri()
    return uri if uri.startswith("file:///") else f"file:////{uri.removeprefix('file://')}"


def _readable(path: Path) -> Database:
    db = _connect(path, "ro")
    try:
        db.execute("PRAGMA schema_version").fetchone()
        return db
    except sqlite3.OperationalError as error:
        db.close()
        if error.sqlite_errorcode == sqlite3.SQLITE_READONLY_ROLLBACK:
            _roll_back(path)
            return _connect(path, "ro")
        if error.sqlite_errorcode & 0xFF not in _NO_SHARED_MEMORY or _write_ahead(path).exists():
            raise
        return _connect(path, "ro&immutable=1")


_NO_SHARED_MEMORY = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
"""What a library says that another program set to WAL and that lies in a folder where nothing can be written."""


def _write_ahead(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _roll_back(path: Path) -> None:
    """Take back what a process left half done when it was ended: opening to write does it."""
    db = _connect(path, "rw")
    try:
        db.execute("PRAGMA schema_version").fetchone()
    finally:
        db.close()


def _version(db: Database, path: Path) -> int:
    """How many migrations the file has been through; LibraryError where it is not ours or not for us."""
    application = db.execute("PRAGMA application_id").fetchone()[0]
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    if application != APPLICATION_ID:
        raise NotALibrary(REASONS[sqlite3.SQLITE_NOTADB][1].format(name=path.name))
    if version > VERSION:
        raise LibraryTooNew(
            f"“{path.name}” was made by a later version of Dateline. Install the latest one to open it."
        )
    return version


def _migrated_copy(db: Database) -> Database:
    """An older library that may not be changed, brought to this version in memory."""
    copy = Database(sqlite3.connect(":memory:", factory=Connection), execute_plugins=False)
    db.conn.backup(copy.conn)
    db.close()
    migrate(copy)
    return copy


def locked(path: Path) -> Lock:
    """The lock of a library that is to be written; LibraryInUse where another window has it."""
    try:
        return Lock(path)
    except Locked as taken:
        sentence = f"“{path.name}” is open in another window of Dateline. Close it there, then open it again."
        raise LibraryInUse(sentence) from taken
    except NoLock as trouble:
        raise LibraryReadOnly(f"“{path.name}” can only be read: {trouble}") from trouble

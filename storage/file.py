"""A library's SQLite file as it is asked and written: what goes wrong is told in sentences, and nobody writes over others."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from storage.errors import CannotWrite, LibraryInUse, LibraryReadOnly, NotALibrary

AT_ONCE = 1000
"""So many rows of a query are taken from SQLite together."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the world into sentences; our own mistakes pass through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the low byte is the sort, the rest its detail
        reason = REASONS.get(code)
        if reason is None:
            raise
        kind, sentence = reason
        raise kind(sentence.format(name=path.name)) from error


REASONS = {
    sqlite3.SQLITE_NOTADB: (NotALibrary, "“{name}” is no Dateline library. Choose a file that Dateline made."),
    sqlite3.SQLITE_CORRUPT: (
        NotALibrary,
        "“{name}” is damaged and cannot be read. Use a copy from before, and keep this file.",
    ),
    sqlite3.SQLITE_FULL: (CannotWrite, "“{name}” could not be written: the disk is full. Make room, then do it again."),
    sqlite3.SQLITE_IOERR: (
        CannotWrite,
        "“{name}” could not be read or written: its disk reports an error. Copy it to another disk.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        CannotWrite,
        "“{name}” could not be opened: its folder does not allow it. Choose another.",
    ),
    sqlite3.SQLITE_READONLY: (
        LibraryReadOnly,
        "“{name}” can be read here but not changed. Copy it to a folder of your own and open the copy.",
    ),
    sqlite3.SQLITE_BUSY: (
        LibraryInUse,
        "Another program is writing to “{name}”. Wait until it is done, then try again.",
    ),
    sqlite3.SQLITE_LOCKED: (
        LibraryInUse,
        "Another program is writing to “{name}”. Wait until it is done, then try again.",
    ),
}
"""What SQLite says of the world, by the low byte of its code."""


class Rows(sqlite3.Cursor):
    """Rows of a query; what goes wrong between two of them is told like what goes wrong before the first."""

    path: Path

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]  # typeshed wants the cursor itself
        with told(self.path):
            while rows := super().fetchmany(AT_ONCE):
                yield from rows

    def fetchone(self) -> Any:
        """The next row."""
        with told(self.path):
            return super().fetchone()

    def fetchmany(self, size: int | None = AT_ONCE) -> list[Any]:
        """The next rows, at most `size`."""
        with told(self.path):
            return super().fetchmany(size)

    def fetchall(self) -> list[Any]:
        """The rest."""
        with told(self.path):
            return super().fetchall()


class Connection(sqlite3.Connection):
    """Gives Rows as soon as it knows its path; before that SQLite's own errors, which opening a library looks at."""

    path: Path | None = None

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As sqlite3 does it."""
        if self.path is None:
            return super().execute(sql, parameters)
        rows = self.cursor(Rows)
        rows.path = self.path
        return rows.execute(sql, parameters)


class File(Database):
    """A database that tells the world's troubles in sentences, whoever asks it."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        assert isinstance(connection, Connection)
        self._path = connection.path = path
        super().__init__(connection, execute_plugins=False)
        self._version = self.changes_elsewhere()

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] | None = None) -> sqlite3.Cursor:
        """As sqlite-utils does it: what is written outside a transaction is committed at once."""
        with told(self._path):
            return super().execute(sql, parameters)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, whole or not at all. LibraryInUse where somebody else has written since this was opened:
        the lock of the window keeps out only those who look for locks in the same folder.
        """
        with told(self._path):
            self.execute("BEGIN IMMEDIATE")
            try:
                if self.changes_elsewhere() != self._version:
                    raise LibraryInUse(
                        f"“{self._path.name}” was changed elsewhere since it was opened here, so nothing was changed. "
                        "Open it again."
                    )
                yield
                self.execute("COMMIT")
            except BaseException:
                self.rollback()
                raise

    def changes_elsewhere(self) -> int:
        """A number that is another one whenever another connection has written."""
        return int(self.execute("PRAGMA data_version").fetchone()[0])

"""The log of changes in the library, so that undo lasts over restarts.

A step is kept as table, id and the row as it is *not* in its table now: the row before while the change is done, the row
after while it is undone. So an import is not in the file twice, and undo and redo are the same exchange.
"""

import json
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlite_utils import Database

from storage.model import Row
from storage.plain import dumps
from storage.rows import record_of, row_of
from storage.steps import Change, Step
from storage.tables import current, write_steps

_DONE = "undone = 0 ORDER BY id DESC"
_UNDONE = "undone = 1 ORDER BY id"


def record(db: Database, change: Change) -> None:
    """Do a change and write it down; what was undone before can no longer be done again."""
    write_steps(db, change.steps)
    db.execute("DELETE FROM changes WHERE undone = 1")
    packed = _pack((step.key, step.before) for step in change.steps)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute("INSERT INTO changes (name, at, undone, steps) VALUES (?, ?, 0, ?)", [change.name, at, packed])


def undo(db: Database) -> Change | None:
    """Take the last change back; what was done to the tables, None where there is nothing to undo."""
    return _exchange(db, _DONE, undone=1)


def redo(db: Database) -> Change | None:
    """Do the change again that was undone last."""
    return _exchange(db, _UNDONE, undone=0)


def undo_name(db: Database) -> str:
    """The name of the change that undo would take back, "" where there is none."""
    return _name(db, _DONE)


def redo_name(db: Database) -> str:
    """The name of the change that redo would do again, "" where there is none."""
    return _name(db, _UNDONE)


def broken(db: Database) -> list[str]:
    """Names of changes that can no longer be undone or done again, because their steps cannot be read."""
    return [name for name, steps in db.execute("SELECT name, steps FROM changes") if not _readable(steps)]


def _readable(packed: bytes) -> bool:
    try:
        _unpack(packed)
    except (zlib.error, ValueError, KeyError, TypeError):
        return False
    return True


def _name(db: Database, which: str) -> str:
    row = db.execute(f"SELECT name FROM changes WHERE {which} LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def _exchange(db: Database, which: str, undone: int) -> Change | None:
    row = db.execute(f"SELECT id, name, steps FROM changes WHERE {which} LIMIT 1").fetchone()
    if row is None:
        return None
    kept = _unpack(row[2])
    now = current(db, (key for key, _ in kept))
    change = Change(row[1], tuple(Step(now.get(key), other) for key, other in reversed(kept)))
    write_steps(db, change.steps)
    packed = _pack((step.key, step.before) for step in change.steps)
    db.execute("UPDATE changes SET undone = ?, steps = ? WHERE id = ?", [undone, packed, row[0]])
    return change


def _pack(steps: Iterable[tuple[tuple[str, int], Row | None]]) -> bytes:
    kept = [[table, one, record_of(row) if row else None] for (table, one), row in steps]
    return zlib.compress(dumps(kept).encode("utf-8"))


def _unpack(packed: bytes) -> list[tuple[tuple[str, int], Row | None]]:
    kept = json.loads(zlib.decompress(packed))
    return [((table, one), row_of(table, record) if record else None) for table, one, record in kept]

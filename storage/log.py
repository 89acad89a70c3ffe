"""The log of changes in the library, so that undo lasts over restarts.

A step is kept as table, id and the row as it is *not* in its table now: the row before while the change is done, the row
after while it is undone. So an import is not in the file twice, and undo and redo are the same exchange.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from storage.adding import name_of_adding
from storage.model import Article, Row
from storage.plain import dumps
from storage.rows import record_of, row_of
from storage.steps import Change, Step
from storage.tables import current, write_steps

if TYPE_CHECKING:
    from sqlite_utils import Database

_DONE = "undone = 0 ORDER BY id DESC"
_UNDONE = "undone = 1 ORDER BY id"


def record(db: Database, change: Change, part_of: int | None = None) -> int:
    """Do a change and write it down; what was undone before can no longer be done again.

    Changes that are part of the same one, whose number this returns, are undone together, unless another stands between.
    """
    write_steps(db, change.steps)
    db.execute("DELETE FROM changes WHERE undone = 1")
    packed = _pack((step.key, step.before) for step in change.steps)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    brought = sum(isinstance(step.after, Article) and step.before is None for step in change.steps)
    written = db.execute(
        "INSERT INTO changes (name, at, undone, steps, part_of, brought) VALUES (?, ?, 0, ?, ?, ?)",
        [change.name, at, packed, part_of, brought],
    )
    return part_of or int(written.lastrowid or 0)


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
    return _told(_run(db, which))


def _run(db: Database, which: str) -> list[tuple[int, str, int]]:
    """Id, name and number of new articles of the changes that are undone or done again as one, in that order."""
    rows = db.execute(f"SELECT id, coalesce(part_of, id), name, brought FROM changes WHERE {which}")
    parts = next((parts for _, parts in groupby(rows, key=itemgetter(1))), iter(()))
    return [(one, name, brought) for one, _, name, brought in parts]


def _told(run: Sequence[tuple[int, str, int]]) -> str:
    """The name of the first, or of all together: only what brings articles comes in parts."""
    if not run:
        return ""
    return run[0][1] if len(run) == 1 else name_of_adding(sum(brought for _, _, brought in run))


def _exchange(db: Database, which: str, undone: int) -> Change | None:
    run = _run(db, which)
    if not run:
        return None
    steps = (step for one, _, _ in run for step in _exchanged(db, one, undone))
    return Change(_told(run), tuple(steps))


def _exchanged(db: Database, one: int, undone: int) -> tuple[Step, ...]:
    """The steps that took a change back or did it again; what they replaced is kept in their place."""
    kept = _unpack(db.execute("SELECT steps FROM changes WHERE id = ?", [one]).fetchone()[0])
    now = current(db, (key for key, _ in kept))
    steps = tuple(Step(now.get(key), other) for key, other in reversed(kept))
    write_steps(db, steps)
    packed = _pack((step.key, step.before) for step in steps)
    db.execute("UPDATE changes SET undone = ?, steps = ? WHERE id = ?", [undone, packed, one])
    return steps


def _pack(steps: Iterable[tuple[tuple[str, int], Row | None]]) -> bytes:
    kept = [[table, one, record_of(row) if row else None] for (table, one), row in steps]
    return zlib.compress(dumps(kept).encode("utf-8"))


def _unpack(packed: bytes) -> list[tuple[tuple[str, int], Row | None]]:
    kept = json.loads(zlib.decompress(packed))
    return [((table, one), row_of(table, record) if record else None) for table, one, record in kept]

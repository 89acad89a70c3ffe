"""Libraries of any size for measurements. They are made once and kept in the folder for temporary files."""

import hashlib
import tempfile
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from storage.library import Library
from storage.model import Row
from storage.rows import FORMS, record_of, table_of
from storage.schema import VERSION
from tests.benchmarks.common import made

PIECE = 1000
"""So many articles are written together."""


def folder() -> Path:
    """Where they are: another one for every version of the library and of the events."""
    recipe = Path(made.__file__).read_bytes() + Path(__file__).read_bytes()
    return Path(tempfile.gettempdir()) / f"dateline-benchmark-{VERSION}-{hashlib.sha256(recipe).hexdigest()[:8]}"


def library(events: int) -> Path:
    """One with so many events in a tenth as many articles, 0 for an empty one."""
    path = folder() / f"{events}.dateline"
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        _make(unfinished, events)
        unfinished.replace(path)
    return path


def _make(path: Path, events: int) -> None:
    """Rows as the library writes them, in one transaction and without the log of changes, which nobody wants to undo."""
    library = Library.create(path)
    library.db.execute("PRAGMA synchronous = OFF")
    with library.db.writing():
        highest, stories = 0, made.stories(events)
        while some := list(islice(stories, PIECE)):
            for rows in ([one.article for one in some], [e for one in some for e in one.events],
                         [m for one in some for m in one.mentions]):  # fmt: skip
                _insert(library, rows)
                highest = max(highest, *(row.id for row in rows))
        library.db.execute("UPDATE counter SET next = ?", [highest + 1])
    library.close()


def _insert(library: Library, rows: Iterable[Row]) -> None:
    listed = list(rows)
    form = FORMS[table_of(listed[0])]
    names = ", ".join(f'"{column}"' for column in form.columns)
    values = ", ".join(f":{column}" for column in form.columns)
    library.db.conn.executemany(f"INSERT INTO {form.table} ({names}) VALUES ({values})", map(record_of, listed))

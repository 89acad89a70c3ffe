import sqlite3
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from storage import kept
from storage.check import check
from storage.errors import LibraryError
from storage.library import Library
from storage.originals import PIECE, unpacked

DAMAGE = [
    (
        "UPDATE mentions SET quote = quote || 'x' WHERE id = (SELECT min(id) FROM mentions)",
        "does not stand in the text",
    ),
    ("UPDATE mentions SET start = start + 1", "does not stand in the text"),
    ('UPDATE mentions SET "end" = 100000', "does not stand in the text"),
    ("UPDATE mentions SET article = 999999 WHERE id = (SELECT min(id) FROM mentions)", "points to a row of articles"),
    ("DELETE FROM events WHERE kind = 'siege'", "points to a row of events"),
    ("UPDATE originals SET size = size + 1", "is not as it was imported"),
    ("UPDATE originals SET size = 'many'", "is not as it was imported"),
    ("UPDATE originals SET size = 1 << 40", "is not as it was imported"),
    ("UPDATE originals SET data = x'00'", "is not as it was imported"),
    ("UPDATE originals SET data = substr(data, 1, length(data) - 1)", "is not as it was imported"),
    ("UPDATE originals SET data = x'78'", "is not as it was imported"),
    ("UPDATE originals SET sha256 = 'abc'", "is not as it was imported"),
    ("UPDATE events SET status = 'perhaps'", "of events does not make sense"),
    ("UPDATE events SET start = start + 1 WHERE kind = 'talks'", "of events does not make sense"),
    ("UPDATE events SET earliest = '2016-13-01' WHERE kind = 'talks'", "of events does not make sense"),
    ("UPDATE events SET places = '{' WHERE kind = 'talks'", "of events does not make sense"),
    ("UPDATE mentions SET dating = '{}'", "of mentions does not make sense"),
    ("UPDATE articles SET text = text || ' more'", "of articles does not make sense"),
    ("UPDATE articles SET candidates = NULL", "of articles does not make sense"),
    ("INSERT INTO event_places VALUES ('Homs', (SELECT min(id) FROM events))", "is not listed as it should be"),
    ("DELETE FROM event_places", "is not listed as it should be"),
    ("UPDATE counter SET next = 3", "The next id would be one that events has already."),
    ("INSERT INTO event_words (event_words) VALUES ('delete-all')", "The search through events does not fit"),
    ("UPDATE events SET title = 'unsearched'", "The search through events does not fit"),
    ("INSERT INTO quote_words (rowid, quote) VALUES (99999, 'ghost')", "The search through mentions does not fit"),
    ("UPDATE events SET importance = 1 WHERE kind = 'talks'", "The catalogue that is kept"),
    ("UPDATE changes SET steps = x'00'", "The change “Merge two events” cannot be undone."),
]


@pytest.fixture
def damaged(monkeypatch: pytest.MonkeyPatch, path: Path, library: Library) -> Callable[[str], Library]:
    monkeypatch.setattr(kept, "KEEP_FROM", 1)
    kept.keep(library.db, library.catalogue)
    library.close()

    def damage(sql: str) -> Library:
        db = sqlite3.connect(path)
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {name}")
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace(sql, 'candidates TEXT NOT NULL', 'candidates TEXT')")
        db.commit()
        db.close()
        db = sqlite3.connect(path)
        db.execute(sql)
        db.commit()
        db.close()
        return Library.open(path, read_only=True)

    return damage


def test_a_sound_library_has_no_problems(library: Library, snapshot: Callable[[Library], Any]) -> None:
    before = snapshot(library)
    assert check(library) == []
    assert snapshot(library) == before


@pytest.mark.parametrize(("sql", "sentence"), DAMAGE, ids=[sql for sql, _ in DAMAGE])
def test_each_sort_of_damage_is_found(damaged: Callable[[str], Library], sql: str, sentence: str) -> None:
    library = damaged(sql)
    problems = check(library)
    library.close()
    assert any(sentence in problem for problem in problems), problems
    assert all(problem.endswith(".") for problem in problems)


def test_only_the_damage_is_told(damaged: Callable[[str], Library]) -> None:
    library = damaged("UPDATE originals SET size = size + 1")
    assert len(check(library)) == 1
    library.close()


def test_a_page_full_of_nonsense_is_found(path: Path, library: Library) -> None:
    (page,) = library.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'mentions'").fetchone()
    library.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 8192)
        file.write(b"\xff" * 8192)
    again = Library.open(path, read_only=True)
    assert any("database" in problem for problem in check(again))
    again.close()


def test_an_original_that_unpacks_into_more_than_any_memory_is_only_damaged(library: Library) -> None:
    packing = zlib.compressobj(9)
    packed = b"".join(packing.compress(bytes(1 << 20)) for _ in range(200)) + packing.flush()
    library.db.execute("UPDATE originals SET data = ?", [packed])
    (sha256,) = library.db.execute("SELECT min(sha256) FROM originals").fetchone()
    tracemalloc.start()
    problems = check(library)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert any(sha256[:12] in one for one in problems)
    with pytest.raises(LibraryError, match="is damaged in this library"):
        library.original(sha256)
    assert most < 100 << 20


@pytest.mark.parametrize("size", [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
def test_originals_of_every_size_come_back_whole(size: int) -> None:
    data = bytes(size)
    assert b"".join(unpacked(size, zlib.compress(data))) == data
    for wrong in (size - 1, size + 1):
        with pytest.raises(zlib.error):
            list(unpacked(wrong, zlib.compress(data)))

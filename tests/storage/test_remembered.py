"""How a library was looked at is kept in it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from storage.errors import LibraryReadOnly
from storage.library import Library


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Library.create(tmp_path / "a.dateline").close()
    return tmp_path / "a.dateline"


@pytest.mark.parametrize("value", [{"span": [1.5, 2.25], "text": "Гора “🙂”"}, ["a", None], "x", 0, False])
def test_what_is_remembered_is_there_after_a_restart(path: Path, value: Any) -> None:
    library = Library.open(path)
    library.remember("view", value)
    library.close()
    library = Library.open(path, read_only=True)
    assert library.recall("view") == value
    assert library.recall("lanes") is None
    library.close()


def test_it_is_no_step_of_undo_and_can_be_forgotten(path: Path) -> None:
    library = Library.open(path)
    library.remember("view", 1)
    assert (library.undo_name, library.undo()) == ("", None)
    library.remember("view", None)
    assert library.recall("view") is None
    library.close()


def test_what_is_the_same_is_not_written_again(path: Path) -> None:
    library = Library.open(path)
    library.remember("view", {"span": [1, 2]})
    before = library.db.execute("PRAGMA data_version").fetchone(), library.db.conn.total_changes
    library.remember("view", {"span": [1, 2]})
    assert (library.db.execute("PRAGMA data_version").fetchone(), library.db.conn.total_changes) == before
    library.close()


def test_a_library_that_may_only_be_read_is_not_written(path: Path) -> None:
    library = Library.open(path, read_only=True)
    with pytest.raises(LibraryReadOnly):
        library.remember("view", 1)
    library.close()


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000])
def test_what_another_program_has_broken_is_as_if_it_were_not_there(path: Path, text: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO remembered VALUES ('view', ?)", [text])
    connection.commit()
    connection.close()
    library = Library.open(path)
    assert library.recall("view") is None
    library.close()

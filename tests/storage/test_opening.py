"""A library is made, opened, refused with a sentence, and whole again after its process was killed."""

import gzip
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Any

import pytest

import storage
from storage.change import confirm, set_note
from storage.check import check
from storage.errors import CannotWrite, LibraryError, LibraryInUse, LibraryReadOnly, LibraryTooNew, NotALibrary
from storage.library import Library
from storage.opening import uri_of
from storage.schema import APPLICATION_ID, VERSION

ROOT = Path(storage.__file__).parents[1]
SAMPLES = Path(__file__).parents[1] / "samples"


def test_the_file_says_what_it_is_and_is_written_safely(library: Library) -> None:
    told = {
        name: library.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version", "page_size", "journal_mode", "synchronous", "foreign_keys")
    }
    assert told == {
        "application_id": APPLICATION_ID,
        "user_version": VERSION,
        "page_size": 8192,
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
    }
    assert library.path.read_bytes()[68:72] == b"Dlne"


def test_a_library_opens_as_it_was_closed(path: Path, library: Library, snapshot: Callable[[Library], Any]) -> None:
    before = snapshot(library)
    library.close()
    again = Library.open(path)
    assert snapshot(again) == before
    assert (again.name, again.read_only) == ("Aleppo 2016", False)
    again.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_opening_and_looking_changes_no_byte(path: Path, library: Library) -> None:
    library.close()
    before = path.read_bytes()
    for read_only in (False, True):
        again = Library.open(path, read_only=read_only)
        again.counts()
        again.close()
    assert path.read_bytes() == before


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _too_new(path: Path) -> None:
    Library.create(path).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()


def _other_database(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE t (a)")
    db.close()


def _other_write_ahead_database(path: Path) -> None:
    _other_database(path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()


def _cut(path: Path) -> None:
    Library.create(path).close()
    os.truncate(path, 3 * 8192 + 100)


REFUSED: list[tuple[str, Callable[[Path], object], type[LibraryError], str]] = [
    ("missing", lambda _: None, NotALibrary, "There is no “x.dateline” in"),
    ("a folder", lambda path: path.mkdir(), NotALibrary, "“x.dateline” is no file"),
    ("empty", lambda path: _write(path, b""), NotALibrary, "“x.dateline” is no Dateline library."),
    ("a text", lambda path: _write(path, b"hello " * 999), NotALibrary, "“x.dateline” is no Dateline library."),
    ("another database", _other_database, NotALibrary, "“x.dateline” is no Dateline library."),
    ("another program's", _other_write_ahead_database, NotALibrary, "“x.dateline” is no Dateline library."),
    ("cut off", _cut, NotALibrary, "“x.dateline” is damaged"),
    ("too new", _too_new, LibraryTooNew, "“x.dateline” was made by a later version of Dateline."),
]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(("prepare", "kind", "start"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_opened_is_refused_with_a_sentence_and_left_alone(
    tmp_path: Path, prepare: Callable[[Path], object], kind: type[LibraryError], start: str, read_only: bool
) -> None:
    path = tmp_path / "x.dateline"
    prepare(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(kind) as refusal:
        Library.open(path, read_only=read_only)
    assert str(refusal.value).startswith(start)
    assert str(refusal.value).endswith(".")
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_refused_library_is_not_locked(tmp_path: Path) -> None:
    path = tmp_path / "x.dateline"
    with pytest.raises(NotALibrary):
        Library.open(path)
    Library.create(path).close()
    Library.open(path).close()


@pytest.mark.parametrize("name", ["there.dateline", "nowhere/x.dateline"])
def test_nothing_is_made_over_a_file_or_in_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.dateline").write_bytes(b"precious")
    with pytest.raises(CannotWrite, match=Path(name).name):
        Library.create(tmp_path / name)
    assert (tmp_path / "there.dateline").read_bytes() == b"precious"


def test_an_empty_file_may_become_a_library(tmp_path: Path) -> None:
    path = tmp_path / "x.dateline"
    path.touch()
    Library.create(path).close()
    Library.open(path).close()


def test_a_second_window_cannot_write_but_may_read(path: Path, library: Library) -> None:
    with pytest.raises(LibraryInUse, match=r"“Aleppo 2016\.dateline” is open in another window"):
        Library.open(path)
    reader = Library.open(path, read_only=True)
    library.apply(confirm(next(library.all_events())))
    assert reader.counts().reviews["confirmed"] == 1
    reader.close()


def test_a_reader_changes_nothing(path: Path, library: Library) -> None:
    event = next(library.all_events())
    library.close()
    reader = Library.open(path, read_only=True)
    for act in (lambda: reader.apply(set_note(event, "n")), reader.undo, reader.redo):
        with pytest.raises(LibraryReadOnly, match="open for reading only"):
            act()
    reader.close()


def test_while_another_program_writes_the_library_says_so(path: Path, library: Library) -> None:
    event = next(library.all_events())
    library.db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryInUse, match="Another program is writing"):
        library.apply(set_note(event, "n"))
    other.close()
    library.apply(set_note(event, "n"))
    assert library.event(event.id).note == "n"


def test_while_another_program_has_the_file_to_itself_looking_says_so(path: Path, library: Library) -> None:
    library.db.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryInUse, match="Another program is writing"):
        library.counts()
    other.close()
    assert library.counts().articles == 2


def test_a_full_disk_is_told_and_nothing_is_half_done(library: Library, snapshot: Callable[[Library], Any]) -> None:
    before = snapshot(library)
    (pages,) = library.db.execute("PRAGMA page_count").fetchone()
    library.db.execute(f"PRAGMA max_page_count = {pages}")
    event = next(library.all_events())
    with pytest.raises(CannotWrite, match="the disk is full"):
        library.apply(set_note(event, "long " * 100_000))
    assert snapshot(library) == before
    assert check(library) == []


def test_a_file_that_may_not_be_changed_can_be_read(powerless: Path, become_nobody: Callable[[], None]) -> None:
    path = powerless / "x.dateline"
    Library.create(path).close()
    path.chmod(0o444)
    powerless.chmod(0o555)
    become_nobody()
    with pytest.raises(LibraryReadOnly, match=r"“x.dateline” can be read here but not changed."):
        Library.open(path)
    reader = Library.open(path, read_only=True)
    assert reader.counts().events == 0
    assert check(reader) == []
    reader.close()


def test_a_file_that_may_not_be_read_says_so(powerless: Path, become_nobody: Callable[[], None]) -> None:
    path = powerless / "x.dateline"
    Library.create(path).close()
    path.chmod(0o000)
    become_nobody()
    for read_only in (False, True):
        with pytest.raises(NotALibrary, match=r"“x.dateline” may not be read by you."):
            Library.open(path, read_only=read_only)


def test_a_folder_that_takes_no_file_gets_no_library(powerless: Path, become_nobody: Callable[[], None]) -> None:
    powerless.chmod(0o555)
    become_nobody()
    with pytest.raises(CannotWrite, match=r"“x.dateline” could not be opened: its folder does not allow it."):
        Library.create(powerless / "x.dateline")


def test_a_library_that_another_program_set_to_write_ahead_is_read_in_a_folder_of_others(
    powerless: Path, become_nobody: Callable[[], None]
) -> None:
    path = powerless / "x.dateline"
    Library.create(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    powerless.chmod(0o555)
    become_nobody()
    reader = Library.open(path, read_only=True)
    assert reader.counts().events == 0
    reader.close()


def test_a_write_ahead_library_gets_its_rollback_journal_back(tmp_path: Path) -> None:
    path = tmp_path / "x.dateline"
    Library.create(path).close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    library = Library.open(path)
    assert library.db.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    library.close()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_without_its_tables_yet_is_brought_to_this_version(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "x.dateline"
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("VACUUM")
    db.close()
    before = path.read_bytes()
    library = Library.open(path, read_only=read_only)
    assert check(library) == []
    assert library.counts().articles == 0
    library.close()
    assert (path.read_bytes() == before) is read_only


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("schema-*.dateline.gz")), ids=lambda path: path.name)
def test_a_library_of_every_version_still_opens(tmp_path: Path, sample: Path, read_only: bool) -> None:
    path = tmp_path / "old.dateline"
    path.write_bytes(gzip.decompress(sample.read_bytes()))
    library = Library.open(path, read_only=read_only)
    assert check(library) == []
    assert [event.title for event in library.all_events()][:2] == ["siege of Aleppo", "rebels said"]
    assert [row.title for row in library.article_rows()] == ["Siege is over", "Talks in Astana"]
    assert library.undo_name == "Change the title"
    if not read_only:
        assert library.undo() is not None
        assert library.redo() is not None
    library.close()


def test_there_is_a_sample_of_every_version() -> None:
    assert len(list(SAMPLES.glob("schema-*.dateline.gz"))) == VERSION


CHILD = """
import sys
from pathlib import Path
from storage.change import add_articles
from storage.library import Library
from storage.model import Article, Extraction

library = Library.open(Path(sys.argv[1]))
library.db.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the end
size = library.path.stat().st_size

def wait():
    if library.path.stat().st_size > size:
        print("half done", flush=True)
        sys.stdin.read()
    return 0

articles = [(Article(0, f"{number} " * 2000, f"{number}"), Extraction("en", (), ())) for number in range(200)]
change = add_articles(articles, library.new_ids())
library.db.conn.set_progress_handler(wait, 10)
library.apply(change)
print("all done", flush=True)
"""


def _start(path: Path, code: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def _killed_half_done(path: Path) -> None:
    with _start(path, CHILD) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "half done\n"
        child.kill()
        assert child.wait() == (-signal.SIGKILL if sys.platform != "win32" else 1)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_change_that_was_killed_half_done_leaves_the_library_as_it_was(
    path: Path, library: Library, snapshot: Callable[[Library], Any], read_only: bool
) -> None:
    before = snapshot(library)
    library.close()
    clean = path.read_bytes()
    _killed_half_done(path)
    assert path.read_bytes() != clean
    assert path.with_name(path.name + "-journal").exists()
    again = Library.open(path, read_only=read_only)
    assert snapshot(again) == before
    assert check(again) == []
    assert again.undo_name == "Merge two events"
    again.close()
    assert not path.with_name(path.name + "-journal").exists()


def test_a_copy_made_while_half_done_is_whole_with_its_journal(
    tmp_path: Path, path: Path, library: Library, snapshot: Callable[[Library], Any]
) -> None:
    before = snapshot(library)
    library.close()
    _killed_half_done(path)
    copy = tmp_path / "copy.dateline"
    shutil.copy(path, copy)
    shutil.copy(f"{path}-journal", f"{copy}-journal")
    again = Library.open(copy)
    assert snapshot(again) == before
    again.close()


HOLD = """
import sys
from pathlib import Path
from storage.library import Library
library = Library.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_another_process_holds_the_library_until_it_dies(path: Path, library: Library) -> None:
    library.close()
    with _start(path, HOLD) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(LibraryInUse):
            Library.open(path)
        Library.open(path, read_only=True).close()
        child.kill()
        child.wait()
    Library.open(path).close()


def test_a_second_writer_that_the_lock_did_not_keep_out_is_told_and_changes_nothing(
    path: Path, library: Library, snapshot: Callable[[Library], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("the state folder is not that of the environment")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another state"))
    second = Library.open(path)
    event = next(library.all_events())
    library.apply(confirm(event))
    before = snapshot(library)
    for write in (lambda: second.apply(set_note(event, "late")), second.undo):
        with pytest.raises(LibraryInUse, match="was changed elsewhere"):
            write()
    assert snapshot(second) == before
    second.close()
    again = Library.open(path)
    again.apply(set_note(again.event(event.id), "in time"))
    assert again.event(event.id).note == "in time"
    again.close()


def test_without_a_folder_for_locks_a_library_is_only_read(
    path: Path, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "win32":
        pytest.skip("the state folder is not that of the environment")
    library.close()
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    with pytest.raises(LibraryReadOnly, match=r"can only be read: neither “.*” takes a file"):
        Library.open(path)
    Library.open(path, read_only=True).close()


@pytest.mark.parametrize("ask", ["for", "fetchone", "fetchmany", "fetchall"])
def test_damage_in_the_middle_of_a_query_is_told_like_damage_at_its_beginning(path: Path, ask: str) -> None:
    library = Library.create(path)
    numbers = "WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number LIMIT 5000)"
    library.db.execute(f"CREATE TABLE long AS {numbers} SELECT n, hex(zeroblob(500)) FROM number")
    library.close()
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(size // 2)
        file.write(bytes(size - size // 2))
    damaged = Library.open(path, read_only=True)
    rows = damaged.db.execute("SELECT * FROM long")
    reading = {"for": lambda: list(rows), "fetchmany": lambda: rows.fetchmany(10_000), "fetchall": rows.fetchall}
    with pytest.raises(NotALibrary, match="is damaged"):
        reading.get(ask, lambda: [rows.fetchone() for _ in range(5000)])()
    damaged.close()


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/home/x/My Cases/a?b#c.dateline"), "file:///home/x/My%20Cases/a%3Fb%23c.dateline"),
        (PurePosixPath("/é.dateline"), "file:///%C3%A9.dateline"),
        (PureWindowsPath("C:\\Cases\\a.dateline"), "file:///C:/Cases/a.dateline"),
        (PureWindowsPath("\\\\server\\share\\My Cases\\a.dateline"), "file:////server/share/My%20Cases/a.dateline"),
    ],
)
def test_every_place_of_a_library_has_an_address_without_a_host(path: PurePath, uri: str) -> None:
    assert uri_of(path) == uri

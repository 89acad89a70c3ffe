"""A window that ended unexpectedly is known by its note, which nobody holds any more."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.running import Note, Running

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))


@pytest.fixture
def begin() -> Iterator[Callable[[], Running]]:
    """Notes that are taken away in the end."""
    made: list[Running] = []

    def one() -> Running:
        made.append(Running())
        return made[-1]

    yield one
    for each in made:
        each.end()


def killed(library: str) -> None:
    """A window, or what it notes, that ends in the middle of its work."""
    code = f"import os, pathlib, app.running as r; r.Running().note(pathlib.Path({library!r})); os._exit(9)"
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)
    assert done.returncode == 9


def test_the_first_start_finds_nothing(begin: Callable[[], Running]) -> None:
    running = begin()
    assert running.before is None
    assert not running.plain
    running.end()


def test_a_window_that_was_closed_leaves_nothing(begin: Callable[[], Running]) -> None:
    running = begin()
    running.note(Path("/a.dateline"))
    running.end()
    assert begin().before is None


def test_a_window_that_was_killed_is_told_with_its_library_once(begin: Callable[[], Running]) -> None:
    killed("/some/where.dateline")
    first, second = begin(), begin()
    assert first.before == Note("/some/where.dateline", 0)
    assert second.before is None
    assert not first.plain


def test_after_two_unexpected_ends_in_a_row_it_starts_plainly_until_a_window_is_closed(
    begin: Callable[[], Running],
) -> None:
    killed("/a.dateline")
    killed("/b.dateline")
    third = begin()
    assert third.plain
    assert third.before == Note("/b.dateline", 1)
    third.end()
    assert not begin().plain


def test_windows_that_are_open_are_no_unexpected_ends(begin: Callable[[], Running]) -> None:
    one = begin()
    one.note(Path("/a.dateline"))
    other = begin()
    assert other.before is None
    one.end()
    other.end()


def test_of_several_the_last_one_is_told(begin: Callable[[], Running]) -> None:
    open_one = begin()
    killed("/a.dateline")
    held = begin()
    assert held.before == Note("/a.dateline", 0)
    killed("/b.dateline")
    assert begin().before == Note("/b.dateline", 0)
    open_one.end()
    held.end()


def test_a_note_that_makes_no_sense_still_tells_of_an_end(begin: Callable[[], Running], tmp_path: Path) -> None:
    killed("/a.dateline")
    (note,) = tmp_path.rglob("running/*.json")
    note.write_text('{"library": ')
    assert begin().before == Note()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user who may not write everywhere")
def test_a_home_that_takes_no_files_is_no_trouble(begin: Callable[[], Running], tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert begin().before is None
    tmp_path.chmod(0o700)

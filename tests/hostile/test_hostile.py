"""The real `dateline import` on everything that `make.py` makes: each case is read or refused in a sentence.

`DATELINE_TEST_LARGE` adds the cases that take long.
"""

import hashlib
import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.reading.source import named
from tests.hostile.case import FAILED, PASSED, READ, SKIPPED, Case
from tests.hostile.make import every, make

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems do not have all of these names and files"
)
ROOT = Path(__file__).parents[2]
LARGE = bool(os.environ.get("DATELINE_TEST_LARGE"))
CASES = every(LARGE)
LONGEST = 7200 if LARGE else 900

# What programs say to programmers, and the words of a file that no article names.
UNKIND = re.compile(
    r"[A-Za-z](?:Error|Exception)\b|Traceback|site-packages|\.py\b|\b[Ee]rrno|0x[0-9a-f]{4}|\bNone\b|<class|\bnull\b|zlib|lxml|"
    r"pdfium|codec|Unicode|regex|expat|UTF-\d|root:"
)


@dataclass(frozen=True)
class Run:
    """What was there before, and what came of the import."""

    inputs: Path
    before: dict[str, str]
    told: dict[str, dict[str, Any]]
    done: subprocess.CompletedProcess[str]
    library: Path
    home: Path


def shown(case: Case) -> str:
    return case.name.decode("utf-8", "replace") if isinstance(case.name, bytes) else case.name


def states(folder: Path) -> dict[str, str]:
    """What a folder holds: the hash of each file, the kind of all others; nothing is followed or opened that is no file."""
    found = {}
    for path in folder.rglob("*"):
        name = str(path.relative_to(folder))
        kept = path.is_file() and not path.is_symlink()
        about = path.lstat()
        found[name] = hashlib.sha256(path.read_bytes()).hexdigest() if kept else f"{about.st_mode}"
        found[name] += f" {about.st_mode} {about.st_mtime_ns}"
    return found


def dateline(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    folders = {"HOME": home, "TMPDIR": home / "tmp", "XDG_STATE_HOME": home / "state", "XDG_CACHE_HOME": home / "cache",
               "XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config"}  # fmt: skip
    for folder in folders.values():
        folder.mkdir(parents=True, exist_ok=True)
    path = os.pathsep.join((str(ROOT), os.environ["PYTHONPATH"]))
    env = {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "PYTHONPATH": path}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments], cwd=home, env=env, capture_output=True, text=True, encoding="utf-8",
        timeout=LONGEST, check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    """One import of everything, as somebody drops a folder."""
    folder = tmp_path_factory.mktemp("hostile")
    inputs, home = folder / "inputs", folder / "home"
    inputs.mkdir()
    for case in CASES:
        make(case, inputs)
    before = states(inputs)
    library = folder / "all.dateline"
    done = dateline(home, "import", str(library), str(inputs), "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    told = {Path(line["path"]).name: line for line in lines}
    assert len(told) == len(lines)
    return Run(inputs, before, told, done, library, home)


def test_there_are_many_of_them() -> None:
    assert len(CASES) > 500
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: ascii(case.name))
def test_it_is_read_or_refused_in_a_sentence(case: Case, run: Run) -> None:
    line = run.told.get(shown(case))
    if case.fate == PASSED:
        assert line is None
        return
    assert line is not None
    fates = {READ: ("imported", "duplicate"), FAILED: ("failed",), SKIPPED: ("skipped",)}
    assert line["status"] in fates.get(case.fate, ("imported", "duplicate", "failed"))
    said = line["message"].replace(named(shown(case)), "")
    assert said.isprintable()
    assert case.words in said
    assert not UNKIND.search(said)
    assert str(run.inputs) not in said
    if line["status"] in ("failed", "skipped"):
        assert said.endswith((".", "…"))
        assert len(said) > 20


def test_nothing_goes_wrong_in_the_program(run: Run) -> None:
    assert re.fullmatch(r"dateline: \d+ articles are in a language .+\n", run.done.stderr)
    assert run.done.returncode == 1  # some could not be read
    left = [path for path in run.home.rglob("*") if path.is_file()]
    assert [path.parent.name for path in left] == ["locks"]  # and no log


def test_names_obey_no_terminal(run: Run) -> None:
    given = [str(run.inputs / name) for name in ("\x1b[31mred.txt", "new\nline.txt", "\u202etxt.exe.txt")]
    (run.inputs.parent / "\x1b[31mbad.pdf").write_bytes(b"%PDF-1.4 cut")
    bad = run.inputs.parent / "\x1b[31mbad.pdf"
    done = dateline(run.home, "import", str(run.library), *given, str(bad))
    bad.unlink()
    assert done.returncode == 1
    assert not re.search("[\x1b\u202e]", done.stdout + done.stderr)


def test_the_inputs_are_as_they_were(run: Run) -> None:
    assert states(run.inputs) == run.before


def test_nothing_but_the_library_is_left(run: Run) -> None:
    assert sorted(one.name for one in run.library.parent.iterdir()) == ["all.dateline", "home", "inputs"]


def test_the_library_is_sound(run: Run) -> None:
    with sqlite3.connect(run.library) as file:
        assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    checked = dateline(run.home, "check", str(run.library))
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout


def test_no_other_file_of_this_machine_came_in(run: Run) -> None:
    with sqlite3.connect(run.library) as file:
        texts = [text for (text,) in file.execute("SELECT text FROM articles")]
    assert len(texts) > 100
    assert not [text for text in texts if "root:" in text or "haha" in text]


SEARCHES = ('" OR NEAR(a b)', "'); DROP TABLE articles; --", "title:*", "%_", "\\", "(((", "*", "-", "AND", "NOT ^ a")


@pytest.mark.parametrize("words", SEARCHES)
def test_any_words_can_be_searched_for(words: str, run: Run) -> None:
    found = dateline(run.home, "events", str(run.library), "--json", f"--search={words}")
    assert (found.returncode, found.stderr) == (0, "")


@pytest.mark.parametrize("ending", ["csv", "json", "html", "ics"])
def test_what_was_read_can_be_exported_and_stays_words(ending: str, run: Run) -> None:
    path = run.home / f"out.{ending}"
    done = dateline(run.home, "export", str(run.library), "-o", str(path))
    assert (done.returncode, done.stderr) == (0, "")
    words = path.read_text("utf-8-sig")
    path.unlink()
    assert "Shelling" in words
    if ending == "html":
        assert "<script>alert(1)" not in words
        assert "onerror=alert" not in re.sub(r"&lt;img.*?&gt;", "", words)
    if ending == "ics":
        assert "\nSUMMARY:x" not in words
    if ending == "csv":
        import csv
        import io

        cells = [
            cell for row in csv.DictReader(io.StringIO(words)) for name, cell in row.items() if "e" not in name[:1]
        ]
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "\t", "\r"))]

"""An import that is killed at any moment: what it had told is in the library, and the next one brings the rest, once."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.check import check
from storage.library import Library

ROOT = Path(__file__).parents[3]
ARTICLES = 60
PLACES = ("Aleppo", "Homs", "Idlib", "Hama")


def write(folder: Path) -> None:
    folder.mkdir()
    for number in range(ARTICLES):
        words = f"Report {number}\n\nOn {number % 28 + 1} May 2017 rebels attacked a bridge near {PLACES[number % 4]}. "
        words += f"The mayor counted {number} lorries on the road to the {PLACES[number % 3]} market. " * (
            number % 7 + 1
        )
        (folder / f"{number:02}.txt").write_text(words, "utf-8")


def start(library: Path, folder: Path) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ["PYTHONPATH"]))}
    # few articles a transaction, so that there is more than one moment at which it can be killed
    program = "import app.commands.add as add, sys\nadd.TOGETHER = 7\nfrom app.main import main\nsys.exit(main())"
    command = [sys.executable, "-c", program, "import", str(library), str(folder), "--json"]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def names(library: Path) -> list[str]:
    """The files of which the library has an article."""
    opened = Library.open(library)
    try:
        assert check(opened) == []
        return sorted(Path(opened.article(row.id).source).name for row in opened.article_rows())
    finally:
        opened.close()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows ends processes otherwise")
def test_a_killed_import_keeps_what_it_told_and_is_completed_by_the_next(tmp_path: Path) -> None:
    folder, library = tmp_path / "articles", tmp_path / "l.dateline"
    write(folder)
    told: list[str] = []
    for lines in (1, 8, 20, 37):  # killed as soon as so many lines have come
        with start(library, folder) as running:
            assert running.stdout
            seen = [running.stdout.readline() for _ in range(lines)]
            os.kill(running.pid, signal.SIGKILL)
            seen += running.stdout.read().splitlines(keepends=True)
        told += [json.loads(line)["path"] for line in seen if line.endswith("\n")]
        there = names(library)
        assert len(set(there)) == len(there)
        assert {Path(path).name for path in told} <= set(there)
    with start(library, folder) as running:
        assert running.stdout
        outcomes = [json.loads(line) for line in running.stdout]
    assert running.returncode == 0
    assert [Path(one["path"]).name for one in outcomes] == [f"{number:02}.txt" for number in range(ARTICLES)]
    assert {one["status"] for one in outcomes} <= {"imported", "duplicate"}
    assert names(library) == [f"{number:02}.txt" for number in range(ARTICLES)]

"""Work in other processes: answers come on this thread, and a process that dies costs one file."""

import os
import time
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import crash, importing
from app.importing import Taken
from app.jobs import Import, Jobs
from app.reading.source import Source
from app.workers import WorkerDied

DEADLY = """
import os, sys, time
import network_guard
network_guard.close()
def _look(event, arguments):
    if event == "open" and str(arguments[0]).endswith("deadly.txt"):
        os._exit(7)
    if event == "open" and str(arguments[0]).endswith("endless.txt"):
        time.sleep(600)
sys.addaudithook(_look)
"""
"""What a reader might do with one file, put into every Python that is started."""


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.close()


def asked(qtbot: QtBot, jobs: Jobs, work: Any, *values: Any) -> Any:
    told: list[Any] = []
    threads: list[QThread] = []

    def answer(value: Any) -> None:
        threads.append(QThread.currentThread())
        told.append(value)

    jobs.start(work, *values, done=answer, failed=answer)
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert threads == [QThread.currentThread()]
    return told[0]


def test_the_value_of_the_work_comes_back(qtbot: QtBot, jobs: Jobs) -> None:
    assert asked(qtbot, jobs, sorted, "cab") == ["a", "b", "c"]
    assert asked(qtbot, jobs, os.getpid) != os.getpid()


def test_what_the_work_raises_comes_back(qtbot: QtBot, jobs: Jobs) -> None:
    assert isinstance(asked(qtbot, jobs, int, "x"), ValueError)


def test_after_a_process_has_died_others_go_on(qtbot: QtBot, jobs: Jobs) -> None:
    assert isinstance(asked(qtbot, jobs, os._exit, 7), WorkerDied)
    assert asked(qtbot, jobs, sorted, "ba") == ["a", "b"]


def test_work_that_waits_when_another_dies_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    """Each is answered once, and what is started from an answer is not lost with the processes before it."""
    told: list[str] = []

    def failed(name: str) -> None:
        told.append(name)
        if name == "first":
            jobs.start(sorted, "ba", done=lambda _: told.append("again"), failed=lambda _: told.append("lost"))

    for name in ("first", "second", "third"):
        jobs.start(os._exit, 7, done=told.append, failed=lambda _, name=name: failed(name))
    qtbot.waitUntil(lambda: len(told) == 4, timeout=30_000)
    assert sorted(told) == ["again", "first", "second", "third"]


def test_an_answer_that_goes_wrong_keeps_no_other_back(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(crash, "_tellers", [])
    told: list[int] = []

    def wrong(value: int) -> None:
        told.append(value)
        raise ValueError("x")

    asked = [
        jobs.start(abs, -1, done=wrong, failed=told.append),
        jobs.start(int, "x", done=told.append, failed=lambda _: wrong(2)),
        jobs.start(abs, -3, done=told.append, failed=told.append),
    ]
    wait(asked)  # so that all are told in one go
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told == [1, 2, 3]
    assert capsys.readouterr().err.count("Something went wrong inside Dateline") == 2


class Followed:
    """What an import tells."""

    def __init__(self, qtbot: QtBot, jobs: Jobs, inputs: list[str | Source]) -> None:
        self.taken: list[Taken] = []
        self.progress: list[tuple[int, int, str]] = []
        self.running = Import(jobs, inputs)
        self.running.taken.connect(self.taken.append)
        self.running.progressed.connect(lambda *told: self.progress.append(told))
        self.qtbot = qtbot

    def run(self) -> "Followed":
        with self.qtbot.waitSignal(self.running.finished, timeout=60_000):
            self.running.start()
        return self


def files(folder: Path, names: str | list[str]) -> list[str | Source]:
    for name in names:
        (folder / f"{name}.txt").write_text(f"Talks {name} began in Geneva on 3 May 2017.\n")
    return [str(folder / f"{name}.txt") for name in names]


def test_an_import_reads_files_folders_and_words(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    files(tmp_path / "folder", "ab")
    inputs = [
        str(tmp_path / "folder"),
        Source("", b"Talks began in Astana."),
        "https://x.example/a",
        str(tmp_path / "no"),
    ]
    told = Followed(qtbot, jobs, inputs).run()
    assert {one.name: bool(one.trouble) for one in told.taken} == {
        "a.txt": False,
        "b.txt": False,
        "": False,
        "https://x.example/a": True,
        "no": True,
    }
    assert told.progress[0] == (0, 5, "")
    assert [done for done, _, _ in told.progress] == list(range(6))


@pytest.fixture
def deadly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(DEADLY)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "python"), prepend=os.pathsep)


@pytest.mark.usefixtures("deadly")
def test_a_file_that_ends_its_process_is_the_only_one_lost(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    told = Followed(qtbot, jobs, files(tmp_path, ["a", "b", "deadly", "c", "d", "e"])).run()
    assert sorted(one.name for one in told.taken) == ["a.txt", "b.txt", "c.txt", "d.txt", "deadly.txt", "e.txt"]
    assert [(one.name, one.trouble) for one in told.taken if one.trouble] == [
        (
            "deadly.txt",
            "“deadly.txt” could not be read: its reader stopped in the middle. Save its words as text and try again.",
        )
    ]


def test_a_cancelled_import_finishes_what_is_at_hand(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    told = Followed(qtbot, jobs, files(tmp_path, [str(number) for number in range(40)]))
    told.running.taken.connect(told.running.cancel)
    told.run()
    assert 1 <= len(told.taken) < 40
    assert told.running.cancelled


@pytest.mark.usefixtures("deadly")
def test_a_file_that_takes_too_long_is_the_only_one_lost(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "LONGEST", 10.0)
    told = Followed(qtbot, jobs, files(tmp_path, ["a", "endless", "b", "c"])).run()
    assert sorted(one.name for one in told.taken) == ["a.txt", "b.txt", "c.txt", "endless.txt"]
    assert [one.trouble for one in told.taken if one.trouble] == [
        "“endless.txt” could not be read: its reading took too long. Save its words as text and try again."
    ]


@pytest.mark.usefixtures("deadly")
def test_a_cancelled_import_does_not_wait_for_a_file_without_end(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    told = Followed(qtbot, jobs, files(tmp_path, ["endless", "a"]))
    told.running.progressed.connect(lambda *_: told.running.cancel())
    told.run()  # its own limit is below that of a file
    assert "endless.txt" not in [one.name for one in told.taken]


def test_an_import_goes_on_whatever_those_who_hear_of_it_raise(
    qtbot: QtBot, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "_tellers", [])
    told = Followed(qtbot, jobs, [str(tmp_path / "no"), *files(tmp_path, "abcdef")])

    def wrong(_taken: Taken) -> None:
        raise ValueError("x")

    told.running.taken.connect(wrong)
    with qtbot.captureExceptions():
        told.run()
    assert len(told.taken) == 7
    assert told.progress[-1][:2] == (7, 7)


def test_what_came_at_the_same_time_is_told_before_the_end(qtbot: QtBot, jobs: Jobs, tmp_path: Path) -> None:
    told = Followed(qtbot, jobs, files(tmp_path, "abcdefgh"))
    told.running.taken.connect(lambda _: time.sleep(0.2))  # meanwhile others are read
    told.run()
    assert len(told.taken) == 8


def test_after_closing_work_begins_anew(qtbot: QtBot, jobs: Jobs) -> None:
    jobs.start(time.sleep, 600, done=print, failed=print)
    jobs.close()
    assert asked(qtbot, jobs, sorted, "ba") == ["a", "b"]

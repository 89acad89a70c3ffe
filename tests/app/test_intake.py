"""What an import tells at its end."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.intake import Intake
from app.jobs import Jobs
from app.reading.source import Source
from app.session import Session
from storage.library import Library
from tests.app.serving import Server
from widgets.import_bar import ImportBar
from widgets.report import Report

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def report(qtbot: QtBot) -> Report:
    made = Report()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def session(qapp: QApplication, path: Path) -> Iterator[Session]:
    made = Session(qapp)
    made.open(Library.open(path))
    yield made
    made.open(None)


@pytest.fixture
def intake(qtbot: QtBot, qapp: QApplication, report: Report, session: Session) -> Iterator[Intake]:
    jobs, bar = Jobs(qapp), ImportBar()
    qtbot.addWidget(bar)
    yield Intake(session, jobs, bar, report)
    jobs.close()


TABLES = {
    "all is well": ({"text": "Talks began in Geneva.", "published": "2017-05-03"}, ""),
    "a day that is none": (
        {"text": "Talks began in Geneva.", "published": "soon"},
        "The column “published” of “t.jsonl” has no date like 2016-12-17 in row 1.",
    ),
}


@pytest.mark.parametrize(("row", "told"), TABLES.values(), ids=TABLES)
def test_a_table_of_which_a_part_was_not_read_is_told(
    qtbot: QtBot, intake: Intake, report: Report, row: dict[str, str], told: str
) -> None:
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        intake.take([Source("t.jsonl", json.dumps(row).encode())])
    assert report.isVisible() == bool(told)
    assert told in report.text()


def write(folder: Path, number: int) -> list[str]:
    folder.mkdir(exist_ok=True)
    for one in range(number):
        (folder / f"{one:02}.txt").write_text(f"Talks number {one} began in Geneva on {one % 28 + 1} May 2017.\n")
    return [str(folder / f"{one:02}.txt") for one in range(number)]


def run(qtbot: QtBot, intake: Intake, inputs: list[str]) -> None:
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        intake.take(inputs)


def test_a_drop_is_one_step_of_undo_and_known_again_when_it_is_dropped_once_more(
    qtbot: QtBot, intake: Intake, session: Session, report: Report, tmp_path: Path
) -> None:
    assert session.library
    before, paths = session.library.counts().articles, write(tmp_path / "drop", 30)
    run(qtbot, intake, paths)
    assert session.library.counts().articles == before + 30
    assert session.library.undo_name == "Add 30 articles"
    Path(paths[0]).write_text("Rebels attacked a convoy near Idlib on 3 June 2017.\n")
    run(qtbot, intake, paths)
    assert session.library.counts().articles == before + 31
    assert report.text().count("in the library already") == 29
    session.undo()
    assert session.library.counts().articles == before + 30
    session.undo()
    assert session.library.counts().articles == before


def test_what_failed_is_read_again_and_the_report_keeps_the_rest(
    qtbot: QtBot, intake: Intake, report: Report, tmp_path: Path
) -> None:
    good, bad = write(tmp_path / "drop", 2)
    Path(bad).write_bytes(b"")
    run(qtbot, intake, [good, bad])
    assert "01.txt: “01.txt” is empty" in report.text()
    Path(bad).write_text("Talks began in Vienna on 3 May 2017.\n")
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        report.again_requested.emit((bad,))
    lines = report.text().splitlines()
    assert [line.partition(":")[0] for line in lines] == ["00.txt", "01.txt"]
    assert "empty" not in report.text()


def test_this_computer_is_asked_for_a_page_only_if_the_user_says_so(
    qtbot: QtBot, intake: Intake, session: Session, report: Report, server: Server
) -> None:
    assert session.library
    before, address = session.library.counts().articles, server.add("/convoy")
    run(qtbot, intake, [address])
    assert "is this computer (127.0.0.1)" in report.text()
    assert (server.asked, session.library.counts().articles) == ([], before)
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        report.again_requested.emit((address,))  # to try again is no yes
    assert server.asked == []
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        report.allowed.emit(address)
    assert [path for path, _ in server.asked] == ["/convoy"]
    assert session.library.counts().articles == before + 1
    run(qtbot, intake, [address])  # the answer was about that one time
    assert len(server.asked) == 1


def test_a_page_that_was_not_there_is_fetched_when_it_is_tried_again(
    qtbot: QtBot, intake: Intake, session: Session, report: Report, server: Server
) -> None:
    address = server.address("/convoy")
    run(qtbot, intake, [address])
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        report.allowed.emit(address)
    assert "has no such page (404)" in report.text()
    server.add("/convoy")
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        report.again_requested.emit((address,))  # it was allowed already
    assert "404" not in report.text()
    assert session.library
    assert session.library.undo_name.startswith("Add")


def test_what_was_cancelled_is_told_and_goes_on_and_what_is_undone_is_said(
    qtbot: QtBot, intake: Intake, session: Session, report: Report, tmp_path: Path
) -> None:
    assert session.library
    before, paths = session.library.counts().articles, write(tmp_path / "drop", 60)
    session.changed.connect(intake.cancel)  # when the first are there
    run(qtbot, intake, paths)
    session.changed.disconnect(intake.cancel)
    read = session.library.counts().articles - before
    assert 0 < read < 60
    assert report.isVisible()
    assert f"{read} imported. Stopped: {60 - read} files were not read" in summary_of(report)
    with qtbot.waitSignal(intake.finished, timeout=60_000):
        report.go_on_requested.emit()
    assert session.library.counts().articles == before + 60
    assert summary_of(report) == "60 imported"
    session.undo()
    assert summary_of(report) == "60 imported (in part undone since then)"
    session.undo()
    assert summary_of(report) == "60 imported (undone since then)"
    session.redo()
    session.redo()
    assert summary_of(report) == "60 imported"


def summary_of(report: Report) -> str:
    return next(part.text() for part in report.findChildren(QLabel) if "imported" in part.text())

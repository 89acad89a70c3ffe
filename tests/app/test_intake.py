"""What an import tells at its end."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.intake import Intake
from app.jobs import Jobs
from app.reading.source import Source
from app.session import Session
from storage.library import Library
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
def intake(qtbot: QtBot, qapp: QApplication, report: Report, path: Path) -> Iterator[Intake]:
    session, jobs, bar = Session(qapp), Jobs(qapp), ImportBar()
    qtbot.addWidget(bar)
    session.open(Library.open(path))
    yield Intake(session, jobs, bar, report)
    jobs.close()
    session.open(None)


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

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from storage.model import Fate
from widgets.import_bar import ImportBar, pace
from widgets.report import Outcome, Report, Undone, summary

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

OUTCOMES = (
    Outcome("a.html", Fate.IMPORTED, "9 events"),
    Outcome("b.html", Fate.DUPLICATE, "Already here as “Evacuation stalls”."),
    Outcome("c.pdf", Fate.FAILED, "The file is locked with a password."),
)


@pytest.mark.parametrize(
    ("outcomes", "text"),
    [
        ((), "Nothing to import"),
        (OUTCOMES, "1 imported, 1 could not be read, 1 already there"),
        (OUTCOMES[:1] * 1200 + OUTCOMES[1:2] * 2, "1,200 imported, 2 already there"),
        ((Outcome("x", Fate.SKIPPED),), "1 skipped"),
    ],
)
def test_the_summary_counts_what_became_of_the_inputs(outcomes: tuple[Outcome, ...], text: str) -> None:
    assert summary(outcomes) == text


def test_the_report_begins_with_what_failed_and_can_be_copied(qtbot: QtBot, qapp: QApplication) -> None:
    report = Report()
    qtbot.addWidget(report)
    report.set_outcomes(OUTCOMES)
    report.resize(900, 200)
    report.grab()
    assert report.text().splitlines()[0] == "c.pdf: The file is locked with a password."
    copy = next(part for part in report.findChildren(QPushButton) if part.text() == "Copy the list")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert qapp.clipboard().text() == report.text()


def test_a_file_that_failed_can_be_read_again_by_mouse_keyboard_or_with_all_others(qtbot: QtBot) -> None:
    report = Report()
    qtbot.addWidget(report)
    failed = [Outcome(f"{name}.pdf", Fate.FAILED, "It is not there any more.", f"/cases/{name}.pdf") for name in "ab"]
    report.set_outcomes([*OUTCOMES[:2], *failed], "One article is in another language.")
    report.resize(900, 240)
    report.show()
    rows = report.list
    row = rows.visualRect(rows.model().index(1, 0))
    with qtbot.waitSignal(report.again_requested, check_params_cb=lambda paths: paths == ("/cases/b.pdf",)):
        qtbot.mouseClick(
            rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center() + QPoint(row.width() // 2 - 30, 0)
        )
    with qtbot.assertNotEmitted(report.again_requested):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    rows.setCurrentIndex(rows.model().index(0, 0))
    with qtbot.waitSignal(report.again_requested, check_params_cb=lambda paths: paths == ("/cases/a.pdf",)):
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    both = next(part for part in report.findChildren(QPushButton) if part.text() == "Try all again")
    with qtbot.waitSignal(report.again_requested, check_params_cb=lambda paths: len(paths) == 2):
        qtbot.mouseClick(both, Qt.MouseButton.LeftButton)
    assert report.text().endswith("One article is in another language.")


def test_what_must_be_allowed_first_is_allowed_one_by_one(qtbot: QtBot) -> None:
    report = Report()
    qtbot.addWidget(report)
    why = "It leads to 127.0.0.1."
    asking = [Outcome(f"http://{name}.example", Fate.FAILED, why, f"http://{name}.example", asks=True) for name in "ab"]
    report.set_outcomes(asking)
    report.resize(900, 240)
    report.show()
    assert not [part for part in report.findChildren(QPushButton) if "Try all" in part.text() and part.isVisible()]
    rows = report.list
    rows.setCurrentIndex(rows.model().index(1, 0))
    with qtbot.assertNotEmitted(report.again_requested), qtbot.waitSignal(report.allowed) as told:
        qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert told.args == ["http://b.example"]


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (10, 100, 1.0, ""),
        (0, 100, 60.0, ""),
        (100, 100, 60.0, ""),
        (100, 1000, 10.0, "10 a second · about 90 s left"),
        (100, 700, 10.0, "10 a second · about 60 s left"),
        (10, 20, 60.0, "10 a minute · about 60 s left"),
        (1000, 2000, 50.0, "20 a second · about 50 s left"),
        (10, 10_000, 10.0, "60 a minute · about 3 h left"),
    ],
)
def test_rate_and_time_left_are_told_once_they_are_known(done: int, total: int, seconds: float, told: str) -> None:
    assert pace(done, total, seconds) == told


def test_the_report_is_closed_by_whoever_shows_it(qtbot: QtBot) -> None:
    report = Report()
    qtbot.addWidget(report)
    close = next(part for part in report.findChildren(QToolButton) if part.accessibleName() == "Close the report")
    with qtbot.waitSignal(report.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def test_progress_is_told_in_numbers_and_cancelling_once_is_enough(qtbot: QtBot) -> None:
    bar = ImportBar()
    qtbot.addWidget(bar)
    bar.start()
    assert "Looking for articles" in [part.text() for part in bar.findChildren(QLabel)]
    bar.set_progress(123, 1000, "/cases/a.html")
    assert "123 of 1,000" in [part.text() for part in bar.findChildren(QLabel)]
    assert bar.findChild(QProgressBar).value() == 123
    cancel = bar.findChild(QPushButton)
    with qtbot.waitSignal(bar.cancel_requested):
        qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    assert not cancel.isEnabled()
    bar.start()
    assert cancel.isEnabled()


def test_the_report_says_what_was_left_and_what_was_undone(qtbot: QtBot) -> None:
    report = Report()
    qtbot.addWidget(report)
    report.set_outcomes(OUTCOMES, left=1280)
    report.show()
    told = [part for part in report.findChildren(QLabel) if "imported" in part.text()]
    assert told[0].text() == "1 imported, 1 could not be read, 1 already there. Stopped: 1,280 files were not read"
    go_on = next(part for part in report.findChildren(QPushButton) if part.text() == "Go on")
    with qtbot.waitSignal(report.go_on_requested):
        qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    report.set_outcomes(OUTCOMES)
    assert not go_on.isVisible()
    report.set_undone(Undone.ALL)
    assert told[0].text() == "1 imported (undone since then), 1 could not be read, 1 already there"
    report.set_undone(Undone.NOT)
    assert told[0].text() == "1 imported, 1 could not be read, 1 already there"
    assert [line.partition(":")[0] for line in report.text().splitlines()] == ["c.pdf", "a.html", "b.html"]

"""What is given on the command line is shown once the window was painted."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import crash, desktop
from app.window import Window

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    monkeypatch.setattr(crash, "_tellers", [])
    monkeypatch.setattr(desktop, "WARM_UP_MS", 0)
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def started(qtbot: QtBot, qapp: QApplication, *files: str) -> Window:
    window = desktop.start(qapp, files)
    qtbot.addWidget(window)
    assert window.timeline is None, "it is not loaded before the window is seen"
    window.show()
    qtbot.waitUntil(lambda: window.timeline is not None, timeout=30_000)
    return window


def test_a_library_that_is_named_is_open(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    window = started(qtbot, qapp, str(path))
    qtbot.waitUntil(lambda: window.session.path == path)
    assert window.windowTitle() == "Aleppo 2016 – Dateline"
    assert window.timeline
    assert window.timeline.lane_view.index.count == 4


def test_articles_are_added_to_the_library_that_is_named_with_them(
    qtbot: QtBot, qapp: QApplication, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (path.parent / "a.txt").write_text("Talks began in Geneva on 3 May 2017.\n")
    monkeypatch.chdir(path.parent)
    window = started(qtbot, qapp, path.name, "a.txt", "http://127.0.0.1:9/a.html")
    qtbot.waitUntil(window.report.isVisible, timeout=30_000)
    assert window.session.library
    assert window.session.library.counts().articles == 3
    assert "“127.0.0.1” is this computer" in window.report.text()


def test_mistakes_are_told_in_the_window(qtbot: QtBot, qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> None:
    window = started(qtbot, qapp)
    crash.report(RuntimeError("words of an article"))
    assert str(crash.log_path()) in window.notice.text()
    assert "words of" not in window.notice.text() + capsys.readouterr().err


def test_mistakes_in_other_threads_are_told_by_the_thread_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    window = started(qtbot, qapp)
    thread = threading.Thread(target=lambda: 1 // 0)
    thread.start()
    thread.join()
    assert str(crash.log_path()) not in window.notice.text(), "this thread has not come to it yet"
    qtbot.waitUntil(lambda: str(crash.log_path()) in window.notice.text())


def test_a_start_without_a_file_opens_the_library_that_was_open_last(
    qtbot: QtBot, qapp: QApplication, path: Path
) -> None:
    first = started(qtbot, qapp, str(path))
    qtbot.waitUntil(lambda: first.session.path == path)
    first.close()
    second = started(qtbot, qapp)
    qtbot.waitUntil(lambda: second.session.path == path)
    third = started(qtbot, qapp)
    qtbot.wait(50)
    assert third.session.path is None, "another window shows it"
    second.close()
    path.unlink()
    fourth = started(qtbot, qapp)
    qtbot.wait(50)
    assert fourth.session.path is None
    assert not fourth.notice.isVisible()


def test_a_library_that_a_drop_makes_is_named_with_its_place(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks began in Geneva on 3 May 2017.\n")
    window = started(qtbot, qapp)
    window.take([str(tmp_path / "a.txt")])
    path = window.session.path
    assert path is not None
    assert "“Timeline”" in window.notice.text()
    assert path.parent.name in window.notice.text()
    qtbot.waitUntil(lambda: not window.intake.busy, timeout=30_000)

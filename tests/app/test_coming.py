"""What comes to a window from outside: who rings, files of the desktop, signals, and what an unexpected end left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import coming, crash, desktop, door
from app.running import Running
from app.window import Window
from storage.library import Library
from storage.lock import is_open_elsewhere

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.qt_log_ignore("This plugin does not support"),
    pytest.mark.skipif(os.name == "nt", reason="signals and homes are those of Unix"),
]


@pytest.fixture(autouse=True)
def own_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert home.is_dir()
    monkeypatch.setattr(crash, "_tellers", [])
    hooks = sys.excepthook
    handlers = {name: signal.getsignal(getattr(signal, name)) for name in coming.ENDS}
    yield
    sys.excepthook = hooks
    signal.set_wakeup_fd(-1)
    for name, handler in handlers.items():
        signal.signal(getattr(signal, name), handler)


@pytest.fixture
def begin() -> Iterator[Callable[[], Running]]:
    """Notes of windows of the test, which are taken away in the end."""
    made: list[Running] = []

    def one() -> Running:
        made.append(Running())
        return made[-1]

    yield one
    for each in made:
        each.end()


def started(qtbot: QtBot, qapp: QApplication, *files: str, running: Running | None = None) -> Window:
    window = desktop.start(qapp, files, running)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.timeline is not None, timeout=30_000)
    return window


def program(*files: str | Path) -> "subprocess.Popen[str]":
    """Dateline in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "app", *map(str, files)], env=environment, stderr=subprocess.PIPE, text=True
    )


def wait_until_open(path: Path) -> None:
    until = time.monotonic() + 60
    while not is_open_elsewhere(path) or not any(path.name in note.read_text() for note in notes()):
        assert time.monotonic() < until, "the window did not open the library"
        time.sleep(0.05)


def notes() -> Iterator[Path]:
    return Path(os.environ["HOME"]).rglob("running/*.json")


def test_a_second_start_with_the_same_library_brings_its_window_to_the_front(
    qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path
) -> None:
    window = started(qtbot, qapp, str(path))
    qtbot.waitUntil(lambda: window.session.path == path)
    window.showMinimized()
    (tmp_path / "more.txt").write_text("Talks began in Geneva on 3 May 2017.\n")
    second = program(path, tmp_path / "more.txt")
    qtbot.waitUntil(
        lambda: bool(window.session.library and window.session.library.counts().articles == 3), timeout=60_000
    )
    assert second.wait(30) == 0
    second.communicate()
    assert not window.isMinimized()


def test_nobody_answers_for_a_library_that_is_not_open(path: Path) -> None:
    assert not door.ring(path)


def test_a_window_that_hangs_is_not_waited_for_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "PATIENCE", 0.2)
    folder = door._door(path)
    folder.mkdir(parents=True)
    assert not door.ring(path)
    assert not list(folder.iterdir())


HANDED_OVER = """
import sys
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QFileOpenEvent
from app import desktop
application = desktop.make_application()
window = desktop.start(application, [])
def later():
    if window.timeline is None:
        return
    clock.stop()
    print(window.session.path, flush=True)
    application.sendEvent(application, QFileOpenEvent(sys.argv[2]))
    print(window.session.path, window.session.library.counts().articles, flush=True)
    application.exit()
application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile(sys.argv[1])))
clock = QTimer(interval=10)
clock.timeout.connect(later)
clock.start()
window.show()
application.exec()
"""


def test_files_that_the_desktop_hands_over_are_taken_the_first_as_well(path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", HANDED_OVER, str(path), str(path)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout.splitlines() == [str(path), f"{path} 2"], done.stderr


def test_another_library_gets_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "Other.dateline"
    Library.create(other).close()
    asked: list[list[str]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda program, arguments: asked.append([program, *arguments]))
    window = started(qtbot, qapp, str(path))
    qtbot.waitUntil(lambda: window.session.path == path)
    window.findChild(coming.Coming).take([str(other)])
    assert window.session.path == path
    assert asked == [[*coming.itself(), str(other)]]


def test_articles_make_the_library_that_is_named_with_them(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks began in Geneva on 3 May 2017.\n")
    window = started(qtbot, qapp, str(tmp_path / "New.dateline"), str(tmp_path / "a.txt"))
    qtbot.waitUntil(lambda: bool(window.session.library and window.session.library.counts().articles), timeout=30_000)
    assert window.session.path == tmp_path / "New.dateline"


def test_a_library_that_is_not_there_is_told_and_not_made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    window = started(qtbot, qapp, str(tmp_path / "Tpyo.dateline"))
    qtbot.waitUntil(lambda: "Tpyo" in window.notice.text())
    nowhere = tmp_path / "nowhere" / "New.dateline"
    window.take([str(nowhere), str(ROOT / "README.md")])
    assert "there is no folder" in window.notice.text()
    assert not list(tmp_path.rglob("*.dateline")), "nor is a folder"


def test_after_an_unexpected_end_the_library_is_open_again(
    qtbot: QtBot, qapp: QApplication, path: Path, begin: Callable[[], Running]
) -> None:
    first = program(path)
    wait_until_open(path)
    first.kill()
    first.communicate()
    window = started(qtbot, qapp, running=begin())
    qtbot.waitUntil(lambda: window.session.path == path)
    assert "ended unexpectedly" in window.notice.text()


def test_a_signal_closes_the_window_in_order(path: Path, begin: Callable[[], Running]) -> None:
    first = program(path)
    wait_until_open(path)
    first.send_signal(signal.SIGTERM)
    said = first.communicate(timeout=30)[1]
    assert first.returncode == 0
    assert "Traceback" not in said
    assert "QBackingStore" not in said
    assert begin().before is None


def test_after_two_unexpected_ends_nothing_is_opened_but_offered(
    qtbot: QtBot, qapp: QApplication, path: Path, begin: Callable[[], Running]
) -> None:
    for _ in range(2):
        first = program(path)
        wait_until_open(path)
        first.kill()
        first.communicate()
    window = started(qtbot, qapp, running=begin())
    qtbot.waitUntil(lambda: "several times in a row" in window.notice.text())
    assert window.session.path is None
    window.notice._action.click()
    assert window.session.path == path


def test_how_a_library_is_looked_at_is_kept_while_it_is_open(qtbot: QtBot, qapp: QApplication, path: Path) -> None:
    window = started(qtbot, qapp, str(path))
    qtbot.waitUntil(lambda: window.session.path == path)
    window.session.set_lanes("place")
    window.remember()
    copy = path.with_name("Copy.dateline")
    copy.write_bytes(path.read_bytes())
    other = Library.open(copy)
    assert other.recall("view")["lanes"] == "place"
    other.close()

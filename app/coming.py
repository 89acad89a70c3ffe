"""What comes to an open window from outside: files that the desktop hands over, others who ring, signals that end it."""

import os
import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.door import Door
from app.libraries import ENDING
from app.window import Window

ENDS = ("SIGINT", "SIGTERM", "SIGHUP")


class Coming(QObject):
    """Belongs to its window, and lets it take what comes."""

    def __init__(self, application: QApplication, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._door = Door(self)
        self._door.rung.connect(self._rung)
        window.session.opened.connect(self._open_door)
        application.aboutToQuit.connect(lambda: self._door.open_for(None))
        self._end_in_order()

    def take(self, inputs: Sequence[str]) -> None:
        """Take files that are meant for Dateline, not for this window: another library gets a window of its own."""
        here = self._window.session.path
        libraries = [one for one in inputs if one.lower().endswith(ENDING)]
        if libraries and here is not None and os.path.realpath(libraries[0]) != os.path.realpath(here):
            program, *arguments = itself()
            QProcess.startDetached(program, [*arguments, *inputs])
            return
        come_to_front(self._window)
        self._window.take(inputs)

    def _rung(self, inputs: list[str]) -> None:
        come_to_front(self._window)
        if inputs:
            self._window.take(inputs)

    def _open_door(self) -> None:
        library = self._window.session.library
        self._door.open_for(library.path if library and not library.read_only else None)

    def _end_in_order(self) -> None:
        """Ctrl+C in the terminal and the end of the desktop's session close the window as its user would."""
        if os.name == "nt":
            return  # Windows tells its programs otherwise, and Qt hears it
        read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        signal.set_wakeup_fd(self._write)
        # a signal may come in the middle of anything, such as a paint; the window is closed after it
        for name in ENDS:
            signal.signal(getattr(signal, name), lambda *_: QTimer.singleShot(0, self._window.close))
        # Python hears of signals when it has its turn, which it gets when something is to be read here
        notifier = QSocketNotifier(read, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: os.read(read, 64))


def come_to_front(window: Window) -> None:
    """Also out of the dock or from behind others."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()


def itself() -> list[str]:
    """How this program is started once more."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]

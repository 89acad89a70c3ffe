"""The application with its window: what must happen before it is shown, and what waits until it was painted."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app import crash
from app.timing import time_start
from app.window import Window
from widgets.current import NAME, current_theme

WARM_UP_MS = 1500
"""After so long a worker process is made ready: the first drop should not wait for it."""


class _Herald(QObject):
    """Brings what is told in any thread to that of the window."""

    heard = Signal(str)


def open_window(files: Sequence[str], timed: bool = False) -> int:
    """Open the window with a library and articles; returns when it is closed. A timed start tells its work and ends."""
    application = make_application()
    window = start(application, files)
    if timed:
        time_start(window)
    window.show()
    return application.exec()


def make_application() -> QApplication:
    """The one QApplication, named as the desktop knows it."""
    QApplication.setApplicationName("dateline")
    QApplication.setApplicationDisplayName("Dateline")
    QApplication.setDesktopFileName("dateline")
    application = QApplication(["dateline", *sys.argv[1:]])
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it; everything is saved already
    return application


def start(application: QApplication, files: Sequence[str]) -> Window:
    """A window that is furnished, and will show these files, once it has been painted."""
    window = Window(furnished=False)
    application.setProperty(NAME, _theme_name(window.told.theme))
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: _furnish(application, window, files)))
    return window


def _theme_name(chosen: str) -> str:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return chosen if chosen != "system" else "dark" if dark else "light"


def _furnish(application: QApplication, window: Window, files: Sequence[str]) -> None:
    from widgets.fonts import add_fonts
    from widgets.icons import program_icon
    from widgets.theme import apply_theme

    add_fonts()
    apply_theme(application, current_theme())
    window.furnish()
    application.setWindowIcon(program_icon())
    application.styleHints().colorSchemeChanged.connect(lambda: _follow_system(application, window))
    herald = _Herald(window)
    herald.heard.connect(window.notice.tell)
    crash.install(herald.heard.emit)
    QTimer.singleShot(0, lambda: _go_on(window, files))


def _go_on(window: Window, files: Sequence[str]) -> None:
    from app.importing import ADDRESSES

    window.add_timeline()
    if files:
        window.take([file if file.startswith(ADDRESSES) else str(Path(file).absolute()) for file in files])
    QTimer.singleShot(WARM_UP_MS, window.jobs.warm_up)


def _follow_system(application: QApplication, window: Window) -> None:
    from widgets.theme import apply_theme, system_theme

    if window.libraries.settings.theme == "system":
        apply_theme(application, system_theme())
        window.panes.refresh()

"""The application with its window: what must happen before it is shown, and what waits until it was painted."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app import crash, lean
from app.running import Running
from app.timing import time_start
from app.window import Window
from widgets.current import NAME, current_theme

if TYPE_CHECKING:
    from app.coming import Coming

ENDING = ".dateline"
WARM_UP_MS = 1500
"""After so long a worker process is made ready: the first drop should not wait for it."""


class _Herald(QObject):
    """Brings what is told in any thread to that of the window."""

    heard = Signal(str)


class Application(QApplication):
    """On macOS the files that are opened in the Finder come as events, the first ones as well."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.early: list[str] = []
        """Files that came before there was anyone to take them."""
        self.take: Callable[[list[str]], None] = self.early.extend

    def event(self, event: QEvent) -> bool:
        """Hand on a file or address; all else is Qt's."""
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            self.take([event.file() or event.url().toString()])
            return True
        return super().event(event)


def open_window(files: Sequence[str], timed: bool = False) -> int:
    """Open the window with a library and articles; returns when it is closed. A timed start tells its work and ends.

    A library that a window shows already brings that window to the front instead.
    """
    files = [_whole(file) for file in files]
    if _is_shown_elsewhere(files):
        return 0
    running = Running()
    if running.plain:
        from app.coming_back import leave_graphics_alone

        leave_graphics_alone()
    application = make_application()
    window = start(application, files, running)
    if timed:
        time_start(window)
    window.show()
    code = application.exec()
    running.end()
    return code


def _whole(file: str) -> str:
    return file if "://" in file else str(Path(file).absolute())


def _is_shown_elsewhere(files: Sequence[str]) -> bool:
    library = next((Path(file) for file in files if file.lower().endswith(ENDING)), None)
    if library is None or not library.exists():
        return False
    from app.door import ring
    from storage.lock import is_open_elsewhere

    return is_open_elsewhere(library) and ring(library, [file for file in files if file != str(library)])


def make_application() -> QApplication:
    """The one QApplication, named as the desktop knows it."""
    QApplication.setApplicationName("Dateline")  # X11 makes it the class of its windows
    QApplication.setApplicationDisplayName("Dateline")
    QApplication.setDesktopFileName("dateline")
    return Application(["dateline", *sys.argv[1:]])


def start(application: QApplication, files: Sequence[str], running: Running | None = None) -> Window:
    """A window that is furnished, and will show these files, once it has been painted."""
    window = Window(furnished=False, plain=running is not None and running.plain)
    application.setProperty(NAME, _theme_name(window.told.theme))
    window.painted.connect(lambda: QTimer.singleShot(0, lambda: _furnish(application, window, files, running)))
    return window


def _theme_name(chosen: str) -> str:
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return chosen if chosen != "system" else "dark" if dark else "light"


def _furnish(application: QApplication, window: Window, files: Sequence[str], running: Running | None) -> None:
    from app.coming import Coming
    from widgets.fonts import add_fonts
    from widgets.icons import program_icon
    from widgets.theme import finish_theme, prepare_theme

    add_fonts()
    prepare_theme(application, current_theme())
    window.furnish()
    finish_theme(application, current_theme())
    application.setWindowIcon(program_icon())
    application.styleHints().colorSchemeChanged.connect(lambda: _follow_system(application, window))
    herald = _Herald(window)
    herald.heard.connect(window.notice.tell)
    crash.install(herald.heard.emit)
    coming = Coming(application, window)
    QTimer.singleShot(0, lambda: _go_on(application, window, coming, files, running))


def _go_on(
    application: QApplication, window: Window, coming: "Coming", files: Sequence[str], running: Running | None
) -> None:
    from app.coming_back import come_back, keep_noted

    window.add_timeline()
    lean.end()
    if isinstance(application, Application):
        files, application.take = [*files, *application.early], coming.take
    if running is not None:
        keep_noted(window, running)
    if files:
        window.take(files)
    else:
        come_back(window, running)
    QTimer.singleShot(WARM_UP_MS, window.jobs.warm_up)


def _follow_system(application: QApplication, window: Window) -> None:
    from widgets.theme import apply_theme, system_theme

    if window.libraries.settings.theme == "system":
        apply_theme(application, system_theme())
        window.panes.refresh()

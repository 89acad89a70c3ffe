"""A start without a file opens what was open last, also after an unexpected end, unless that may be what ends it."""

import os
from pathlib import Path

from PySide6.QtCore import QTimer

from app.running import Running
from app.window import Window

KEEP_MS = 10_000
"""So often it is kept what is looked at: what an unexpected end can take is less than this."""

PLAINLY = {
    "LIBGL_ALWAYS_SOFTWARE": "1",
    "QT_XCB_GL_INTEGRATION": "none",
    "QT_WIDGETS_RHI": "0",
    "QT_OPENGL": "software",
}
"""What keeps Qt from the graphics card, as its documentation and that of Mesa name it."""


def leave_graphics_alone() -> None:
    """Call before there is an application; what the user has set is kept."""
    for name, value in PLAINLY.items():
        os.environ.setdefault(name, value)


def keep_noted(window: Window, running: Running) -> None:
    """Note which library is open, and from time to time how it is looked at."""
    window.session.opened.connect(lambda: running.note(window.session.path))
    timer = QTimer(window, interval=KEEP_MS)
    timer.timeout.connect(window.remember)
    timer.start()


def come_back(window: Window, running: Running | None) -> None:
    """Open what was open last; after too many unexpected ends only offer it."""
    if running is None or not (running.plain or running.before):
        window.libraries.open_last()
        return
    library = Path(running.before.library) if running.before and running.before.library else None
    if running.plain:
        words = (
            "Dateline ended unexpectedly several times in a row. So nothing was opened by itself this time, the window "
            "has its first size, and the graphics card is left alone. Nothing of your work is lost."
        )
        action = f"Open “{library.stem}”" if library else ""
        window.notice.tell(words, action, lambda: library and window.libraries.open(library))
    elif library is not None:
        window.take([str(library)])
        if window.session.path is not None and not window.notice.isVisibleTo(window):
            window.notice.say("Dateline ended unexpectedly. Here is what you were looking at; nothing of it is lost.")
    else:
        window.libraries.open_last()

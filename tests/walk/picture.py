"""Makes docs/window.png: the window with the samples, on a display without a window manager.

    .venv/bin/python tests/walk/picture.py [OUT.png]

The article that names no day is dated, and the first event of it that the timeline can show is chosen.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.walk.conftest import start_display

OUT = Path(__file__).parents[2] / "docs" / "window.png"
SIZE = (1600, 1000)
DAY = "17 December 2016"
NEAR = ("2016-12-11", "2016-12-23")


def main(out: Path) -> int:
    """On a display that lives as long as it is needed, with a home that nobody has used."""
    os.environ["DISPLAY"], server = start_display()
    try:
        with tempfile.TemporaryDirectory() as home:
            os.environ |= {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "QT_QPA_PLATFORM": "xcb"}
            take(out)
    finally:
        server.terminate()
        server.wait()
    return 0


def take(out: Path) -> None:
    """Do what a user does, wait as one does, and save what is seen."""
    from time import monotonic

    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from app import desktop
    from resources.themes import theme
    from storage.model import Moment
    from widgets.theme import apply_theme
    from widgets.timeline.spans import Span

    def waited(holds: Callable[[], bool]) -> bool:
        end = monotonic() + 30
        while not holds() and monotonic() < end:
            QTest.qWait(20)
        return holds()

    application = desktop.make_application()
    window = desktop.start(application, [])
    sys.excepthook = sys.__excepthook__  # a mistake is to be seen here
    apply_theme(application, theme("light"))
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setGeometry(0, 0, *SIZE)
    window.show()
    assert waited(lambda: window.timeline is not None)
    window.commands.open_sample()
    assert waited(lambda: not window.intake.busy and window.ask_bar.isVisible())
    window.ask_bar.field.line.setText(DAY)
    before = window.session.library.undo_name
    QTest.keyClick(window.ask_bar.field.line, Qt.Key.Key_Return)
    assert waited(lambda: window.session.library.undo_name != before)
    QTest.qWait(300)
    first, last = (float(Moment.parse(day).day) for day in NEAR)
    window.timeline.set_span(Span(first, last))
    mentions = window.session.library.mentions_of_article(window.session.article)
    events = [window.session.library.event(one.event) for one in mentions]
    shown = [one.id for one in events if one.when and first < one.when.start < last and one.kind == "attack"]
    window.session.select(shown[0])
    QTest.mouseMove(window, window.rect().bottomLeft())
    QTest.qWait(600)
    out.parent.mkdir(exist_ok=True)
    window.grab().save(str(out))
    window.close()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else OUT))

"""Measured in a process of its own: the program opens a library, and filters are set in its window."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, process_time

from PySide6.QtWidgets import QApplication

from app import desktop
from app.window import Window
from tests.benchmarks.common.figures import spent
from tests.benchmarks.common.made import words
from widgets.filters import Filters

PATIENCE = 120.0


def opened(path: Path) -> tuple[QApplication, Window]:
    """The program as it starts with a library, until its timeline is painted."""
    application = desktop.make_application()
    window = desktop.start(application, [str(path)])
    window.show()
    settle(application, lambda: window.timeline is not None and window.session.library is not None)
    return application, window


def settle(application: QApplication, done: Callable[[], bool] = lambda: True) -> None:
    """Until something holds and everything that it asked for has been painted."""
    end = monotonic() + PATIENCE
    while not done():
        assert monotonic() < end, "the window does not come"
        application.processEvents()
    for _ in range(3):
        application.processEvents()


def filters() -> Iterator[tuple[str, Filters]]:
    """What people do: half of the kinds, a place, a state, a publisher, a stretch of time; words, as they are typed."""
    often, seldom = words()[0], words()[500]
    yield "kinds", Filters(kinds=frozenset({"talks", "siege", "attack", "protest", "capture", "statement"}))
    yield "place", Filters(places=frozenset({words()[1].title()}))
    yield "status", Filters(statuses=frozenset({"planned", "denied"}))
    yield "source", Filters(sources=frozenset({f"{words()[1].title()} Post"}))
    yield "time", Filters(first=14000.0, last=16000.0)
    yield "frequent word", Filters(text=often)
    yield "rare word", Filters(text=seldom)
    yield "two words", Filters(text=f"{often} {seldom[:4]}")


def filtered(application: QApplication, window: Window) -> dict[str, float]:
    """CPU ms of each filter, set while all events are shown, until timeline and numbers are painted."""
    found = {}
    for name, one in filters():
        begun = process_time()
        window.session.set_filters(one)
        settle(application)
        found[name] = 1000 * (process_time() - begun)
        window.session.set_filters(Filters())
        settle(application)
    return found


def main(path: Path, what: str) -> None:
    """Print the CPU seconds from the start of this process to the painted timeline, or the ms of each filter."""
    application, window = opened(path)
    print(json.dumps(spent() if what == "open" else filtered(application, window)))
    window.jobs.close()
    window.libraries.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])

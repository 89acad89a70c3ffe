"""Measured in a process of its own: frames of the timeline, each laid out and painted for real, and an empty plot's."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from app.lanes import lanes_for
from storage.library import Library
from widgets.timeline.spans import Span, fitted, whole
from widgets.timeline.times import times_of
from widgets.timeline.view import Timeline

SIZE = (1200, 760)
"""What the timeline has of a window of 1600 × 1000."""
STEPS = 120
SHORTEST = 0.5
"""Days in view at the end of the zoom."""


class Painted(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.count = 0
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - the signature of Qt
        """Only looks."""
        self.count += event.type() is QEvent.Type.Paint
        return False


def timed(watched: Any, act: Callable[[], object], frames: int) -> list[float]:
    """CPU ms of each frame: what is done, and all of the events that follow until it is painted."""
    application, painted, found = QApplication.instance(), Painted(watched), []
    assert application is not None
    for _ in range(frames):
        before, begun = painted.count, process_time()
        act()
        application.processEvents()
        found.append(1000 * (process_time() - begun))
        assert painted.count > before, "a frame was not painted"
    return found


def empty_plot() -> list[float]:
    """Panning a PlotWidget without data under an axis of dates."""
    plot = pg.PlotWidget(axisItems={"bottom": pg.DateAxisItem()})
    plot.resize(*SIZE)
    plot.setXRange(1.0e9, 1.1e9)
    plot.show()
    QApplication.processEvents()
    step = 1e8 / 300
    timed(plot.viewport(), lambda: plot.getViewBox().translateBy(x=step), 20)
    return timed(plot.viewport(), lambda: plot.getViewBox().translateBy(x=step), STEPS)


def filled(path: Path) -> tuple[Timeline, Library]:
    """The timeline of a library as the window shows it, painted."""
    library = Library.open(path, read_only=True)
    catalogue, timeline = library.catalogue, Timeline()
    timeline.resize(*SIZE)
    timeline.show()
    mask = catalogue.seen[: catalogue.dated]
    lanes = lanes_for(library, catalogue.columns, "kind", let_through=mask)
    timeline.set_events(catalogue.columns, lanes, library.titles, mask)
    timeline.set_pages(catalogue.articles.days, catalogue.articles.ids, None)
    QApplication.processEvents()
    return timeline, library


def zooms(path: Path) -> list[float]:
    """Zooming from everything to twelve hours where most events are."""
    timeline, _ = filled(path)
    events = timeline.lane_view.index.events
    everything = fitted(whole(events), 0.0).allowed()
    day, count = np.unique(np.floor(events.start[np.isfinite(events.start)]), return_counts=True)
    middle = float(day[int(np.argmax(count))]) + 0.5
    lengths = iter(np.geomspace(0.98 * everything.length, SHORTEST, STEPS + 20).tolist())

    def nearer() -> None:
        length = next(lengths)
        share = (length - SHORTEST) / (everything.length - SHORTEST)
        start = middle - length / 2 + share * (everything.start + everything.length / 2 - middle)
        timeline.set_span(Span(start, start + length))

    return timed(timeline.lane_view.viewport(), nearer, STEPS + 20)


def first_paint(path: Path) -> float:
    """CPU ms from a library that is not open yet to its timeline, painted; everything has been imported before."""
    begun = process_time()
    timeline, _ = filled(path)
    timeline.grab()
    return 1000 * (process_time() - begun)


def memory(path: Path) -> dict[str, int]:
    """Bytes of the columns of all dated events, and of all arrays that the view holds on to: the columns and its index."""
    timeline, _ = filled(path)
    index = timeline.lane_view.index
    index.rows_of([int(index.columns.ids[0])])
    return {
        "columns": sum(held(index.columns).values()),
        "index": sum((held(index) | held(times_of(index.columns))).values()),
    }


def held(thing: object) -> dict[int, int]:
    """The memory that arrays take, by where it is, each part once."""
    if isinstance(thing, np.ndarray):
        owner = thing
        while isinstance(owner.base, np.ndarray):
            owner = owner.base
        return {owner.ctypes.data: min(owner.nbytes, thing.nbytes) if owner is not thing else thing.nbytes}
    inside: Iterable[object] = ()
    if isinstance(thing, (tuple, list)):
        inside = thing
    elif hasattr(thing, "__dict__"):
        inside = vars(thing).values()
    elif hasattr(thing, "__slots__"):
        inside = (getattr(thing, name) for name in thing.__slots__)
    found: dict[int, int] = {}
    for part in inside:
        for place, size in held(part).items():
            found[place] = max(size, found.get(place, 0))
    return found


MEASURES: dict[str, Callable[[Path], object]] = {"zoom": zooms, "first": first_paint, "memory": memory}


def main(what: str, path: str) -> None:
    """Print what was measured: the frames of an empty "plot", or something about a library."""
    application = QApplication([])
    print(json.dumps(empty_plot() if what == "plot" else MEASURES[what](Path(path))))
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])

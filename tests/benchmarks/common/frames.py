"""Measured in a process of its own: frames of the timeline, each laid out and painted for real, and an empty plot's."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

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
    import pyqtgraph as pg

    plot = pg.PlotWidget(axisItems={"bottom": pg.DateAxisItem()})
    plot.resize(*SIZE)
    plot.setXRange(1.0e9, 1.1e9)
    plot.show()
    QApplication.processEvents()
    step = 1e8 / 300
    timed(plot.viewport(), lambda: plot.getViewBox().translateBy(x=step), 20)
    return timed(plot.viewport(), lambda: plot.getViewBox().translateBy(x=step), STEPS)


def zooms(path: Path) -> list[float]:
    """Zooming the timeline of a library from everything to twelve hours where most events are."""
    from app.lanes import lanes_for
    from storage.library import Library
    from widgets.timeline.spans import Span, fitted, whole
    from widgets.timeline.view import Timeline

    library = Library.open(path, read_only=True)
    timeline = Timeline()
    timeline.resize(*SIZE)
    timeline.show()
    columns = library.columns()
    timeline.set_events(columns, lanes_for(library, columns, "kind"), library.titles)
    everything = fitted(whole(columns), 0.0).allowed()
    day, count = np.unique(np.floor(columns.start[np.isfinite(columns.start)]), return_counts=True)
    middle = float(day[int(np.argmax(count))]) + 0.5
    lengths = iter(np.geomspace(0.98 * everything.length, SHORTEST, STEPS + 20).tolist())

    def nearer() -> None:
        length = next(lengths)
        share = (length - SHORTEST) / (everything.length - SHORTEST)
        start = middle - length / 2 + share * (everything.start + everything.length / 2 - middle)
        timeline.set_span(Span(start, start + length))

    QApplication.processEvents()
    return timed(timeline.lane_view.viewport(), nearer, STEPS + 20)


def main(what: str) -> None:
    """Print the frames of "plot" or of a library."""
    application = QApplication([])
    found = empty_plot() if what == "plot" else zooms(Path(what))
    print(json.dumps(found))
    del application


if __name__ == "__main__":
    main(sys.argv[1])

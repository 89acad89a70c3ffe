"""Lays the figure out anew when something else is wanted: at once where that is quick, else when the hand rests."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from storage.errors import DatelineError
from widgets.figure.figure import Figure
from widgets.figure.options import FigureOptions

PAUSE_MS = 40
"""Letters and clicks that follow one another so closely are drawn together."""
SHARE, LONGEST_MS = 4.0, 1_200
"""What takes long waits for so many times as long, but no longer than this."""

Layout = Callable[[FigureOptions], Figure]


class Drawing(QObject):
    """`drawn` carries the figure, `failed` the sentence that says why there is none."""

    drawn = Signal(object)
    failed = Signal(str)

    def __init__(self, layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout, self._wanted = layout, FigureOptions()
        self._drawn: FigureOptions | None = None
        self._took = 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._draw)

    def ask(self, wanted: FigureOptions) -> None:
        """Draw this and nothing that was asked for before; what was drawn last is not drawn again."""
        self._pause.stop()
        if wanted == self._drawn:
            return
        self._wanted = wanted
        self._pause.start(max(PAUSE_MS, min(LONGEST_MS, round(1000 * SHARE * self._took))))

    def settle(self) -> None:
        """Draw now what waits to be drawn."""
        if self._pause.isActive():
            self._pause.stop()
            self._draw()

    def stop(self) -> None:
        """Draw nothing more; what is asked for next is drawn in any case."""
        self._pause.stop()
        self._drawn = None

    def _draw(self) -> None:
        began, self._drawn = monotonic(), self._wanted
        try:
            figure = self._layout(self._wanted)
        except DatelineError as reason:
            self.failed.emit(str(reason))
        else:
            self.drawn.emit(figure)
        self._took = monotonic() - began

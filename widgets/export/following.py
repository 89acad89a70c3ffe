"""Lays the figure out anew when something else is wanted, and gives up what is no longer wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from storage.errors import DatelineError
from widgets.export.pace import Pace, Unwanted
from widgets.figure.figure import Figure
from widgets.figure.options import FigureOptions

PAUSE_MS = 40
"""Letters and clicks that follow one another so closely are drawn together."""

Layout = Callable[[FigureOptions, Callable[[], None]], Figure]
"""Calls what it is given now and then, which may raise."""


class Following(QObject):
    """`laid_out` carries the figure, `failed` the sentence that says why there is none."""

    laid_out = Signal(object)
    failed = Signal(str)

    def __init__(self, layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layout, self._wanted = layout, FigureOptions()
        self._told: FigureOptions | None = None
        """What the figure that was told last is of."""
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._follow)

    def ask(self, wanted: FigureOptions) -> None:
        """Lay this out and nothing that was asked for before; what was told last is not told again."""
        self._pause.stop()
        self._asked += 1
        if wanted == self._told:
            return
        self._wanted = wanted
        self._pause.start()

    def settle(self) -> None:
        """Tell now of what was asked for last, however long it takes."""
        if self._wanted != self._told:
            self._pause.stop()
            self._asked += 1
            self._tell(lambda: None)

    def stop(self) -> None:
        """Lay out nothing more; what is asked for next is told in any case."""
        self._pause.stop()
        self._asked += 1
        self._told = None

    def _follow(self) -> None:
        asked = self._asked
        self._tell(Pace(lambda: asked == self._asked).breathe)

    def _tell(self, breathe: Callable[[], None]) -> None:
        wanted = self._wanted
        try:
            figure = self._layout(wanted, breathe)
        except Unwanted:
            return
        except DatelineError as reason:
            self._told = wanted
            self.failed.emit(str(reason))
        else:
            self._told = wanted
            self.laid_out.emit(figure)

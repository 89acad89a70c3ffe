"""A move that can be followed with the eyes: what is in view changes in a few steps, and at once when the user acts."""

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from resources.themes import measures
from widgets.motion import may_move
from widgets.timeline.spans import Span

LASTS = int(measures()["animation_ms"]["zoom"])
"""Ms that a move takes."""


class Glide(QObject):
    """Shows spans between where one is and where one goes; `arrive` is called once there, and not when stopped before."""

    def __init__(self, show: Callable[[Span], None], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self.asked = may_move
        """Whether moves are shown at all; asked for each."""
        self._from = self._to = Span(0, 1)
        self._arrive: Callable[[], None] | None = None
        self._steps = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=LASTS)
        self._steps.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._steps.valueChanged.connect(self._step)
        self._steps.finished.connect(self._end)

    @property
    def under_way(self) -> bool:
        """Whether a move is being shown."""
        return self._steps.state() is QVariantAnimation.State.Running

    def goal(self, now: Span) -> Span:
        """Where the move leads; `now` where there is none."""
        return self._to if self.under_way else now

    def go(self, start: Span, end: Span, arrive: Callable[[], None] | None = None) -> None:
        """Move from what is in view to something else; what was under way is forgotten."""
        self.stop()
        self._from, self._to, self._arrive = start, end, arrive
        if start == end or not self.asked():
            self._show(end)
            self._end()
        else:
            self._steps.start()

    def stop(self) -> None:
        """Stay where one is."""
        self._arrive = None
        self._steps.stop()

    def _step(self, share: float) -> None:
        if self.under_way:
            self._show(self._from.on_way_to(self._to, share))

    def _end(self) -> None:
        arrive, self._arrive = self._arrive, None
        if arrive is not None:
            arrive()

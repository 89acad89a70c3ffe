"""What is in view and how that changes: at once under the hand, in a short move that the eye can follow otherwise."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from storage.moment import day_number
from widgets.timeline.gliding import Glide
from widgets.timeline.lane_view import LaneView
from widgets.timeline.spans import Span, around, core, fitted, whole
from widgets.timeline.steps import moment_of


class Moving(QObject):
    """Whatever acts under the hand uses `set_span`, which ends a move that is under way; everything else goes."""

    scrolled = Signal()

    def __init__(self, view: LaneView) -> None:
        super().__init__(view)
        self._view = view
        self.glide = Glide(view.set_span, self)

    @property
    def goal(self) -> Span:
        """What is in view, or will be when the move has ended: keys pressed quickly add up."""
        return self.glide.goal(self._view.span)

    def set_span(self, span: Span) -> None:
        """Show a stretch of time at once, within the limits of zoom and calendar."""
        self.glide.stop()
        self._view.set_span(span)

    def go(self, span: Span, arrive: Callable[[], None] | None = None) -> None:
        """Move to a stretch of time."""
        self.glide.go(self._view.span, span.allowed(), arrive)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Nearer for a factor above 1, around a time or the middle."""
        self.go(self.goal.zoomed(factor, at))

    def fit(self) -> None:
        """All events, however far apart; when they are in view already, where most of them are."""
        everything = fitted(whole(self._view.index.events), today()).allowed()
        self.go(self._core() if _alike(everything, self.goal) else everything)

    def fit_core(self) -> None:
        """At once, where most events are: what one wants to see first."""
        self.set_span(self._core())

    def _core(self) -> Span:
        return fitted(core(self._view.index.events), today()).allowed()

    def reveal(self, event: int) -> None:
        """Bring an event into view, moving no further than needed."""
        ends = self._ends(event)
        if ends is None:
            return
        (start, end), span = ends, self.goal
        within = span.start <= start and end <= span.end
        if within or (start < span.end and end > span.start and end - start > span.length):
            self._bring_up(event)
            return
        finite = [one for one in ends if abs(one) != float("inf")]
        if finite:
            self.go(span.showing(max(start, finite[0]), min(end, finite[-1])), lambda: self._bring_up(event))

    def come_near(self, event: int) -> None:
        """Go so near to an event that it takes a good part of the view, and nearer when that is so already."""
        ends = self._ends(event)
        if ends is not None:
            self.go(around(*ends, self.goal), lambda: self._bring_up(event))

    def moment_in_view(self, event: int | None) -> float | None:
        """When an event is, if that is in view."""
        rows = self._view.index.rows_of([] if event is None else [event])
        moment = moment_of(self._view.index, rows[0]) if rows else None
        return moment if moment is not None and self.goal.start <= moment <= self.goal.end else None

    def _ends(self, event: int) -> tuple[float, float] | None:
        index = self._view.index
        rows = index.rows_of([event])
        return (float(index.start[rows[0]]), float(index.end[rows[0]])) if rows else None

    def _bring_up(self, event: int) -> None:
        self._view.bring_into_depth(event)
        self.scrolled.emit()


def today() -> float:
    """The day it is, as days since 1970."""
    now = date.today()
    return float(day_number(now.year, now.month, now.day))


def _alike(one: Span, other: Span) -> bool:
    slight = 1e-6 * max(one.length, 1.0)
    return abs(one.start - other.start) <= slight and abs(one.end - other.end) <= slight

"""The stretch of time that is measured: marked over the lanes, with its card, until it is clicked away."""

from math import isfinite

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from storage.moment import MINUTES_PER_DAY
from widgets.timeline.lane_view import LaneView
from widgets.timeline.measure_card import MeasureCard
from widgets.timeline.moving import Moving
from widgets.timeline.overlay import Overlay, Purpose
from widgets.timeline.spans import Span
from widgets.timeline.steps import moment_of

LEAST = 2 / MINUTES_PER_DAY
"""What is shorter has no length to tell."""
DOWN = 32
"""How far below the axis the card stands, clear of the line that is measured with."""


class Measuring(QObject):
    """Keeps card and marking together while the picture moves below them."""

    only_requested = Signal(float, float)
    """Only the events of the measured time are wanted."""

    def __init__(self, view: LaneView, moving: Moving, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._moving = view, moving
        self.card = MeasureCard(parent)
        self.card.zoom_requested.connect(self._zoom)
        self.card.only_requested.connect(self._only)
        self.card.closed.connect(lambda: self.measure(None))
        view.span_changed.connect(self._place)
        view.resized.connect(self._place)

    @property
    def span(self) -> Span | None:
        """What is measured."""
        return self._view.kept.span if self._view.kept else None

    def measure(self, span: Span | None) -> None:
        """Mark a stretch of time and say how long it is; None for none."""
        self._view.keep(Overlay(Purpose.MEASURE, span) if span else None)
        if span:
            self.card.set_span(span)
        self._place()

    def measure_chosen(self) -> None:
        """From the first of the chosen events to the last, or all of the one that is chosen where it lasts."""
        index = self._view.index
        rows = index.rows_of(sorted(self._view.selection))
        times = [moment_of(index, row) for row in rows]
        if len(rows) == 1:
            times.append(float(index.end[rows[0]]))
        known = [time for time in times if isfinite(time)]
        if known and max(known) - min(known) > LEAST:
            self.measure(Span(min(known), max(known)))

    def _place(self) -> None:
        span, view = self.span, self._view
        if span is None or span.end < view.span.start or span.start > view.span.end:
            self.card.hide()
            return
        ends = (max(span.start, view.span.start), min(span.end, view.span.end))
        left, right = (round(view.x_at(time)) for time in ends)
        top = view.y() + int(view.sizes.axis) + DOWN
        self.card.show_at(QRect(left, top, right - left, 1))

    def _zoom(self) -> None:
        if self.span:
            self._moving.go(self.span)

    def _only(self) -> None:
        span = self.span
        if span:
            self.measure(None)
            self.only_requested.emit(span.start, span.end)

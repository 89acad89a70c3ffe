"""The strip below the timeline: how many events there are when, over all of the library, and the part that is in view."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.themes import measures
from widgets.current import current_theme
from widgets.timeline.canvas import WHEEL_ZOOM, TimeView
from widgets.timeline.histogram import Histogram, beyond, histogram, ticks_between
from widgets.timeline.index import EventIndex
from widgets.timeline.overview_painter import GRIP, Grounds, Strip, paint_overview
from widgets.timeline.spans import Span, bulk, fitted

HEIGHT = int(measures()["layout"]["overview_height"])
LEAST = float(measures()["mark"]["overview_handle_min"])


class Overview(QWidget):
    """Drag the frame to pan, its grips to zoom; a click elsewhere brings the frame there."""

    span_asked = Signal(float, float)
    """A stretch of time is wanted at once, under the hand."""
    jump_asked = Signal(float, float)
    """A stretch of time is wanted that lies elsewhere."""
    zoom_asked = Signal(float)

    def __init__(self, header: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName("Overview of the whole library")
        self._header, self._held = header, ""
        self._index: EventIndex | None = None
        self._seen = self._home = self._whole = Span(0, 1)
        self._bars: Histogram | None = None
        self._words: tuple[list[tuple[float, str]], tuple[int, int]] = ([], (0, 0))
        self._grounds = Grounds()
        self.view = TimeView(self._paint, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.resized.connect(self._resized)
        self.view.pressed.connect(self._take)
        self.view.dragged.connect(self._drag)
        self.view.clicked.connect(self._jump)
        self.view.mouse_moved.connect(self._point)
        self.view.wheel_turned.connect(self._turn)

    def set_index(self, index: EventIndex, today: float) -> None:
        """Other events."""
        self._index, self._home = index, fitted(bulk(index.columns), today)
        self.view.set_origin((self._home.start + self._home.end) / 2)
        self._bars = None
        self._settle()

    def set_seen(self, span: Span) -> None:
        """The timeline shows another stretch."""
        self._seen = span
        self._settle()

    def frame(self) -> tuple[float, float]:
        """From where to where the frame is drawn, in px; never too narrow to be taken."""
        left, right = self._x(self._seen.start), self._x(self._seen.end)
        if right - left < LEAST:
            middle = (left + right) / 2
            left, right = middle - LEAST / 2, middle + LEAST / 2
        return left, right

    def _settle(self) -> None:
        """Show where the events are, and further where the timeline has gone further."""
        whole = Span(min(self._home.start, self._seen.start), max(self._home.end, self._seen.end))
        if whole != self._whole:
            self._whole = whole
            self.view.set_span(whole)
            self._bars = None
        self.view.update_picture()

    def _resized(self) -> None:
        self._bars = None
        self.view.set_box(QRectF(self._header, 0, max(self._room, 1), self.height()))

    @property
    def _room(self) -> float:
        return self.width() - self._header

    def _x(self, time: float) -> float:
        shown = self.view.span
        return self._header + (time - shown.start) / shown.length * self._room

    def _time(self, x: float) -> float:
        shown = self.view.span
        return shown.start + (x - self._header) / self._room * shown.length

    def _paint(self, painter: QPainter) -> None:
        shown = self.view.span
        if self._room < 1 or self._index is None:
            return
        if self._bars is None:
            self._bars = histogram(self._index, shown, self._room)
            self._words = ticks_between(shown, self._room), beyond(self._index, shown)
        strip = Strip(
            self._bars, self._words[0], shown, self._seen, self.frame(), self._words[1], self._header,
            float(self.width()), float(self.height()),
        )  # fmt: skip
        paint_overview(painter, current_theme(), strip, self._grounds)

    def _part(self, x: float) -> str:
        """What is under the mouse: the frame, one of its grips, or nothing."""
        left, right = self.frame()
        for name, edge in (("start", left), ("end", right)):
            if abs(x - edge) <= GRIP:
                return name
        return "frame" if left < x < right else ""

    def _take(self, at: QPointF) -> None:
        self._held = self._part(at.x())

    def _drag(self, start: QPointF, step: QPointF) -> None:
        """Within the strip: beyond its ends it would have to grow under the mouse."""
        shown, seen = self.view.span, self._seen
        time = step.x() / self._room * shown.length
        first, last = seen.start, seen.end
        if self._held == "frame":
            time = min(max(time, shown.start - first), shown.end - last)
        if self._held in ("start", "frame"):
            first = max(first + time, shown.start)
        if self._held in ("end", "frame"):
            last = min(last + time, shown.end)
        if self._held and first < last:
            self.span_asked.emit(first, last)

    def _turn(self, at: QPointF, turned: QPointF, keys: Qt.KeyboardModifier) -> None:
        self.zoom_asked.emit(WHEEL_ZOOM ** turned.y())

    def _jump(self, at: QPointF) -> None:
        if not self._part(at.x()) and at.x() >= self._header:
            start = self._time(at.x()) - self._seen.length / 2
            self.jump_asked.emit(start, start + self._seen.length)

    def _point(self, at: QPointF) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if at.x() >= self._header:
            part = self._part(at.x())
            shape = {"frame": Qt.CursorShape.OpenHandCursor, "": Qt.CursorShape.ArrowCursor}.get(
                part, Qt.CursorShape.SizeHorCursor
            )
        self.view.setCursor(shape)

    def changeEvent(self, event: QEvent) -> None:
        """The colours of another theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "view"):
            self.view.update_picture()

"""The lanes on the screen: lays out what is in view when that is needed, paints it, and knows what is at a point."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from resources.themes import Theme
from storage.columns import Columns, Lanes, TitlesOf
from widgets.current import current_theme
from widgets.timeline.arrangement import Arrangement
from widgets.timeline.axis import axis_of
from widgets.timeline.canvas import TimeView
from widgets.timeline.clock import now
from widgets.timeline.day_zero import DayZero
from widgets.timeline.dress import dress_for
from widgets.timeline.frame import Frame, paint_frame
from widgets.timeline.habits import Habits
from widgets.timeline.hint import paint_hint
from widgets.timeline.hits import Hit, box_of, hit
from widgets.timeline.index import EventIndex
from widgets.timeline.layout import Look, layout
from widgets.timeline.measure import measure
from widgets.timeline.overlay import Overlay
from widgets.timeline.overlay_painter import paint_overlay
from widgets.timeline.pages import Page, page_at, pages_of
from widgets.timeline.scene import Scene
from widgets.timeline.seen import Seen
from widgets.timeline.shown_lanes import ShownLanes
from widgets.timeline.sizes import screen_sizes
from widgets.timeline.stretch import stretch_of
from widgets.timeline.titles import remembered

MARGIN = 0.3
"""The share of the view that is laid out on either side of it, so that panning need not lay out each time."""
SETTLED = 150
"""So many ms after panning has stopped, labels are placed for where it has come to."""
MOST_CHOSEN = 60
"""Of more chosen events only the one that is looked at gets a mark where there is no room."""
BEYOND = 50.0
"""Px beyond the view to which what is marked out is drawn."""
NONE_IN_VIEW = "No event in this stretch of time. F shows all events."
PAGES_FROM = 41.0
"""Where on the axis the pages begin."""


class LaneView(TimeView):
    """Axis, lane headers and lanes. A scene is laid out only when it is asked for: to be painted or to be hit."""

    scene_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self._paint, parent)
        self.sizes = screen_sizes()
        self.shown_lanes = ShownLanes()
        self.habits, self.now = Habits(), now
        self.titles_of: TitlesOf = lambda ids: dict.fromkeys(ids, "")
        self.pages = pages_of((), ())
        self.chosen: int | None = None
        self.hovered: int | None = None
        self.pointed: tuple[float, float, float, float] | None = None
        """The cell of a band under the mouse."""
        self.focus_shown = False
        self.selection: frozenset[int] = frozenset()
        self.overlay: Overlay | None = None
        """What the mouse is marking out."""
        self.kept: Overlay | None = None
        """What was marked out and stays: a measure."""
        self.scrolled = 0.0
        self.foot = 0
        """What is kept free below the last lane, in px."""
        self.hint = ""
        self.zero: DayZero | None = None
        self._scene: Scene | None = None
        self._zooming = False
        """While each frame has another scale nothing beside the view is laid out, as nobody can pan there meanwhile."""
        self._settle = QTimer(self, singleShot=True, interval=SETTLED)
        self._settle.timeout.connect(self.lay_out_anew)
        self.span_changed.connect(self._keep_or_drop)
        self.resized.connect(self._fill)

    @property
    def index(self) -> EventIndex:
        """The events of the lanes that are shown."""
        return self.shown_lanes.index

    @property
    def arrangement(self) -> Arrangement:
        """How the lanes are arranged."""
        return self.shown_lanes.arrangement

    @property
    def lanes(self) -> Scene:
        """The scene for what is in view."""
        if self._scene is None:
            span = self.span
            chosen = self._with_own_mark()
            margin = 0.0 if self._zooming else MARGIN
            look = Look(span.start, span.end, self.room, self.depth - self.foot, margin, chosen, self.sizes)
            self._scene = layout(self.index, self.titles_of, measure, look, self.shown_lanes.ghosts)
            self.scrolled = min(self.scrolled, self.furthest)
            self.scene_changed.emit()
        return self._scene

    @property
    def room(self) -> float:
        """Width of the lanes."""
        return max(float(self.width()) - self.sizes.header, 1.0)

    @property
    def depth(self) -> float:
        """Height of the lanes."""
        return max(float(self.height()) - self.sizes.axis, 1.0)

    @property
    def furthest(self) -> float:
        """How far the lanes can be scrolled."""
        return max(0.0, (self._scene.height + self.foot if self._scene else 0.0) - self.depth)

    @property
    def seen(self) -> Seen:
        """The part of the scene that is in view, and what stands out in it."""
        left = self.lanes.x(self.span.start)
        focus = self.chosen if self.focus_shown else None
        return Seen(left, left + self.room, self.chosen, self.hovered, focus, self.selection)

    def _with_own_mark(self) -> tuple[int, ...]:
        """The chosen events, whose marks need room whatever it takes; of many only the one that is looked at."""
        looked_at = () if self.chosen is None else (self.chosen,)
        return tuple(sorted(self.selection)) if 0 < len(self.selection) <= MOST_CHOSEN else looked_at

    def set_events(
        self, columns: Columns, lanes: Lanes, titles_of: TitlesOf, shown: NDArray[np.bool_] | None = None
    ) -> None:
        """Show other events in the same stretch of time; `shown` says which of the rows, None for all."""
        self.shown_lanes.set_events(columns, lanes, shown)
        self.titles_of, self.hovered = remembered(titles_of), None
        self.lay_out_anew()

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the lanes in this order, some of them folded or not at all."""
        self.shown_lanes.arrange(arrangement)
        self.lay_out_anew()

    def set_faint(self, faint: bool) -> None:
        """Let what is filtered out be seen as pale ghosts, or not at all."""
        if faint != self.shown_lanes.faint:
            self.shown_lanes.set_faint(faint)
            self.lay_out_anew()

    def set_foot(self, height: int) -> None:
        """Keep so much free below the last lane."""
        if height != self.foot:
            self.foot = height
            self.lay_out_anew()

    def lay_out_anew(self) -> None:
        """Forget where things are."""
        self._settle.stop()
        self._zooming, self._scene = False, None
        self.update_picture()

    def scroll_to(self, scroll: float) -> None:
        """Move the lanes up by so much."""
        self.scrolled = min(max(0.0, scroll), self.furthest if self._scene else scroll)
        self.update_picture()

    def mark_out(self, overlay: Overlay | None) -> None:
        """Show what the mouse is marking out, or nothing any more."""
        if overlay != self.overlay:
            self.overlay = overlay
            self.update_picture()

    def keep(self, overlay: Overlay | None) -> None:
        """Let something stay marked, or nothing."""
        if overlay != self.kept:
            self.kept = overlay
            self.update_picture()

    def set_zero(self, zero: DayZero | None) -> None:
        """Count time from an event, or by the calendar."""
        if zero != self.zero:
            self.zero = zero
            self.update_picture()

    def hover(self, event: int | None, cell: tuple[float, float, float, float] | None = None) -> None:
        """Let an event answer the mouse, or a cell of a band, given as a box of the scene."""
        if (event, cell) != (self.hovered, self.pointed):
            self.hovered, self.pointed = event, cell
            self.update_picture()

    def time_at(self, x: float) -> float:
        """The time at a place in the view."""
        span = self.span
        return span.start + (x - self.sizes.header) / self.room * span.length

    def x_at(self, time: float) -> float:
        """Where in the view a time is."""
        span = self.span
        return self.sizes.header + (time - span.start) / span.length * self.room

    def hit_at(self, at: QPointF) -> Hit | None:
        """What is there among the lanes."""
        if at.x() < self.sizes.header or at.y() < self.sizes.axis:
            return None
        seen = self.seen
        return hit(self.lanes, seen, at.x() - self.sizes.header + seen.left, at.y() - self.sizes.axis + self.scrolled)

    def page_at(self, at: QPointF) -> Page | None:
        """The page of the axis there."""
        if at.x() < self.sizes.header or not PAGES_FROM <= at.y() <= self.sizes.axis:
            return None
        return page_at(self.placed_pages(), at.x() - self.sizes.header)

    def placed_pages(self) -> tuple[Page, ...]:
        """Pages in view."""
        return self.pages.placed(self.span, self.room, self.sizes.scale)

    def box_of(self, event: int) -> QRect | None:
        """Where in the view the mark or tick of an event is."""
        seen = self.seen
        found = box_of(self.lanes, seen, event)
        return self.to_view(found, seen) if found else None

    def to_view(self, box: tuple[float, float, float, float], seen: Seen) -> QRect:
        """A box of the scene in px of the view."""
        x, y, width, height = box
        left, top = x - seen.left + self.sizes.header, y - self.scrolled + self.sizes.axis
        return QRectF(left, top, width, height).toRect()

    def bring_into_depth(self, event: int) -> None:
        """Scroll so that an event's row is in view."""
        mark = self.lanes.mark_of(event)
        if mark:
            half = self.sizes.row
            self.scroll_to(min(max(self.scrolled, mark.y + half - self.depth), mark.y - half))

    @property
    def told(self) -> str:
        """What is said in the middle of the lanes because no event stands there."""
        if not self.index.count:
            return self.hint
        return "" if any(self.index.counts(self.span.start, self.span.end)) else NONE_IN_VIEW

    def _fill(self) -> None:
        self.set_box(QRectF(self.sizes.header, self.sizes.axis, self.room, self.depth))
        self.lay_out_anew()

    def _keep_or_drop(self) -> None:
        """While only panning within what was laid out the scene stays; labels are placed anew once it has stopped."""
        scene, span = self._scene, self.span
        if scene is None:
            return
        same_scale = abs(scene.per_day * span.length - self.room) < 0.01 and bool(scene.per_day)
        if same_scale and span.start >= scene.first and span.end <= scene.last:
            self._settle.start()
            return
        self.lay_out_anew()
        self._zooming = not same_scale
        if self._zooming:
            self._settle.start()

    def _paint(self, painter: QPainter) -> None:
        frame, theme = self.frame(), current_theme()
        paint_frame(painter, theme, frame)
        if self.told:
            place = QRectF(self.sizes.header, self.sizes.axis, self.room, self.depth)
            paint_hint(painter, dress_for(painter, theme), self.told, place)
        if self.pointed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(dress_for(painter, theme).line(theme.text.primary, 1.5))
            painter.drawRect(QRectF(self.to_view(self.pointed, self.seen)))
        for overlay in (self.kept, self.overlay):
            if overlay:
                self._paint_overlay(painter, theme, overlay)
        if self.focus_shown and (self.chosen is None or self.box_of(self.chosen) is None):
            painter.setPen(dress_for(painter, theme).line(theme.accent.focus, 2))
            painter.drawRect(QRectF(1, 1, self.width() - 2, self.height() - 2))

    def _paint_overlay(self, painter: QPainter, theme: Theme, overlay: Overlay) -> None:
        # dashes far out of view would be counted one by one
        left = max(self.x_at(overlay.span.start), self.sizes.header - BEYOND)
        right = min(self.x_at(overlay.span.end), self.width() + BEYOND)
        top, bottom = overlay.rows or (self.scrolled, self.scrolled + self.depth)
        down = self.sizes.axis - self.scrolled
        lanes = QRectF(self.sizes.header, self.sizes.axis, self.room, self.depth)
        box = QRectF(left, top + down, right - left, bottom - top)
        paint_overlay(painter, dress_for(painter, theme), overlay, box, lanes)

    def frame(self) -> Frame:
        """All that is painted now."""
        span, scene = self.span, self.lanes
        axis = axis_of(span.start, span.end, self.room, measure, self.sizes.scale, self.zero, self.habits)
        visible = self.index.counts(span.start, span.end)
        stretch = None if self.chosen is None else stretch_of(self.index, self.chosen, axis.unit.whole_days)
        return Frame(
            scene, axis, self.seen, visible, self.width(), self.height(), self.scrolled, stretch, self.placed_pages(),
            self.zero, self.now(),
        )  # fmt: skip

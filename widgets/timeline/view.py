"""The timeline as a widget: it is filled with events, keeps what is in view and what is chosen, and says what was done."""

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storage.columns import Columns, Lanes, TitlesOf
from storage.when import on_day
from widgets import dates
from widgets.timeline.card import Card
from widgets.timeline.corner import Corner
from widgets.timeline.day_zero import DayZero
from widgets.timeline.keys import act_on
from widgets.timeline.pages import pages_of
from widgets.timeline.sizes import screen_sizes
from widgets.timeline.spans import Span, bulk, fitted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from widgets.timeline.access import TimelineAccess
    from widgets.timeline.arrangement import Arrangement
    from widgets.timeline.habits import Habits
    from widgets.timeline.hearing import Hearing, Spoken
    from widgets.timeline.pointing import CardSource


class Timeline(QWidget):
    """Axis, lanes and overview. What the user does is told by signals; a selection that it is told it does not announce."""

    event_clicked = Signal(object)
    """An event is chosen alone."""
    event_toggled = Signal(object)
    """An event joins the chosen ones, or leaves them."""
    events_chosen = Signal(object)
    """The ids of all events that are chosen now; the last is looked at."""
    event_activated = Signal(object)
    background_clicked = Signal()
    range_changed = Signal(float, float)
    page_clicked = Signal(object)
    copy_requested = Signal()
    """The chosen events are wanted on the clipboard."""
    menu_requested = Signal(object, QPoint)
    """A menu is wanted for an event, or for none, at a place of the screen."""
    day_zero_requested = Signal()
    """Days are to be counted from the chosen event, or no longer."""
    day_zero_left = Signal()
    """Time is to be counted by the calendar again."""
    time_chosen = Signal(float, float)
    """Only the events of a stretch of days since 1970 are wanted."""
    time_freed = Signal()
    """Events of all times are wanted again."""
    lanes_arranged = Signal(object)
    """The lanes are folded, hidden or ordered otherwise: an Arrangement."""

    def __init__(self, parent: QWidget | None = None) -> None:
        from widgets.timeline.hearing import let_be_heard

        let_be_heard()  # before Qt asks of this one
        super().__init__(parent)
        self._hearing: Hearing | None = None
        self._whole = False
        # pyqtgraph takes a third of a second to import: only who makes a timeline waits for it.
        from widgets.timeline.arranging import Arranging
        from widgets.timeline.choosing import Choosing
        from widgets.timeline.dragging import Dragging
        from widgets.timeline.hidden_lanes import HiddenLanes
        from widgets.timeline.lane_heads import LaneHeads
        from widgets.timeline.lane_view import LaneView
        from widgets.timeline.measuring import Measuring
        from widgets.timeline.moving import Moving, today
        from widgets.timeline.overview import Overview
        from widgets.timeline.pointing import Pointing
        from widgets.timeline.scroll_bar import LaneScrollBar

        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 160)
        self._filled, self._by_keys, self._today = False, False, today
        self._articles: tuple[object, object] | None = None
        self.lane_view = LaneView(self)
        self.overview = Overview(screen_sizes().header, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.lane_view, 1)
        self._column.addWidget(self.overview)
        bar = LaneScrollBar(self.lane_view)
        self.card = Card(self)
        sizes = self.lane_view.sizes
        self.corner = Corner(int(sizes.header), int(sizes.axis), self.lane_view)
        self.moving = Moving(self.lane_view)
        self.choosing = Choosing(self.lane_view, self.moving)
        self.arranging = Arranging(self.lane_view)
        self.heads = LaneHeads(self.lane_view, self.arranging)
        self.hidden_lanes = HiddenLanes(self.lane_view, self.arranging)
        self.measuring = Measuring(self.lane_view, self.moving, self)
        self._pointing = Pointing(self.lane_view, self.moving, self.card)
        self._dragging = Dragging(self.lane_view, self.moving)
        bar.follow_moves_of(self._pointing, self._dragging, self.moving)
        self.spoken_source: Spoken | None = None
        """The sentences in which events are told; their titles where there is none."""
        self._connect()
        self._describe()
        self.set_span(fitted(None, today()))
        self._whole = True

    def listen(self, access: "TimelineAccess") -> "Hearing | None":
        """What assistive technology knows of the timeline, made when it asks for the first time."""
        if self._hearing is None and self._whole:
            from widgets.timeline.hearing import Hearing

            self._hearing = Hearing(self, access)
        return self._hearing

    def place_above_overview(self, widget: QWidget) -> None:
        """Room for what waits for a place in time."""
        self._column.insertWidget(1, widget)

    def _connect(self) -> None:
        view, pointing, choosing = self.lane_view, self._pointing, self.choosing
        view.span_changed.connect(self._span_changed)
        pointing.pressed.connect(self._pressed)
        pointing.clicked.connect(lambda: self.measure(None))
        pointing.event_clicked.connect(choosing.click)
        pointing.page_clicked.connect(self.page_clicked)
        pointing.background_clicked.connect(self.background_clicked)
        choosing.clicked.connect(self.event_clicked)
        choosing.toggled.connect(self.event_toggled)
        choosing.several.connect(self.events_chosen)
        choosing.shown.connect(self._describe)
        self.arranging.arranged.connect(self.lanes_arranged)
        self.arranging.hidden_changed.connect(self._count_anew)
        self.heads.left.connect(self.setFocus)
        self._dragging.boxed.connect(choosing.box)
        self._dragging.measured.connect(self.measure)
        self.measuring.only_requested.connect(self.time_chosen)
        self.corner.zero_left.connect(self.day_zero_left)
        self.corner.time_freed.connect(self.time_freed)
        self.overview.span_asked.connect(lambda start, end: self.set_span(Span(start, end)))
        self.overview.jump_asked.connect(lambda start, end: self.moving.go(Span(start, end)))
        self.overview.zoom_asked.connect(lambda factor: self.set_span(self.visible_span.zoomed(factor)))

    @property
    def selected(self) -> int | None:
        """The event that is looked at."""
        return self.lane_view.chosen

    @property
    def visible_span(self) -> Span:
        """The time in view."""
        return self.lane_view.span

    @property
    def measured(self) -> Span | None:
        """The stretch of time that is measured."""
        return self.measuring.span

    def set_events(
        self, columns: Columns, lanes: Lanes, titles_of: TitlesOf, shown: "NDArray[np.bool_] | None" = None
    ) -> None:
        """Show other events; what is in view and what is chosen stay, but of the first events most are brought into view.

        `shown` says which of the rows are shown, None for all: the same columns filtered otherwise are shown faster.
        """
        self._pointing.leave()
        middle = bulk(columns)
        if middle:
            self.lane_view.set_origin((middle.start + middle.end) / 2)
        self.lane_view.set_events(columns, lanes, titles_of, shown)
        self.hidden_lanes.refresh()
        self.overview.set_index(self.lane_view.index, self._today())
        if not self._filled and self.lane_view.index.count:
            self._filled = True
            self.fit_core()
        self._describe()

    def set_arrangement(self, arrangement: "Arrangement") -> None:
        """Show the lanes as they were arranged before; silent."""
        self.arranging.show(arrangement)

    def set_habits(self, habits: "Habits") -> None:
        """When weeks begin and end here."""
        self.lane_view.habits = habits
        self.lane_view.update_picture()

    def set_faint(self, faint: bool) -> None:
        """Show what is filtered out as pale ghosts where there is room, or not at all."""
        self.lane_view.set_faint(faint)

    def _count_anew(self) -> None:
        self.overview.set_index(self.lane_view.index, self._today())

    def set_hint(self, text: str) -> None:
        """What is said in the middle of the lanes as long as there is no event at all to draw; "" for nothing."""
        self.lane_view.hint = text
        self.lane_view.update_picture()
        self._describe()

    def set_pages(self, days: "NDArray[np.float64]", articles: "NDArray[np.int64]", open_article: int | None) -> None:
        """Days of publication, NaN where unknown, with their articles, and which of those is open."""
        view = self.lane_view
        if self._articles is None or self._articles[0] is not days or self._articles[1] is not articles:
            self._articles, view.pages = (days, articles), pages_of(days, articles)
        view.pages = replace(view.pages, open_article=open_article)
        view.update_picture()

    def set_day_zero(self, zero: DayZero | None) -> None:
        """Count days, weeks, months and years from an event; None counts by the calendar."""
        self.lane_view.set_zero(zero)
        day = dates.written_out(on_day(int(zero.day))) if zero else ""
        self.corner.set_zero((zero.title or "an event") if zero else "", day)

    def set_restriction(self, words: str) -> None:
        """Say of which time events are let through alone, "" for all."""
        self.corner.set_time(words)

    def set_card_source(self, source: "CardSource") -> None:
        """Where the words of the card come from; asked only for what the mouse rests on."""
        self._pointing.card_source = source

    def select(self, event: int | None, reveal: bool = True, selection: Collection[int] | None = None) -> None:
        """Look at an event, or none; silent. `selection` are all that are chosen, else it is chosen alone.

        `reveal` brings it into view, moving no further than needed.
        """
        alone = () if event is None else (event,)
        self.choosing.show(alone if selection is None else selection, event, reveal)

    def set_span(self, span: Span) -> None:
        """Show a stretch of time at once, within the limits of zoom and calendar."""
        self.moving.set_span(span)

    def fit(self) -> None:
        """Show all events, however far apart; when they are in view already, where most of them are."""
        self.moving.fit()

    def fit_core(self) -> None:
        """Show at once where most events are: what one wants to see first."""
        self.moving.fit_core()

    def measure(self, span: Span | None) -> None:
        """Mark a stretch of time and say how long it is, until it is clicked away; None for none."""
        self.measuring.measure(span)

    def _span_changed(self) -> None:
        span = self.visible_span
        self.card.hide()
        self.overview.set_seen(span)
        self.range_changed.emit(span.start, span.end)

    def _pressed(self) -> None:
        """Keys go to the timeline once it was clicked into."""
        self._by_keys = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is in view, and what is chosen, by keys alone."""
        self._by_keys = act_on(self, event)
        if not self._by_keys:
            super().keyPressEvent(event)
        self._show_focus()

    def escape(self) -> bool:
        """Leave what is under way, else what is marked, else what is chosen; whether there was any."""
        if self.lane_view.give_up():
            return True
        if self.measured:
            self.measure(None)
        elif self.lane_view.selection:
            self.select(None)
            self.background_clicked.emit()
        else:
            return False
        return True

    def copy_told(self) -> None:
        """What is measured or chosen goes to the clipboard."""
        if self.measured:
            self.measuring.card.copy_told()
        else:
            self.copy_requested.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For what is under the mouse, which is chosen then unless it is already; for the chosen event by the key."""
        view, found = self.lane_view, self.selected
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            box = view.box_of(found) if found is not None else None
            at = view.mapToGlobal(box.center() if box else view.rect().center())
        else:
            hit = view.hit_at(view.mapFromGlobal(at).toPointF())
            found = hit.event if hit else None
            if found is not None and found not in view.selection:
                self.choosing.click(found, Qt.KeyboardModifier.NoModifier)
        self._pointing.leave()
        self.menu_requested.emit(found, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached with Tab, the focus is drawn; clicked into, it is not."""
        super().focusInEvent(event)
        self._by_keys = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        self.lane_view.focus_shown = self._by_keys and self.hasFocus()
        self.lane_view.update_picture()

    def _describe(self) -> None:
        """What a screen reader says of the timeline and of the event that is chosen."""
        count = self.lane_view.index.count
        self.setAccessibleName(f"Timeline of {count:,} {'event' if count == 1 else 'events'}")
        words = ", ".join(part for part in self._told(self.selected) if part)
        none = "No event is selected. Arrow keys select one." if count else self.lane_view.hint
        several = len(self.lane_view.selection)
        head = f"Selected: {several:,} events, last of them" if several > 1 else "Selected:"
        self.setAccessibleDescription(f"{head} {words}" if words else none)

    def _told(self, event: int | None) -> tuple[str, ...]:
        """The words of the card, or the title alone where there is no source of cards."""
        if event is None:
            return ()
        source = self._pointing.card_source
        return (source(event) if source else None) or (self.lane_view.titles_of([event]).get(event, ""),)

    def changeEvent(self, event: QEvent) -> None:
        """The colours of another theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange) and hasattr(self, "lane_view"):
            self.lane_view.update_picture()

"""The timeline as a widget: it is filled with events, keeps what is in view and what is chosen, and says what was done."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QVBoxLayout, QWidget

from storage.columns import Columns, Lanes, TitlesOf
from storage.moment import day_number
from widgets.timeline.card import Card
from widgets.timeline.pages import Pages
from widgets.timeline.sizes import screen_sizes
from widgets.timeline.spans import Span, bulk, core, fitted, whole
from widgets.timeline.steps import Step, step_from

if TYPE_CHECKING:
    from widgets.timeline.pointing import CardSource

KEY_ZOOM = 1.5
STEPS = {
    Qt.Key.Key_Left: Step.BEFORE,
    Qt.Key.Key_Right: Step.AFTER,
    Qt.Key.Key_Up: Step.UP,
    Qt.Key.Key_Down: Step.DOWN,
    Qt.Key.Key_Home: Step.FIRST,
    Qt.Key.Key_End: Step.LAST,
}
SCROLL_BAR = 10


class Timeline(QWidget):
    """Axis, lanes and overview. What the user does is told by signals; a selection that it is told it does not announce."""

    event_clicked = Signal(object)
    event_activated = Signal(object)
    background_clicked = Signal()
    range_changed = Signal(float, float)
    page_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # pyqtgraph takes a third of a second to import: only who makes a timeline waits for it.
        from widgets.timeline.lane_view import LaneView
        from widgets.timeline.overview import Overview
        from widgets.timeline.pointing import Pointing

        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 160)
        self._filled, self._by_keys = False, False
        self.lane_view = LaneView(self)
        self.overview = Overview(screen_sizes().header, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.lane_view, 1)
        self._column.addWidget(self.overview)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self.lane_view)
        self._bar.hide()
        self.card = Card(self)
        self._pointing = Pointing(self.lane_view, self.card)
        self._connect()
        self._describe()
        self.set_span(fitted(None, _today()))

    def place_above_overview(self, widget: QWidget) -> None:
        """Room for what waits for a place in time."""
        self._column.insertWidget(1, widget)

    def _connect(self) -> None:
        view, pointing = self.lane_view, self._pointing
        view.span_changed.connect(self._span_changed)
        # A scene may be laid out while it is painted; a widget that is shown then would be painted within.
        view.scene_changed.connect(self._adjust_bar, Qt.ConnectionType.QueuedConnection)
        pointing.pressed.connect(self._pressed)
        pointing.event_clicked.connect(self._choose)
        pointing.event_activated.connect(self.event_activated)
        pointing.page_clicked.connect(self.page_clicked)
        pointing.background_clicked.connect(self.background_clicked)
        pointing.scrolled.connect(self._adjust_bar)
        self._bar.valueChanged.connect(view.scroll_to)
        self.overview.span_asked.connect(lambda start, end: self.set_span(Span(start, end)))
        self.overview.zoom_asked.connect(self.zoom)

    @property
    def selected(self) -> int | None:
        """The event that is chosen."""
        return self.lane_view.chosen

    @property
    def visible_span(self) -> Span:
        """The time in view."""
        return self.lane_view.span

    def set_events(self, columns: Columns, lanes: Lanes, titles_of: TitlesOf) -> None:
        """Show other events; what is in view and what is chosen stay, but of the first events most are brought into view."""
        self._pointing.leave()
        middle = bulk(columns)
        if middle:
            self.lane_view.set_origin((middle.start + middle.end) / 2)
        self.lane_view.set_events(columns, lanes, titles_of)
        self.overview.set_index(self.lane_view.index, _today())
        if not self._filled and len(columns):
            self._filled = True
            self.fit_core()
        self._describe()

    def set_hint(self, text: str) -> None:
        """What is said in the middle of the lanes as long as there is no event at all to draw; "" for nothing."""
        self.lane_view.hint = text
        self.lane_view.update_picture()
        self._describe()

    def set_pages(self, pages: Sequence[tuple[int, int]], open_article: int | None) -> None:
        """Days of publication with their articles, and which of those is open."""
        self.lane_view.pages = Pages(pages, open_article)
        self.lane_view.update_picture()

    def set_card_source(self, source: "CardSource") -> None:
        """Where the words of the card come from; asked only for what the mouse rests on."""
        self._pointing.card_source = source

    def select(self, event: int | None, reveal: bool = True) -> None:
        """Choose an event, or none; silent. `reveal` brings it into view, moving no further than needed."""
        view = self.lane_view
        if event != view.chosen:
            view.chosen = event
            view.lay_out_anew()
        if event is not None and reveal:
            self._reveal(event)
        self._describe()

    def set_span(self, span: Span) -> None:
        """Show a stretch of time, within the limits of zoom and calendar."""
        self.lane_view.set_span(span)

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Nearer for a factor above 1, around a time or the middle."""
        self.set_span(self.visible_span.zoomed(factor, at))

    def fit(self) -> None:
        """Show all events, however far apart; when they are in view already, where most of them are."""
        everything = fitted(whole(self.lane_view.index.columns), _today()).allowed()
        if _alike(everything, self.visible_span):
            self.fit_core()
        else:
            self.set_span(everything)

    def fit_core(self) -> None:
        """Show where most events are: what one wants to see first."""
        self.set_span(fitted(core(self.lane_view.index.columns), _today()).allowed())

    def _reveal(self, event: int) -> None:
        view = self.lane_view
        rows = view.index.rows_of([event])
        if not rows:
            return
        start, end = float(view.index.start[rows[0]]), float(view.index.end[rows[0]])
        span = self.visible_span
        within = span.start <= start and end <= span.end
        if not within and not (start < span.end and end > span.start and end - start > span.length):
            finite = [one for one in (start, end) if abs(one) != float("inf")]
            if finite:
                self.set_span(span.showing(max(start, finite[0]), min(end, finite[-1])))
        view.bring_into_depth(event)
        self._adjust_bar()

    def _span_changed(self) -> None:
        span = self.visible_span
        self.card.hide()
        self.overview.set_seen(span)
        self.range_changed.emit(span.start, span.end)

    def _adjust_bar(self) -> None:
        """The scroll bar lies over the lanes: making room for it would lay them out differently."""
        view, bar = self.lane_view, self._bar
        top = int(view.sizes.axis)
        bar.setGeometry(view.width() - SCROLL_BAR, top, SCROLL_BAR, view.height() - top)
        bar.blockSignals(True)
        bar.setPageStep(int(view.depth))
        bar.setRange(0, round(view.furthest))
        bar.setValue(round(view.scrolled))
        bar.blockSignals(False)
        bar.setVisible(view.furthest > 0)

    def _pressed(self) -> None:
        """Keys go to the timeline once it was clicked into."""
        self._by_keys = False
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_focus()

    def _choose(self, event: int) -> None:
        """Choose by the user's hand, which is announced."""
        self.select(event, reveal=self._by_keys)
        self.event_clicked.emit(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from event to event; F, + and − change what is in view."""
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
            return
        key = Qt.Key(event.key())
        self._by_keys = True
        if key in STEPS:
            self._step(STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected is not None:
            self.event_activated.emit(self.selected)
        elif key is Qt.Key.Key_Escape and self.selected is not None:
            self.select(None)
            self.background_clicked.emit()
        elif key is Qt.Key.Key_F:
            self.fit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / KEY_ZOOM if key is Qt.Key.Key_Minus else KEY_ZOOM)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.set_span(self.visible_span.moved(-1 if key is Qt.Key.Key_PageUp else 1))
        else:
            self._by_keys = False
            super().keyPressEvent(event)
        self._show_focus()

    def _step(self, step: Step) -> None:
        span = self.visible_span
        found = step_from(self.lane_view.index, self.selected, step, (span.start + span.end) / 2)
        if found is not None and found != self.selected:
            self._choose(found)

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
        count = len(self.lane_view.index.columns)
        self.setAccessibleName(f"Timeline of {count:,} {'event' if count == 1 else 'events'}")
        words = ", ".join(part for part in self._told(self.selected) if part)
        none = "No event is selected. Arrow keys select one." if count else self.lane_view.hint
        self.setAccessibleDescription(f"Selected: {words}" if words else none)

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The bar stands at the right edge."""
        super().resizeEvent(event)
        self._adjust_bar()


def _today() -> float:
    now = date.today()
    return float(day_number(now.year, now.month, now.day))


def _alike(one: Span, other: Span) -> bool:
    slight = 1e-6 * max(one.length, 1.0)
    return abs(one.start - other.start) <= slight and abs(one.end - other.end) <= slight

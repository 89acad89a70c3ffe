"""What the mouse does in the lanes: wheel, fingers, click, and the card for what it rests on."""

from collections.abc import Callable
from math import isfinite

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer, Signal

from widgets.timeline.canvas import WHEEL_ZOOM
from widgets.timeline.card import Card
from widgets.timeline.crowd import crowd_at
from widgets.timeline.hits import Hit
from widgets.timeline.lane_view import LaneView
from widgets.timeline.measured import ends_words
from widgets.timeline.moving import Moving
from widgets.timeline.spans import Span

CardSource = Callable[[int], tuple[str, ...] | None]
"""Title, date, why it is that date and sources of an event, in words."""

CARD_AFTER = 300
"""So many ms the mouse rests on a mark before the card comes; the mark itself answers at once."""
WHEEL_PAN, WHEEL_SCROLL = 0.08, 48.0
"""For one notch of the wheel."""
OTHERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""With these one means more events, and a click beside them loses none."""
DOUBLE_ZOOM = 2.5
"""How much nearer a double click beside all events comes."""
AROUND = 0.25
"""Room beside the cell of a band that is zoomed into, in its lengths."""


class Pointing(QObject):
    """Moves what is in view by itself; what concerns events and pages it only tells."""

    pressed = Signal()
    event_clicked = Signal(object, Qt.KeyboardModifier)
    """With the keys held."""
    page_clicked = Signal(object)
    background_clicked = Signal()
    clicked = Signal()
    """Wherever it was; comes before what it was on."""
    scrolled = Signal()

    def __init__(self, view: LaneView, moving: Moving, card: Card) -> None:
        super().__init__(view)
        self._view, self._moving, self._card = view, moving, card
        self._before: Hit | None = None
        """What the last click was on: a double click means that, though marks have moved since."""
        self._over: Hit | None = None
        """What the mouse is on."""
        self.card_source: CardSource | None = None
        self._wait = QTimer(self, singleShot=True, interval=CARD_AFTER)
        self._wait.timeout.connect(self._show_card)
        view.wheel_turned.connect(self._turn)
        view.pressed.connect(self._press)
        view.swiped.connect(self._swipe)
        view.pinched.connect(self._pinch)
        view.clicked.connect(self._click)
        view.double_clicked.connect(self._double_click)
        view.mouse_moved.connect(self._move)
        view.mouse_left.connect(self.leave)

    def leave(self) -> None:
        """Nothing is under the mouse any more."""
        self._wait.stop()
        self._card.hide()
        self._over = None
        self._view.hover(None)

    def _turn(self, at: QPointF, turned: QPointF, keys: Qt.KeyboardModifier) -> None:
        view = self._view
        self.leave()
        if at.x() < view.sizes.header and at.y() > view.sizes.axis:
            view.scroll_to(view.scrolled - turned.y() * WHEEL_SCROLL)
            self.scrolled.emit()
        elif keys & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            # with Shift or Alt some systems turn the wheel across
            self._moving.set_span(view.span.moved(-(turned.x() or turned.y()) * WHEEL_PAN))
        else:
            self._zoom(WHEEL_ZOOM ** turned.y(), at)

    def _zoom(self, factor: float, at: QPointF) -> None:
        view = self._view
        self._moving.set_span(view.span.zoomed(factor, view.time_at(max(at.x(), view.sizes.header))))

    def _swipe(self, moved: QPointF) -> None:
        """Two fingers take the picture along."""
        view = self._view
        self.leave()
        if moved.x():
            self._moving.set_span(view.span.moved(-moved.x() / view.room))
        if moved.y() and view.furthest:
            view.scroll_to(view.scrolled - moved.y())
            self.scrolled.emit()

    def _pinch(self, at: QPointF, factor: float) -> None:
        self.leave()
        self._zoom(factor, at)

    def _press(self, at: QPointF) -> None:
        self.leave()
        self._moving.glide.stop()
        self.pressed.emit()

    def _click(self, at: QPointF) -> None:
        view = self._view
        page, found = view.page_at(at), view.hit_at(at)
        self._before = found
        self.clicked.emit()
        if page:
            self.page_clicked.emit(page.article)
        elif found and found.event is not None:
            self.event_clicked.emit(found.event, view.keys)
        elif found and found.stretch:
            self._moving.go(Span(*found.stretch).padded(AROUND, AROUND))
        elif at.x() >= view.sizes.header and not view.keys & OTHERS:
            self.background_clicked.emit()

    def _double_click(self, at: QPointF) -> None:
        """Come nearer: to the event that was clicked, or where there is none."""
        found, view = self._before, self._view
        if found and found.event is not None:
            self._moving.come_near(found.event)
        elif found is None and at.x() >= view.sizes.header and not view.page_at(at):
            self._moving.zoom(DOUBLE_ZOOM, view.time_at(at.x()))

    def _move(self, at: QPointF) -> None:
        view = self._view
        found, page = view.hit_at(at), view.page_at(at)
        view.setCursor(Qt.CursorShape.PointingHandCursor if found or page else Qt.CursorShape.ArrowCursor)
        if found == self._over:
            return
        self.leave()
        self._over = found
        view.hover(found.event if found else None, found.box if found and found.stretch else None)
        if found:
            self._wait.start()

    def _show_card(self) -> None:
        """What the mouse rests on, in words: an event, or what a dense place holds."""
        view, found = self._view, self._over
        if found is None:
            return
        crowd = crowd_at(view.lanes, view.index, found)
        box = view.to_view(found.box, view.seen) if found.stretch else view.box_of(found.event or 0)
        if box is None:
            return
        place = QRect(view.mapTo(self._card.parentWidget(), box.topLeft()), box.size())
        told = self.card_source(found.event) if self.card_source and found.event is not None else None
        if crowd:
            titles = view.titles_of(list(crowd.first))
            when = ends_words(crowd.start, crowd.end) if isfinite(crowd.end - crowd.start) else ""
            self._card.show_crowd(crowd.count, when, [titles.get(one, "") for one in crowd.first], place)
        elif told:
            self._card.show_at(told, place)

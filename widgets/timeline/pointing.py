"""What the mouse does in the lanes: wheel, drag, click, and the card for what it rests on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRect, Qt, QTimer, Signal

from widgets.timeline.canvas import WHEEL_ZOOM
from widgets.timeline.card import Card
from widgets.timeline.lane_view import LaneView
from widgets.timeline.spans import Span

CardSource = Callable[[int], tuple[str, ...] | None]
"""Title, date, why it is that date and sources of an event, in words."""

CARD_AFTER = 300
"""So many ms the mouse rests on a mark before the card comes; the mark itself answers at once."""
WHEEL_PAN, WHEEL_SCROLL = 0.08, 48.0
"""For one notch of the wheel."""
AROUND = 0.25
"""Room beside the cell of a band that is zoomed into, in its lengths."""


class Pointing(QObject):
    """Moves what is in view by itself; what concerns events and pages it only tells."""

    pressed = Signal()
    event_clicked = Signal(object)
    event_activated = Signal(object)
    page_clicked = Signal(object)
    background_clicked = Signal()
    scrolled = Signal()

    def __init__(self, view: LaneView, card: Card) -> None:
        super().__init__(view)
        self._view, self._card = view, card
        self.card_source: CardSource | None = None
        self._wait = QTimer(self, singleShot=True, interval=CARD_AFTER)
        self._wait.timeout.connect(self._show_card)
        view.wheel_turned.connect(self._turn)
        view.pressed.connect(self._press)
        view.dragged.connect(self._drag)
        view.released.connect(view.unsetCursor)
        view.clicked.connect(self._click)
        view.double_clicked.connect(self._double_click)
        view.mouse_moved.connect(self._move)
        view.mouse_left.connect(self.leave)

    def leave(self) -> None:
        """Nothing is under the mouse any more."""
        self._wait.stop()
        self._card.hide()
        self._view.hover(None)

    def _turn(self, at: QPointF, turned: QPointF, keys: Qt.KeyboardModifier) -> None:
        view = self._view
        self.leave()
        if at.x() < view.sizes.header and at.y() > view.sizes.axis:
            view.scroll_to(view.scrolled - turned.y() * WHEEL_SCROLL)
            self.scrolled.emit()
        elif keys & Qt.KeyboardModifier.ShiftModifier or abs(turned.x()) > abs(turned.y()):
            view.set_span(view.span.moved(-(turned.x() or turned.y()) * WHEEL_PAN))
        else:
            view.set_span(view.span.zoomed(WHEEL_ZOOM ** turned.y(), view.time_at(max(at.x(), view.sizes.header))))

    def _press(self, at: QPointF) -> None:
        self.leave()
        self.pressed.emit()

    def _drag(self, start: QPointF, step: QPointF) -> None:
        view = self._view
        view.setCursor(Qt.CursorShape.ClosedHandCursor)
        if start.x() >= view.sizes.header and step.x():
            view.set_span(view.span.moved(-step.x() / view.room))
        if start.y() >= view.sizes.axis and step.y():
            view.scroll_to(view.scrolled - step.y())
            self.scrolled.emit()

    def _click(self, at: QPointF) -> None:
        view = self._view
        page, found = view.page_at(at), view.hit_at(at)
        if page:
            self.page_clicked.emit(page.article)
        elif found and found.event is not None:
            self.event_clicked.emit(found.event)
        elif found and found.stretch:
            view.set_span(Span(*found.stretch).padded(AROUND, AROUND))
        elif at.x() >= view.sizes.header:
            self.background_clicked.emit()

    def _double_click(self, at: QPointF) -> None:
        found = self._view.hit_at(at)
        if found and found.event is not None:
            self.event_activated.emit(found.event)

    def _move(self, at: QPointF) -> None:
        view = self._view
        found, page = view.hit_at(at), view.page_at(at)
        view.setCursor(Qt.CursorShape.PointingHandCursor if found or page else Qt.CursorShape.ArrowCursor)
        event = found.event if found else None
        if event == view.hovered:
            return
        self.leave()
        view.hover(event)
        if event is not None:
            self._wait.start()

    def _show_card(self) -> None:
        event = self._view.hovered
        if event is None or self.card_source is None:
            return
        told, box = self.card_source(event), self._view.box_of(event)
        if told and box:
            corner = self._view.mapTo(self._card.parentWidget(), box.topLeft())
            self._card.show_at(told, QRect(corner, box.size()))

"""The pyqtgraph view of the timeline: a ViewBox keeps the range of time, and the view paints everything at once.

The picture is painted by the view itself, not by an item of its scene: looking for the items to paint, setting up their
transforms and painting twice where the range and the picture change in turn took four times as long as a plain widget.

Time on the ViewBox's axis is days since a day near the data (`origin`), not since 1970: pyqtgraph inverts its
transforms, and near the year 99999 the difference of two minutes would drown in what that loses.
"""

from collections.abc import Callable
from math import floor

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QInputDevice,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGestureEvent, QPinchGesture, QWidget

from widgets.timeline.spans import EARLIEST, LATEST, LONGEST, SHORTEST, Span

DRAG_FROM = 4
"""So many px a pressed mouse moves before it pans."""
NOTCH = 120
WHEEL_ZOOM = 1.2
"""How much nearer one notch of the wheel comes."""
PIXELS = 60.0
"""What a touchpad that counts px calls one notch."""

LEAST_PINCH, SMART_ZOOM = 0.2, 2.0
"""The strongest pinch of one event, and how much nearer a tap with two fingers comes."""

PINCHED = (Qt.GestureState.GestureFinished, Qt.GestureState.GestureCanceled)
"""At its end a pinch tells once more how far the fingers moved last."""

Paint = Callable[[QPainter], None]


class TimeView(pg.GraphicsView):
    """A pyqtgraph view whose ViewBox holds a span of time; what the mouse does there is said by signals."""

    span_changed = Signal()
    wheel_turned = Signal(QPointF, QPointF, Qt.KeyboardModifier)
    """Where, by how many notches across and down, with which keys held."""
    pressed = Signal(QPointF)
    dragged = Signal(QPointF, QPointF)
    """Where the drag began, and by how much since the last of these."""
    released = Signal()
    given_up = Signal()
    """A drag has ended without having been let go by the user's hand."""
    swiped = Signal(QPointF)
    """Two fingers have moved over a touchpad by so many px."""
    pinched = Signal(QPointF, float)
    """Two fingers have moved apart around a place: so many times as far as they were."""
    clicked = Signal(QPointF)
    double_clicked = Signal(QPointF)
    mouse_moved = Signal(QPointF)
    mouse_left = Signal()
    resized = Signal()

    def __init__(self, paint: Paint, parent: QWidget | None = None) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.origin = 0.0
        self.keys = Qt.KeyboardModifier.NoModifier
        """Which were held when the mouse was pressed last."""
        self._from: QPointF | None = None
        self._last, self._dragging = QPointF(), False
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.scene().addItem(self.box)
        self._paint_all = paint
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._limit()
        self.box.sigXRangeChanged.connect(self._say_span)

    @property
    def last(self) -> QPointF:
        """Where the pressed mouse is."""
        return self._last

    @property
    def span(self) -> Span:
        """The time in view."""
        first, last = self.box.viewRange()[0]
        return Span(first + self.origin, last + self.origin)

    def set_span(self, span: Span) -> None:
        """Show another stretch of time, within the limits."""
        allowed = span.allowed()
        self.box.setXRange(allowed.start - self.origin, allowed.end - self.origin, padding=0)

    def set_origin(self, near: float) -> None:
        """Count days from one near the data; the time in view stays."""
        span, self.origin = self.span, float(floor(near))
        self.box.blockSignals(True)
        self._limit()
        self.set_span(span)
        self.box.blockSignals(False)

    def set_box(self, box: QRectF) -> None:
        """Where in the view time runs from left to right."""
        self.box.setGeometry(box)

    def update_picture(self) -> None:
        """Paint anew."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Everything at once, with px as units."""
        painter = QPainter(self.viewport())
        try:
            self._paint_all(painter)
        finally:  # a painter that is left open takes the whole program down with it
            painter.end()

    def _limit(self) -> None:
        limits = {"xMin": EARLIEST - self.origin, "xMax": LATEST - self.origin}
        self.box.setLimits(**limits, minXRange=SHORTEST * 0.99, maxXRange=LONGEST * 1.01)

    def _say_span(self) -> None:
        self.update_picture()
        self.span_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another view needs another picture."""
        super().resizeEvent(event)
        # pyqtgraph resizes itself while it is being made.
        if hasattr(self, "box"):
            self.resized.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        """Fingers: pinches of touchpads come as native gestures, those of touch screens as gestures of Qt."""
        if isinstance(event, QNativeGestureEvent):
            return self._native(event)
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                at = self.viewport().mapFromGlobal(pinch.centerPoint().toPoint())
                if pinch.state() not in PINCHED:
                    self.pinched.emit(QPointF(at), pinch.scaleFactor())
                return True
        return bool(super().viewportEvent(event))

    def _native(self, event: QNativeGestureEvent) -> bool:
        """Zoom, also by the double tap that other programs answer in the same way."""
        if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.pinched.emit(event.position(), max(1.0 + event.value(), LEAST_PINCH))
        elif event.gestureType() is Qt.NativeGestureType.SmartZoomNativeGesture:
            self.pinched.emit(event.position(), SMART_ZOOM)
        else:
            return False
        event.accept()
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Said in notches, whatever the device counts in; of two fingers that move freely, in px."""
        event.accept()
        if _by_fingers(event) and not event.modifiers():
            moved = QPointF(event.pixelDelta())
            self.swiped.emit(QPointF(event.angleDelta()) / NOTCH * PIXELS if moved.isNull() else moved)
            return
        turned = QPointF(event.angleDelta()) / NOTCH
        if turned.isNull():
            turned = QPointF(event.pixelDelta()) / PIXELS
        self.wheel_turned.emit(event.position(), turned, event.modifiers())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click or of a drag."""
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self._from = self._last = event.position()
            self._dragging, self.keys = False, event.modifiers()
            self.pressed.emit(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A drag with the button held, else only a look."""
        event.accept()
        here = event.position()
        if self._from is None:
            self.mouse_moved.emit(here)
            return
        if not self._dragging and (here - self._from).manhattanLength() < DRAG_FROM:
            return
        self._dragging = True
        step, self._last = here - self._last, here
        self.dragged.emit(self._from, step)

    def give_up(self) -> bool:
        """End a drag that is under way, as if nothing had been pressed; whether there was one."""
        dragged, self._from, self._dragging = self._dragging, None, False
        if dragged:
            self.given_up.emit()
        return dragged

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a drag, or a click."""
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton or self._from is None:
            return
        self._from, dragged, self._dragging = None, self._dragging, False
        self.released.emit()
        if not dragged:
            self.clicked.emit(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of two."""
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self.mouse_left.emit()


def _by_fingers(event: QWheelEvent) -> bool:
    """Whether a touchpad is meant, which moves freely, and not a wheel with notches."""
    if event.device().type() is QInputDevice.DeviceType.TouchPad:
        return True
    return event.phase() is not Qt.ScrollPhase.NoScrollPhase and not event.pixelDelta().isNull()

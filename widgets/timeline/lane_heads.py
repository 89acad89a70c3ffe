"""The heads of the lanes as something to act on, by mouse and keys; the frame of the timeline has painted them."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from widgets import plain
from widgets.timeline.arranging import Arranging
from widgets.timeline.heads_painter import Hand, head_box, paint_heads
from widgets.timeline.lane_menu import lane_menu
from widgets.timeline.lane_view import LaneView
from widgets.timeline.scene import LaneBox

CHEVRON_ROOM = 13
"""A click so near to the left edge is one on the chevron."""
DRAG_FROM = 5
SCROLL_STEP, SCROLL_EDGE = 12.0, 18
"""Px that lanes scroll for each move of a dragged head, and how near to the edge of the view that begins."""
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
OTHER = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.MetaModifier


class LaneHeads(QWidget):
    """Lies over the column of heads, so that what is a drag or a click there is none of the lanes."""

    left = Signal()
    """The keyboard is wanted elsewhere."""

    def __init__(self, view: LaneView, arranging: Arranging) -> None:
        super().__init__(view.viewport())
        self._view, self._arranging = view, arranging
        self._under: str | None = None
        """The lane under the mouse."""
        self._pressed: tuple[str, QPointF] | None = None
        self._dragging = False
        self._mouse = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setAccessibleName("Lanes")
        view.resized.connect(self.place)
        arranging.shown.connect(self._show)
        self.place()

    def place(self) -> None:
        """Fill the column of heads."""
        sizes = self._view.sizes
        self.setGeometry(0, int(sizes.axis), int(sizes.header), max(int(self._view.height() - sizes.axis), 1))

    def _show(self) -> None:
        self._describe()
        self.update()

    def _lane_at(self, y: float) -> LaneBox | None:
        down = y + self._view.scrolled
        return next((box for box in self._arranging.boxes if box.top <= down < box.top + box.height), None)

    # ---- mouse ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click or of a drag."""
        box = self._lane_at(event.position().y())
        event.accept()
        if event.button() is Qt.MouseButton.LeftButton and box is not None:
            self._pressed, self._dragging, self._mouse = (box.key, event.position()), False, event.position()
            self._arranging.go_to(box.key, bring_up=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A lane under the mouse, or one that is dragged."""
        self._mouse = event.position()
        if self._pressed is None:
            box = self._lane_at(self._mouse.y())
            self._hover(box.key if box else None)
            return
        far = (self._mouse - self._pressed[1]).manhattanLength() >= DRAG_FROM
        if self._dragging or (far and len(self._arranging.boxes) > 1):
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._scroll_at_edge()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put down what was dragged; a click on a chevron folds."""
        event.accept()
        if self._pressed is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        key, dragged, before = self._pressed[0], self._dragging, self._gap()
        self._let_go()
        if dragged:
            self._arranging.move(key, before)
        elif event.position().x() <= CHEVRON_ROOM:
            self._arranging.toggle(key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fold or unfold; on a chevron the second click of two counts for itself."""
        box = self._lane_at(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and box and event.position().x() > CHEVRON_ROOM:
            self._arranging.toggle(box.key)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is elsewhere."""
        super().leaveEvent(event)
        self._hover(None)

    def _let_go(self) -> None:
        self._pressed, self._dragging = None, False
        self.unsetCursor()
        self.update()

    def _hover(self, key: str | None) -> None:
        if key != self._under:
            self._under = key
            self.update()

    def _gap(self) -> str | None:
        """Before which lane something would be put down at the mouse; None behind all."""
        down = self._mouse.y() + self._view.scrolled
        return next((box.key for box in self._arranging.boxes if down < box.top + box.height / 2), None)

    def _scroll_at_edge(self) -> None:
        y = self._mouse.y()
        way = -1 if y < SCROLL_EDGE else 1 if y > self.height() - SCROLL_EDGE else 0
        self._view.scroll_to(self._view.scrolled + way * SCROLL_STEP)

    # ---- keys ----

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from lane to lane, with Alt they take the lane along; left and right fold and unfold."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            dragged = self._dragging
            self._let_go()
            if not dragged:
                self.left.emit()
        elif event.modifiers() & OTHER or not self._act_on(
            key, bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ):
            event.ignore()

    def _act_on(self, key: Qt.Key, alt: bool) -> bool:
        """Do what a key asks for; whether it was one of ours."""
        arranging, current = self._arranging, self._arranging.current
        acts = self._acts(current) if current is not None else {}
        if key in STEPS and alt and current is not None:
            arranging.step(current, STEPS[key])
        elif key in STEPS and not alt:
            arranging.go_by(STEPS[key])
        elif key in acts and not alt:
            acts[key]()
        else:
            return False
        return True

    def _acts(self, current: str) -> dict[Qt.Key, Callable[[], object]]:
        arranging = self._arranging
        return {
            Qt.Key.Key_Return: lambda: arranging.toggle(current),
            Qt.Key.Key_Enter: lambda: arranging.toggle(current),
            Qt.Key.Key_Space: lambda: arranging.toggle(current),
            Qt.Key.Key_Left: lambda: arranging.fold(current, folded=True),
            Qt.Key.Key_Right: lambda: arranging.fold(current, folded=False),
            Qt.Key.Key_Delete: lambda: arranging.hide(current),
            Qt.Key.Key_Home: lambda: arranging.go_to(arranging.keys[0]),
            Qt.Key.Key_End: lambda: arranging.go_to(arranging.keys[-1]),
        }

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The current lane is ringed."""
        super().focusInEvent(event)
        self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer."""
        super().focusOutEvent(event)
        self.update()

    # ---- words and picture ----

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the lane under the mouse, or by the key with the current one."""
        event.accept()
        arranging, at = self._arranging, event.pos()
        box = self._lane_at(at.y())
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            box = arranging.box_of(arranging.current)
            at = head_box(box, self._view).bottomLeft().toPoint() + QPoint(20, -4) if box else at
        if box:
            arranging.go_to(box.key, bring_up=False)
        lane_menu(self, arranging, box).popup(self.mapToGlobal(at))

    def event(self, event: QEvent) -> bool:
        """A name that was shortened is told whole."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self._lane_at(event.pos().y())
            if box:
                QToolTip.showText(event.globalPos(), plain.tip(f"{box.label}\n{_counted(box)}"), self)
                return True
        return super().event(event)

    def _describe(self) -> None:
        """What a screen reader says of the current lane."""
        arranging = self._arranging
        box = arranging.box_of(arranging.current) if self.hasFocus() else None
        if box is None:
            self.setAccessibleDescription("Arrow keys go from lane to lane, with Alt they move the lane.")
            return
        keys, state = arranging.keys, ", collapsed" if box.folded else ""
        told = f"{box.label}{state}, {_counted(box)}, lane {keys.index(box.key) + 1} of {len(keys)}"
        self.setAccessibleDescription(told)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what is about the hand."""
        painter = QPainter(self)
        current = self._arranging.current if self.hasFocus() else None
        dragged = self._pressed[0] if self._pressed and self._dragging else None
        hand = Hand(self._under, current, dragged, self._gap(), self._mouse.y())
        paint_heads(painter, self._view, hand, self._arranging.boxes)


def _counted(box: LaneBox) -> str:
    return f"{box.total:,} event{'' if box.total == 1 else 's'}"

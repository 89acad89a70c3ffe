"""What is painted over the heads of the lanes while a hand is there: chevrons, the keyboard's ring, a lane that is dragged."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from widgets.current import current_theme
from widgets.icons import paint_icon
from widgets.timeline.dress import colour, dress_for, fill, pen, write
from widgets.timeline.lane_headers import elided, head_of
from widgets.timeline.lane_view import LaneView
from widgets.timeline.scene import LaneBox

CHEVRON_X, CHEVRON = 7.0, 11.0
VEIL = 0.7
"""How much a lane pales that is dragged elsewhere."""
TAG = 26.0


@dataclass(frozen=True, slots=True)
class Hand:
    """The keys of the lanes under the mouse, in focus and dragged; before which that would go; how far down the mouse is."""

    under: str | None
    focus: str | None
    dragged: str | None
    before: str | None
    y: float


def head_box(box: LaneBox, view: LaneView) -> QRectF:
    """Where the head of a lane is in the column of heads."""
    top, height = head_of(box, view.sizes, view.scrolled)
    return QRectF(0, top - view.scrolled, view.sizes.header, height)


def paint_heads(painter: QPainter, view: LaneView, hand: Hand, boxes: Sequence[LaneBox]) -> None:
    """From the upper left corner of the column on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for box in boxes:
        if box.folded or box.gathers or box.key in (hand.under, hand.focus):
            _paint_chevron(painter, box, head_box(box, view))
        if box.key == hand.focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pen(current_theme().accent.focus, 2))
            painter.drawRoundedRect(head_box(box, view).adjusted(1.5, 1.5, -2.5, -1.5), 4, 4)
    if hand.dragged is not None:
        _paint_drag(painter, view, hand, boxes)


def _paint_chevron(painter: QPainter, box: LaneBox, head: QRectF) -> None:
    name = "chevron_right" if box.folded or box.gathers else "chevron_down"
    paint_icon(painter, name, QPointF(CHEVRON_X, head.center().y()), current_theme().text.tertiary, CHEVRON)


def _paint_drag(painter: QPainter, view: LaneView, hand: Hand, boxes: Sequence[LaneBox]) -> None:
    """The lane pale where it was, a line where it would go, its name at the mouse."""
    theme, down = current_theme(), view.scrolled
    dragged = next((box for box in boxes if box.key == hand.dragged), None)
    target = next((box for box in boxes if box.key == hand.before), None)
    if dragged is None:
        return
    veil = colour(theme.surface.canvas).toRgb()
    veil.setAlphaF(VEIL)
    painter.fillRect(QRectF(0, dragged.top - down, view.sizes.header - 1, dragged.height - 1), veil)
    y = (target.top if target else boxes[-1].top + boxes[-1].height) - down
    fill(painter, QRectF(0, min(max(y - 1.5, 0.0), view.depth - 2), view.sizes.header, 2), theme.accent.base)
    tag = QRectF(14, min(max(hand.y - TAG / 2, 2.0), view.depth - TAG - 2), view.sizes.header - 20, TAG)
    fill(painter, tag, theme.surface.raised, 5)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen(theme.border.strong, 1))
    painter.drawRoundedRect(tag, 5, 5)
    dress = dress_for(painter, theme)
    words = elided(dragged.label, tag.width() - 16, dress.letters.measure)
    write(painter, dress, (tag.left() + 8, tag.center().y()), words, "lane", theme.text.primary)

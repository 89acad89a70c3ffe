"""The mark of the present moment: a thin line through the lanes, and the word in the axis where it meets no page."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from widgets.timeline.dress import Dress, fill, write
from widgets.timeline.pages import WIDTH, Page

WORD, STYLE = "today", "count"
MIDDLE = 48.0
"""The height of the word in the axis: that of the pages."""
BESIDE, APART = 4.0, 2.0
"""Px between line and word, and between word and page."""
STRENGTH = 0.6


def paint_today(painter: QPainter, dress: Dress, x: float, height: float) -> None:
    """The line, from the foot of the axis down."""
    painter.setOpacity(STRENGTH)
    painter.setPen(dress.line(dress.theme.accent.base, 1))
    painter.drawLine(QLineF(round(x) + 0.5, 0, round(x) + 0.5, height))
    painter.setOpacity(1)


def paint_word(painter: QPainter, dress: Dress, x: float, width: float, foot: float, pages: Iterable[Page]) -> None:
    """The word right of the line or left of it, and a short piece of the line in the axis."""
    scale, accent = dress.scale, dress.theme.accent.base
    fill(painter, QRectF(round(x), foot - 14 * scale, scale, 14 * scale), accent)
    wide = dress.letters.measure(WORD, STYLE)
    left = word_place(x, wide, width, [page.x for page in pages], scale)
    if left is not None:
        write(painter, dress, (left, MIDDLE * scale), WORD, STYLE, accent)


def word_place(x: float, wide: float, width: float, pages: Iterable[float], scale: float = 1.0) -> float | None:
    """Where the word begins; None where pages or the edges of the view leave no room on either side."""
    half = (WIDTH / 2 + APART) * scale
    taken = [(page - half, page + half) for page in pages]
    for left in (x + BESIDE * scale, x - BESIDE * scale - wide):
        inside = left >= 0 and left + wide <= width
        if inside and not any(begin < left + wide and end > left for begin, end in taken):
            return left
    return None

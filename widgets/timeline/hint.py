"""A sentence in the middle of the lanes where no event stands: why, and what shows some."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.timeline.dress import Dress, write

STYLE = "note"
EDGE = 16.0


def paint_hint(painter: QPainter, dress: Dress, text: str, place: QRectF) -> None:
    """In the middle of a place, in as many lines as its width asks for."""
    lines = broken(dress, text, place.width() - 2 * EDGE * dress.scale)
    step = dress.letters.metrics(STYLE).lineSpacing()
    top = place.center().y() - step * (len(lines) - 1) / 2
    for number, line in enumerate(lines):
        left = place.center().x() - dress.letters.measure(line, STYLE) / 2
        # A halo, for grid lines run behind the words.
        write(
            painter,
            dress,
            (left, top + number * step),
            line,
            STYLE,
            dress.theme.text.secondary,
            dress.theme.surface.canvas,
        )


def broken(dress: Dress, text: str, room: float) -> list[str]:
    """The words in lines of at most that width."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and dress.letters.measure(longer, STYLE) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines

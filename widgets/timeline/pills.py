"""Numbers in rounded boxes: of the sources of an event, and of the events of a day over a band."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from resources.themes import measures
from widgets.timeline.dress import SCREEN, Dress, fill, stamp
from widgets.timeline.numerals import write_numbers

HALF = float(measures()["radius"]["pill"])
"""Half the height of a pill at 100 %."""
KEPT = 1024


def paint_pill(
    painter: QPainter, dress: Dress, place: tuple[float, float, float], text: str, ground: str, tone: str
) -> None:
    """A number in a rounded box from a left end, around a middle, so wide."""
    x, y, width = place
    paint_pill_ground(painter, dress, x, y, width, ground)
    inset = (width - dress.letters.number(text, "badge")) / 2
    write_numbers(painter, dress, ((x + inset, y, text),), "badge", tone)


def paint_pill_ground(painter: QPainter, dress: Dress, x: float, y: float, width: float, ground: str) -> None:
    """The box alone; on the screen as a picture that is kept, on whole px and whole px wide."""
    if dress.surface is not SCREEN:
        height = 2 * HALF * dress.scale
        fill(painter, QRectF(x, y - height / 2, width, height), ground, height / 2)
        return
    made = _picture(ceil(width * dress.ratio), ground, dress.scale, dress.ratio)
    stamp(painter, dress.ratio, x, y - (HALF + 1) * dress.scale, made)


@lru_cache(KEPT)
def _picture(pixels: int, ground: str, scale: float, ratio: float) -> QPixmap:
    height, width = 2 * HALF * scale, pixels / ratio
    made = QPixmap(pixels, ceil((height + 2 * scale) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill(painter, QRectF(0, scale, width, height), ground, height / 2)
    painter.end()
    return made

"""Numbers that change with each frame: their signs are shaped once, and a number is put together from them."""

from collections.abc import Iterable
from functools import cache, lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGlyphRun, QPainter, QRawFont, QTextLayout

from widgets.timeline.dress import SCREEN, Dress, colour, write
from widgets.timeline.letters import Letters

SIGNS = "0123456789,./km"
KEPT = 8192

Number = tuple[float, float, str]
"""Where it begins, how far down the middle of its height is, and its signs."""
Signs = dict[str, tuple[int, float]]
"""The glyph of each sign, and how far the next one is from it."""


def write_numbers(painter: QPainter, dress: Dress, numbers: Iterable[Number], style: str, tone: str) -> None:
    """The same as writing one after the other, which takes three times as long."""
    if dress.surface is not SCREEN or _signs(dress.letters, style) is None:
        for x, y, text in numbers:
            write(painter, dress, (x, y), text, style, tone)
        return
    letters, down = dress.letters, dress.letters.middle(style)
    painter.setPen(colour(tone))
    for x, y, text in numbers:
        painter.drawGlyphRun(QPointF(x, y + down), _shaped(letters, style, text))


@lru_cache(KEPT)
def _shaped(letters: Letters, style: str, text: str) -> QGlyphRun:
    """A number put together from its signs, from 0,0 on."""
    known = _signs(letters, style)
    assert known
    face, signs = known
    run, x, places = QGlyphRun(), 0.0, []
    for sign in text:
        places.append(QPointF(x, 0))
        x += signs[sign][1]
    run.setRawFont(face)
    run.setGlyphIndexes([signs[sign][0] for sign in text])
    run.setPositions(places)
    return run


@cache
def _signs(letters: Letters, style: str) -> tuple[QRawFont, Signs] | None:
    """None where a sign is not in the font itself and another one stands in for it."""
    font, found, faces = letters.font(style), Signs(), list[QRawFont]()
    for sign in SIGNS:
        layout = QTextLayout(sign, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        runs = layout.glyphRuns()
        if len(runs) != 1 or len(runs[0].glyphIndexes()) != 1 or (faces and runs[0].rawFont() != faces[0]):
            return None
        faces.append(runs[0].rawFont())
        found[sign] = runs[0].glyphIndexes()[0], letters.measure(sign, style)
    return faces[0], found

"""The glyphs of kinds in every state: filled, outlined for what is planned, dashed for what is supposed, struck, confirmed."""

from dataclasses import dataclass
from functools import cache, lru_cache
from math import ceil

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from resources.kinds import Glyph, kinds
from resources.themes import measures
from storage.model import Status
from widgets.paths import painter_path
from widgets.timeline.dress import Dress, Surface, brush, colour, pen, stamp

MARK, STROKE = measures()["mark"], measures()["stroke"]
BOX = float(MARK["glyph_box"])
USUAL = float(MARK["glyph_size"])
DOT = 6.4, -6.2
"""Where the dot of what is confirmed stands."""
GAP, BLOW = QLineF(-9, 7, 9, -7), QLineF(-9.4, 7.3, 9.4, -7.3)
"""What strikes a denied event, with the gap around it, in the box of the glyph."""
HOLLOW = frozenset({Status.PLANNED.value, Status.HYPOTHETICAL.value})
UNFILLED = "flag"
AROUND = 1.0
"""How far from its middle a glyph with all that belongs to it may reach, in its size."""
SPRITES = 1024


@dataclass(frozen=True, slots=True)
class GlyphLook:
    """How one glyph is drawn: its colour, the ground on which it stands, the ink of what is said about it."""

    colour: str
    ground: str
    ink: str
    status: str = Status.HAPPENED.value
    confirmed: bool = False
    size: float = USUAL


def paint_glyph(painter: QPainter, kind: str, x: float, y: float, look: GlyphLook) -> None:
    """The glyph of a kind around a point; a kind that is not known is drawn as "other"."""
    shape = _shape(kind)
    scale = look.size / BOX
    painter.translate(x, y)
    painter.scale(scale, scale)
    if look.status in HOLLOW:
        _paint_outline(painter, shape, look)
    else:
        painter.setPen(_edge(look.colour))
        painter.setBrush(brush(look.colour))
        painter.drawPath(painter_path(shape.solid))
    if look.status == Status.DENIED:
        _strike(painter, look)
    painter.scale(1 / scale, 1 / scale)
    if look.confirmed:
        _dot(painter, look)
    painter.translate(-x, -y)


def stamp_glyph(painter: QPainter, dress: Dress, kind: str, x: float, y: float, look: GlyphLook) -> None:
    """The same; on the screen as a picture that is kept, on whole px."""
    if dress.surface is not Surface.SCREEN:
        paint_glyph(painter, kind, x, y, look)
        return
    half = AROUND * look.size
    stamp(painter, dress.ratio, x - half, y - half, _sprite(kind, look, dress.ratio))


@lru_cache(SPRITES)
def _sprite(kind: str, look: GlyphLook, ratio: float) -> QPixmap:
    side = 2 * AROUND * look.size
    made = QPixmap(ceil(side * ratio), ceil(side * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_glyph(painter, kind, side / 2, side / 2, look)
    painter.end()
    return made


def _paint_outline(painter: QPainter, shape: Glyph, look: GlyphLook) -> None:
    scale = look.size / BOX
    dashed = look.status == Status.HYPOTHETICAL
    painter.setPen(_outline_pen(look.colour, max(1.4, look.size * 0.105) / scale, look.size / USUAL / scale, dashed))
    painter.setBrush(Qt.BrushStyle.NoBrush if shape.name == UNFILLED else brush(look.ground))
    painter.drawPath(painter_path(shape.line))
    if shape.line_fill:
        painter.fillPath(painter_path(shape.line_fill), colour(look.colour))


def _strike(painter: QPainter, look: GlyphLook) -> None:
    scale = look.size / USUAL / (look.size / BOX)
    painter.setPen(pen(look.ground, 2.8 * scale))
    painter.drawLine(GAP)
    painter.setPen(_round_pen(look.ink, STROKE["line"] * scale))
    painter.drawLine(BLOW)


def _dot(painter: QPainter, look: GlyphLook) -> None:
    scale = look.size / USUAL
    centre = QPointF(DOT[0] * scale, DOT[1] * scale)
    radius = MARK["confirmed_dot_radius"] * scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(look.ground))
    painter.drawEllipse(centre, radius + MARK["confirmed_dot_gap"] * scale, radius + MARK["confirmed_dot_gap"] * scale)
    painter.setBrush(brush(look.ink))
    painter.drawEllipse(centre, radius, radius)


@cache
def _shape(kind: str) -> Glyph:
    return (kinds().get(kind) or kinds()["other"]).glyph


@cache
def _edge(text: str) -> QPen:
    """Half a unit of edge makes small filled shapes look as heavy as the outlined ones."""
    return pen(text, 0.5)


@cache
def _outline_pen(text: str, width: float, unit: float, dashed: bool) -> QPen:
    dash = tuple(part * unit / width for part in STROKE["dash_glyph"]) if dashed else ()
    return pen(text, width, dash)


@cache
def _round_pen(text: str, width: float) -> QPen:
    made = QPen(pen(text, width))
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made

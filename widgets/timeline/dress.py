"""What a picture is painted with: colours of a theme, pens and brushes made once, letters, and text with its halo."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from math import ceil, cos, floor, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPaintEngine, QPainter, QPen, QPixmap

from resources.themes import Theme, measures, theme
from widgets.timeline.letters import Letters, letters

HALO = float(measures()["stroke"]["text_halo"])
SPRITES = 1024
AROUND = ((0.5, 4), (1.0, 10))
"""For its halo a text is laid around itself: at a share of the halo's radius, from so many sides."""


Words = tuple[float, str, str]
"""Where a text begins, the text, and its colour."""


class Surface(Enum):
    """What the painter paints on, as far as it matters for text."""

    SCREEN = auto()
    PAPER = auto()
    DRAWING = auto()
    """A drawing with words: whoever opens it may have other fonts, so that nothing may depend on the shape of letters."""


SCREEN = Surface.SCREEN
"""Looked up once: members of an enum are slow to come by, and a frame writes a hundred texts."""


@dataclass(frozen=True, slots=True, eq=False)
class Dress:
    """A theme at a scale on a surface."""

    theme: Theme
    scale: float
    letters: Letters
    surface: Surface
    dpi: float
    ratio: float
    halos: bool = True
    """Whether words on the screen are parted from what is below them; in a figure nothing is."""

    def line(self, colour: str, width: float, dash: Sequence[float] = ()) -> QPen:
        """A pen; `width` and `dash` in px at 100 %."""
        return pen(colour, width * self.scale, tuple(part / width for part in dash))

    def whole(self, px: float) -> float:
        """The nearest place of a whole px of the screen; on everything else there are none."""
        return round(px * self.ratio) / self.ratio if self.surface is SCREEN else px

    def on_highlight(self, kind: str) -> str:
        """The colour of a kind on the yellow, which is light in every theme."""
        return theme("light").colour_of(kind) if self.theme.dark else self.theme.colour_of(kind)


def dress_for(painter: QPainter, chosen: Theme, scale: float = 1.0) -> Dress:
    """The dress that suits what is painted on."""
    device, engine = painter.device(), painter.paintEngine()
    kind = engine.type()
    surface = Surface.PAPER
    if kind is QPaintEngine.Type.SVG:
        surface = Surface.DRAWING
    elif kind is QPaintEngine.Type.Raster:
        surface = Surface.SCREEN
    # Scaled by the ratio of the screen's px, and by whoever paints a picture of a higher resolution.
    ratio = max(painter.deviceTransform().m11(), 0.01)
    return Dress(chosen, scale, letters(scale), surface, device.logicalDpiY(), ratio)


@cache
def colour(text: str) -> QColor:
    """A colour of the theme as Qt wants it."""
    return QColor(text)


@cache
def brush(text: str) -> QBrush:
    """An even ground."""
    return QBrush(QColor(text))


@lru_cache(2048)
def pen(text: str, width: float, dash: tuple[float, ...] = ()) -> QPen:
    """A pen with square ends; `dash` in widths of the pen."""
    made = QPen(QColor(text), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setDashPattern(list(dash))
    return made


@cache
def mixed(ground: str, front: str, share: float) -> str:
    """A share of one colour laid on another."""
    one, other = QColor(front), QColor(ground)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs)).name()


def fill(painter: QPainter, box: QRectF, ground: str, radius: float = 0) -> None:
    """A filled box, rounded if wished."""
    if not radius:
        painter.fillRect(box, colour(ground))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(ground))
    painter.drawRoundedRect(box, radius, radius)


def upright_lines(
    painter: QPainter, dress: Dress, places: Sequence[float], reach: tuple[float, float], tone: str
) -> None:
    """Lines of a px from top to bottom with the painter's pen, which has that tone; on the screen boxes are faster."""
    top, bottom = reach
    if dress.surface is not Surface.SCREEN:
        painter.drawLines([QLineF(x, top, x, bottom) for x in places])
        return
    made, thick = colour(tone), 1 / dress.ratio
    if thick == 1:
        first, high = round(top), round(bottom - top)
        for x in places:
            painter.fillRect(floor(x), first, 1, high, made)
        return
    for x in places:
        painter.fillRect(QRectF(floor(x * dress.ratio) * thick, top, thick, bottom - top), made)


def stamp(painter: QPainter, ratio: float, x: float, y: float, picture: QPixmap) -> None:
    """A picture that is kept, on whole px of the screen."""
    if ratio == 1:
        painter.drawPixmap(round(x), round(y), picture)  # half the time of a point
    else:
        painter.drawPixmap(QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), picture)


def write(
    painter: QPainter, dress: Dress, at: tuple[float, float], text: str, style: str, tone: str, halo: str = ""
) -> None:
    """A text in one line from a point, whose height is the middle of capitals; `halo` parts it from what is below."""
    x, y = at
    letters = dress.letters
    base = y + letters.middle(style)
    if halo and dress.halos and dress.surface is SCREEN:
        _halo(painter, dress, QPointF(x, base), text, style, halo)
    painter.setPen(colour(tone))
    painter.setFont(letters.font(style, dress.dpi))
    if dress.surface is SCREEN:
        painter.drawStaticText(QPointF(x, base - letters.ascent(style)), letters.shaped(text, style))
    else:
        painter.drawText(QPointF(x, base), text)


def write_all(painter: QPainter, dress: Dress, y: float, texts: Sequence[Words], style: str) -> None:
    """Several texts side by side, as `write` does them one by one."""
    letters, last = dress.letters, ""
    base = y + letters.middle(style)
    top = base - letters.ascent(style)
    painter.setFont(letters.font(style, dress.dpi))
    for x, text, tone in texts:
        if tone != last:
            painter.setPen(colour(tone))
            last = tone
        if dress.surface is SCREEN:
            painter.drawStaticText(QPointF(x, top), letters.shaped(text, style))
        else:
            painter.drawText(QPointF(x, base), text)


def _halo(painter: QPainter, dress: Dress, at: QPointF, text: str, style: str, ground: str) -> None:
    width = HALO * dress.scale
    sprite = _sprite(text, style, ground, dress.scale, dress.ratio)
    stamp(painter, dress.ratio, at.x() - width, at.y() - dress.letters.ascent(style) - width, sprite)


@lru_cache(SPRITES)
def _sprite(text: str, style: str, ground: str, scale: float, ratio: float) -> QPixmap:
    """The halo of a text as a picture: the text itself all around its place, a tenth of the work of stroking letters."""
    known, radius = letters(scale), HALO / 2 * scale
    metrics, width = known.metrics(style), HALO * scale
    wide, high = metrics.horizontalAdvance(text) + 2 * width, metrics.height() + 2 * width
    made = QPixmap(ceil(wide * ratio), ceil(high * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setFont(known.font(style))
    painter.setPen(colour(ground))
    for share, sides in AROUND:
        for turn in range(sides):
            angle = 2 * pi * turn / sides
            place = QPointF(width + share * radius * cos(angle), width + share * radius * sin(angle))
            painter.drawStaticText(place, known.shaped(text, style))
    painter.end()
    return made

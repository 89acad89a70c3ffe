"""Pens, brushes, fonts and paths as attributes of SVG; what is needed more than once is a definition with a name."""

from collections.abc import Callable, Sequence
from xml.sax.saxutils import quoteattr

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QFont, QFontInfo, QGradient, QLinearGradient, QPainterPath, QPen

To = Callable[[float, float], tuple[float, float]]
"""From the painter's units to those of the drawing."""
GENERIC = {True: "serif", False: "sans-serif"}
CAPS = {Qt.PenCapStyle.RoundCap: "round", Qt.PenCapStyle.SquareCap: "square"}
CURVE, LINE, MOVE = (
    QPainterPath.ElementType.CurveToElement, QPainterPath.ElementType.LineToElement, QPainterPath.ElementType.MoveToElement,
)  # fmt: skip


class Definitions:
    """Clips and gradients, each once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def clip(self, box: tuple[float, float, float, float]) -> str:
        """The name of a clip to a box."""
        x, y, wide, high = map(number, box)
        return self._name(
            "clip", f'<clipPath id="{{}}"><rect x="{x}" y="{y}" width="{wide}" height="{high}"/></clipPath>'
        )

    def gradient(self, told: QLinearGradient, to: To) -> str:
        """The name of a gradient from left to right."""
        (first, _), (last, _) = (to(end.x(), end.y()) for end in (told.start(), told.finalStop()))
        stops = "".join(
            f'<stop offset="{number(place, 4)}" stop-color="{tone.name()}"'
            + (f' stop-opacity="{number(tone.alphaF())}"/>' if tone.alpha() < 255 else "/>")
            for place, tone in told.stops()
        )
        ends = f'x1="{number(first)}" y1="0" x2="{number(last)}" y2="0"'
        opening = f'<linearGradient id="{{}}" gradientUnits="userSpaceOnUse" {ends}>'
        return self._name("fade", f"{opening}{stops}</linearGradient>")

    def elements(self) -> str:
        """All definitions in the order in which they were needed."""
        return "".join(text.format(name) for text, name in self._names.items())

    def _name(self, sort: str, text: str) -> str:
        return self._names.setdefault(text, f"{sort}-{len(self._names) + 1}")


def number(value: float, digits: int = 2) -> str:
    """As short as it can be written; no minus before nothing."""
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def of_fill(brush: QBrush, known: Definitions, to: To) -> str:
    """What an area is filled with."""
    return _paint("fill", brush, known, to)


def of_stroke(pen: QPen, scale: float, known: Definitions, to: To) -> str:
    """How an outline is drawn; empty where there is none."""
    if pen.style() is Qt.PenStyle.NoPen:
        return ""
    wide = max(pen.widthF(), 0.01)
    told = [_paint("stroke", pen.brush(), known, to), f'stroke-width="{number(wide * scale)}"']
    if pen.capStyle() in CAPS:
        told.append(f'stroke-linecap="{CAPS[pen.capStyle()]}"')
    if pen.style() is Qt.PenStyle.CustomDashLine:
        told.append(f'stroke-dasharray="{" ".join(number(part * wide * scale) for part in pen.dashPattern())}"')
    return " ".join(told)


def of_font(font: QFont, size: float, usual: Sequence[str]) -> str:
    """Size, weight and, where they are not the usual ones, families."""
    told = [f'font-size="{number(size)}"']
    if font.weight() != QFont.Weight.Normal:
        told.append(f'font-weight="{int(font.weight())}"')
    if list(font.families()) != list(usual):
        told.append(f"font-family={quoteattr(families(font))}")
    return " ".join(told)


def families(font: QFont) -> str:
    """The family that a font is really set in, and what stands in for it."""
    family = QFontInfo(font).family()  # "" on a system without fonts
    generic = GENERIC[font.styleHint() is QFont.StyleHint.Serif]
    return f"'{family}', {generic}" if family else generic


def path_data(path: QPainterPath, to: To) -> str:
    """The commands of a path."""
    made = list[str]()
    for place in range(path.elementCount()):
        element = path.elementAt(place)
        at = " ".join(map(number, to(element.x, element.y)))
        if element.type is MOVE:
            made.append(f"M{at}")
        elif element.type is LINE:
            made.append(f"L{at}")
        elif element.type is CURVE:
            made.append(f"C{at}")
        else:
            made.append(f" {at}")
    return "".join(made)


def _paint(name: str, brush: QBrush, known: Definitions, to: To) -> str:
    if brush.style() is Qt.BrushStyle.NoBrush:
        return f'{name}="none"'
    gradient = brush.gradient()
    if gradient is not None and gradient.type() is QGradient.Type.LinearGradient:
        assert isinstance(gradient, QLinearGradient)
        return f'{name}="url(#{known.gradient(gradient, to)})"'
    tone = brush.color()
    return f'{name}="{tone.name()}"'

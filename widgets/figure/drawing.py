"""A painter that writes SVG: what is drawn stays shapes, text stays text, and groups have names.

It understands what figures are drawn with and nothing else: Qt warns of any other call, because it has not begun.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF, QTransform
from PySide6.QtSvg import QSvgGenerator

from widgets.figure.svg_style import Definitions, number, of_fill, of_font, of_stroke, path_data
from widgets.timeline.seen import from_the_right

DPI = 96
KEPT_FROM = 8
"""Paths of so many elements are written once and remembered: the glyphs of kinds."""


class Drawing(QPainter):
    """Collects elements; its units are px at 96 to the inch."""

    def __init__(self, families: Sequence[str]) -> None:
        super().__init__()
        self.definitions = Definitions()
        self._paper = QSvgGenerator()
        self._paper.setResolution(DPI)
        self._lines: list[str] = []
        self._x, self._y, self._scale = 0.0, 0.0, 1.0
        self._states: list[tuple[float, float, float, int]] = []
        self._clips = 0
        self._pen, self._brush, self._font = QPen(), QBrush(), QFont()
        self._families = list(families)
        self._named: dict[str, int] = {}
        self._paths: dict[int, tuple[QPainterPath, str]] = {}

    def elements(self) -> str:
        """All that was drawn."""
        return "\n".join(self._lines)

    @contextmanager
    def group(self, name: str, title: str) -> Iterator[None]:
        """What is drawn meanwhile is a group; a name that was given already gets a number."""
        count = self._named[name] = self._named.get(name, 0) + 1
        identity = name if count == 1 else f"{name}.{count}"
        self._lines.append(f"<g id={quoteattr(identity)}>" + (f"<title>{escape(title)}</title>" if title else ""))
        yield
        if self._lines[-1].startswith("<g id="):
            self._lines.pop()
        else:
            self._lines.append("</g>")

    def device(self) -> QSvgGenerator:
        """What tells that text must stay text."""
        return self._paper

    def paintEngine(self):  # type: ignore[no-untyped-def]
        """Qt's own for SVG, of which nothing but its kind is asked."""
        return self._paper.paintEngine()

    def deviceTransform(self) -> QTransform:
        """Px are px."""
        return QTransform()

    def save(self) -> None:
        self._states.append((self._x, self._y, self._scale, self._clips))

    def restore(self) -> None:
        self._x, self._y, self._scale, clips = self._states.pop()
        self._lines += ["</g>"] * (self._clips - clips)
        self._clips = clips

    def translate(self, x: float, y: float) -> None:  # type: ignore[override]
        self._x += x * self._scale
        self._y += y * self._scale

    def scale(self, x: float, y: float) -> None:
        assert x == y
        self._scale *= x

    def setClipRect(self, box: QRectF) -> None:  # type: ignore[override]
        name = self.definitions.clip(self._box(box))
        self._lines.append(f'<g clip-path="url(#{name})">')
        self._clips += 1

    def setRenderHint(self, hint: QPainter.RenderHint, on: bool = True) -> None:
        """Whoever draws the drawing decides."""

    def setPen(self, pen: QPen | QColor | Qt.PenStyle) -> None:  # type: ignore[override]
        self._pen = QPen(pen)

    def setBrush(self, brush: QBrush | Qt.BrushStyle) -> None:  # type: ignore[override]
        self._brush = QBrush(brush)

    def setFont(self, font: QFont) -> None:  # type: ignore[override]
        self._font = font

    def drawLine(self, line: QLineF) -> None:  # type: ignore[override]
        self.drawLines([line])

    def drawLines(self, lines: Sequence[QLineF]) -> None:  # type: ignore[override]
        data = "".join(f"M{self._at(line.x1(), line.y1())}L{self._at(line.x2(), line.y2())}" for line in lines)
        if data:
            self._lines.append(f'<path d="{data}" {of_stroke(self._pen, self._scale, self.definitions, self._to)}/>')

    def drawPolygon(self, corners: QPolygonF) -> None:  # type: ignore[override]
        points = [corners.at(place) for place in range(corners.size())]
        data = "L".join(self._at(point.x(), point.y()) for point in points)
        self._lines.append(f'<path d="M{data}Z" {self._look()}/>')

    def drawEllipse(self, centre: QPointF, across: float, down: float) -> None:  # type: ignore[override]
        assert across == down
        x, y = self._to(centre.x(), centre.y())
        radius = number(across * self._scale)
        self._lines.append(f'<circle cx="{number(x)}" cy="{number(y)}" r="{radius}" {self._look()}/>')

    def drawRoundedRect(self, box: QRectF, across: float, down: float) -> None:  # type: ignore[override]
        radius = min(across, box.width() / 2, box.height() / 2) * self._scale
        self._lines.append(f'<rect {self._sides(box)} rx="{number(radius)}" {self._look()}/>')

    def fillRect(self, box: QRectF, ground: QColor) -> None:  # type: ignore[override]
        self._lines.append(f"<rect {self._sides(box)} {of_fill(QBrush(ground), self.definitions, self._to)}/>")

    def drawPath(self, path: QPainterPath) -> None:
        self._draw_path(path, self._look())

    def fillPath(self, path: QPainterPath, brush: QBrush | QColor) -> None:  # type: ignore[override]
        self._draw_path(path, of_fill(QBrush(brush), self.definitions, self._to))

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        x, y = self._to(at.x(), at.y())
        size, wide = self._font.pointSizeF() * DPI / 72, QFontMetricsF(self._font, self._paper).horizontalAdvance(text)
        # read from the right, it begins at its right end and ends at x
        turned = ' direction="rtl" text-anchor="end"' if from_the_right(text) else ""
        self._lines.append(
            f'<text x="{number(x)}" y="{number(y)}"{turned} {of_font(self._font, size, self._families)} '
            f'textLength="{number(wide)}" lengthAdjust="spacingAndGlyphs" fill="{self._pen.color().name()}">'
            f"{escape(text)}</text>"
        )

    def _draw_path(self, path: QPainterPath, look: str) -> None:
        even = ' fill-rule="evenodd"' if path.fillRule() is Qt.FillRule.OddEvenFill else ""
        if path.elementCount() < KEPT_FROM:
            self._lines.append(f'<path d="{path_data(path, self._to)}" {look}{even}/>')
            return
        # the path is kept too, so that no other one is found in its place
        known = self._paths.get(id(path)) or (path, path_data(path, lambda x, y: (x, y)))
        self._paths[id(path)] = known
        place = f"translate({number(self._x)} {number(self._y)}) scale({number(self._scale, 4)})"
        self._lines.append(f'<path d="{known[1]}" transform="{place}" {look}{even}/>')

    def _look(self) -> str:
        fill = of_fill(self._brush, self.definitions, self._to)
        return f"{fill} {of_stroke(self._pen, self._scale, self.definitions, self._to)}".strip()

    def _to(self, x: float, y: float) -> tuple[float, float]:
        return self._x + x * self._scale, self._y + y * self._scale

    def _at(self, x: float, y: float) -> str:
        x, y = self._to(x, y)
        return f"{number(x)} {number(y)}"

    def _box(self, box: QRectF) -> tuple[float, float, float, float]:
        x, y = self._to(box.x(), box.y())
        return x, y, box.width() * self._scale, box.height() * self._scale

    def _sides(self, box: QRectF) -> str:
        x, y, wide, high = map(number, self._box(box))
        return f'x="{x}" y="{y}" width="{wide}" height="{high}"'

"""A figure on its sheet: title, timeline, what its marks mean, and a line that says where it comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QLineF, QMarginsF, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPageSize, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgGenerator

from resources.themes import Theme, theme
from storage.columns import Columns, Lanes, TitlesOf
from storage.errors import CannotWrite, WrongUse
from widgets.fonts import STRONG, font
from widgets.timeline.day_zero import DayZero
from widgets.timeline.figure_scene import Figure, figure_scene, paint_figure
from widgets.timeline.legend import legend_height, legend_of, paint_legend
from widgets.timeline.spans import Span

EDGE, TITLE, SUBTITLE, GAP, FOOT = 32.0, 36.0, 24.0, 16.0, 34.0
"""Px at 96 to the inch: the white edge, the heights of the lines of the head, and of the foot."""
MOST_PIXELS = 500_000_000
"""More than that no image can hold."""


@dataclass(frozen=True, slots=True)
class Told:
    """The words around a figure; empty ones take no room."""

    title: str = ""
    subtitle: str = ""
    foot: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Everything laid out, ready for any painter; sizes are px at 96 to the inch."""

    figure: Figure
    told: Told
    width: float
    height: float
    top: float
    """Where the figure begins."""
    legend: Sequence[str]
    """The marks that occur and are not plain, by their names in the legend."""

    @property
    def size(self) -> QSize:
        """Whole px."""
        return QSize(round(self.width), round(self.height))


def sheet_of(
    columns: Columns,
    lanes: Lanes,
    titles_of: TitlesOf,
    span: Span,
    told: Told,
    width: float,
    height: float | None = None,
    theme_name: str = "light",
    zero: DayZero | None = None,
) -> Sheet:
    """Lay a sheet out; without a height it is as high as the events need. WrongUse for one into which they do not go.

    With a day zero the axis counts from it.
    """
    top = EDGE + (TITLE if told.title else 0) + (SUBTITLE if told.subtitle else 0) + (GAP if told.title else 0)
    legend = legend_of(columns)
    below = GAP + legend_height(legend, width - 2 * EDGE) + FOOT
    room = None if height is None else max(height - top - below, 120.0)
    figure = figure_scene(columns, lanes, titles_of, span, width - 2 * EDGE, room, theme_name, zero=zero)
    needed = top + figure.needed + below
    if height is not None and needed > height + 1:
        low = f"A height of {height:.0f} px is too low for these lanes, which need {needed:.0f} px."
        raise WrongUse(f"{low} Make the figure higher, or show fewer kinds.")
    high = top + figure.height + below if height is None else height
    return Sheet(figure, told, width, high, top, legend)


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """From the painter's 0,0 on."""
    chosen = theme(sheet.figure.theme)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), QColor(chosen.surface.canvas))
    _paint_head(painter, sheet, chosen)
    painter.save()
    painter.translate(EDGE, sheet.top)
    painter.setClipRect(QRectF(0, 0, sheet.figure.width, sheet.figure.height))
    paint_figure(painter, sheet.figure)
    painter.restore()
    bottom = sheet.top + sheet.figure.height
    painter.setPen(QPen(QColor(chosen.border.strong), 1))
    painter.drawLine(QLineF(EDGE, bottom, sheet.width - EDGE, bottom))
    paint_legend(painter, chosen, sheet.legend, EDGE, bottom + GAP, sheet.width - 2 * EDGE)
    painter.setFont(font("small"))
    painter.setPen(QColor(chosen.text.secondary))
    painter.drawText(QPointF(EDGE, sheet.height - 18), _cut(sheet.told.foot, painter, sheet.width - 2 * EDGE))


def _paint_head(painter: QPainter, sheet: Sheet, chosen: Theme) -> None:
    y = EDGE
    for text, face, colour, high in (
        (sheet.told.title, font("panel_title", STRONG, 26), chosen.text.primary, TITLE),
        (sheet.told.subtitle, font("interface", size=14), chosen.text.secondary, SUBTITLE),
    ):
        if text:
            painter.setFont(face)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(EDGE, y + 0.72 * high), _cut(text, painter, sheet.width - 2 * EDGE))
            y += high


def _cut(text: str, painter: QPainter, room: float) -> str:
    return QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, room)


def png(sheet: Sheet) -> bytes:
    """An image as wide as the sheet; CannotWrite where it would be larger than images can be."""
    if sheet.size.width() * sheet.size.height() > MOST_PIXELS:
        raise CannotWrite("So large an image cannot be made. Make it narrower, or choose SVG or PDF.")
    image = QImage(sheet.size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_sheet(painter, sheet)
    painter.end()
    return _written(lambda out: image.save(out, "PNG"))  # type: ignore[call-overload]  # a device is a file to Qt


def svg(sheet: Sheet) -> bytes:
    """A drawing whose text stays text."""

    def draw(out: QBuffer) -> None:
        made = QSvgGenerator()
        made.setOutputDevice(out)
        made.setResolution(96)
        made.setSize(sheet.size)
        made.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
        made.setTitle(sheet.told.title)
        painter = QPainter(made)
        paint_sheet(painter, sheet)
        painter.end()

    return _written(draw)


def pdf(sheet: Sheet) -> bytes:
    """One page exactly as large as the sheet, its fonts inside."""

    def draw(out: QBuffer) -> None:
        made = QPdfWriter(out)
        made.setResolution(96)
        made.setTitle(sheet.told.title)
        made.setCreator("Dateline")
        points = QSizeF(sheet.width * 0.75, sheet.height * 0.75)
        made.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
        made.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter(made)
        paint_sheet(painter, sheet)
        painter.end()

    return _written(draw)


def _written(draw: Callable[[QBuffer], object]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(buffer)
    buffer.close()
    return bytes(buffer.data().data())

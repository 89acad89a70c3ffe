"""A figure as the bytes of a file, and as an image for the clipboard."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSize, QSizeF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPageSize, QPainter, QPdfWriter

from storage.errors import CannotWrite
from widgets.figure.document import facts_of, finished
from widgets.figure.drawing import Drawing
from widgets.figure.figure import Figure, Page
from widgets.figure.lettering import Style, face
from widgets.figure.options import Paper
from widgets.figure.painting import paint_page
from widgets.figure.paper import INCH
from widgets.figure.svg_style import families, number

MOST_PIXELS = 200_000_000
"""More than that takes more memory than a figure is worth."""
METRE = 39.3701
"""Inches of a metre."""


def image(figure: Figure, place: int = 0) -> QImage:
    """A page at its resolution; CannotWrite where it would be larger than images can be."""
    page = figure.pages[place]
    size = QSize(round(page.width * figure.dots), round(page.height * figure.dots))
    if size.width() * size.height() > MOST_PIXELS or max(size.width(), size.height()) > 32_767:
        raise CannotWrite("So large an image cannot be made. Choose fewer px or a smaller scale, or SVG or PDF.")
    clear = figure.options.transparent
    made = QImage(size, QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32)
    made.fill(QColor(0, 0, 0, 0) if clear else QColor("white"))
    painter = QPainter(made)
    painter.scale(size.width() / page.width, size.height() / page.height)
    paint_page(painter, figure, place)
    painter.end()
    # told last, because letters are as large as the dots of what is painted on say
    made.setDotsPerMeterX(round(INCH * figure.dots * METRE))
    made.setDotsPerMeterY(round(INCH * figure.dots * METRE))
    return made


def png(figure: Figure, place: int = 0) -> bytes:
    """A page as an image that says in its chunks of text what it shows; CannotWrite where it would be too large."""
    made, words = image(figure, place), figure.words
    for name, text in (
        ("Title", figure.name), ("Description", words.alternative), ("Software", words.software), ("Font", fonts(figure)),
    ):  # fmt: skip
        made.setText(name, text)
    return _written(lambda out: made.save(out, "PNG"))  # type: ignore[call-overload]  # a device is a file to Qt


def svg(figure: Figure, place: int = 0) -> bytes:
    """A page as a drawing whose text stays text, with a group for each lane and each event; it leads nowhere."""
    page, drawing = figure.pages[place], Drawing(face(Style(12.0)).families())
    paint_page(drawing, figure, place)
    body = [_opening(figure, page), f"<defs>{drawing.definitions.elements()}</defs>", drawing.elements()]
    return "\n".join([*filter(None, body), "</svg>\n"]).encode()


def pdf(figure: Figure) -> bytes:
    """All pages as a document, its fonts inside."""

    def draw(out: QBuffer) -> None:
        made = QPdfWriter(out)
        made.setResolution(round(INCH))
        made.setDocumentXmpMetadata(facts_of(figure))
        _set_page(made, figure.pages[0])
        painter = QPainter(made)
        for place, page in enumerate(figure.pages):
            if place:
                _set_page(made, page)
                made.newPage()
            paint_page(painter, figure, place)
        painter.end()

    return finished(_written(draw), figure, fonts(figure))


def fonts(figure: Figure) -> str:
    """The families that the figure is really set in."""
    styles = [Style(12.0), *(run.style for page in figure.pages for run in page.runs)]
    found = (QFontInfo(face(style)).family() for style in dict.fromkeys(styles))
    return ", ".join(dict.fromkeys(filter(None, found)))


def _opening(figure: Figure, page: Page) -> str:
    """The element around the drawing, with its title and what it shows in words."""
    unit, per = ("px", 1.0) if figure.options.page in (Paper.PIXELS, Paper.SLIDE) else ("mm", 25.4 / INCH)
    size = f'width="{number(page.width * per)}{unit}" height="{number(page.height * per)}{unit}"'
    box, names = f'viewBox="0 0 {number(page.width)} {number(page.height)}"', families(face(Style(12.0)))
    made = "; set in ".join(filter(None, [figure.words.software, fonts(figure)]))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {box} font-family={quoteattr(names)} role="img" '
        'aria-labelledby="title description">\n'
        f'<title id="title">{escape(figure.name)}</title>\n'
        f'<desc id="description">{escape(figure.words.alternative)}</desc>\n'
        f"<metadata>{escape(made)}</metadata>"
    )


def _set_page(made: QPdfWriter, page: Page) -> None:
    """Exactly as large as the page, without an edge of the printer's."""
    points = QSizeF(page.width * 72 / INCH, page.height * 72 / INCH)
    made.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    made.setPageMargins(QMarginsF(0, 0, 0, 0))


def _written(draw: Callable[[QBuffer], object]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(buffer)
    buffer.close()
    return bytes(buffer.data().data())

"""A figure as the bytes of a file, and as an image for the clipboard."""

from PySide6.QtGui import QImage

from widgets.figure.figure import Figure
from widgets.timeline import sheet


def image(figure: Figure, number: int = 0) -> QImage:
    """A page at its resolution; CannotWrite where it would be larger than images can be."""
    return QImage.fromData(png(figure, number))


def png(figure: Figure, number: int = 0) -> bytes:
    """A page as an image; CannotWrite where it would be larger than images can be."""
    return sheet.png(figure.pages[number].sheet)


def svg(figure: Figure, number: int = 0) -> bytes:
    """A page as a drawing whose text stays text."""
    return sheet.svg(figure.pages[number].sheet)


def pdf(figure: Figure) -> bytes:
    """All pages as a document."""
    return sheet.pdf(figure.pages[0].sheet)

"""Printing a figure, with a look at the sheets before. Qt's printing is loaded when somebody prints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from widgets.figure.figure import Figure, Page
from widgets.figure.options import Paper
from widgets.figure.painting import paint_page
from widgets.figure.paper import INCH

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SHEETS = {
    Paper.A4: QPageSize.PageSizeId.A4,
    Paper.A3: QPageSize.PageSizeId.A3,
    Paper.LETTER: QPageSize.PageSizeId.Letter,
}


def preview_print(figure: Figure, window: QWidget) -> None:
    """Show the sheets as they will be printed; the user prints them from there."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, figure)
    asked = QPrintPreviewDialog(printer, window)
    asked.setWindowTitle("Print")
    asked.resize(window.size())
    asked.paintRequested.connect(lambda used: print_on(used, figure))
    asked.exec()


def prepare(printer: "QPrinter", figure: Figure) -> None:
    """The sheet that the figure was made for; for others the one of the printer, turned as the figure lies."""
    page = figure.pages[0]
    printer.setDocName(figure.name)
    printer.setCreator("Dateline")
    if figure.options.page in SHEETS:
        printer.setPageSize(QPageSize(SHEETS[figure.options.page]))
        printer.setFullPage(True)
    wide = page.width > page.height
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait)
    if figure.options.page in SHEETS:
        printer.setPageMargins(QMarginsF(0, 0, 0, 0))


def print_on(printer: "QPrinter", figure: Figure) -> None:
    """A sheet for each page: at its own size where it goes into the sheet, else as large as the sheet allows."""
    painter = QPainter(printer)
    for number, page in enumerate(figure.pages):
        if number:
            printer.newPage()
        painter.save()
        scale = scale_on(page, printer.pageRect(printer.Unit.DevicePixel).size().toTuple(), printer.resolution())
        painter.scale(scale, scale)
        paint_page(painter, figure, number)
        painter.restore()
    painter.end()


def scale_on(page: Page, room: tuple[float, float] | QSizeF, resolution: int) -> float:
    """Dots of the printer for each px of a page, when a sheet has so many dots either way and so many to the inch."""
    wide, high = room.toTuple() if isinstance(room, QSizeF) else room
    return min(resolution / INCH, wide / page.width, high / page.height)

"""A figure that is laid out: its pages, ready to be painted by any painter, for the screen as for a file."""

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from widgets.figure.options import FigureOptions
from widgets.timeline.sheet import Sheet, paint_sheet


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page; its size is px at 96 to the inch."""

    width: float
    height: float
    sheet: Sheet


@dataclass(frozen=True, slots=True, eq=False)
class Figure:
    """All pages, and what was asked for."""

    pages: tuple[Page, ...]
    options: FigureOptions
    title: str


def paint_page(painter: QPainter, figure: Figure, number: int = 0) -> None:
    """A page from the painter's 0,0 on, in px at 96 to the inch: scale the painter for other resolutions."""
    paint_sheet(painter, figure.pages[number].sheet)

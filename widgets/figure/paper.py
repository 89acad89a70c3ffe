"""How large pages are, in px at 96 to the inch, and how large letters suit them. No Qt."""

from dataclasses import dataclass

from widgets.figure.options import FigureOptions, Paper

INCH = 96.0
PAPER_DOTS = 150.0
"""Dots per inch of an image of paper at a scale of 1."""
SHEETS = {Paper.A4: (297.0, 210.0), Paper.A3: (420.0, 297.0), Paper.LETTER: (279.4, 215.9)}
"""Width and height in mm, in landscape."""
SLIDE = (1600.0, 900.0)
COLUMN, GUTTER = 48.0, 4.0
"""Mm of a newspaper's column, and between two."""
LABEL, SLIDE_LABEL, PAPER_LABEL, LARGE_LABEL = 12.0, 19.0, 8.4 * INCH / 72, 10.0 * INCH / 72
"""Px of an event's label: on the screen, on a slide, on A4, on A3."""


@dataclass(frozen=True, slots=True)
class Area:
    """A page: its size, None for as high as needed; the edge that stays free; what letters of 12 px are multiplied by."""

    width: float
    height: float | None
    edge: float
    scale: float
    on_paper: bool = False

    @property
    def inner(self) -> float:
        """The width between the edges."""
        return self.width - 2 * self.edge


def mm(length: float) -> float:
    """Px of so many millimetres."""
    return length * INCH / 25.4


def area_of(options: FigureOptions) -> Area:
    """The page that is asked for."""
    scale = options.text / LABEL
    if options.page is Paper.PIXELS:
        edge = min(32.0, 0.04 * options.width)
        return Area(float(options.width), float(options.height) if options.height else None, edge, options.text)
    if options.page is Paper.SLIDE:
        return Area(*SLIDE, 64.0, SLIDE_LABEL * scale)
    if options.page is Paper.COLUMN:
        width = mm(options.columns * COLUMN + (options.columns - 1) * GUTTER)
        return Area(width, None, 0.0, PAPER_LABEL * scale, True)
    wide, high = (mm(side) for side in SHEETS[options.page])
    label = LARGE_LABEL if options.page is Paper.A3 else PAPER_LABEL
    turned = (wide, high) if options.landscape else (high, wide)
    return Area(*turned, mm(12), label * scale, True)


def dots_of(options: FigureOptions) -> float:
    """Px of an image for each px of its page."""
    on_paper = options.page in SHEETS or options.page is Paper.COLUMN
    return options.scale * (PAPER_DOTS / INCH if on_paper else 1.0)

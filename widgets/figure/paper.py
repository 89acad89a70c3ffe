"""How large pages are, in px at 96 to the inch, and which sizes of letters suit them. No Qt."""

from dataclasses import dataclass, fields, replace

from widgets.figure.options import FigureOptions, Paper

INCH = 96.0
PAPER_DOTS = 150.0
"""Dots per inch of an image of paper at a scale of 1."""
SHEETS = {Paper.A4: (297.0, 210.0), Paper.A3: (420.0, 297.0), Paper.LETTER: (279.4, 215.9)}
"""Width and height in mm, in landscape."""
SLIDE = (1600.0, 900.0)
COLUMN, GUTTER = 48.0, 4.0
"""Mm of a newspaper's column, and between two."""
TALLEST_SHARE, TALLEST_LEAST = 1.5, 900.0
"""A page in px is as high as it needs up to so many times its width, or so many px where it is narrow."""
SHEET_EDGE, SLIDE_EDGE, SCREEN_EDGE = 12.0, 64.0, 32.0
"""Mm, px, px."""
LABEL = 12.0
"""Px of an event's label on the screen, from which all measures of marks are scaled."""
LARGER = 1.2
"""Letters on A3 are larger by this: it is looked at from further away."""
NARROW = 560.0
"""On pages narrower than this the title is smaller, too."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Sizes of letters in px at 96 to the inch."""

    label: float
    title: float
    subtitle: float
    legend: float
    source: float
    small: float

    def times(self, factor: float) -> "Letters":
        """All larger or smaller."""
        return replace(self, **{one.name: getattr(self, one.name) * factor for one in fields(self)})


def points(label: float, title: float, subtitle: float, legend: float, source: float, small: float) -> Letters:
    """Sizes that are told in pt."""
    return Letters(label, title, subtitle, legend, source, small).times(INCH / 72)


ON_SCREEN = Letters(12.0, 26.0, 14.0, 11.5, 11.5, 11.0)
ON_SLIDE = Letters(19.0, 44.0, 20.0, 15.0, 13.5, 13.5)
ON_PAPER = points(8.4, 22.0, 9.6, 7.2, 7.0, 6.4)
IN_COLUMN = points(7.6, 12.5, 8.4, 7.0, 6.8, 6.4)


@dataclass(frozen=True, slots=True)
class Area:
    """A page: its size, a height of None for as high as needed, the edge that stays free, and the sizes of letters."""

    width: float
    height: float | None
    edge: float
    letters: Letters
    most: float = 0.0
    """Where the height is as needed, no more than this."""

    @property
    def inner(self) -> float:
        """The width between the edges."""
        return self.width - 2 * self.edge

    @property
    def scale(self) -> float:
        """What marks are multiplied by."""
        return self.letters.label / LABEL


def mm(length: float) -> float:
    """Px of so many millimetres."""
    return length * INCH / 25.4


def area_of(options: FigureOptions) -> Area:
    """The page that is asked for."""
    text = options.text
    if options.page is Paper.PIXELS:
        letters = ON_SCREEN if options.width >= NARROW else replace(ON_SCREEN, title=18.0, subtitle=13.0)
        edge = min(SCREEN_EDGE, 0.04 * options.width)
        most = max(TALLEST_SHARE * options.width, TALLEST_LEAST)
        return Area(float(options.width), None if options.height is None else float(options.height), edge,
                    letters.times(text), most)  # fmt: skip
    if options.page is Paper.SLIDE:
        return Area(*SLIDE, SLIDE_EDGE, ON_SLIDE.times(text))
    if options.page is Paper.COLUMN:
        width = mm(options.columns * COLUMN + (options.columns - 1) * GUTTER)
        return Area(width, None, 0.0, IN_COLUMN.times(text), mm(options.tallest))
    wide, high = (mm(side) for side in SHEETS[options.page])
    turned = (wide, high) if options.landscape else (high, wide)
    return Area(*turned, mm(SHEET_EDGE), ON_PAPER.times(text * (LARGER if options.page is Paper.A3 else 1.0)))


def dots_of(options: FigureOptions) -> float:
    """Px of an image for each px of its page."""
    on_paper = options.page in SHEETS or options.page is Paper.COLUMN
    return options.scale * (PAPER_DOTS / INCH if on_paper else 1.0)

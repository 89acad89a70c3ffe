"""How large the page is, and how time is folded on it."""

from widgets.export.choices import Format
from widgets.export.fields import Group, Number, Pick, Row
from widgets.figure.options import (
    LOWEST,
    MOST_COLUMNS,
    MOST_PAGES,
    MOST_ROWS,
    NARROWEST,
    SCALES,
    TALLEST,
    WIDEST,
    FigureOptions,
    Paper,
)
from widgets.figure.paper import SHEETS
from widgets.segments import Segments

SIZES = {
    Paper.PIXELS: "In pixels",
    Paper.A4: "A4",
    Paper.A3: "A3",
    Paper.LETTER: "Letter",
    Paper.SLIDE: "Slide 16 : 9",
    Paper.COLUMN: "Newspaper columns",
}
NO_FIGURE = "Only figures have pages."
STEP = 100
"""Px."""


class PageGroup(Group):
    """Only what belongs to the chosen size is shown."""

    def __init__(self) -> None:
        super().__init__("Page")
        self.paper = Pick({paper.value: words for paper, words in SIZES.items()})
        self.turned = Segments("Orientation", (("wide", "Landscape", "", ""), ("high", "Portrait", "", "")))
        self.columns = Number(1, MOST_COLUMNS)
        self.tallest = Number(LOWEST, TALLEST, 10, " mm")
        self.width_px = Number(NARROWEST, WIDEST, STEP, " px")
        self.height_px = Number(NARROWEST - 1, WIDEST, STEP, " px", "As needed, up to 1.5 × width")
        self.scale = Segments("Scale", [(str(n), f"{n}×", "", "") for n in range(int(SCALES[0]), int(SCALES[1]) + 1)])
        self.rows = Number(0, MOST_ROWS, special="Automatic")
        self.pages = Number(1, MOST_PAGES)
        self._rows = {
            "size": self.add("Size", self.paper),
            "turned": self.add("Orientation", self.turned),
            "columns": self.add("Columns", self.columns),
            "tallest": self.add("Height up to", self.tallest),
            "width": self.add("Width", self.width_px),
            "height": self.add("Height", self.height_px),
            "scale": self.add("Scale", self.scale),
            "rows": self.add("Rows of time", self.rows),
            "pages": self.add("Pages of time", self.pages),
        }
        for number in (self.columns, self.tallest, self.width_px, self.height_px, self.rows, self.pages):
            number.valueChanged.connect(self.changed)
        for segments in (self.turned, self.scale):
            segments.chosen.connect(self.changed)
        self.paper.currentIndexChanged.connect(self.changed)

    def fill(self, options: FigureOptions) -> None:
        """Show these choices."""
        self.paper.pick(options.page.value)
        self.turned.choose("wide" if options.landscape else "high")
        self.columns.setValue(options.columns)
        self.tallest.setValue(options.tallest)
        self.width_px.setValue(options.width)
        self.height_px.setValue(self.height_px.minimum() if options.height is None else options.height)
        self.scale.choose(str(round(options.scale)))
        self.rows.setValue(options.rows)
        self.pages.setValue(options.pages)

    def told(self) -> dict[str, object]:
        """By the names of FigureOptions."""
        as_needed = self.height_px.value() == self.height_px.minimum()
        return {
            "page": Paper(self.paper.key()),
            "landscape": self.turned.key() == "wide",
            "columns": self.columns.value(),
            "tallest": self.tallest.value(),
            "width": self.width_px.value(),
            "height": None if as_needed else self.height_px.value(),
            "scale": float(self.scale.key()),
            "rows": self.rows.value(),
            "pages": self.pages.value() if self.pages.isEnabled() else 1,
        }

    def fit(self, chosen: Format) -> None:
        """Show what the size needs, and switch off what the format does not know."""
        paper = Paper(self.paper.key())
        for name, papers in (("turned", {*SHEETS}), ("columns", {Paper.COLUMN}), ("tallest", {Paper.COLUMN}),
                             ("width", {Paper.PIXELS}), ("height", {Paper.PIXELS})):  # fmt: skip
            self._rows[name].show(paper in papers)
        for row in self._rows.values():
            row.refuse("" if chosen.figure else NO_FIGURE, told=False)
        if chosen.figure:
            self._refuse("scale", chosen.dots, "Only PNG needs it; this is sharp at any size.")
            self._refuse("pages", chosen.pages or chosen.apart, f"A {chosen.name.lower()} has one.")

    def _refuse(self, name: str, possible: bool, reason: str) -> None:
        row: Row = self._rows[name]
        row.refuse("" if possible else reason)

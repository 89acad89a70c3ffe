"""In which colours and letters the figure is drawn."""

from widgets.export.choices import Format
from widgets.export.fields import Group, Number, Tick
from widgets.figure.options import TEXTS, FigureOptions
from widgets.segments import Segments

LOOKS = (
    ("light", "Light", "", "As the window by day"),
    ("dark", "Dark", "", "For slides in dark rooms"),
    ("print", "Print", "", "Inks that are told apart in black and white, too"),
)
REASON = "Only figures have a look."


class LookGroup(Group):
    """Colours, ground, legend, size of letters."""

    def __init__(self) -> None:
        super().__init__("Look")
        self.look = Segments("Look", LOOKS)
        self.text = Number(round(100 * TEXTS[0]), round(100 * TEXTS[1]), 5, " %")
        self.legend, self.clear = Tick("Legend"), Tick("Transparent background")
        rows = (self.add("Colours", self.look), self.add("Text size", self.text))
        self._rows = (*rows, self.add("", self.legend), self.add("", self.clear))
        for part in (self.legend, self.clear):
            part.setAccessibleName(part.text())
            part.toggled.connect(self.changed)
        self.look.chosen.connect(self.changed)
        self.text.valueChanged.connect(self.changed)

    def fill(self, options: FigureOptions) -> None:
        """Show these choices."""
        self.look.choose(options.look)
        self.text.setValue(round(100 * options.text))
        self.legend.setChecked(options.legend)
        self.clear.setChecked(options.transparent)

    def told(self) -> dict[str, object]:
        """By the names of FigureOptions."""
        return {
            "look": self.look.key(),
            "text": self.text.value() / 100,
            "legend": self.legend.isChecked(),
            "transparent": self.clear.isChecked(),
        }

    def fit(self, chosen: Format) -> None:
        """Tables have no look."""
        for row in self._rows:
            row.refuse("" if chosen.figure else REASON, told=False)

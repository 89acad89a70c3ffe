"""Title, subtitle, credit and date of a figure, and what it says of its sources."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from storage.moment import Moment
from widgets.dates import day
from widgets.export.choices import Format, Offer
from widgets.export.fields import Group, Tick, line
from widgets.figure.options import FigureOptions, Sources
from widgets.segments import Segments

REASON = "Only figures have words around their events."
SOURCES = (
    (Sources.NONE.value, "None", "", "Marks without numbers"),
    (Sources.LIST.value, "List", "", "Small numbers at the marks, and a list of the articles"),
    (Sources.QUOTES.value, "Quotes", "", "The list with the words of each article"),
)


class OptionalLine(QWidget):
    """A line of words that can be left out by its tick; an empty one stands for what is said by itself."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.tick, self.field = Tick(""), line(placeholder)
        self.tick.setAccessibleName(f"Show the {name.lower()}")
        self.field.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.tick)
        row.addWidget(self.field, 1)
        self.tick.toggled.connect(self.field.setEnabled)
        self.setFocusProxy(self.field)

    def fill(self, words: str | None) -> None:
        """None is what is said by itself, "" nothing."""
        self.tick.setChecked(words != "")
        self.field.setEnabled(words != "")
        self.field.setText(words or "")

    def told(self) -> str | None:
        """The same the other way round."""
        return (self.field.text().strip() or None) if self.tick.isChecked() else ""


class WordsGroup(Group):
    """What is written around the timeline."""

    def __init__(self, offer: Offer) -> None:
        super().__init__("Words")
        self._today = offer.today
        self.title, self.subtitle = (
            OptionalLine("Title", offer.library),
            OptionalLine("Subtitle", "The time that is shown"),
        )
        self.credit: QLineEdit = line("Graphic: your name")
        self.made = Tick(f"Made on {day(_moment(offer.today))}")
        self.made.setAccessibleName(self.made.text())
        self._rows = (
            self.add("Title", self.title),
            self.add("Subtitle", self.subtitle),
            self.add("Credit", self.credit),
            self.add("", self.made),
        )
        for optional in (self.title, self.subtitle):
            optional.tick.toggled.connect(self.changed)
            optional.field.textChanged.connect(self.changed)
        self.credit.textChanged.connect(self.changed)
        self.made.toggled.connect(self.changed)

    def fill(self, options: FigureOptions) -> None:
        """Show these choices."""
        self.title.fill(options.title)
        self.subtitle.fill(options.subtitle)
        self.credit.setText(options.credit)
        self.made.setChecked(options.made is not None)

    def told(self) -> dict[str, object]:
        """By the names of FigureOptions."""
        return {
            "title": self.title.told(),
            "subtitle": self.subtitle.told(),
            "credit": self.credit.text().strip(),
            "made": self._today if self.made.isChecked() else None,
        }

    def fit(self, chosen: Format) -> None:
        """Tables have no words around."""
        for row in self._rows:
            row.refuse("" if chosen.figure else REASON, told=False)


class SourcesGroup(Group):
    """Whether the figure names the articles that it comes from."""

    def __init__(self) -> None:
        super().__init__("Sources")
        self.sources = Segments("Sources", SOURCES)
        self._row = self.add("In the figure", self.sources)
        self.sources.chosen.connect(self.changed)

    def fill(self, options: FigureOptions) -> None:
        """Show this choice."""
        self.sources.choose(options.sources.value)

    def told(self) -> dict[str, object]:
        """By the name of FigureOptions."""
        return {"sources": Sources(self.sources.key())}

    def fit(self, chosen: Format) -> None:
        """Tables name all sources anyway."""
        self._row.refuse("" if chosen.figure else "Tables name their sources anyway.", told=False)


def _moment(told: date) -> Moment:
    return Moment.of(told.year, told.month, told.day)

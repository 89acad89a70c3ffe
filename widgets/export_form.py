"""What is asked before a file is exported: how much of the timeline, in which format and look."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from widgets.event_form import Choice
from widgets.fonts import font
from widgets.pieces import button, ground, label

THEMES = (("light", "Light"), ("dark", "Dark"), ("print", "Print, safe in black and white"))
NARROWEST, WIDEST = 400, 12_000


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its ending; only figures have a look and a size."""

    ending: str
    name: str
    figure: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """The answers; `width` is px at 100 %."""

    ending: str
    visible_only: bool
    theme: str
    width: int


class ExportForm(QDialog):
    """Accepted when the user wants to go on to the name of the file."""

    def __init__(self, formats: Sequence[Format], before: Wanted, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Export")
        ground(self, "window")
        self._formats = {one.ending: one for one in formats}
        self.whole, self.visible = QRadioButton("The whole timeline"), QRadioButton("What is visible now")
        self.format, self.theme = Choice(), Choice()
        self.pixels = QSpinBox(minimum=NARROWEST, maximum=WIDEST, singleStep=100, suffix=" px")
        self.pixels.setLocale(QLocale(QLocale.Language.English))  # numbers as everywhere in the window
        self.pixels.setGroupSeparatorShown(True)
        self._fill(before)
        self._place()
        self.format.currentIndexChanged.connect(self._fit)
        self._fit()

    def wanted(self) -> Wanted:
        """What the fields say."""
        return Wanted(
            self.format.currentData(), self.visible.isChecked(), self.theme.currentData(), self.pixels.value()
        )

    def _fill(self, before: Wanted) -> None:
        for one in self._formats.values():
            self.format.addItem(one.name, one.ending)
        for key, name in THEMES:
            self.theme.addItem(name, key)
        self.format.setCurrentIndex(max(0, self.format.findData(before.ending)))
        self.theme.setCurrentIndex(max(0, self.theme.findData(before.theme)))
        self.pixels.setValue(before.width)
        (self.visible if before.visible_only else self.whole).setChecked(True)
        group = QButtonGroup(self)
        for part in (self.whole, self.visible):
            group.addButton(part)
            part.setFont(font("interface"))

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(label("Export the timeline", role="panel_title", weight="strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.setColumnMinimumWidth(1, 260)
        rows: tuple[tuple[str, QWidget], ...] = (("What", self.whole), ("", self.visible), ("Format", self.format))
        self._of_figure: list[tuple[QLabel, QWidget]] = [
            (label("Look", "secondary"), self.theme),
            (label("Width", "secondary"), self.pixels),
        ]
        for place, (name, field) in enumerate(rows):
            grid.addWidget(label(name, "secondary"), place, 0)
            grid.addWidget(field, place, 1)
            field.setAccessibleName(f"{name} {field.text()}" if isinstance(field, QRadioButton) else name)
        for place, (name_label, part) in enumerate(self._of_figure, len(rows)):
            grid.addWidget(name_label, place, 0)
            grid.addWidget(part, place, 1)
            part.setAccessibleName(name_label.text())
        column.addLayout(grid)
        row = QHBoxLayout()
        row.addStretch(1)
        leave, go = button("Cancel", "line"), button("Save as…", "primary")
        leave.clicked.connect(self.reject)
        go.clicked.connect(self.accept)
        go.setDefault(True)
        row.addWidget(leave)
        row.addWidget(go)
        column.addSpacing(6)
        column.addLayout(row)

    def _fit(self) -> None:
        figure = self._formats[self.format.currentData()].figure
        for name, part in self._of_figure:
            name.setEnabled(figure)
            part.setEnabled(figure)

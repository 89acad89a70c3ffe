"""Which events are exported, and in which lanes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from widgets.export.choices import Format, Offer, Scope
from widgets.export.fields import Group, Pick
from widgets.figure.options import LANES, FigureOptions, What
from widgets.fonts import font
from widgets.pieces import label
from widgets.plain import tip


class WhatGroup(Group):
    """One radio button for each scope, with its number of events or why it cannot be had."""

    def __init__(self, offer: Offer) -> None:
        super().__init__("What")
        self._scopes = {one.what: one for one in offer.scopes}
        self.buttons = {one.what: QRadioButton(one.words) for one in offer.scopes}
        self._counts = {one.what: label("", "tertiary", "label") for one in offer.scopes}
        self.lanes = Pick({key: _lanes_words(key, offer.lanes) for key in LANES})
        self._place()
        self._lanes_row = self.add("Lanes by", self.lanes)
        self.lanes.currentIndexChanged.connect(self.changed)

    def fill(self, options: FigureOptions) -> None:
        """Show these choices; one that cannot be had gives way to the first that can."""
        possible = [what for what, scope in self._scopes.items() if not scope.reason]
        chosen = options.what if options.what in possible else possible[0]
        self.buttons[chosen].setChecked(True)
        self.lanes.pick(options.lanes)

    def told(self) -> dict[str, object]:
        """By the names of FigureOptions."""
        what = next((what for what, one in self.buttons.items() if one.isChecked()), What.EVERYTHING)
        return {"what": what, "lanes": self.lanes.key()}

    def fit(self, chosen: Format) -> None:
        """Tables hold events without a date, too, and have no lanes."""
        for what, scope in self._scopes.items():
            words = scope.reason or _counted(scope.drawn if chosen.figure else scope.listed)
            self._counts[what].setText(words)
            self.buttons[what].setAccessibleName(f"{scope.words}, {words}")
        self._lanes_row.refuse("" if chosen.figure else "Only figures have lanes.", told=False)

    def _place(self) -> None:
        inside, group = QWidget(), QButtonGroup(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setVerticalSpacing(0)
        for row, (what, button) in enumerate(self.buttons.items()):
            _dress(button, self._scopes[what])
            group.addButton(button)
            button.toggled.connect(lambda on: self.changed.emit() if on else None)
            grid.addWidget(button, row, 0)
            grid.addWidget(self._counts[what], row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.add_wide(inside)


def _dress(button: QRadioButton, scope: Scope) -> None:
    button.setFont(font("interface"))
    button.setFixedHeight(26)
    button.setEnabled(not scope.reason)
    button.setToolTip(tip(scope.reason))


def _lanes_words(key: str, shown: str) -> str:
    words = "No lanes" if key == "none" else key.capitalize()
    return f"{words}, as on screen" if key == shown else words


def _counted(number: int) -> str:
    return f"{number:,} event{'' if number == 1 else 's'}"

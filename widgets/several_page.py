"""Several events as the panel shows them: how many, over what time, of which kinds; their kind can be changed as one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resources.kinds import kinds
from widgets.article_facts import section
from widgets.icons import Picture, set_icon
from widgets.pieces import OUT, button, inset, label, outset
from widgets.shown import Counted, ShownSeveral


class SeveralPage(QWidget):
    """What is decided about all of them stands in the foot of the panel."""

    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = label(role="panel_title", weight="strong", wrap=True)
        self.when = label(role="panel_when", weight="strong", wrap=True)
        self.length = label(tone="secondary", role="lane_header", wrap=True)
        self.kind = button("Change the kind of all…", "link", tip="Change the kind of all chosen events")
        self.kind.setMenu(self._kind_menu())
        self._rows = QWidget()
        self._under = QVBoxLayout()
        self._place()

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.when, self.length, section("Kinds")):
            column.addLayout(inset(part))
            column.addSpacing(4)
        column.addLayout(self._under)
        column.addSpacing(6)
        column.addLayout(outset(self.kind))
        column.addStretch(1)

    def set_several(self, shown: ShownSeveral) -> None:
        """Show other events."""
        self.head.setText(f"{len(shown.events):,} events")
        self.when.setText(shown.when)
        self.length.setText(shown.length)
        self.length.setVisible(bool(shown.length))
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = QWidget()
        rows = QVBoxLayout(self._rows)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(3)
        for counted in shown.kinds:
            rows.addWidget(_row(counted))
        self._under.addLayout(inset(self._rows))

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in kinds().values():
            set_icon(menu.addAction(kind.label, partial(self.kind_chosen.emit, kind.name)), f"kind:{kind.name}")
        return menu


def _row(counted: Counted) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, OUT, 0)
    row.setSpacing(8)
    row.addWidget(Picture(f"kind:{counted.kind}"))
    row.addWidget(label(counted.label))
    row.addStretch(1)
    row.addWidget(label(f"{counted.count:,}", "secondary"))
    return made

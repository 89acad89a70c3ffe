"""What is known of an article, and what its undated events would become if the guess were right."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from widgets.icons import Picture
from widgets.pieces import OUT, button, label, outset, pill, rule
from widgets.runs import QUOTED, Run, RunsLabel
from widgets.shown import Preview, ShownFacts

NAMES, ROW, WIDEST_DATE = 92, 34, 110


class ArticleFacts(QWidget):
    """Built anew for each article."""

    undated_requested = Signal()
    edit_requested = Signal()

    def __init__(self, facts: ShownFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        column = _column()
        whole.addLayout(column)
        column.addLayout(_head(facts))
        column.addSpacing(9)
        column.addWidget(label(facts.title, role="panel_title", weight="strong", wrap=True))
        column.addSpacing(10)
        column.addLayout(_table(facts.facts))
        edit = button("Edit…", "link", tip="Edit title, publisher and author")
        edit.clicked.connect(self.edit_requested)
        whole.addLayout(outset(edit))
        column = _column()
        whole.addLayout(column)
        if facts.previews:
            self._add_previews(column, facts)
        if facts.undated_elsewhere:
            _add_elsewhere(column, facts.undated_elsewhere)
            show = button("Show them" if facts.undated_elsewhere > 1 else "Show it", "link")
            show.clicked.connect(self.undated_requested)
            whole.addLayout(outset(show))
        whole.addStretch(1)

    def _add_previews(self, column: QVBoxLayout, facts: ShownFacts) -> None:
        column.addWidget(section(f"If it appeared on {facts.guess}"))
        card = QFrame()
        card.setProperty("ground", "card")
        rows = QVBoxLayout(card)
        rows.setContentsMargins(10, 4, 10, 4)
        rows.setSpacing(0)
        for place, preview in enumerate(facts.previews):
            if place:
                rows.addWidget(rule())
            rows.addWidget(_preview(preview))
        column.addWidget(card)
        column.addSpacing(10)
        promise = "Setting the date is one step and can be undone. Dates you corrected by hand stay as they are."
        column.addWidget(label(promise, "secondary", "label", wrap=True))


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(OUT, 0, OUT, 0)
    column.setSpacing(0)
    return column


def section(text: str) -> QWidget:
    """The name of a part of the panel, with the space before it."""
    made = label(text, "tertiary", "caption", "strong")
    made.setContentsMargins(0, 16, 0, 7)
    return made


def _head(facts: ShownFacts) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(7)
    row.addWidget(Picture("page", size=15))
    row.addWidget(label("Article", role="lane_header", weight="strong"))
    row.addStretch(1)
    if facts.needs_date:
        row.addWidget(pill("needs a date", "warn"))
    return row


def _add_elsewhere(column: QVBoxLayout, count: int) -> None:
    column.addWidget(section("Not helped by it"))
    told = f"{count:,} more in Undated {'come' if count > 1 else 'comes'} from other articles."
    column.addWidget(label(told, "secondary", "lane_header", wrap=True))


def _table(facts: tuple[tuple[str, str], ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(5)
    grid.setHorizontalSpacing(0)
    grid.setColumnMinimumWidth(0, NAMES)
    grid.setColumnStretch(1, 1)
    for row, (name, value) in enumerate(facts):
        grid.setRowMinimumHeight(row, 18)
        grid.addWidget(label(name, "tertiary", "lane_header"), row, 0, Qt.AlignmentFlag.AlignTop)
        told = label(value, role="lane_header", wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(told, row, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _preview(preview: Preview) -> QWidget:
    made = QWidget()
    made.setMinimumHeight(ROW)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(Picture(f"kind:{preview.kind}"))
    words = RunsLabel("lane_header", "primary", 20, 13)
    words.set_runs([Run(f"“{preview.words}”", QUOTED)])
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    told = label(preview.date_text, role="lane_header", weight="strong", wrap=True)
    told.setMaximumWidth(WIDEST_DATE)
    row.addWidget(told)
    return made

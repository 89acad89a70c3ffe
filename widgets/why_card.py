"""Why an event has its date: the strip of days, the reason with the words of the source, and the other readings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from storage.model import Dating
from storage.when import When
from widgets import dates
from widgets.day_strip import DayStrip
from widgets.flow import FlowLayout
from widgets.pieces import button, label
from widgets.runs import RunsLabel, with_quotes

MOST_ALTERNATIVES = 4


class WhyCard(QFrame):
    """Alternatives are told by their place in `dating.alternatives`; `other_requested` asks for a date of one's own."""

    alternative_chosen = Signal(int)
    other_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._shown: tuple[When | None, Dating | None] | None = None
        self._days = DayStrip()
        self._why = RunsLabel()
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices)
        self._other = button("", "link")
        self._other.clicked.connect(self.other_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 11)
        column.setSpacing(9)
        column.addWidget(self._days)
        column.addWidget(self._why)
        row = QHBoxLayout()
        row.setContentsMargins(0, 1, 0, 0)
        row.addWidget(self._choices, 1)
        row.addWidget(self._other, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)

    def set_dating(self, when: When | None, dating: Dating | None) -> None:
        """Show how the date came about; without a dating it was set by hand. The same again keeps the keyboard where it is."""
        if self._shown == (when, dating):
            return
        self._shown = (when, dating)
        anchor = dating.anchor if dating else None
        near = anchor.when.earliest if anchor and anchor.when.earliest == anchor.when.latest else None
        note = "in the text" if anchor and anchor.span else "published"
        self._days.set_days(when, near, note)
        told = dating.why if dating else "No words of a source say this date."
        self._why.set_runs(with_quotes(told))
        self._offer(when, dating)

    def _offer(self, when: When | None, dating: Dating | None) -> None:
        chosen = self._choices.isAncestorOf(QApplication.focusWidget() or self)
        self._flow.clear()
        choices = dating.alternatives[:MOST_ALTERNATIVES] if dating else ()
        if choices:
            self._flow.addWidget(label("Or", "tertiary", "label"))
        for place, choice in enumerate(choices):
            made = button(dates.written(choice.when, dates.year_near(when)), "chip", tip=choice.reason)
            made.clicked.connect(lambda _=False, at=place: self.alternative_chosen.emit(at))
            self._flow.addWidget(made)
        self._other.setText("Other…" if choices else "Set another date…")
        self._choices.updateGeometry()
        if chosen:
            self._other.setFocus(Qt.FocusReason.OtherFocusReason)

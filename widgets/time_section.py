"""The filter of time: from when to when events are let through, typed in words, or taken from what is in view."""

from math import ceil, floor

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from storage.moment import Moment
from widgets import dates
from widgets.date_field import DateField, Reader
from widgets.filter_section import FoldHeader
from widgets.pieces import button
from widgets.timeline.measured import days_words

Bound = float | None
"""Days since 1970; None restricts nothing."""


class TimeSection(QWidget):
    """Announces each change by the user; what it is told by `choose` it does not announce."""

    changed = Signal(object, object)
    """From when on and before when, each a Bound."""
    visible_requested = Signal()
    """The time in view is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bounds: tuple[Bound, Bound] = (None, None)
        self.header = FoldHeader("Time")
        self.first, self.last = DateField("From, such as 3 May 2014"), DateField("To, such as 15 May 2014")
        self.visible = button("Time in view", "link", tip="Let only events through that have a moment in view")
        self.every = button("All times", "link", tip="Let events of all times through")
        self._inside = QWidget()
        self._place()
        self.header.toggled.connect(self._inside.setVisible)
        for field in (self.first, self.last):
            field.entered.connect(lambda _when, _words: self._entered())
            field.line.editingFinished.connect(self._left)
            field.cancelled.connect(self._show)
        self.visible.clicked.connect(self.visible_requested)
        self.every.clicked.connect(lambda: self._change(None, None))
        self._inside.hide()
        self._show()

    def set_reader(self, read: Reader) -> None:
        """What understands typed dates."""
        for field in (self.first, self.last):
            field.set_reader(read)

    @property
    def bounds(self) -> tuple[Bound, Bound]:
        """From when on, and before when."""
        return self._bounds

    def choose(self, first: Bound, last: Bound) -> None:
        """Show what is let through, without announcing it."""
        self._bounds = (first, last)
        self._show()

    def _change(self, first: Bound, last: Bound) -> None:
        if (first, last) != self._bounds:
            self.choose(first, last)
            self.changed.emit(first, last)

    def _entered(self) -> None:
        """Both fields as they are: an empty one restricts nothing, and what cannot be read says so and changes nothing."""
        found: list[Bound] = []
        for field, old in zip((self.first, self.last), self._bounds, strict=True):
            when = field.when()
            if field.text() == _written(old, field is self.last):
                found.append(old)
            elif not field.text():
                found.append(None)
            elif when is None:
                field.complain()
                return
            else:
                bound = when.start if field is self.first else when.end
                found.append(bound if abs(bound) != float("inf") else None)
        first, last = found
        if first is not None and last is not None and last <= first:
            self.last.complain("This is before the beginning.")
            return
        self._change(first, last)
        self._show()

    def _left(self) -> None:
        """The keyboard has gone elsewhere: what was typed counts."""
        if not (self.first.line.hasFocus() or self.last.line.hasFocus()):
            self._entered()

    def _show(self) -> None:
        first, last = self._bounds
        for field, bound in ((self.first, first), (self.last, last)):
            field.set_text(_written(bound, field is self.last))
            field.line.deselect()
        timed = first is not None or last is not None
        self.header.set_summary(days_words(first, last) if timed else "all", timed)
        self.every.setEnabled(timed)

    def _place(self) -> None:
        words = QHBoxLayout()
        words.setSpacing(8)
        for part in (self.visible, self.every):
            words.addWidget(part)
        words.addStretch(1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(14, 2, 16, 4)
        inside.setSpacing(4)
        for field in (self.first, self.last):
            inside.addWidget(field)
        inside.addLayout(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._inside)


def _written(bound: Bound, is_end: bool) -> str:
    """A bound as one types it: the end is the last day itself."""
    if bound is None:
        return ""
    minute = round((bound - floor(bound)) * 1440)
    if minute:
        return dates.day(Moment(floor(bound), minute))
    return dates.day(Moment(ceil(bound) - 1 if is_end else floor(bound)))

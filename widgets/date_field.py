"""A line in which a date is typed, in words or in EDTF; below it stands how it was read, or what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget, QWidgetAction

from storage.moment import Moment
from storage.when import Precision, When
from widgets import dates
from widgets.fonts import font
from widgets.icons import set_icon
from widgets.pieces import label
from widgets.theme import restyle

Reader = Callable[[str], When | None]
"""Reads typed words; None where they tell no date."""

HELP = "Write a date such as 14 Dec 2016, December 2016 or 2016-12-14."


def read_iso(text: str) -> When | None:
    """2016-12-16 or 2016-12-16T19:05: what is understood as long as no other reader is given."""
    try:
        moment = Moment.parse(text)
    except ValueError:
        return None
    return When(moment, moment, Precision.DAY if moment.minute is None else Precision.MINUTE)


class DateField(QWidget):
    """Enter announces the date and the words as they were typed; Escape gives up. Words are read once, when they come."""

    entered = Signal(object, str)
    cancelled = Signal()

    def __init__(self, hint: str = "Date", read: Reader = read_iso, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._when: When | None = None
        self._words: str | None = None
        self.line = _Line(self)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.setAcceptDrops(False)
        self.line.setFont(font("interface"))
        self.note = label("", "secondary", "label", wrap=True)
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.line)
        column.addWidget(self.note)
        self._add_calendar()
        self.line.textChanged.connect(lambda: self._understand())
        self.line.textEdited.connect(lambda: self._preview())
        self.line.returnPressed.connect(self._enter)
        self.line.escaped.connect(self.cancelled)

    def set_reader(self, read: Reader) -> None:
        """What understands words from now on."""
        self._read = read

    def set_text(self, text: str, when: When | None = None) -> None:
        """Begin with these words; `when` is what they mean where that is known."""
        self.line.setText(text)
        self._words = None  # the same words may mean another day now
        self._understand()
        self._when = when or self._when
        self.line.selectAll()
        self._say("")

    def words_for(self, when: When) -> str:
        """A date as people read it, if it is understood so when it is typed; else in EDTF."""
        told = dates.written_out(when)
        return told if self._read(told) == when else when.edtf

    def text(self) -> str:
        """What is typed."""
        return self.line.text().strip()

    def when(self) -> When | None:
        """What was typed, as it was read then."""
        return self._when

    def set_day(self, moment: Moment) -> None:
        """As if the day had been typed."""
        self.line.setText(dates.day(moment))
        self._preview()

    def complain(self, text: str = "") -> None:
        """Say in one sentence that this is no date."""
        told = f"“{self.text()}” is no date that can be read. {HELP}" if self.text() else HELP
        self._say(text or told, wrong=True)

    def _understand(self) -> None:
        if self.text() != self._words:
            self._words = self.text()
            self._when = self._read(self._words) if self._words else None

    def _preview(self) -> None:
        self._understand()  # Qt tells of an edit before it tells of the change
        when = self.when()
        self._say(dates.written_out(when) if when else "")

    def _enter(self) -> None:
        when = self.when()
        if when is None:
            self.complain()
            return
        self.entered.emit(when, self.text())

    def _say(self, text: str, wrong: bool = False) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
        self.note.setProperty("tone", "warn" if wrong else "secondary")
        self.line.setProperty("wrong", wrong)
        self.line.setAccessibleDescription(text)
        for part in (self.note, self.line):
            restyle(part)

    def _add_calendar(self) -> None:
        action = QAction("Choose in a calendar", self.line)
        set_icon(action, "calendar")
        self.line.addAction(action, QLineEdit.ActionPosition.TrailingPosition)
        action.triggered.connect(self.show_calendar)

    def show_calendar(self) -> None:
        """Let a day be pointed at."""
        from widgets.calendar import Calendar

        when, menu = self.when(), QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        moment = (when.earliest or when.latest) if when else None
        known = moment is not None and 1 <= moment.civil[0] <= 9999
        calendar = Calendar(QDate(*moment.civil) if moment and known else None)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.activated.connect(lambda day: self._pick(day, menu))
        calendar.clicked.connect(lambda day: self._pick(day, menu))
        menu.popup(self.line.mapToGlobal(QPoint(0, self.line.height() + 2)))

    def _pick(self, day: QDate, menu: QMenu) -> None:
        menu.close()
        self.set_day(Moment.of(day.year(), day.month(), day.day()))
        self._enter()


class _Line(QLineEdit):
    """A line edit that tells of Escape."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
            return
        super().keyPressEvent(event)

"""A form for an event: for a new one made from selected words, and for all fields of one that exists."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from resources.kinds import kinds
from storage.model import Status, When
from widgets.current import current_theme
from widgets.date_field import DateField, Reader
from widgets.fonts import font
from widgets.icons import kind_icon, paint_icon
from widgets.in_place import WrappedField
from widgets.pieces import OUT, button, label
from widgets.runs import QUOTED, Run, RunsLabel
from widgets.words import STATUSES


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form holds; the date as it was typed, empty for none, and as it was read when it was typed."""

    kind: str
    title: str
    date: str = ""
    status: Status = Status.HAPPENED
    places: tuple[str, ...] = ()
    when: When | None = None


class EventForm(QWidget):
    """`saved` carries a Draft that can be read: a title, and a date that is understood or empty."""

    saved = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = label("", role="panel_title", weight="strong", wrap=True)
        self._quote = RunsLabel("lane_header", "primary", 20, 14)
        self.kind, self.status = Choice(), Choice()
        self.title = WrappedField("Title")
        self.date = DateField("Date, in words or as 2016-12-16")
        self.places = QLineEdit(placeholderText="Midan, Damascus")
        self._wrong = label("", "warn", "label", wrap=True)
        self._save = button("Save", "primary")
        self._begun = Draft("", "")
        self.places.setAcceptDrops(False)
        self._fill_choices()
        self._place()
        self._save.clicked.connect(self.save)
        self.date.entered.connect(lambda: self.save())
        self.date.cancelled.connect(self.cancelled)
        self.title.cancelled.connect(self.cancelled)
        self.places.returnPressed.connect(self.save)
        for part in (self.places, self.kind, self.status):
            keys = QShortcut(QKeySequence(Qt.Key.Key_Escape), part, context=Qt.ShortcutContext.WidgetShortcut)
            keys.activated.connect(self.cancelled)

    def set_reader(self, read: Reader) -> None:
        """What understands a typed date."""
        self.date.set_reader(read)

    def set_draft(self, draft: Draft, head: str, quote: str = "") -> None:
        """Begin with these values; `quote` is what a new event is made from."""
        self._head.setText(head)
        self._quote.setVisible(bool(quote))
        self._quote.set_runs([Run(f"“{quote}”", QUOTED)])
        self.kind.setCurrentIndex(max(0, self.kind.findData(draft.kind)))
        self.status.setCurrentIndex(self.status.findData(draft.status.value))
        self.title.setPlainText(draft.title)
        self.date.set_text(draft.date, draft.when)
        self.places.setText("; ".join(draft.places))
        self._say("")
        self._begun = self.draft()

    def put_back(self, draft: Draft) -> None:
        """Hold again what could not be kept: it still differs from what the form began with."""
        begun = self._begun
        self.set_draft(draft, self._head.text())
        self._begun = begun

    def draft(self) -> Draft:
        """What the fields hold now."""
        places = tuple(part.strip() for part in self.places.text().split(";") if part.strip())
        title = " ".join(self.title.toPlainText().split())
        kind, status = self.kind.currentData(), Status(self.status.currentData())
        return Draft(kind, title, self.date.text(), status, places, self.date.when())

    @property
    def begun(self) -> Draft:
        """What it began with."""
        return self._begun

    @property
    def changed(self) -> bool:
        """Whether anything was typed or chosen since then."""
        return self.draft() != self._begun

    def focus_field(self, name: str) -> None:
        """Put the keyboard into kind, title, date, status or places."""
        target = getattr(self, name)
        (target.line if isinstance(target, DateField) else target).setFocus(Qt.FocusReason.OtherFocusReason)

    def can_save(self) -> bool:
        """Whether what the fields hold can be read."""
        draft = self.draft()
        return bool(draft.title) and (not draft.date or draft.when is not None)

    def save(self) -> None:
        """Announce the draft, or say what is missing."""
        draft = self.draft()
        if not draft.title:
            self._say("An event needs a title.")
            self.focus_field("title")
        elif draft.date and draft.when is None:
            self.date.complain()
            self.focus_field("date")
        else:
            self._say("")
            self.saved.emit(draft)

    def changeEvent(self, event: QEvent) -> None:
        """Glyphs wear the colours of the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            for row in range(self.kind.count()):
                self.kind.setItemIcon(row, kind_icon(self.kind.itemData(row)))

    def _say(self, text: str) -> None:
        self._wrong.setText(text)
        self._wrong.setVisible(bool(text))

    def _fill_choices(self) -> None:
        for kind in kinds().values():
            self.kind.addItem(kind_icon(kind.name), kind.label, kind.name)
        for status, words in STATUSES.items():
            self.status.addItem(words.capitalize(), status.value)
        for part in (self.kind, self.status, self.places, self.title):
            part.setFont(font("interface"))

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(OUT, 0, OUT, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._quote)
        parts = {
            "Title": self.title,
            "Date": self.date,
            "Kind": self.kind,
            "Status": self.status,
            "Places": self.places,
        }
        for name, part in parts.items():
            column.addSpacing(8)
            column.addWidget(_named(name, part))
            column.addWidget(part)
        column.addWidget(label("Separate several places with semicolons.", "tertiary", "small", wrap=True))
        column.addWidget(self._wrong)
        column.addSpacing(12)
        row = QHBoxLayout()
        leave = button("Cancel", "line")
        leave.clicked.connect(self.cancelled)
        row.addWidget(self._save, 1)
        row.addWidget(leave, 1)
        column.addLayout(row)
        column.addStretch(1)


class Choice(QComboBox):
    """A combo box with the chevron of the other menus."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """As styled, and the chevron."""
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(
            painter, "chevron_down", QPointF(self.width() - 16, self.height() / 2), current_theme().text.secondary
        )


def _named(name: str, part: QWidget) -> QLabel:
    made = label(name, "tertiary", "caption", "strong")
    made.setBuddy(part)
    part.setAccessibleName(name)
    return made

"""An event as the panel shows it: what, when, why then, who says so, and the decision about it."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from resources.kinds import kinds
from storage.model import Review
from widgets import dates
from widgets.article_facts import section
from widgets.flow import FlowLayout
from widgets.fonts import STRONG, font
from widgets.icons import set_icon
from widgets.in_place import InPlace, WrappedField
from widgets.pieces import OUT, button, inset, label, outset, pill
from widgets.plain import caption
from widgets.shown import ShownEvent
from widgets.source_rows import SourceRows
from widgets.why_card import WhyCard
from widgets.words import REVIEWS, STATUSES, kind_label
from widgets.wrapped_button import WrappedButton

NOTE_RESTS_MS = 1000
"""A note is told when nobody has typed for so long, or when the keyboard leaves it."""


class EventPage(QWidget):
    """Announces single edits at once; `edit_requested` asks for the form with the keyboard in the named field."""

    kind_chosen = Signal(str)
    title_edited = Signal(str)
    status_chosen = Signal(str)
    note_edited = Signal(str)
    edit_requested = Signal(str)
    day_zero_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event: ShownEvent | None = None
        self.kind = button("", "plain", tip="Change the kind")
        self.kind.setMenu(self._kind_menu())
        self.review = pill()
        self.title = InPlace("Title", "panel_title")
        self.when = WrappedButton(tip="Change the date")
        self.detail = label("", "secondary", "lane_header")
        self.places = WrappedButton("secondary", tip="Change the places", pad=2)
        self.status = button("", "word", tip="Change the status")
        self.status.setMenu(self._status_menu())
        self.zero = button("", "link", tip="Day zero: the axis counts days before and after it (Z)")
        self.head, self.about = QWidget(), QWidget()
        self.why = WhyCard()
        self.sources = SourceRows()
        self.note = WrappedField("Note", lines=True, least=58)
        self.note.setPlaceholderText("Add a note…")
        self._told_note = ""
        self._rest = QTimer(self, interval=NOTE_RESTS_MS, singleShot=True)
        self._set_fonts()
        self._place()
        self._connect()

    def set_event(self, event: ShownEvent) -> None:
        """Show an event."""
        same, near = self._event is not None and self._event.id == event.id, dates.year_near(event.when)
        typing = same and self.note.hasFocus() and self._event is not None and self._typed() != self._event.note
        self._event, self._told_note = event, event.note
        if not same:
            self.title.show_words()
        self.kind.setText(caption(kind_label(event.kind)))
        set_icon(self.kind, f"kind:{event.kind}", pad=3)
        self.kind.setAccessibleName(f"Kind: {kind_label(event.kind)}")
        self.review.setText(REVIEWS[event.review])
        self.title.set_words(event.title)
        self.when.setText(dates.written_out(event.when) if event.when else "No date yet")
        self._describe(event)
        self.zero.setText("Count days by the calendar" if event.is_zero else "Count days from it")
        self.zero.setVisible(event.when is not None)
        self.why.set_dating(event.when, event.dating)
        self.sources.set_sources(event.sources, near, event.disagreement, event.copies)
        if not typing and self._typed() != event.note:
            self.note.setPlainText(event.note)

    def finish(self) -> None:
        """Announce what was typed and not yet told."""
        self.title.finish()
        self._note_entered(self._typed())

    def _typed(self) -> str:
        return self.note.toPlainText().strip()

    def _describe(self, event: ShownEvent) -> None:
        """ "Some time that day · Midan, Damascus · happened": the last two can be changed where they stand."""
        self.detail.setText(dates.detail(event.when))
        self.places.setText(", ".join(event.places) or "no place")
        self.status.setText(STATUSES[event.status])
        self.status.setAccessibleName(f"Status: {STATUSES[event.status]}")
        for action in self.status.menu().actions():
            action.setChecked(action.data() == event.status.value)
        for part in (self.when, self.places, self.about, self.head):
            part.updateGeometry()

    def _set_fonts(self) -> None:
        self.kind.setFont(font("lane_header", STRONG))
        self.when.setFont(font("panel_when", STRONG))
        self.places.setFont(font("lane_header"))
        self.note.setFont(font("lane_header"))

    def _place(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head_row())
        column.addSpacing(7)
        column.addWidget(self.title)
        column.addSpacing(8)
        column.addLayout(outset(self.when))
        column.addLayout(self._about_row())
        column.addLayout(outset(self.zero))
        self._why_head = section("Why this date")
        for part in (self._why_head, self.why, section("Sources"), self.sources, section("Note"), self.note):
            column.addLayout(inset(part))
        column.addStretch(1)

    def _head_row(self) -> QHBoxLayout:
        flow = FlowLayout(self.head, line_gap=2, spread=True)
        flow.addWidget(self.kind)
        flow.addWidget(self.review)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, OUT, 0)
        row.addWidget(self.head)
        return row

    def _about_row(self) -> QHBoxLayout:
        flow = FlowLayout(self.about, gap=2, line_gap=0)
        self.detail.setContentsMargins(0, 0, 3, 0)
        for part in (self.detail, _dot(), self.places, _dot(), self.status):
            flow.addWidget(part)
        return inset(self.about)

    def _connect(self) -> None:
        self.title.edited.connect(self.title_edited)
        self.when.clicked.connect(lambda: self.edit_requested.emit("date"))
        self.places.clicked.connect(lambda: self.edit_requested.emit("places"))
        self.zero.clicked.connect(self.day_zero_requested)
        self.why.other_requested.connect(lambda: self.edit_requested.emit("date"))
        self.note.entered.connect(self._note_entered)
        self.note.textChanged.connect(lambda: self._rest.start())
        self._rest.timeout.connect(lambda: self._note_entered(self._typed()))
        self.note.cancelled.connect(self._note_cancelled)

    def _note_entered(self, text: str) -> None:
        self._rest.stop()
        if self._event is not None and text != self._told_note:
            self._told_note = text
            self.note_edited.emit(text)

    def _note_cancelled(self) -> None:
        self.note.setPlainText(self._event.note if self._event else "")

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in kinds().values():
            action = menu.addAction(kind.label, partial(self.kind_chosen.emit, kind.name))
            set_icon(action, f"kind:{kind.name}")
        return menu

    def _status_menu(self) -> QMenu:
        menu = QMenu(self)
        for status, words in STATUSES.items():
            action = menu.addAction(words.capitalize(), partial(self.status_chosen.emit, status.value))
            action.setCheckable(True)
            action.setData(status.value)
        return menu

    @property
    def rejected(self) -> bool:
        """Whether the event shown was rejected."""
        return self._event is not None and self._event.review is Review.REJECTED


def _dot() -> QWidget:
    return label("·", "tertiary", "lane_header")

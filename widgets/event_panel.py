"""The right side: the chosen event or article, or a form for an event."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from resources.themes import measures
from storage.model import Span, Status
from widgets.article_facts import ArticleFacts
from widgets.date_field import Reader
from widgets.event_form import Draft, EventForm
from widgets.event_page import EventPage
from widgets.key_button import KeyButton
from widgets.pieces import OUT, ground, label
from widgets.shown import ShownEvent, ShownFacts

EDGE, LEAST_WIDTH, MOST_WIDTH = 18 - OUT, 200, 400


class EventPanel(QFrame):
    """Shows one thing at a time. Each edit is one signal; what it means for the library is not known here."""

    kind_chosen = Signal(str)
    title_edited = Signal(str)
    date_edited = Signal(str)
    alternative_chosen = Signal(int)
    status_chosen = Signal(str)
    places_edited = Signal(object)
    note_edited = Signal(str)
    confirmed = Signal()
    rejected = Signal()
    restored = Signal()
    mention_clicked = Signal(object)
    event_added = Signal(object, object)
    undated_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.setProperty("edge", "left")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self._event: ShownEvent | None = None
        self._span: Span | None = None
        self._facts: ArticleFacts | None = None
        self.page, self.form, self._nothing = EventPage(), EventForm(), _nothing()
        self._confirm = KeyButton("Confirm", "C", "primary")
        self._edit = KeyButton("Edit", "E", "line")
        self._reject = KeyButton("Reject", "X", "line")
        self._shown: QWidget = self._nothing
        self._place()
        self._connect()
        self.set_nothing()

    def sizeHint(self) -> QSize:
        """As wide as designed."""
        return QSize(measures()["layout"]["panel_width"], 600)

    def set_date_reader(self, read: Reader) -> None:
        """What understands a typed date."""
        self.form.set_reader(read)

    @property
    def shown_event(self) -> int | None:
        """The event that edits are about. While another one is being shown, unfinished edits are still told of this."""
        return self._event.id if self._event is not None else None

    def finish(self) -> None:
        """Announce what was typed and not yet told; before another event is shown, and before the window closes."""
        if self._event is None:
            return
        if self._shown is self.form and self._span is None and self.form.can_save():
            self.form.save()
        self.page.finish()

    def set_event(self, event: ShownEvent) -> None:
        """Show an event; a form that is open for it, or for a new event, stays open."""
        same = self.shown_event == event.id
        if not same:
            self.finish()
        self._event = event
        self.page.set_event(event)
        self._confirm.set_label("Restore" if self.page.rejected else "Confirm")
        self._reject.setEnabled(not self.page.rejected)
        if self._shown is self.form and (same or self._span is not None):
            return
        self._show(self.page)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def set_article(self, facts: ShownFacts) -> None:
        """Show an article."""
        self.finish()
        self._event = None
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self._facts = ArticleFacts(facts)
        self._facts.undated_requested.connect(self.undated_requested)
        self._inside.addWidget(self._facts)
        self._show(self._facts)

    def set_nothing(self) -> None:
        """Nothing is chosen."""
        self.finish()
        self._event = None
        self._show(self._nothing)

    def new_event(self, span: Span, quote: str, kind: str = "other", title: str = "", date: str = "") -> None:
        """Ask for an event made from selected words; the answer comes by `event_added` with the Draft and the span."""
        self.finish()
        self._span = span
        self.form.set_draft(Draft(kind, title or quote, date), "New event", quote)
        self._show(self.form)
        self.form.focus_field("title")

    def edit_event(self, field: str = "title") -> None:
        """Open the form for the event shown, with the keyboard in a field."""
        if self._event is None:
            return
        self._span = None
        self.form.set_draft(self._draft(), "Edit event")
        self._show(self.form)
        self.form.focus_field(field)

    def _draft(self) -> Draft:
        event = self._event
        assert event is not None
        date = event.when.edtf if event.when else ""
        return Draft(event.kind, event.title, date, Status(event.status), event.places)

    def _saved(self, draft: Draft) -> None:
        if self._span is not None:
            span, self._span = self._span, None
            self._back()
            self.event_added.emit(draft, span)
            return
        before = self._draft()
        self._back()
        self._tell(before, draft)

    def _tell(self, before: Draft, after: Draft) -> None:
        """One signal for each field that differs."""
        fields = (
            (before.kind, after.kind, self.kind_chosen),
            (before.title, after.title, self.title_edited),
            (before.date, after.date, self.date_edited),
            (before.status, after.status, self.status_chosen),
            (before.places, after.places, self.places_edited),
        )
        for old, new, signal in fields:
            if old != new:
                signal.emit(new.value if isinstance(new, Status) else new)

    def _back(self) -> None:
        self._span = None
        self._show(self.page if self._event is not None else self._facts or self._nothing)

    def _show(self, part: QWidget) -> None:
        self._shown = part
        for other in (self.page, self.form, self._nothing, self._facts):
            if other is not None:
                other.setVisible(other is part)
        self._footer.setVisible(part is self.page)

    def _place(self) -> None:
        inside = QWidget()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(EDGE, 14, EDGE, 14)
        self._inside.setSpacing(0)
        for part in (self.page, self.form, self._nothing):
            self._inside.addWidget(part)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._footer = QFrame()
        row = QHBoxLayout(self._footer)
        row.setContentsMargins(EDGE + OUT, 10, EDGE + OUT, 14)
        row.setSpacing(8)
        for part in (self._confirm, self._edit, self._reject):
            row.addWidget(part, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._footer)

    def _connect(self) -> None:
        for name in ("kind_chosen", "title_edited", "status_chosen", "note_edited"):
            getattr(self.page, name).connect(getattr(self, name))
        self.page.edit_requested.connect(self.edit_event)
        self.page.why.alternative_chosen.connect(self.alternative_chosen)
        self.page.sources.mention_clicked.connect(self.mention_clicked)
        self.form.saved.connect(self._saved)
        self.form.cancelled.connect(self._back)
        self._confirm.clicked.connect(self._decide)
        self._edit.clicked.connect(lambda: self.edit_event())
        self._reject.clicked.connect(self.rejected)
        for key, part in (("C", self._confirm), ("E", self._edit), ("X", self._reject)):
            # In the whole window, for the event is chosen elsewhere; text fields keep their letters to themselves.
            keys = QShortcut(QKeySequence(key), self._footer, context=Qt.ShortcutContext.WindowShortcut)
            keys.activated.connect(part.click)

    def _decide(self) -> None:
        (self.restored if self.page.rejected else self.confirmed).emit()


def _nothing() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(OUT, 0, OUT, 0)
    column.addWidget(label("No event is chosen", role="interface", weight="strong"))
    words = "Click an event on the timeline, or underlined words in a text, to see when it was and why then."
    column.addWidget(label(words, "secondary", wrap=True))
    column.addStretch(1)
    return made

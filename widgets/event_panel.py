"""The right side: the chosen event or article, or a form for an event."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from resources.themes import measures
from storage.model import Span, Status
from widgets.article_facts import ArticleFacts
from widgets.date_field import Reader
from widgets.decisions import Decisions
from widgets.event_form import Draft, EventForm
from widgets.event_page import EventPage
from widgets.pieces import OUT, ground, label
from widgets.several_page import SeveralPage
from widgets.shown import ShownEvent, ShownFacts, ShownSeveral

EDGE, LEAST_WIDTH, MOST_WIDTH = 18 - OUT, 260, 400


class EventPanel(QFrame):
    """Shows one thing at a time. Each edit is one signal; what it means for the library is not known here.

    What was typed into a form stays until it is saved or cancelled; what else is to be shown meanwhile comes after it.
    """

    kind_chosen = Signal(str)
    title_edited = Signal(str)
    alternative_chosen = Signal(int)
    status_chosen = Signal(str)
    edited = Signal(object, object)
    """The form was saved: the Draft that it began with, and the Draft as it is now."""
    note_edited = Signal(str)
    confirmed = Signal()
    rejected = Signal()
    restored = Signal()
    mention_clicked = Signal(object)
    event_added = Signal(object, object, object)
    """A Draft, the Span of its words, and the article that was named to `new_event`."""
    undated_requested = Signal()
    article_edit_requested = Signal()
    day_zero_requested = Signal()
    """Time is to be counted from the event, or by the calendar again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.setAccessibleName("Event")
        self.setProperty("edge", "left")
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self._event: ShownEvent | None = None
        self._span: Span | None = None
        self._article: int | None = None
        self._facts: ArticleFacts | None = None
        self._told: ShownFacts | None = None
        self._later: Callable[[], None] | None = None
        self._events: tuple[int, ...] = ()
        self.page, self.form, self._nothing = EventPage(), EventForm(), _nothing()
        self.several, self.decisions = SeveralPage(), Decisions()
        self._shown: QWidget = self._nothing
        self._behind: QWidget = self._nothing
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

    @property
    def shown_several(self) -> tuple[int, ...]:
        """The events that decisions are about as long as several are shown."""
        return self._events

    def finish(self) -> None:
        """Announce what was typed and not yet told; before another event is shown, and before the window closes."""
        if self._event is None:
            return
        if self._is_editing and self._span is None and self.form.changed and self.form.can_save():
            self.form.save()
        self.page.finish()

    @property
    def unfinished(self) -> bool:
        """Whether a form holds what `finish` cannot keep: a new event, or words that cannot be read."""
        return self._is_editing and self.form.changed

    def set_event(self, event: ShownEvent) -> None:
        """Show an event; a form that is open for it stays open."""
        same = self.shown_event == event.id
        if not same and self._is_held(partial(self.set_event, event)):
            return
        self._event, self._events, self._behind, self._later = event, (), self.page, None
        self.page.set_event(event)
        self.decisions.set_for(self.page.rejected)
        if same and self._is_editing:
            return
        self._show(self.page)
        if not same:
            self._scroll.verticalScrollBar().setValue(0)

    def set_several(self, shown: ShownSeveral) -> None:
        """Show several events."""
        if self._is_held(partial(self.set_several, shown)):
            return
        self._event, self._events, self._behind = None, shown.events, self.several
        self.several.set_several(shown)
        self.decisions.set_for(shown.rejected, several=True)
        self._show(self.several)

    def set_article(self, facts: ShownFacts) -> None:
        """Show an article."""
        if self._is_held(partial(self.set_article, facts)):
            return
        self._event, self._events = None, ()
        if facts != self._told:
            self._build_facts(facts)
        self._behind = self._facts or self._nothing
        self._show(self._behind)

    def _build_facts(self, facts: ShownFacts) -> None:
        if self._facts is not None:
            self._facts.hide()
            self._facts.deleteLater()
        self._facts, self._told = ArticleFacts(facts), facts
        self._facts.undated_requested.connect(self.undated_requested)
        self._facts.edit_requested.connect(self.article_edit_requested)
        self._inside.addWidget(self._facts)

    def set_nothing(self) -> None:
        """Nothing is chosen."""
        if not self._is_held(self.set_nothing):
            self._show_nothing()

    def clear(self) -> None:
        """Show nothing, and forget an open form: what it is about is no longer there."""
        self._span, self._later = None, None
        self._show_nothing()

    def _show_nothing(self) -> None:
        self._event, self._events, self._behind = None, (), self._nothing
        self._show(self._nothing)

    def new_event(
        self,
        span: Span,
        quote: str,
        kind: str = "other",
        title: str = "",
        date: str = "",
        article: int | None = None,
    ) -> None:
        """Ask for an event made from selected words of an article; the answer comes by `event_added`.

        A form in which something was typed is not replaced.
        """
        self.finish()
        if self.unfinished:
            self.form.focus_field("title")
            return
        self._span, self._article = span, article
        self.form.set_draft(Draft(kind, title or quote, date), "New event", quote)
        self._show(self.form)
        self.form.focus_field("title")

    def edit_event(self, field: str = "title") -> None:
        """Open the form for the event shown, with the keyboard in a field."""
        if self._event is None or self.unfinished:
            return
        self._span = None
        self.form.set_draft(self._draft(), "Edit event")
        self._show(self.form)
        self.form.focus_field(field)

    def _draft(self) -> Draft:
        event = self._event
        assert event is not None
        date = self.form.date.words_for(event.when) if event.when else ""
        return Draft(event.kind, event.title, date, Status(event.status), event.places, event.when)

    @property
    def _is_editing(self) -> bool:
        return self._shown is self.form

    def _is_held(self, later: Callable[[], None]) -> bool:
        """Whether a form stays, because what is in it would be lost; then `later` is done when it is left."""
        self.finish()
        held = self._is_editing and (self._span is not None or self.form.changed)
        self._later = later if held else None
        return held

    def _saved(self, draft: Draft) -> None:
        before, span = self.form.begun, self._span
        if span is not None:
            self._leave()
            self.event_added.emit(draft, span, self._article)
            return
        later, self._later = self._later, None  # what is told now is about the event that is still shown
        self._leave()
        if draft != before:
            self.edited.emit(before, draft)
        if later is not None:
            later()

    def _leave(self) -> None:
        """Show again what the form stood before, or what came meanwhile."""
        later, self._span, self._later = self._later, None, None
        self._show(self._behind)
        if later is not None:
            later()

    def _show(self, part: QWidget) -> None:
        if part is not self._shown and self._shown.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # Qt would put the keyboard on what comes next in the window
        self._shown = part
        for other in (self.page, self.several, self.form, self._nothing, self._facts):
            if other is not None:
                other.setVisible(other is part)
        self.decisions.offer(part in (self.page, self.several))

    def _place(self) -> None:
        inside = QWidget()
        # One word without a place to break must not make the whole page wider than the panel.
        inside.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(EDGE, 14, EDGE, 14)
        self._inside.setSpacing(0)
        for part in (self.page, self.several, self.form, self._nothing):
            self._inside.addWidget(part)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.decisions)

    def _connect(self) -> None:
        for name in ("kind_chosen", "title_edited", "status_chosen", "note_edited"):
            getattr(self.page, name).connect(getattr(self, name))
        self.page.edit_requested.connect(self.edit_event)
        self.page.day_zero_requested.connect(self.day_zero_requested)
        self.page.why.alternative_chosen.connect(self.alternative_chosen)
        self.page.sources.mention_clicked.connect(self.mention_clicked)
        self.form.saved.connect(self._saved)
        self.form.cancelled.connect(self._leave)
        self.several.kind_chosen.connect(self.kind_chosen)
        self.decisions.confirmed.connect(self.confirmed)
        self.decisions.restored.connect(self.restored)
        self.decisions.rejected.connect(self.rejected)
        self.decisions.edit_requested.connect(lambda: self.edit_event())
        self.listen_in(self)

    def listen_in(self, place: QWidget) -> None:
        """Let the keys of the buttons act while the keyboard is in that part of the window, where events are looked at."""
        self.decisions.listen_in(place)


def _nothing() -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(OUT, 0, OUT, 0)
    column.addWidget(label("No event is chosen", role="interface", weight="strong"))
    words = "Click an event on the timeline, or underlined words in a text, to see when it was and why then."
    column.addWidget(label(words, "secondary", wrap=True))
    column.addStretch(1)
    return made

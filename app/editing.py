"""What is done in the event panel, as edits of the session."""

from collections.abc import Callable
from functools import partial
from typing import Any

from app.session import Edit, Session
from app.showing import explaining
from storage import change
from storage.change import Change
from storage.errors import DatelineError
from storage.model import Article, Mention, Span, Status, When
from widgets.event_form import Draft
from widgets.event_panel import EventPanel

FIELDS = ("kind", "title", "when", "status", "places")
"""What the form holds of an event; the words of the date have been read when they were typed."""

SetField = Callable[..., Change]
"""A function of storage.change that takes event, value, corrections and ids."""


class Editing:
    """Connects the panel's signals. Edits are about the event that the panel names, even while another is being shown."""

    def __init__(self, session: Session, panel: EventPanel) -> None:
        self._session, self._panel = session, panel
        panel.set_date_reader(self.read)
        for signal, build in (
            (panel.kind_chosen, change.set_kind),
            (panel.title_edited, change.set_title),
        ):
            signal.connect(partial(self._set, build))
        panel.status_chosen.connect(lambda status: self._set(change.set_status, Status(status)))
        panel.note_edited.connect(lambda note: self._edit(lambda event, _pins, _ids: change.set_note(event, note)))
        panel.confirmed.connect(self.confirm)
        panel.rejected.connect(self.reject)
        panel.restored.connect(self.restore)
        panel.alternative_chosen.connect(self._choose)
        panel.edited.connect(self._save)
        panel.event_added.connect(self._add)
        panel.mention_clicked.connect(self._show_mention)

    def read(self, words: str) -> When | None:
        """What typed words mean, in the language of the open article and near its publication date."""
        from app.extraction.dates import read_date  # the words of time are loaded when somebody types some

        article = self._session.open_one()
        near = article.published.day if article and article.published else None
        language = article.language if article and article.language else "en"
        found = read_date(words, language, near)
        # the window writes dates in English, whatever the article is written in
        return found or (read_date(words, "en", near) if language != "en" else None)

    def date_near(self, article: Article, span: Span) -> str:
        """The date told nearest to some words in their paragraph, in EDTF; "" where none is."""
        from app.extraction.dates import find_dates

        start = article.text.rfind("\n", 0, span.start) + 1
        end = article.text.find("\n", span.end)
        found = find_dates(article.text, article.published, article.language)
        near = [one for one in found if one.when and start <= one.span.start and (end < 0 or one.span.end <= end)]
        best = min(near, key=lambda one: max(one.span.start - span.end, span.start - one.span.end, 0), default=None)
        return best.when.edtf if best and best.when else ""

    def confirm(self) -> None:
        """Vouch for what the panel shows, be it one event or several."""
        self._edit(lambda event, _pins, _ids: change.confirm(event))

    def reject(self) -> None:
        """Say of what the panel shows that it is none."""
        self._edit(lambda event, _pins, _ids: change.reject(event))

    def restore(self) -> None:
        """Take back what was decided about what the panel shows."""
        self._edit(lambda event, pins, _ids: change.restore(event, pins))

    def _edit(self, build: Edit) -> None:
        several = self._panel.shown_several
        if several:
            self._session.edit_all(several, build)
        else:
            self._session.edit(self._panel.shown_event, build)

    def _set(self, build: SetField, value: Any) -> None:
        """Set a field, which stays as it is set when the text is read again."""
        self._edit(lambda event, pins, ids: build(event, value, pins, ids))

    def _choose(self, place: int) -> None:
        """Another reading of the words that date the event; the panel counts those of the dating that it was shown."""
        mention = self._explaining()
        if mention is not None:
            self._edit(lambda event, pins, ids: change.choose_alternative(event, mention, place, pins, ids))

    def _explaining(self) -> Mention | None:
        library, event = self._session.library, self._session.event_of(self._panel.shown_event)
        if library is None or event is None:
            return None
        return explaining(event, library.mentions_of_event(event.id), self._session.article)

    def _save(self, before: Draft, after: Draft) -> None:
        """What differs in the form, as one step; what cannot be written stays in the form."""
        pairs = [(name, getattr(before, name), getattr(after, name)) for name in FIELDS]
        values = {name: new for name, old, new in pairs if new != old}
        try:
            self._edit(lambda event, pins, ids: change.set_fields(event, values, pins, ids))
        except DatelineError:
            self._panel.edit_event()
            self._panel.form.put_back(after)
            raise

    def _add(self, draft: Draft, span: Span, article: int) -> None:
        self._session.add_event(article, span, draft.kind, draft.title, draft.when, draft.status, draft.places)

    def _show_mention(self, mention: int) -> None:
        library, shown = self._session.library, self._panel.shown_event
        if library is None or shown is None:
            return
        found = next((one for one in library.mentions_of_event(shown) if one.id == mention), None)
        if found is not None:
            self._session.show_in(shown, found.article)

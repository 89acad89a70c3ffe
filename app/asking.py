"""The publication date of the open article: asked for where it is missing, changed where it is known."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.crash import report
from app.importing import read_text
from app.jobs import Jobs
from app.session import Session
from app.showing import guess_of, reason_of, resting_on, waiting_words
from app.workers import TookTooLong, WorkerDied
from storage import change
from storage.model import Article, Basis, Extraction, Moment, Published
from widgets.ask_bar import AskBar

if TYPE_CHECKING:
    from storage.library import Library

AT_ONCE = 40_000
"""A text up to so many letters is read again while one waits: it takes less than half a second."""


class Asking(QObject):
    """Fills the bar, and reads the text again when a day is named; that is one step that can be undone."""

    previewed = Signal()
    """What the guess would mean is known now, or no longer wanted."""

    dated = Signal()
    """The open article got a day of publication."""

    def __init__(self, session: Session, jobs: Jobs, bar: AskBar) -> None:
        super().__init__()
        self._session, self._jobs, self._bar = session, jobs, bar
        self._left: set[int] = set()
        self._changing: int | None = None
        self._waiting: dict[int, _Chosen] = {}
        self._ahead_of: int | None = None
        self.preview: tuple[int, Extraction] | None = None
        """The open article by its id, and what its text would say if the guess were right."""
        bar.date_chosen.connect(self.set_day)
        bar.dismissed.connect(self._leave)
        session.closing.connect(self.finish)
        session.opened.connect(self._opened)
        bar.hide()

    def refresh(self) -> None:
        """Ask about the open article if it has no date and something waits for one."""
        article = self._session.open_one()
        if article is None or self._session.library is None:
            self._hide()
            return
        if self._changing == article.id:
            return
        if article.id in self._waiting:
            self._show_dating(self._waiting[article.id])
            return
        words = waiting_words(self._session.library.mentions_of_article(article.id))
        if article.published is not None or article.id in self._left or not words:
            self._hide()
            return
        guess = guess_of(article)
        self._bar.set_question(words, guess, reason_of(guess), article.id)
        self._bar.show()
        self._look_ahead(article, guess)

    def ask_for(self, article: int) -> None:
        """Ask whatever is known: somebody wants to set or change the day."""
        self._session.open_article(article)
        self._left.discard(article)
        found = self._session.open_one()
        if found is None or self._session.library is None:
            return
        mentions = self._session.library.mentions_of_article(article)
        if found.published is not None:
            self._bar.set_change(found.published, resting_on(mentions), article)
        else:
            guess = guess_of(found)
            self._bar.set_question(waiting_words(mentions), guess, reason_of(guess), article)
        self._changing = article
        self._bar.show()
        self._bar.focus_first()

    def set_day(self, day: Moment) -> None:
        """The open article was published on this day. Only a very long text is read elsewhere, and never forgotten."""
        article, library = self._session.open_one(), self._session.library
        if article is None or library is None:
            return
        self._changing = None
        chosen = _Chosen(article, Published(day, Basis.USER))
        self._show_dating(chosen)
        if len(article.text) <= AT_ONCE:
            self._date(chosen, chosen.read())
            return
        self._waiting[article.id] = chosen
        values = (article.text, chosen.published, article.language or None)
        done = partial(self._came, chosen)
        self._jobs.start(read_text, *values, done=done, failed=partial(self._not_read, chosen))

    def _show_dating(self, chosen: _Chosen) -> None:
        """The bar says so until the panes show the article with its day, and at once: the window may stand still now."""
        self._bar.set_dating(chosen.published)
        self._bar.show()
        self._bar.repaint()

    def finish(self) -> None:
        """Set the days that are still being worked on; before the library is closed."""
        for chosen in list(self._waiting.values()):
            self._came(chosen, chosen.read())

    def _not_read(self, chosen: _Chosen, trouble: BaseException) -> None:
        """A process that died of something else is no reason to forget the day; a text that has no end is."""
        if isinstance(trouble, TookTooLong):
            self._waiting.pop(chosen.article.id, None)
            self.refresh()
            report(trouble)
        else:
            self._came(chosen, chosen.read())

    def _came(self, chosen: _Chosen, found: Extraction) -> None:
        """Only the day that was named last counts, and nothing of it once the library is another."""
        if self._waiting.get(chosen.article.id) is chosen:
            del self._waiting[chosen.article.id]
            self._date(chosen, found)

    def _date(self, chosen: _Chosen, found: Extraction) -> None:
        library = self._session.library
        article = library.articles([chosen.article.id]) if library else []
        if library is None or not article:
            return
        self.preview = None
        rows = library.touched_events(chosen.article.id)
        ids = library.new_ids()
        parts = (rows.events, rows.mentions, rows.corrections)
        made = change.date_article(article[0], chosen.published, found, *parts, ids)
        self._session.apply(made)
        if not made.steps:
            self.refresh()  # nothing has changed, so nobody else shows the article anew
        if self._session.article == chosen.article.id:
            self.dated.emit()

    def _opened(self) -> None:
        """What was asked in another library is about its articles."""
        self._left.clear()
        self._waiting.clear()
        self._changing, self._ahead_of = None, None
        self._hide()

    def _leave(self) -> None:
        if self._session.article is not None and self._changing is None:
            self._left.add(self._session.article)
        self._changing = None
        self._hide()

    def _hide(self) -> None:
        self._bar.hide()
        self._changing, self._ahead_of = None, None
        if self.preview is not None:
            self.preview = None
            self.previewed.emit()

    def _look_ahead(self, article: Article, guess: Published | None) -> None:
        """Read the text as if the guess were right, once for each article."""
        if self._ahead_of == article.id:
            return
        self._ahead_of, self.preview = article.id, None
        if guess is not None:
            values = (article.text, guess, article.language or None)
            done = partial(self._looked_ahead, self._session.library, article.id)
            self._jobs.start(read_text, *values, done=done, failed=_no_preview)

    def _looked_ahead(self, library: Library | None, article: int, found: Extraction) -> None:
        one = self._session.open_one()
        if library is self._session.library and one is not None and one.id == article and one.published is None:
            self.preview = (article, found)
            self.previewed.emit()


def _no_preview(trouble: BaseException) -> None:
    """A process that died leaves a preview out, which nobody asked for; a mistake of ours is reported."""
    if not isinstance(trouble, WorkerDied):
        report(trouble)


@dataclass(frozen=True, slots=True, eq=False)
class _Chosen:
    """A day that a person named for an article."""

    article: Article
    published: Published

    def read(self) -> Extraction:
        """What the text says, counted from that day."""
        return read_text(self.article.text, self.published, self.article.language or None)

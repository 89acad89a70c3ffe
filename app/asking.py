"""The publication date of the open article: asked for where it is missing, changed where it is known."""

from PySide6.QtCore import QObject, Signal

from app.crash import report
from app.extraction.extract import extract
from app.jobs import Jobs
from app.session import Session
from app.showing import guess_of, reason_of, resting_on, waiting_words
from storage import change
from storage.model import Article, Basis, Extraction, Moment, Published
from widgets.ask_bar import AskBar


class Asking(QObject):
    """Fills the bar, and reads the text again when a day is named; that is one step that can be undone."""

    previewed = Signal()
    """What the guess would mean is known now, or no longer wanted."""

    def __init__(self, session: Session, jobs: Jobs, bar: AskBar) -> None:
        super().__init__()
        self._session, self._jobs, self._bar = session, jobs, bar
        self._left: set[int] = set()
        self._changing: int | None = None
        self.preview: tuple[int, Extraction] | None = None
        """The open article by its id, and what its text would say if the guess were right."""
        bar.date_chosen.connect(self.set_day)
        bar.dismissed.connect(self._leave)
        bar.hide()

    def refresh(self) -> None:
        """Ask about the open article if it has no date and something waits for one."""
        article = self._session.open_one()
        if article is None or self._session.library is None:
            self._hide()
            return
        if self._changing == article.id:
            return
        words = waiting_words(self._session.library.mentions_of_article(article.id))
        if article.published is not None or article.id in self._left or not words:
            self._hide()
            return
        guess = guess_of(article)
        self._bar.set_question(words, guess, reason_of(guess))
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
            self._bar.set_change(found.published, resting_on(mentions))
        else:
            guess = guess_of(found)
            self._bar.set_question(waiting_words(mentions), guess, reason_of(guess))
        self._changing = article
        self._bar.show()
        self._bar.focus_first()

    def set_day(self, day: Moment) -> None:
        """The open article was published on this day."""
        article = self._session.open_one()
        if article is None:
            return
        self._changing = None
        self._bar.hide()
        published = Published(day, Basis.USER)
        self._jobs.start(
            extract,
            article.text,
            published,
            article.language or None,
            done=lambda found: self._date(article.id, published, found),
            failed=report,
        )

    def _date(self, article: int, published: Published, found: Extraction) -> None:
        library = self._session.library
        one = library.articles([article]) if library else []
        if library is None or not one:
            return
        self.preview = None
        rows = library.touched_events(article)
        ids = library.new_ids()
        made = change.date_article(one[0], published, found, rows.events, rows.mentions, rows.corrections, ids)
        self._session.apply(made)

    def _leave(self) -> None:
        if self._session.article is not None and self._changing is None:
            self._left.add(self._session.article)
        self._changing = None
        self._hide()

    def _hide(self) -> None:
        self._bar.hide()
        self._changing = None
        if self.preview is not None:
            self.preview = None
            self.previewed.emit()

    def _look_ahead(self, article: Article, guess: Published | None) -> None:
        """Read the text as if the guess were right, once for each article."""
        if self.preview is not None and self.preview[0] == article.id:
            return
        self.preview = None
        if guess is not None:
            text = (article.text, guess, article.language or None)
            self._jobs.start(extract, *text, done=lambda found: self._ahead(article.id, found), failed=report)

    def _ahead(self, article: int, found: Extraction) -> None:
        one = self._session.open_one()
        if one is not None and one.id == article and one.published is None:
            self.preview = (article, found)
            self.previewed.emit()

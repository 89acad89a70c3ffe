"""What is seen when an import is over: its first article, and its events; whoever was looking at others is left there."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QObject

from app.importing import counted
from app.intake import Intake
from app.let_through import LetThrough
from app.panes import Panes
from app.session import Session
from storage.columns import Columns
from widgets.notice import Notice
from widgets.timeline.spans import Span

FIRST = 50
"""So many of the articles that came in are asked whether they wait for their date."""


class Arriving(QObject):
    """Hears of imports from the intake and shows what they brought."""

    def __init__(self, session: Session, intake: Intake, panes: Panes, notice: Notice) -> None:
        super().__init__()
        self._session, self._intake, self._panes, self._notice = session, intake, panes, notice
        self._looking = False
        """Whether events were in view before the import."""
        intake.begun.connect(self._begin)
        intake.finished.connect(self._arrive)

    def _begin(self) -> None:
        self._looking = self._panes.time_in_view() is not None

    def _arrive(self, articles: tuple[int, ...]) -> None:
        if not self._looking:
            self._panes.fit_next()
        if articles and self._session.chosen is None:
            with self._panes.staying(self._looking):
                self._session.open_article(self._asking_first(articles))
        self._panes.settle()
        if self._looking:
            self._tell_of_others()

    def _asking_first(self, articles: Sequence[int]) -> int:
        """The first that waits for its date, else the first."""
        library = self._session.library
        found = library.articles(articles[:FIRST]) if library else []
        return next((one.id for one in found if one.published is None), articles[0])

    def _tell_of_others(self) -> None:
        """Of the new articles' events some may be out of view: say so, and offer to show them."""
        passed, seen = self._session.let_through(), self._panes.time_in_view()
        if passed is None or seen is None:
            return
        away, count = out_of_view(passed, self._intake.brought, seen)
        if len(away):
            told = f"{len(away):,} of {count:,}" if len(away) < count else "The one" if count == 1 else f"All {count:,}"
            events, are = ("event", "is") if count == 1 else ("events", "are" if len(away) > 1 else "is")
            of = "new article" if len(self._intake.brought) == 1 else counted(len(self._intake.brought), "new article")
            words = f"{told} {events} of the {of} {are} outside the time in view."
            self._notice.say(words, "Show", lambda: self._panes.go_to(away))


def out_of_view(passed: LetThrough, articles: Sequence[int], seen: Span) -> tuple[Columns, int]:
    """Of the dated events that some articles report, and that are let through: those out of view, and how many there are."""
    found = passed.catalogue
    _, rows, reporters = found.linked
    told = np.zeros(len(found.events), np.bool_)
    told[rows[np.isin(reporters, found.article_rows.rows(np.array(articles, np.int64)))]] = True
    columns = passed.columns.take((told & passed.mask)[: found.dated])
    return columns.take(~((columns.start < seen.end) & (columns.end > seen.start))), len(columns)

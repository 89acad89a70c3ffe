"""Fills the lists beside and below the timeline: filters with their counts, articles, events without a date."""

from dataclasses import replace

from app import showing
from app.session import Session
from widgets.shown import Undated
from widgets.sidebar import Sidebar
from widgets.undated_tray import UndatedTray


class Listing:
    """All of them follow what the filters and the search let through."""

    def __init__(self, session: Session, sidebar: Sidebar, tray: UndatedTray) -> None:
        self._session, self._sidebar, self._tray = session, sidebar, tray
        self.waiting = 0
        """How many events that are let through have no date."""
        sidebar.set_undated_source(self._every_undated)

    def show(self) -> None:
        """After a change of the library: everything."""
        library, sidebar = self._session.library, self._sidebar
        assert library is not None
        counts = library.counts()
        sidebar.set_rows("statuses", showing.counted_statuses(counts.statuses))
        sidebar.set_rows("reviews", showing.counted_reviews(counts.reviews))
        sidebar.set_rows("places", showing.counted_names(counts.places))
        sidebar.set_rows("sources", showing.counted_names(counts.sources))
        self.show_let_through()

    def show_let_through(self) -> None:
        """After a change of the filters: what is counted and listed of what passes them."""
        library, session, sidebar = self._session.library, self._session, self._sidebar
        passed = session.let_through()
        if library is None or passed is None:
            return
        counts, filtered = library.counts(), not session.filters.all
        of_kinds = session.let_through_of(replace(session.filters, kinds=None)).kinds if filtered else None
        sidebar.set_kinds(showing.counted_kinds(counts.kinds, of_kinds))
        articles = showing.shown_articles(library, passed if filtered else None)
        sidebar.set_articles(articles, near=showing.latest_year(library), total=counts.articles)
        sidebar.select_article(session.article)
        self.waiting = passed.waiting if filtered else counts.undated
        undated = showing.undated(library, passed=passed if filtered else None)
        sidebar.set_undated(undated, self.waiting, counts.undated)
        self._tray.set_undated(undated, self.waiting)

    def _every_undated(self) -> list[Undated]:
        library, passed = self._session.library, self._session.let_through()
        return showing.undated(library, -1, None if self._session.filters.all else passed) if library else []

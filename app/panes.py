"""Fills the panes of the window from the session, each as seldom as can be."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from app import showing
from app.asking import Asking
from app.lanes import lanes_for
from app.listing import Listing
from app.preview import with_preview
from app.session import Session
from app.showing_origin import copies_of
from app.showing_several import shown_several
from app.showing_time import day_zero, distance_words, restriction_words
from storage.columns import Columns, Lanes
from widgets.article_view import ArticleView
from widgets.event_panel import EventPanel
from widgets.sidebar import Sidebar
from widgets.table.columns import spoken
from widgets.timeline.spans import Span, core, fitted
from widgets.toolbar import Toolbar
from widgets.undated_tray import UndatedTray

if TYPE_CHECKING:
    from widgets.timeline.view import Timeline

SEVERAL = 2
"""So many chosen events are shown as several."""
PAUSE_MS = 40
"""Changes that follow one another so closely, as in an import, are shown together."""
SHARE = 4
"""While changes stream in, so many times as long as it took to show everything goes by before it is shown again."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The panes that are filled."""

    toolbar: Toolbar
    sidebar: Sidebar
    article: ArticleView
    panel: EventPanel
    tray: UndatedTray


class Panes(QObject):
    """`refresh` shows everything anew after a change; what is chosen or opened is shown at once."""

    emptied = Signal(bool)
    """Whether there is nothing to show."""
    refreshed = Signal()
    """Everything was shown anew."""

    def __init__(self, session: Session, asking: Asking, parts: Parts) -> None:
        super().__init__()
        self._session, self._asking, self._parts = session, asking, parts
        self._timeline: Timeline | None = None
        self._listing = Listing(session, parts.sidebar, parts.tray)
        self._shown_text: str | None = None
        self._fit_next, self._bring_next, self._low = False, False, False
        self._stays = False
        self._span_next: tuple[float, float] | None = None
        """The time that is to be in view first."""
        self._took, self._shown_at = 0.0, 0.0
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        session.changed.connect(lambda: self._soon())
        session.opened.connect(self._opened)
        session.filtered.connect(self._show_let_through)
        session.aligned.connect(lambda: self._show_zero())
        session.aligned.connect(lambda: self._fill_panel())
        session.selected.connect(lambda: self._show_event())
        session.selection_changed.connect(lambda: self._show_selection())
        session.article_opened.connect(lambda: self._show_article())
        session.article_opened.connect(lambda: self._bring_article())
        asking.previewed.connect(self._previewed)
        asking.dated.connect(self._bring_later)

    def set_timeline(self, timeline: "Timeline") -> None:
        """The timeline comes later than the other panes: it takes longest to load."""
        self._timeline = timeline
        timeline.set_card_source(self._card)
        timeline.spoken_source = self._spoken
        self._fit_next = True
        self._show_timeline()

    def fit_next(self) -> None:
        """Show all events at the next refresh."""
        self._fit_next = True
        self._soon()

    def _soon(self) -> None:
        """Not at once, and not put off by what changes meanwhile: a long import is seen growing."""
        if not self._pause.isActive():
            rest = SHARE * self._took - (monotonic() - self._shown_at)
            self._pause.start(max(PAUSE_MS, round(1000 * rest)))

    def settle(self) -> None:
        """Show at once what waits to be shown."""
        if self._pause.isActive():
            self.refresh()

    def refresh(self) -> None:
        """Everything anew, as the library is now."""
        self._pause.stop()
        begun = monotonic()
        self._show_library()
        if self._session.library is not None:
            self._listing.show()
            self._show_tray()
            self._show_timeline()
            self._show_article(again=True)
            self._show_event(again=True)
        self.refreshed.emit()
        self._shown_at = monotonic()
        self._took = self._shown_at - begun

    def _opened(self) -> None:
        self._fit_next = True
        self._shown_text = None
        self._parts.article.clear()
        self._parts.panel.clear()
        self._parts.sidebar.set_filters(self._session.filters)
        self._parts.sidebar.set_faint(self._session.faint)
        self._parts.toolbar.set_search(self._session.filters.text)
        self._parts.toolbar.set_lanes(self._session.lanes.capitalize())
        self._span_next = self._session.span
        self.refresh()
        self._parts.article.show_event(self._session.chosen, self._session.selection)

    def _show_library(self) -> None:
        library, toolbar = self._session.library, self._parts.toolbar
        empty = library is None or not library.counts().articles
        toolbar.set_library(
            library.name if library else "Dateline", showing.summary(library) if library else "No library yet"
        )
        toolbar.set_undo(library.undo_name if library else "", library.redo_name if library else "")
        toolbar.set_empty(empty)
        self._parts.sidebar.set_empty(empty)
        self.emptied.emit(empty)

    def _show_let_through(self) -> None:
        self._listing.show_let_through()
        self._show_tray()
        self._show_timeline()

    def set_low(self, low: bool) -> None:
        """In a low window the tray would leave no room for the timeline; the sidebar names those events as well."""
        if low != self._low:
            self._low = low
            self._show_tray()

    def _show_tray(self) -> None:
        self._parts.tray.setVisible(bool(self._listing.waiting) and not self._low)

    def columns(self) -> tuple[Columns, Lanes, NDArray[np.bool_]] | None:
        """All dated events with the lanes of those that are let through, and which rows those are."""
        library, passed = self._session.library, self._session.let_through()
        if library is None or passed is None:
            return None
        seen = passed.there if self._session.faint else passed.dated
        lanes = lanes_for(library, passed.columns, self._session.lanes, self._session.arrangement, seen)
        columns, mask, preview = passed.columns, passed.dated, self._asking.preview
        added = showing.previewed(library, *preview) if preview is not None else []
        if not added:
            return columns, lanes, mask
        columns, lanes = with_preview(columns.take(mask), replace(lanes, of_row=lanes.of_row[mask]), added)
        return columns, lanes, np.ones(len(columns), np.bool_)

    def _show_timeline(self) -> None:
        library, timeline = self._session.library, self._timeline
        if timeline is None or library is None:
            return
        shown = self.columns()
        assert shown is not None
        timeline.set_arrangement(self._session.arrangement)
        timeline.set_faint(self._session.faint)
        timeline.set_events(shown[0], shown[1], library.titles, shown[2])
        passed = self._session.let_through()
        self._parts.sidebar.set_held_back(passed.held_back if passed else 0)
        count = int(np.count_nonzero(shown[2]))
        timeline.set_hint(self.hint())
        timeline.set_restriction(restriction_words(self._session.filters))
        self._show_pages()
        self._show_zero()
        timeline.select(self._session.chosen, False, self._session.selection)
        told = (
            showing.summary(library) if self._session.filters.all or not passed else showing.let_through_words(passed)
        )
        self._parts.toolbar.set_library(library.name, told)
        if self._fit_next and count:
            self._fit_next = self._bring_next = False
            self._first_look(timeline)
        elif self._bring_next:
            self._bring_next = False
            self._bring_article()

    def _first_look(self, timeline: "Timeline") -> None:
        """Where one looked when the library was open last, else where most events are."""
        span, self._span_next = self._span_next, None
        if span:
            timeline.set_span(Span(*span))
        else:
            timeline.fit_core()

    def _show_zero(self) -> None:
        """What time is counted from."""
        if self._timeline is not None:
            self._timeline.set_day_zero(day_zero(self._session.event_of(self._session.day_zero)))

    def hint(self) -> str:
        """What is said where there is nothing to see."""
        if not self._session.filters.all:
            return "No event passes the filters and the search."
        if self._listing.waiting:
            return "No event has a date yet."
        library = self._session.library
        rejected = library is not None and library.counts().reviews.get("rejected")
        return "All events are rejected." if rejected else "No events were found in the articles."

    def _bring_later(self) -> None:
        """The events of the open article have found their places: show where, once they are there."""
        self._bring_next = True

    def time_in_view(self) -> Span | None:
        """What is looked at; None while there is no event to be seen."""
        passed = self._session.let_through()
        if self._timeline is None or self._fit_next or passed is None or not passed.dated.any():
            return None
        return self._timeline.visible_span

    @contextmanager
    def staying(self, stays: bool) -> Iterator[None]:
        """What is opened meanwhile does not move the timeline, if it stays."""
        self._stays = stays
        try:
            yield
        finally:
            self._stays = False

    def go_to(self, events: Columns) -> None:
        """Move to where most of these are."""
        if self._timeline is not None:
            self._timeline.moving.go(fitted(core(events), self._timeline.visible_span.start))

    def _bring_article(self) -> None:
        """Show the events of the open article, unless one of them is in view already."""
        if self._stays:
            return
        library, article, timeline = self._session.library, self._session.article, self._timeline
        if library is None or article is None or timeline is None:
            return
        ids = {mention.event for mention in library.mentions_of_article(article)}
        columns, seen = library.columns(np.array(sorted(ids), dtype=np.int64)), timeline.visible_span
        if len(columns) and not ((columns.start < seen.end) & (columns.end > seen.start)).any():
            timeline.set_span(fitted(core(columns), seen.start).allowed())

    def _show_pages(self) -> None:
        assert self._session.library is not None
        assert self._timeline is not None
        articles = self._session.library.catalogue.articles
        self._timeline.set_pages(articles.days, articles.ids, self._session.article)

    def _show_event(self, again: bool = False) -> None:
        """What is looked at is brought into view once; shown again, it leaves the user where he looks."""
        event = self._session.chosen
        if not again:
            self._parts.article.show_event(event, self._session.selection)
        if self._timeline is not None:
            self._timeline.select(event, not again, self._session.selection)
        if again or len(self._session.selection) < SEVERAL:
            self._fill_panel()

    def _fill_panel(self) -> None:
        library, event, selection = self._session.library, self._session.chosen, self._session.selection
        found = self._session.event_of(event)
        if library is not None and len(selection) >= SEVERAL:
            self._parts.panel.set_several(shown_several(library, selection))
        elif found is not None and library is not None:
            shown = showing.shown_event(library, found, self._session.article)
            self._parts.panel.set_event(replace(shown, is_zero=found.id == self._session.day_zero))
        else:
            self._show_facts()

    def _show_selection(self) -> None:
        """Others are chosen besides the event that is looked at."""
        self._parts.article.choose(self._session.chosen, self._session.selection)
        if self._timeline is not None:
            self._timeline.select(self._session.chosen, False, self._session.selection)
        if len(self._session.selection) >= SEVERAL or self._parts.panel.shown_several:
            self._fill_panel()

    def _show_article(self, again: bool = False) -> None:
        article, library = self._session.open_one(), self._session.library
        self._asking.refresh()
        self._parts.sidebar.select_article(self._session.article)
        if article is None or library is None:
            self._shown_text = None
            self._parts.article.clear()
            self._show_facts()
            return
        mentions = showing.shown_mentions(library, article)
        resting = showing.resting_on(library.mentions_of_article(article.id))
        if again and self._shown_text == article.text:
            self._parts.article.set_finds(article, mentions, resting)
        else:
            self._parts.article.set_article(article, mentions, resting)
        self._shown_text = article.text
        if self._timeline is not None:
            self._show_pages()
        if self._session.chosen is None:
            self._show_facts()

    def _show_facts(self) -> None:
        article, library = self._session.open_one(), self._session.library
        if article is None or library is None:
            self._parts.panel.set_nothing()
            return
        mentions = library.mentions_of_article(article.id)
        guess = showing.guess_of(article) if article.published is None else None
        preview = self._asking.preview
        found = preview[1] if preview and preview[0] == article.id else None
        here = showing.undated_in(library, mentions)
        elsewhere, copies = library.counts().undated - here, copies_of(library, article)
        self._parts.panel.set_article(showing.facts_of(article, mentions, guess, found, elsewhere, copies))

    def _previewed(self) -> None:
        self._show_timeline()
        if self._session.chosen is None:
            self._show_facts()

    def _spoken(self, events: Sequence[int]) -> dict[int, str]:
        library = self._session.library
        return {row.id: spoken(row) for row in showing.shown_rows(library, events)} if library else {}

    def _card(self, event: int) -> tuple[str, ...]:
        library, found = self._session.library, self._session.event_of(event)
        if library is None or found is None:
            return ()
        title, when, *rest = showing.card(library, found)
        return title, when + distance_words(found, self._session.event_of(self._session.day_zero)), *rest

"""What is looked at in a library: the events that are chosen, the open article, what is let through, how lanes stand."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import arranged
from app.let_through import LetThrough
from app.viewed import NAME, Viewed, packed, still_there, unpacked
from storage.catalogue import Catalogue
from storage.change import Change
from storage.errors import DatelineError
from storage.model import Article, Event
from widgets.filters import Filters
from widgets.timeline.arrangement import Arrangement

if TYPE_CHECKING:
    from storage.library import Library


class Looking(QObject):
    """Tells what is looked at otherwise; it is kept in the library, and is no part of undo."""

    selected = Signal(object)
    """Another event is the one that is looked at, by its id, or None."""
    selection_changed = Signal(object)
    """Other events are chosen: the ids of all of them; comes after `selected`."""
    article_opened = Signal(object)
    """Another article is open, by its id, or None."""
    aligned = Signal(object)
    """Time is counted from another event, by its id, or by the calendar."""
    filtered = Signal()
    """Other events are let through, or the lanes are arranged otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.library: Library | None = None
        self.chosen: int | None = None
        """The event that is looked at: its source is open, the panel shows it. One of `selection`."""
        self.selection: tuple[int, ...] = ()
        """All events that are chosen, each once."""
        self.day_zero: int | None = None
        """The event that time is counted from."""
        self.article: int | None = None
        self.filters = Filters()
        self.span: tuple[float, float] | None = None
        """The time that was in view when the library was open last."""
        self.lanes = "kind"
        self.faint = False
        """Whether events that are held back are seen all the same, faintly."""
        self.arrangements: dict[str, Arrangement] = {}
        """How the lanes are arranged, by what they are arranged by."""
        self._passed: tuple[Catalogue, Filters, LetThrough] | None = None
        self._remembered: object = None
        """What the library was told last of how it is looked at."""

    def look_into(self, library: Library | None) -> None:
        """Look at a library as it was looked at last; silent."""
        self.library = library
        self._passed = self._remembered = None
        self._look_at(Viewed() if library is None else self._viewed_last(library))
        self.arrangements = arranged.unpacked(library.recall(arranged.NAME)) if library else {}

    def _viewed_last(self, library: Library) -> Viewed:
        return still_there(
            unpacked(library.recall(NAME)),
            lambda ids: [one.id for one in library.events(ids)],
            lambda ids: [one.id for one in library.articles(ids)],
        )

    def _look_at(self, viewed: Viewed) -> None:
        self.span, self.lanes, self.filters = viewed.span, viewed.lanes, viewed.filters
        self.chosen, self.selection = viewed.chosen, viewed.selection
        self.article, self.day_zero, self.faint = viewed.article, viewed.day_zero, viewed.faint

    def remember(self, span: tuple[float, float] | None) -> None:
        """Keep in the library how it is looked at; `span` is the time in view, None where none has been shown yet."""
        if self.library is None or self.library.read_only:
            return
        if not self.library.counts().articles:
            return  # nothing was looked at
        viewed = Viewed(
            span or self.span,
            self.lanes,
            self.filters,
            self.selection,
            self.chosen,
            self.article,
            self.day_zero,
            self.faint,
        )
        told = packed(viewed)
        if told != self._remembered:
            with suppress(DatelineError):  # the view is not worth a question on the way out
                self.library.remember(NAME, told)
            self._remembered = told

    def select(self, event: int | None) -> None:
        """Choose an event alone, and open the article that reports it unless one that does is open already."""
        self.select_several(() if event is None else (event,))

    def select_several(self, events: Iterable[int], looked_at: int | None = None) -> None:
        """Choose these events and no others; looked at is the one named, else the last of them."""
        if self.library is None:
            return
        selection = tuple(dict.fromkeys(events))
        event = looked_at if looked_at is not None else selection[-1] if selection else None
        if event is not None and event not in selection:
            raise ValueError("what is looked at is one of the events that are chosen")
        self._open_source(event)
        self._choose(event, selection)

    def toggle(self, event: int) -> None:
        """Choose an event besides the others, or let go of it; looked at is then the one that was chosen before it."""
        if event in self.selection:
            self.select_several(one for one in self.selection if one != event)
        else:
            self.select_several((*self.selection, event))

    def _open_source(self, event: int | None) -> None:
        mentions = self.library.mentions_of_event(event) if self.library and event is not None else []
        articles = [mention.article for mention in mentions]
        if articles and self.article not in articles:
            self._open_article(articles[0])

    def _choose(self, event: int | None, selection: tuple[int, ...]) -> None:
        before = self.chosen, self.selection
        self.chosen, self.selection = event, selection
        if event != before[0]:
            self.selected.emit(event)
        if selection != before[1]:
            self.selection_changed.emit(selection)

    def show_in(self, event: int, article: int) -> None:
        """Choose an event and read it in one of the articles that report it."""
        self._open_article(article)
        self.select(event)
        self.selected.emit(event)

    def open_article(self, article: int | None) -> None:
        """Read an article; no event is chosen then."""
        self._open_article(article)
        self._choose(None, ())

    def _open_article(self, article: int | None) -> None:
        if article != self.article:
            self.article = article
            self.article_opened.emit(article)

    def let_through(self) -> LetThrough | None:
        """What the filters let through now, worked out once for all who show it; None without a library."""
        if self.library is None:
            return None
        key = self.library.catalogue, self.filters
        if self._passed is None or self._passed[:2] != key:
            mask = self.library.passing(**self.filters.restrictions())
            self._passed = *key, LetThrough(key[0], mask)
        return self._passed[2]

    def let_through_of(self, filters: Filters) -> LetThrough:
        """What other filters would let through of the library that is open."""
        passed = self.let_through()
        assert self.library is not None
        assert passed is not None
        if filters == self.filters:
            return passed
        return LetThrough(passed.catalogue, self.library.passing(**filters.restrictions()))

    def set_filters(self, filters: Filters) -> None:
        """Let other events through."""
        if filters != self.filters:
            self.filters = filters
            self.filtered.emit()

    def set_day_zero(self, event: int | None) -> None:
        """Count time from an event that has a date; None counts by the calendar."""
        found = self.event_of(event)
        zero = event if found is not None and found.when is not None else None
        if zero != self.day_zero:
            self.day_zero = zero
            self.aligned.emit(zero)

    def set_faint(self, faint: bool) -> None:
        """Let events that are held back be seen faintly, or not at all."""
        if faint != self.faint:
            self.faint = faint
            self.filtered.emit()

    def set_lanes(self, by: str) -> None:
        """Arrange the lanes by kind, place, source, status, article or none."""
        if by != self.lanes:
            self.lanes = by
            self.filtered.emit()

    @property
    def arrangement(self) -> Arrangement:
        """How the lanes are arranged that are shown now."""
        return self.arrangements.get(self.lanes, Arrangement())

    def arrange(self, made: Arrangement) -> None:
        """Keep in the library how the lanes were arranged; other lanes may be needed for that."""
        further = self.arrangement.further
        self.arrangements[self.lanes] = made
        if self.library is not None and not self.library.read_only:
            with suppress(DatelineError):  # no edit is lost by it
                self.library.remember(arranged.NAME, arranged.packed(self.arrangements))
        if made.further != further:
            self.filtered.emit()

    def open_one(self) -> Article | None:
        """The open article."""
        found = self.library.articles([self.article]) if self.library and self.article is not None else []
        return found[0] if found else None

    def event_of(self, event: int | None) -> Event | None:
        """An event, None where there is none such any more."""
        found = self.library.events([event]) if self.library and event is not None else []
        return found[0] if found else None

    def let_go(self, made: Change) -> None:
        """What a change has taken away is not chosen, counted from or open any more."""
        touched = made.events.intersection(self.selection)
        if touched and self.library is not None:
            gone = touched - {event.id for event in self.library.events(touched)}
            kept = tuple(one for one in self.selection if one not in gone)
            self._choose(self.chosen if self.chosen in kept else next(reversed(kept), None), kept)
        if self.day_zero in made.events:
            self.set_day_zero(self.day_zero)
        if self.article is not None and self.open_one() is None:
            self._open_article(None)

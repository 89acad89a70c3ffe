"""The catalogue of a library: what its events and articles are, as numpy columns without their words.

Timeline, lanes, filters and counts are answered from it, a million rows at a time. It is kept in the library file
(`kept`), loaded from the tables where it is not (`load_catalogue`), and after an edit only changed rows are replaced
(`patching`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from storage.columns import REVIEWS, Columns
from storage.lookup import Lookup, distinct
from storage.model import Review

Ids = NDArray[np.int64]
Rows = NDArray[np.int64]
Codes = NDArray[np.int32]
REJECTED = REVIEWS.index(Review.REJECTED)


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Every place of every event, sorted by event; `codes` index `names`."""

    events: Ids
    codes: Codes
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Reports:
    """The mentions, sorted by id: which article reports which event."""

    ids: Ids
    events: Ids
    articles: Ids


@dataclass(frozen=True, slots=True, eq=False)
class Articles:
    """The articles, sorted by id. `days` is when they were published, NaN where nobody knows; `codes` index `publishers`."""

    ids: Ids
    days: NDArray[np.float64]
    codes: Codes
    publishers: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Catalogue:
    """All events, rejected ones too: `dated` of them in the order of time, then those without a date by id.

    `first_place` is the code of the place that an event names first, -1 where it names none.
    """

    events: Columns
    dated: int
    first_place: Codes
    places: Places
    reports: Reports
    articles: Articles

    @cached_property
    def columns(self) -> Columns:
        """The dated events, rejected ones too; the same object each time."""
        return self.events.take(slice(0, self.dated))

    @cached_property
    def seen(self) -> NDArray[np.bool_]:
        """Which events are not rejected."""
        seen: NDArray[np.bool_] = self.events.review != REJECTED
        return seen

    @cached_property
    def rows(self) -> Lookup:
        """The row of an event by its id."""
        return Lookup(self.events.ids)

    @cached_property
    def article_rows(self) -> Lookup:
        """The row of an article by its id."""
        return Lookup(self.articles.ids)

    @cached_property
    def placed(self) -> tuple[Rows, Codes]:
        """Rows of events with the codes of their places."""
        rows = self.rows.rows(self.places.events)
        here = rows >= 0
        return (rows, self.places.codes) if here.all() else (rows[here], self.places.codes[here])

    @cached_property
    def linked(self) -> tuple[Ids, Rows, Rows]:
        """Of all reports the id, the row of the event and the row of the article, both of which are there."""
        rows, reporters = self.rows.rows(self.reports.events), self.article_rows.rows(self.reports.articles)
        here = (rows >= 0) & (reporters >= 0)
        if here.all():
            return self.reports.ids, rows, reporters
        return self.reports.ids[here], rows[here], reporters[here]

    @cached_property
    def first_reporter(self) -> Rows:
        """For each event the row of the article that was first to report it, -1 where none does."""
        found = np.full(len(self.events), -1, np.int64)
        _, rows, reporters = self.linked
        found[rows[::-1]] = reporters[::-1]
        return found

    @cached_property
    def published(self) -> tuple[Rows, Codes]:
        """Rows of events with the publishers that report them, each pair once."""
        count, (_, rows, reporters) = max(len(self.articles.publishers), 1), self.linked
        pairs = distinct(rows * count + self.articles.codes[reporters])
        return pairs // count, (pairs % count).astype(np.int32)

    def take_over(self, old: "Catalogue") -> "Catalogue":
        """Itself; what another has worked out from arrays that are the same here is not worked out again."""
        events = self.events.ids is old.events.ids
        articles = self.articles.ids is old.articles.ids
        linked = events and articles and _alike(self.reports, old.reports, ("ids", "events", "articles"))
        same = {
            "rows": events,
            "article_rows": articles,
            "placed": events and _alike(self.places, old.places, ("events", "codes")),
            "linked": linked,
            "first_reporter": linked,
            "published": linked and self.articles.codes is old.articles.codes,
        }
        self.__dict__.update({name: old.__dict__[name] for name, kept in same.items() if kept and name in old.__dict__})
        return self


def _alike(one: object, other: object, names: tuple[str, ...]) -> bool:
    """Whether both hold the same arrays."""
    return all(getattr(one, name) is getattr(other, name) for name in names)


def alike(one: Catalogue, other: Catalogue) -> bool:
    """Whether two say the same; the codes of names may differ."""
    pairs = zip(_told(one), _told(other), strict=True)
    return one.dated == other.dated and all(np.array_equal(left, right) for left, right in pairs)


def _told(catalogue: Catalogue) -> list[NDArray[Any]]:
    """All arrays, codes as names."""
    events, places, reports, articles = catalogue.events, catalogue.places, catalogue.reports, catalogue.articles
    numbers = (events.status, events.precision, events.review, events.importance, events.sources, events.marks)
    firsts = _named((*places.names, ""), catalogue.first_place)
    return [
        events.ids, np.nan_to_num(events.start), np.nan_to_num(events.end), _named(events.kinds, events.kind), *numbers,
        firsts, np.sort(_named(places.names, places.codes)), places.events, reports.ids, reports.events,
        reports.articles, articles.ids, np.nan_to_num(articles.days), _named(articles.publishers, articles.codes),
    ]  # fmt: skip


def _named(names: Sequence[str], codes: NDArray[Any]) -> NDArray[Any]:
    named: NDArray[Any] = np.array([*names, ""], dtype=object)[codes]
    return named

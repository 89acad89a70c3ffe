"""Of which report a new article is a copy, among the articles of a library and those that come in with it. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from app.copies import are_copies, bands_of
from app.importing import Found
from storage.adding import added, article_rows, name_of_adding
from storage.model import Article, Event, FoundEvent, Mention, Row
from storage.steps import Change, Step, change

if TYPE_CHECKING:
    from storage.library import Library

MOST = 8
"""So many of the likeliest articles are compared."""
SAME = 0.7
"""The share of words in which two clauses must agree to tell of one event, both standing in copies of one report."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells of an event, in its own words."""

    event: int
    kind: str
    words: tuple[str, ...]


class Incoming:
    """Puts new articles with their events together as one Change; `bands` is how their copies will be found."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._ids = library.new_ids()
        self._articles: dict[int, Article] = {}
        self._mentions: dict[int, list[Mention]] = {}
        self._kind_of: dict[int, str] = {}
        self._of_band: dict[int, list[int]] = {}
        self._steps: list[Step] = []
        self.bands: dict[int, tuple[int, ...]] = {}
        self.copies: set[int] = set()
        """Ids of those that are copies of an article that was there before."""

    def add(self, found: Found) -> int:
        """One more; the id that it gets."""
        article = replace(found.article, id=next(self._ids))
        bands = bands_of(article.text)
        known = self._known_copy(article, bands)
        told: dict[int, int] = {}
        if known is not None:
            article = replace(article, report=self._report_of(known))
            self.copies.add(article.id)
            told = same_events(found.extraction.events, self._told_in(known))
        rows = article_rows(article, found.extraction, told, self._ids)
        self._steps += map(added, rows)
        self._remember(article, bands, rows)
        return article.id

    def change(self) -> Change:
        """All of it."""
        return change(name_of_adding(len(self.bands)), self._steps)

    def _remember(self, article: Article, bands: tuple[int, ...], rows: Sequence[Row]) -> None:
        self._articles[article.id] = article
        self.bands[article.id] = bands
        for band in bands:
            self._of_band.setdefault(band, []).append(article.id)
        self._kind_of |= {row.id: row.kind for row in rows if isinstance(row, Event)}
        self._mentions[article.id] = [row for row in rows if isinstance(row, Mention)]

    def _known_copy(self, article: Article, bands: tuple[int, ...]) -> Article | None:
        """The first that is a copy, those that come in at the same time before those of the library."""
        near = Counter(one for band in bands for one in self._of_band.get(band, ()))
        likely = [self._articles[one] for one, _ in near.most_common(MOST)]
        likely += self._library.articles(self._library.articles_alike(bands)[:MOST]) if bands else []
        return next((one for one in likely if _are_copies(article, one)), None)

    def _report_of(self, known: Article) -> int:
        """The number of its report; one that had none has that of the article."""
        known = self._articles.get(known.id, known)
        if known.report is None:
            numbered = replace(known, report=known.id)
            self._steps.append(Step(known, numbered))
            self._articles[known.id] = numbered
        return known.report or known.id

    def _told_in(self, known: Article) -> list[Told]:
        mentions = self._mentions.get(known.id) or self._library.mentions_of_article(known.id)
        self._learn_kinds({one.event for one in mentions} - self._kind_of.keys())
        return list(_told(mentions, self._kind_of))

    def _learn_kinds(self, events: Collection[int]) -> None:
        """As the machine found them: a person may have set another."""
        self._kind_of |= {one.id: one.kind for one in self._library.events(sorted(events))}
        pins = self._library.corrections_of(sorted(events))
        self._kind_of |= {one.event: one.found for one in pins if one.field == "kind"}


def _are_copies(one: Article, other: Article) -> bool:
    days = one.published.day.day - other.published.day.day if one.published and other.published else 0
    return one.text != other.text and are_copies(one.text, other.text, one.language, days)


def _told(mentions: Sequence[Mention], kinds: dict[int, str]) -> Iterator[Told]:
    """The first words in which the article tells of each event."""
    seen: set[int] = set()
    for one in mentions:
        if one.event not in seen and one.event in kinds:
            seen.add(one.event)
            yield Told(one.event, kinds[one.event], _words(one.quote))


def same_events(found: Sequence[FoundEvent], told: Sequence[Told]) -> dict[int, int]:
    """By the place of a found event the one that another copy tells of in the same or nearly the same words."""
    ranked = sorted(
        ((-_likeness(_words(event.quote), one.words), place, one.event)
         for place, event in enumerate(found) for one in told if one.kind == event.kind),
    )  # fmt: skip
    pairs: dict[int, int] = {}
    for likeness, place, event in ranked:
        if -likeness >= SAME and place not in pairs and event not in pairs.values():
            pairs[place] = event
    return pairs


def _words(quote: str) -> tuple[str, ...]:
    return tuple(quote.casefold().split())


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()

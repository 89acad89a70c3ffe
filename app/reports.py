"""Of which report a new article is a copy, among the articles of a library and those that come in with it. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.copies import are_copies, bands_of
from app.importing import Found
from app.laid import Laid, lay, parted, words_of
from storage.adding import added, article_rows, name_of_adding
from storage.model import Article, Event, FoundEvent, Mention, Row, When
from storage.steps import Change, Step, change

if TYPE_CHECKING:
    from storage.library import Library

MOST = 8
"""So many of the likeliest articles are compared."""


@dataclass(frozen=True, slots=True)
class Told:
    """What an article tells of an event, in its own words."""

    event: int
    kind: str
    when: When | None
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
        self._laid: dict[int, Laid] = {}
        self._steps: list[Step] = []
        self.bands: dict[int, tuple[int, ...]] = {}
        self.copies: dict[int, Article] = {}
        """By id those that are copies of an article that was there before, with that article."""

    def add(self, found: Found) -> int:
        """One more; the id that it gets."""
        article = replace(found.article, id=next(self._ids))
        bands = bands_of(article.text)
        known = self._known_copies(article, bands)
        told: dict[int, int] = {}
        if known:
            article = replace(article, report=self._report_of(known))
            self.copies[article.id] = min(known, key=lambda one: one.id)
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

    def _known_copies(self, article: Article, bands: tuple[int, ...]) -> list[Article]:
        """Those that are its copies, those that come in at the same time before those of the library."""
        near = Counter(one for band in bands for one in self._of_band.get(band, ()))
        likely = [self._articles[one] for one, _ in near.most_common(MOST)]
        others = self._library.articles(self._library.articles_alike(bands)[:MOST]) if bands else []
        likely += [self._articles.get(one.id, one) for one in others]
        return [one for one in likely if self._are_copies(article, one)]

    def _are_copies(self, one: Article, other: Article) -> bool:
        days = one.published.day.day - other.published.day.day if one.published and other.published else 0
        return are_copies(self._lay(one), self._lay(other), one.language, days)

    def _lay(self, article: Article) -> Laid:
        if article.id not in self._laid:
            self._laid[article.id] = lay(article.text)
        return self._laid[article.id]

    def _report_of(self, known: Sequence[Article]) -> int:
        """The number of their report: the least that one of them has, else the least of their ids. All get it."""
        reports = {one.report for one in known if one.report is not None}
        report = min(reports or {one.id for one in known})
        for one in known:
            if one.report is None:
                numbered = replace(one, report=report)
                self._steps.append(Step(one, numbered))
                self._articles[one.id] = numbered
        return report

    def _told_in(self, known: Sequence[Article]) -> list[Told]:
        told: dict[int, Told] = {}
        for article in known:
            mentions = self._mentions.get(article.id) or self._library.mentions_of_article(article.id)
            self._learn_kinds({one.event for one in mentions} - self._kind_of.keys())
            for one in _told(mentions, self._kind_of):
                told.setdefault(one.event, one)
        return list(told.values())

    def _learn_kinds(self, events: Collection[int]) -> None:
        """As the machine found them: a person may have set another."""
        self._kind_of |= {one.id: one.kind for one in self._library.events(sorted(events))}
        pins = self._library.corrections_of(sorted(events))
        self._kind_of |= {one.event: one.found for one in pins if one.field == "kind"}


def _told(mentions: Sequence[Mention], kinds: dict[int, str]) -> Iterator[Told]:
    """The first words in which the article tells of each event."""
    seen: set[int] = set()
    for one in mentions:
        if one.event not in seen and one.event in kinds:
            seen.add(one.event)
            yield Told(one.event, kinds[one.event], one.when, _words(one.quote))


def same_events(found: Sequence[FoundEvent], told: Sequence[Told]) -> dict[int, int]:
    """By the place of a found event the one that another copy tells of in the same words, with the same date."""
    known: dict[tuple[str, When | None, tuple[str, ...]], list[int]] = {}
    for one in told:
        known.setdefault((one.kind, one.when, one.words), []).append(one.event)
    pairs: dict[int, int] = {}
    for place, event in enumerate(found):
        if same := known.get((event.kind, event.when, _words(event.quote))):
            pairs[place] = same.pop(0)
    return pairs


def _words(quote: str) -> tuple[str, ...]:
    return words_of(parted(quote)[1])

"""Events, dates and articles as plain records, the same in JSON on the command line and in exported files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.importing import Found
from storage.model import Article, DateExpression, Dating, Event, FoundEvent, Mention, When
from storage.queries import mentions_of_events

if TYPE_CHECKING:
    from storage.library import Library

Record = dict[str, Any]

BATCH = 500
"""So many events are fetched at a time."""
TEXTS = 20
"""So many articles are in memory with their texts."""


def of_article(found: Found, path: str) -> Record:
    """One article with everything found in it; offsets are code points of `text`, ends exclusive."""
    article, extraction = found.article, found.extraction
    return {
        "path": path,
        "id": article.key or None,
        "title": article.title,
        "language": extraction.language,
        "published": article.published.day.iso() if article.published else None,
        "published_basis": article.published.basis.value if article.published else None,
        "text": article.text,
        "dates": [of_date(date) for date in extraction.dates],
        "events": [of_found(event) for event in extraction.events],
    }


def of_date(date: DateExpression) -> Record:
    """A date expression with its TIMEX3 value."""
    return {
        "start": date.span.start,
        "end": date.span.end,
        "text": date.text,
        "value": date.value,
        "kind": date.kind.value,
    }


def of_found(event: FoundEvent) -> Record:
    """An event as it was found in one article."""
    return {
        "kind": event.kind,
        "title": event.title,
        "start": event.span.start,
        "end": event.span.end,
        "text": event.quote,
        "when": of_when(event.when),
        "dating": of_dating(event.dating),
        "status": event.status.value,
        "places": list(event.places),
        "importance": round(event.importance, 3),
    }


def of_when(when: When | None) -> Record | None:
    """Both bounds are inclusive; null is an open end."""
    if when is None:
        return None
    return {
        "earliest": when.earliest.iso() if when.earliest else None,
        "latest": when.latest.iso() if when.latest else None,
        "precision": when.precision.value,
        "approximate": when.approximate,
        "edtf": when.edtf,
    }


def of_dating(dating: Dating | None) -> Record | None:
    """The words that say the date and the reason for it."""
    if dating is None:
        return None
    return {
        "start": dating.span.start if dating.span else None,
        "end": dating.span.end if dating.span else None,
        "text": dating.words,
        "why": dating.why,
    }


def of_event(event: Event, mentions: Sequence[Mention], articles: dict[int, Article]) -> Record:
    """An event of a library with everyone who reports it; articles with the same `report` are copies of one."""
    return {
        "id": event.id,
        "kind": event.kind,
        "title": event.title,
        "when": of_when(event.when),
        "status": event.status.value,
        "review": event.review.value,
        "places": list(event.places),
        "importance": round(event.importance, 3),
        "note": event.note,
        "reports": len({articles[mention.article].report or mention.article for mention in mentions}),
        "sources": [of_mention(mention, articles[mention.article]) for mention in mentions],
    }


def of_mention(mention: Mention, article: Article) -> Record:
    """Where an article reports the event, in which words, and the date that it gives."""
    return {
        "article": article.id,
        "report": article.report or article.id,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published.day.iso() if article.published else None,
        "url": article.url,
        "start": mention.span.start,
        "end": mention.span.end,
        "quote": mention.quote,
        "when": of_when(mention.when),
        "dating": of_dating(mention.dating),
    }


def of_events(library: Library, ids: Sequence[int]) -> Iterator[Record]:
    """Records of those events, in the order of the ids."""
    articles: dict[int, Article] = {}
    for at in range(0, len(ids), BATCH):
        batch = [int(one) for one in ids[at : at + BATCH]]
        mentions: dict[int, list[Mention]] = {one: [] for one in batch}
        for mention in mentions_of_events(library.db, batch):
            mentions[mention.event].append(mention)
        named = {mention.article for told in mentions.values() for mention in told}
        articles |= _facts(library, sorted(named - articles.keys()))
        for event in library.events(batch):
            yield of_event(event, mentions[event.id], articles)


def _facts(library: Library, ids: Sequence[int]) -> dict[int, Article]:
    """Those articles without their texts, which together may be larger than memory."""
    facts: dict[int, Article] = {}
    for at in range(0, len(ids), TEXTS):
        for article in library.articles(ids[at : at + TEXTS]):
            facts[article.id] = replace(article, text="", candidates=())
    return facts

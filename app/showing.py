"""From the library to what the panes around the timeline show: plain values, no widget."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from math import floor
from typing import TYPE_CHECKING

import numpy as np

from app.let_through import LetThrough
from app.showing_origin import places, told_apart
from resources.kinds import kinds
from resources.languages import language_name
from storage.model import Article, Dating, Event, Extraction, FoundEvent, Mention, Published, Status, When
from storage.moment import civil
from widgets import dates
from widgets.paged import Paged
from widgets.shown import (
    Counted,
    Preview,
    ShownArticle,
    ShownEvent,
    ShownFacts,
    ShownMention,
    ShownRow,
    ShownSource,
    Undated,
)
from widgets.words import REVIEWS, STATUSES, kind_label

if TYPE_CHECKING:
    from storage.library import Library

MOST_UNDATED = 200
UNKNOWN = "unknown"


def shown_event(library: Library, event: Event, open_article: int | None) -> ShownEvent:
    """The event with its sources, the open one's dating first in line to explain the date."""
    mentions = library.mentions_of_event(event.id)
    articles = {article.id: article for article in library.articles([mention.article for mention in mentions])}
    chosen = explaining(event, mentions, open_article)
    corrected = {one.field for one in library.corrections_of([event.id])}
    firsts = _one_each(mentions)
    sources = [_source(one, articles, event, open_article) for one in firsts]
    dating = chosen.dating if chosen and "when" not in corrected else None
    article = articles.get(chosen.article) if chosen else None
    return ShownEvent(
        id=event.id,
        kind=event.kind,
        title=event.title,
        when=event.when,
        status=event.status,
        review=event.review,
        places=event.places,
        note=event.note,
        dating=dating or _by_hand(chosen, "when" in corrected),
        published=article.published if article else None,
        sources=told_apart(sources, [articles[one.article] for one in firsts]),
        disagreement=_disagreement(mentions),
        copies=copies_among(articles.values()),
        corrected=bool(corrected),
    )


def explaining(event: Event, mentions: Sequence[Mention], open_article: int | None) -> Mention | None:
    """The mention whose date the event has; that of the open article where several do."""
    dated = [one for one in mentions if one.dating is not None]
    same = [one for one in dated if one.when == event.when]
    for choice in ([one for one in same if one.article == open_article], same, dated, mentions):
        if choice:
            return choice[0]
    return None


def _by_hand(mention: Mention | None, corrected: bool) -> Dating | None:
    """Of a date set by hand the source's own reading stays as an alternative."""
    if not corrected or mention is None or mention.dating is None:
        return None
    found = f"The source says “{mention.dating.words}”" if mention.dating.words else "The source names no date"
    return replace(mention.dating, rule="user", why=f"Set by you. {found}.", anchor=None)


def _one_each(mentions: Sequence[Mention]) -> list[Mention]:
    """The first mention in each article."""
    first: dict[int, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.article, mention)
    return list(first.values())


def _source(mention: Mention, articles: dict[int, Article], event: Event, open_article: int | None) -> ShownSource:
    article = articles[mention.article]
    span = mention.dating.span if mention.dating else None
    words = mention.dating.words if mention.dating and span and _inside(mention, span.start, span.end) else ""
    return ShownSource(
        mention=mention.id,
        publisher=article.publisher or article.title,
        published=article.published.day if article.published else None,
        when=mention.when,
        quote=mention.quote,
        words=words,
        differs=mention.when is not None and event.when is not None and mention.when != event.when,
        open=article.id == open_article,
    )


def copies_among(articles: Collection[Article]) -> str:
    """ "3 articles, 1 report: copies of one wire story"; nothing where each is a report of its own."""
    reports = len({one.report or one.id for one in articles})
    if reports == len(articles):
        return ""
    told = "report: copies" if reports == 1 else "reports: some are copies"
    return f"{len(articles):,} articles, {reports:,} {told} of one wire story"


def _inside(mention: Mention, start: int, end: int) -> bool:
    return mention.span.start <= start and end <= mention.span.end


def _disagreement(mentions: Sequence[Mention]) -> str:
    told = {one.when for one in mentions if one.when is not None}
    return "Sources differ on the date. All are kept." if len(told) > 1 else ""


def shown_mentions(library: Library, article: Article) -> list[ShownMention]:
    """Where the article reports events, rejected ones left out; its own year goes without saying."""
    mentions = library.mentions_of_article(article.id)
    near = article.published.day.civil[0] if article.published else None
    events = {event.id: event for event in library.events(sorted({one.event for one in mentions}))}
    kept = [one for one in mentions if events[one.event].review.value != "rejected"]
    return [_mention(one, events[one.event], near) for one in kept]


def _mention(mention: Mention, event: Event, near: int | None) -> ShownMention:
    waits = event.when is None and mention.dating is not None and mention.dating.needs_publication
    when = event.when
    text = "date needed" if waits else dates.written(when, near) if when else "no date"
    return ShownMention(
        event=event.id,
        span=mention.span,
        date_span=mention.dating.span if mention.dating else None,
        kind=event.kind,
        date_text=text,
        needs_date=waits,
        date_short=dates.short(when, near) if when else "",
    )


def resting_on(mentions: Sequence[Mention]) -> int:
    """How many dates are counted from the publication date."""
    return sum(
        one.dating is not None and one.dating.anchor is not None and one.dating.anchor.basis is not None
        for one in mentions
    )


def shown_articles(library: Library, passed: LetThrough | None = None) -> Paged[ShownArticle]:
    """The rows of the list, read from the library as they come into view; of those alone that report what is let through."""

    def fetch(ids: list[int]) -> list[ShownArticle]:
        rows = library.article_rows(ids)
        return [ShownArticle(row.id, row.title, row.publisher, row.day, row.events, row.copy) for row in rows]

    order = library.article_order()
    return Paged(order if passed is None else order[np.isin(order, passed.articles)], fetch)


def latest_year(library: Library) -> int:
    """The year in which the newest article was published, 0 where no day is known."""
    days = library.catalogue.articles.days
    known = days[np.isfinite(days)]
    return civil(floor(known.max()))[0] if len(known) else 0


def counted_kinds(counts: dict[str, int], passing: Mapping[str, int] | None = None) -> list[Counted]:
    """Every kind that there is, in its order, and those of the library that are not known.

    `passing` is how many the other filters let through.
    """
    names = [*kinds(), *sorted(set(counts) - set(kinds()))]
    let = counts if passing is None else passing
    return [Counted(name, kind_label(name), counts.get(name, 0), name, let.get(name, 0)) for name in names]


def counted_statuses(counts: dict[str, int]) -> list[Counted]:
    """Those that occur, in their order."""
    told = ((status.value, words) for status, words in STATUSES.items())
    return [Counted(key, words.capitalize(), counts[key]) for key, words in told if counts.get(key)]


def counted_reviews(counts: dict[str, int]) -> list[Counted]:
    """Those that occur, in their order."""
    told = ((review.value, words) for review, words in REVIEWS.items())
    return [Counted(key, words.partition(" · ")[0].capitalize(), counts[key]) for key, words in told if counts.get(key)]


def counted_names(counts: dict[str, int]) -> list[Counted]:
    """Places or publishers, the most frequent first."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Counted(name, name or "Unknown", count) for name, count in order]


def undated(library: Library, most: int = MOST_UNDATED, passed: LetThrough | None = None) -> list[Undated]:
    """Events that wait for a date, the most important first, with the words that would say it; -1 is all of them."""
    found = library.undated(most, passed.undated if passed else None)
    words = library.date_words([event.id for event in found])
    return [Undated(event.id, event.kind, event.title, words[event.id]) for event in found]


def waiting_words(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The words of an article that only its publication date can tell, each once."""
    found = (one.dating.words for one in mentions if one.dating and one.dating.needs_publication and one.dating.words)
    return tuple(dict.fromkeys(found))


def guess_of(article: Article) -> Published | None:
    """The likeliest day of publication that is not certain enough to be taken."""
    return article.candidates[0] if article.candidates else None


def reason_of(guess: Published | None) -> str:
    """Why this day is offered."""
    if guess is None:
        return "No day is named in the file, in its name or in the text."
    if guess.words:
        return f"The guess: the text names {guess.words}. Pale marks on the timeline show where its events would go."
    from app.extraction.reasons import BASIS_WORDS  # brings the words of time with it

    return f"The guess is taken {BASIS_WORDS[guess.basis]}. Pale marks on the timeline show where its events would go."


def facts_of(
    article: Article,
    mentions: Sequence[Mention],
    guess: Published | None,
    found: Extraction | None,
    elsewhere: int,
    copies: str = "",
) -> ShownFacts:
    """The article in the panel; `found` is what its text would say if the guess were right; `copies` names others."""
    told = [
        ("Publisher", article.publisher or UNKNOWN),
        ("Author", article.author),
        ("Published", dates.day(article.published.day) if article.published else UNKNOWN),
        *places(article),
        ("Copies", copies),
        ("Language", language_name(article.language) or UNKNOWN),
        ("Added", article.captured.replace("T", " ").partition("+")[0]),
        ("SHA-256", f"{article.sha256[:4]} {article.sha256[4:8]} … {article.sha256[-4:]}" if article.sha256 else ""),
    ]
    return ShownFacts(
        title=article.title,
        facts=tuple((name, value) for name, value in told if value),
        needs_date=article.published is None,
        guess=dates.day(guess.day) if guess else "",
        previews=tuple(_previews(mentions, found)) if guess and found else (),
        undated_elsewhere=elsewhere if article.published is None else 0,
    )


def _previews(mentions: Sequence[Mention], found: Extraction) -> list[Preview]:
    return [Preview(event.kind, _told(event), when_text(event.when)) for event in would_be(mentions, found)]


def would_be(mentions: Sequence[Mention], found: Extraction) -> list[FoundEvent]:
    """The events among `found` that wait for a date now and would have one then."""
    waiting = {one.span for one in mentions if one.dating and one.dating.needs_publication}
    return [event for event in found.events if event.span in waiting and event.when is not None]


def _told(event: FoundEvent) -> str:
    return event.dating.words if event.dating else event.title


def card(library: Library, event: Event) -> tuple[str, str, str, str]:
    """For the card over a mark: title, date, quote with the reason, sources."""
    mentions = library.mentions_of_event(event.id)
    articles = {article.id: article for article in library.articles([one.article for one in mentions])}
    first = explaining(event, mentions, None)
    when = dates.written_out(event.when) if event.when else "No date yet"
    status = "" if event.status is Status.HAPPENED else f" · {STATUSES[event.status]}"
    why = first.dating.why if first and first.dating else ""
    names = dict.fromkeys(articles[one.article].publisher or articles[one.article].title for one in mentions)
    quote = f"“{first.quote}”" if first else ""
    return event.title, when + status, "\n".join(part for part in (quote, why) if part), ", ".join(names)


def summary(library: Library) -> str:
    """ "285 events · 23 articles · saved"."""
    counts = library.counts()
    state = "read only" if library.read_only else "saved"
    events = f"{counts.events:,} event{'' if counts.events == 1 else 's'}"
    articles = f"{counts.articles:,} article{'' if counts.articles == 1 else 's'}"
    return f"{events} · {articles} · {state}"


def let_through_words(passed: LetThrough) -> str:
    """ "28 of 29 dated events shown": what has no date is never among them; without such events "28 of 29 events shown"."""
    shown, all_dated = np.count_nonzero(passed.dated), np.count_nonzero(passed.dated | passed.there)
    dated = "dated " if passed.catalogue.seen[passed.catalogue.dated :].any() else ""
    return f"{shown:,} of {all_dated:,} {dated}event{'' if all_dated == 1 else 's'} shown"


def when_text(when: When | None) -> str:
    """For the margin and the lists."""
    return dates.written(when) if when else "no date"


def previewed(library: Library, article: int, found: Extraction) -> list[tuple[Event, When]]:
    """The events of an article that wait for its date, and when they would be."""
    mentions = library.mentions_of_article(article)
    by_span = {one.span: one.event for one in mentions}
    pairs = [(by_span[event.span], event.when) for event in would_be(mentions, found)]
    events = {event.id: event for event in library.events([one for one, _ in pairs])}
    return [(events[one], when) for one, when in pairs if when is not None and events[one].when is None]


def undated_in(library: Library, mentions: Sequence[Mention]) -> int:
    """How many events of an article have no date."""
    events = library.events(sorted({one.event for one in mentions}))
    return sum(event.when is None and event.review.value != "rejected" for event in events)


def shown_rows(library: Library, ids: Sequence[int]) -> list[ShownRow]:
    """What the table says of events; one that went a moment ago is an empty row until all are shown anew."""
    events = {event.id: event for event in library.events(ids)}
    found = library.catalogue
    places = found.rows.rows(np.asarray(ids, np.int64)).tolist()
    counts = [int(found.events.sources[place]) if place >= 0 else 0 for place in places]
    return [_row(events.get(one, Event(one, "other", "", None)), count) for one, count in zip(ids, counts, strict=True)]


def _row(event: Event, sources: int) -> ShownRow:
    return ShownRow(
        event.id,
        event.kind,
        event.title,
        event.when,
        event.status,
        event.review,
        event.places,
        sources,
        event.importance,
    )

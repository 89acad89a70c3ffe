"""Changes that bring articles and events into a library or take articles out of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from storage.model import (
    Article,
    Correction,
    Dating,
    Event,
    Extraction,
    FoundEvent,
    Mention,
    Review,
    Row,
    Span,
    Status,
    When,
)
from storage.steps import Change, Step, change

BY_HAND = "by_hand"
"""The rule of a Dating that a person gave and no words say: such events are never looked for in the text again."""


def add_articles(found: Sequence[tuple[Article, Extraction]], ids: Iterator[int]) -> Change:
    """Put articles with everything found in them into the library; they and their events get ids of their own."""
    rows: list[Row] = []
    for article, extraction in found:
        rows += article_rows(replace(article, id=next(ids)), extraction, {}, ids)
    return change(name_of_adding(len(found)), map(added, rows))


def article_rows(article: Article, extraction: Extraction, told: Mapping[int, int], ids: Iterator[int]) -> list[Row]:
    """An article with its events. `told` are those that another copy of the same report has told of: by their place among
    the found ones the event that is in the library, which gets other mentions and is not doubled.
    """
    rows: list[Row] = [article]
    for place, one in enumerate(extraction.events):
        event = told.get(place)
        rows += rows_of(one, article, ids) if event is None else mentions_of(one, event, article, ids)
    return rows


def name_of_adding(articles: int) -> str:
    """What menus call it."""
    return "Add the article" if articles == 1 else f"Add {articles:,} articles"


def rows_of(found: FoundEvent, article: Article, ids: Iterator[int]) -> list[Row]:
    """An event and its mentions as they are stored; the first mention carries the date."""
    event = Event(
        next(ids), found.kind, found.title, found.when, found.status, found.places, importance=found.importance
    )
    return [event, *mentions_of(found, event.id, article, ids)]


def mentions_of(found: FoundEvent, event: int, article: Article, ids: Iterator[int]) -> list[Mention]:
    """The mentions alone, of an event that has its row; the first carries the date."""
    first = Mention(next(ids), event, article.id, found.span, found.span.of(article.text), found.when, found.dating)
    return [first, *(further_mention(event, article, span, ids) for span in found.mentions)]


def further_mention(event: int, article: Article, span: Span, ids: Iterator[int]) -> Mention:
    """Other words of the article that report the same event; they date nothing."""
    return Mention(next(ids), event, article.id, span, span.of(article.text))


def add_event(
    article: Article,
    span: Span,
    kind: str,
    title: str,
    when: When | None,
    ids: Iterator[int],
    status: Status = Status.HAPPENED,
    places: tuple[str, ...] = (),
) -> Change:
    """Make an event of words that a person selected. It counts as confirmed; reading the article again leaves it alone."""
    if not 0 <= span.start < span.end <= len(article.text):
        raise ValueError(f"{span} lies outside the text")
    event = Event(next(ids), kind, title, when, status, places, Review.CONFIRMED)
    dating = Dating("", None, BY_HAND, "added by you")
    mention = Mention(next(ids), event.id, article.id, span, span.of(article.text), when, dating)
    return change("Add an event", [added(event), added(mention)])


def is_by_hand(mention: Mention) -> bool:
    """Whether a person made the event out of these words."""
    return mention.dating is not None and mention.dating.rule == BY_HAND


def remove_article(
    article: Article, events: Sequence[Event], mentions: Sequence[Mention], corrections: Sequence[Correction]
) -> Change:
    """Take an article out, with what only it reports. `mentions` are all of its events', those of other articles too."""
    own = [mention for mention in mentions if mention.article == article.id]
    gone = only_in(article.id, events, mentions)
    rows: list[Row] = [article, *own, *gone, *corrections_of(gone, corrections)]
    return change("Remove the article", map(removed, rows))


def only_in(article: int, events: Iterable[Event], mentions: Iterable[Mention]) -> list[Event]:
    """The events that no other article reports."""
    elsewhere = Counter(mention.event for mention in mentions if mention.article != article)
    return [event for event in events if not elsewhere[event.id]]


def corrections_of(events: Iterable[Event], corrections: Iterable[Correction]) -> list[Correction]:
    """Those of the given events."""
    ids = {event.id for event in events}
    return [one for one in corrections if one.event in ids]


def added(row: Row) -> Step:
    """The step by which a row comes."""
    return Step(None, row)


def removed(row: Row) -> Step:
    """The step by which a row goes."""
    return Step(row, None)

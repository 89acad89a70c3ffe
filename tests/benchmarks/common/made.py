"""Events that nobody reported, for measurements: clustered in time as news is, and the same on every machine."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from resources.kinds import kinds
from storage.model import Article, Basis, Event, Mention, Precision, Published, Review, Span, Status, When
from storage.moment import Moment, day_number

FIRST, LAST = day_number(2005, 1, 1), day_number(2025, 1, 1)
CLUSTERS = 40
LONE = 0.1
"""The share of events outside all clusters."""
INTERVALS, DAYS = 0.15, 0.80
UNDATED = 0.002
TITLE = 60
PLACES, PUBLISHERS, WORDS = 400, 250, 3000
_SYLLABLES = [
    "ba",
    "ke",
    "li",
    "mo",
    "ru",
    "sa",
    "te",
    "vi",
    "no",
    "da",
    "ger",
    "tal",
    "min",
    "hor",
    "pes",
    "lan",
    "dov",
    "kir",
    "nas",
    "ule",
]


@dataclass(frozen=True, slots=True)
class Story:
    """An article with its events and their mentions; every id is given once."""

    article: Article
    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]


@cache
def words() -> tuple[str, ...]:
    """Made-up words, the frequent ones first."""
    chance = np.random.default_rng(7)
    made = ("".join(chance.choice(_SYLLABLES, chance.integers(2, 4))) for _ in range(3 * WORDS))
    return tuple(dict.fromkeys(made))[:WORDS]


def stories(events: int, seed: int = 1) -> Iterator[Story]:
    """So many events in a tenth as many articles, in the order of their ids; every fifth has a second report."""
    chance = np.random.default_rng(seed)
    whens, each = _whens(events, chance), 10
    kind = chance.choice(list(kinds()), events)
    status = chance.choice(list(Status), events, p=[0.8, 0.05, 0.08, 0.04, 0.03])
    review = chance.choice(list(Review), events, p=[0.85, 0.08, 0.05, 0.02])
    place = chance.zipf(1.4, (events, 2)) % PLACES
    often = 1 / (np.arange(WORDS) + 20)
    word = chance.choice(WORDS, (events, 12), p=often / often.sum())
    undated = chance.random(events) < UNDATED
    weight = chance.random(events).round(3)
    one, article = 1, None
    for first in range(0, events, each):
        rows = range(first, min(first + each, events))
        titles = [_title(word[row]) for row in rows]
        text = "\n".join(f"{title} was reported by those who saw it." for title in titles)
        day = max(whens[row].latest.day for row in rows)  # type: ignore[union-attr]
        published = Published(Moment(day), Basis.METADATA)
        publisher = f"{words()[int(chance.zipf(1.3)) % PUBLISHERS].title()} Post"
        before = article or Article(one, text, "")
        article = Article(one, text, titles[0], publisher, published=published, captured="2026-01-01T00:00:00+00:00")
        first_line = Span(0, before.text.index("\n"))
        made, told, at, one = [], [], 0, one + 1
        for row, title in zip(rows, titles, strict=True):
            places = tuple(dict.fromkeys(words()[number].title() for number in place[row][: 1 + row % 2]))
            when, state = None if undated[row] else whens[row], Status(status[row])
            event = Event(one, str(kind[row]), title, when, state, places, Review(review[row]), "", float(weight[row]))
            span = Span(at, text.index("\n", at) if "\n" in text[at:] else len(text))
            made.append(event)
            told.append(Mention(one + 1, one, article.id, span, span.of(text), whens[row]))
            if row % 5 == 0:
                told.append(Mention(one + 2, one, before.id, first_line, first_line.of(before.text), whens[row]))
            one += 3
            at = span.end + 1
        yield Story(article, tuple(made), tuple(told))


def _title(numbers: np.ndarray) -> str:  # type: ignore[type-arg]
    text = " ".join(words()[number] for number in numbers)
    return text[:1].upper() + text[1:TITLE].rstrip().ljust(TITLE - 1, "e")


def _whens(events: int, chance: np.random.Generator) -> list[When]:
    centres = chance.integers(FIRST, LAST, CLUSTERS)
    widths = chance.uniform(3, 60, CLUSTERS)
    weights = chance.dirichlet(np.full(CLUSTERS, 0.7))
    cluster = chance.choice(CLUSTERS, events, p=weights)
    day = np.where(
        chance.random(events) < LONE,
        chance.integers(FIRST, LAST, events),
        chance.normal(centres[cluster], widths[cluster]).round(),
    ).astype(int)
    sort, minute = chance.random(events), chance.integers(0, 1440, events)
    length = chance.geometric(0.05, events)
    approximate = chance.random(events) < 0.1
    return [
        _when(*one)
        for one in zip(day.tolist(), sort.tolist(), minute.tolist(), length.tolist(), approximate.tolist(), strict=True)
    ]


def _when(day: int, sort: float, minute: int, length: int, approximate: bool) -> When:
    if sort < INTERVALS:
        return When(Moment(day), Moment(day + length), Precision.INTERVAL, approximate)
    if sort < INTERVALS + DAYS:
        return When(Moment(day), Moment(day), Precision.DAY, approximate)
    return When(Moment(day, minute), Moment(day, minute), Precision.MINUTE)

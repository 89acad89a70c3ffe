"""An article gets another day of publication: its text was read again, and what is stored follows what is found now.

What a person has set, confirmed or rejected stays. Events keep their ids, so that a selection survives.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from storage import fields
from storage.adding import added, further_mention, is_by_hand, removed, rows_of
from storage.model import (
    Article,
    Basis,
    Correction,
    Event,
    Extraction,
    FoundEvent,
    Mention,
    Published,
    Review,
)
from storage.steps import Change, Step, change

_FOUND_FIELDS = ("kind", "title", "when", "status", "places")


@dataclass(frozen=True, slots=True)
class Stored:
    """An event with everything that is known of it; `own` is its first mention in the article that is dated."""

    event: Event
    own: Mention
    mentions: tuple[Mention, ...]
    corrections: dict[str, Correction]

    @property
    def kinds(self) -> set[str]:
        """Its kind, and the one that was found where a person has set another."""
        pinned = self.corrections.get("kind")
        return {self.event.kind, pinned.found} if pinned else {self.event.kind}

    @property
    def touched(self) -> bool:
        """Whether a person or another article has a part in it, so that it must not vanish."""
        elsewhere = any(one.article != self.own.article for one in self.mentions)
        said = self.event.review is not Review.FOUND or bool(self.event.note) or bool(self.corrections)
        return elsewhere or said or is_by_hand(self.own)


def date_article(
    article: Article,
    published: Published | None,
    found: Extraction,
    events: Sequence[Event],
    mentions: Sequence[Mention],
    corrections: Sequence[Correction],
    ids: Iterator[int],
) -> Change:
    """Set or take away the day of publication. `found` is the text read with it; `mentions` are all of the events'."""
    stored = _stored(article.id, events, mentions, corrections)
    pairs = match(found.events, stored)
    steps = [Step(article, _published(article, published))]
    for index, one in enumerate(found.events):
        if index in pairs:
            steps += _updated(pairs[index], one, article, ids)
        else:
            steps += map(added, rows_of(one, article, ids))
    kept = {one.event.id for one in pairs.values()}
    lost = [one for one in stored if one.event.id not in kept and not one.touched]
    for gone in lost:
        steps += [removed(gone.event), *(removed(mention) for mention in gone.mentions)]
    return change("Set the publication date" if published else "Remove the publication date", steps)


def _published(article: Article, published: Published | None) -> Article:
    """The day that the file suggested stays among the candidates, to be chosen again."""
    old = article.published
    candidates = article.candidates
    if old and old.basis is not Basis.USER and old != published and old not in candidates:
        candidates = (old, *candidates)
    return replace(article, published=published, candidates=candidates)


def _stored(
    article: int, events: Iterable[Event], mentions: Iterable[Mention], corrections: Iterable[Correction]
) -> list[Stored]:
    of_event: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda one: one.id):
        of_event[mention.event].append(mention)
    pinned: dict[int, dict[str, Correction]] = defaultdict(dict)
    for one in corrections:
        pinned[one.event][one.field] = one
    stored = []
    for event in events:
        own = [mention for mention in of_event[event.id] if mention.article == article]
        if own:
            stored.append(Stored(event, own[0], tuple(of_event[event.id]), pinned[event.id]))
    return stored


def match(found: Sequence[FoundEvent], stored: Sequence[Stored]) -> dict[int, Stored]:
    """Which stored event each found one is, by its index: same kind and common words first, then the very same words."""
    pairs: dict[int, Stored] = {}
    taken: set[int] = set()
    for _, index, one in sorted(_candidates(found, stored), key=lambda pair: (pair[0], pair[1], pair[2].event.id)):
        if index not in pairs and one.event.id not in taken:
            pairs[index] = one
            taken.add(one.event.id)
    return pairs


def _candidates(found: Sequence[FoundEvent], stored: Sequence[Stored]) -> Iterator[tuple[tuple[int, int], int, Stored]]:
    """Pairs that could be the same with their rank, lower is likelier: one sweep along the text."""
    waiting = sorted(stored, key=lambda one: one.own.span, reverse=True)
    near: list[Stored] = []
    for index, event in sorted(enumerate(found), key=lambda pair: pair[1].span):
        while waiting and waiting[-1].own.span.start < event.span.end:
            near.append(waiting.pop())
        near = [one for one in near if one.own.span.end > event.span.start]
        for one in near:
            rank = _rank(event, one)
            if rank is not None:
                yield rank, index, one


def _rank(found: FoundEvent, stored: Stored) -> tuple[int, int] | None:
    """The very same words come first, then those with most characters in common, then words of another kind."""
    span, own = found.span, stored.own.span
    if found.kind in stored.kinds and span.overlaps(own):
        return (0, 0) if span == own else (1, max(span.start, own.start) - min(span.end, own.end))
    return (2, 0) if span == own else None


def _updated(stored: Stored, found: FoundEvent, article: Article, ids: Iterator[int]) -> Iterator[Step]:
    """The event as it is found now, but for what a person made or set."""
    if is_by_hand(stored.own):
        return
    quote = found.span.of(article.text)
    yield Step(stored.own, replace(stored.own, span=found.span, quote=quote, when=found.when, dating=found.dating))
    yield from _further(stored, found, article, ids)
    if stored.own != stored.mentions[0]:
        return  # another article told of it first, and its word stands
    free: dict[str, Any] = {name: getattr(found, name) for name in _FOUND_FIELDS if name not in stored.corrections}
    yield Step(stored.event, replace(stored.event, importance=found.importance, **free))
    for name, pinned in stored.corrections.items():
        yield Step(pinned, replace(pinned, found=fields.write(name, getattr(found, name))))


def _further(stored: Stored, found: FoundEvent, article: Article, ids: Iterator[int]) -> Iterator[Step]:
    """The other words of this article that report it."""
    old = [one for one in stored.mentions if one.article == article.id and one != stored.own]
    spans = {one.span for one in old}
    yield from (removed(one) for one in old if one.span not in found.mentions and not is_by_hand(one))
    new = (span for span in found.mentions if span not in spans)
    yield from (added(further_mention(stored.event.id, article, span, ids)) for span in new)

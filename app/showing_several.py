"""From several events of a library to what the panel and the clipboard say of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.showing import counted_kinds
from storage.columns import REVIEWS, Columns
from storage.model import Event, Review, Status
from widgets import dates
from widgets.shown import ShownSeveral
from widgets.timeline.measured import days_words, length_words
from widgets.words import STATUSES, kind_label

if TYPE_CHECKING:
    from storage.library import Library


def shown_several(library: Library, events: Sequence[int]) -> ShownSeveral:
    """How many they are, over what time and of which kinds; they may be a million."""
    catalogue = library.catalogue
    rows = catalogue.rows.rows(np.asarray(events, dtype=np.int64))
    found, dated = (
        catalogue.events.take(rows[rows >= 0]),
        catalogue.events.take(rows[(rows >= 0) & (rows < catalogue.dated)]),
    )
    counts = np.bincount(found.kind, minlength=len(found.kinds)).tolist()
    kinds = counted_kinds({name: count for name, count in zip(found.kinds, counts, strict=True) if count})
    when, length = _time(dated, len(found) - len(dated))
    rejected = bool((found.review == REVIEWS.index(Review.REJECTED)).all())
    return ShownSeveral(tuple(events), when, length, tuple(one for one in kinds if one.count), rejected)


def _time(columns: Columns, undated: int) -> tuple[str, str]:
    """From the first moment to the last that is known, and how long that is."""
    ends = np.concatenate((columns.start, columns.end))
    known = ends[np.isfinite(ends)]
    if not len(known):
        return "No date yet", ""
    first, last = float(known.min()), float(known.max())
    opens = [word for word, side in (("earlier", columns.start), ("later", columns.end)) if np.isinf(side).any()]
    parts = [length_words(first, last)]
    if opens:
        parts.append(f"some reach {' and '.join(opens)}")
    if undated:
        parts.append(f"{undated:,} without a date")
    return days_words(first, last), " · ".join(parts)


def copied(library: Library, events: Sequence[int]) -> str:
    """A paragraph for each event in the order given: its date and title, where it was, and who says so in which words."""
    return "\n\n".join(_told(library, event) for event in library.events(events))


def _told(library: Library, event: Event) -> str:
    when = dates.written_out(event.when) if event.when else "No date"
    status = "" if event.status is Status.HAPPENED else f" ({STATUSES[event.status]})"
    place = f", {', '.join(event.places)}" if event.places else ""
    lines = [f"{when}: {event.title}{status}", f"{kind_label(event.kind)}{place}"]
    mentions = library.mentions_of_event(event.id)
    articles = {one.id: one for one in library.articles([mention.article for mention in mentions])}
    for mention in mentions:
        article = articles[mention.article]
        told = ", ".join(part for part in (article.publisher or article.title, article.url) if part)
        day = f", {dates.day(article.published.day)}" if article.published else ""
        lines.append(f"“{mention.quote}” – {told}{day}")
    return "\n".join(lines)

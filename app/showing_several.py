"""From several events of a library to what the panel and the clipboard say of them."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from app.showing import counted_kinds
from storage.columns import REVIEWS, Columns
from storage.library import Library
from storage.model import Event, Review, Status
from widgets import dates
from widgets.shown import ShownSeveral
from widgets.timeline.measured import days_words, length_words
from widgets.words import STATUSES, kind_label


def shown_several(library: Library, events: Sequence[int]) -> ShownSeveral:
    """How many they are, over what time and of which kinds. Dated ones are counted in columns: they may be a million."""
    columns = library.columns(np.asarray(events, dtype=np.int64))
    rest = library.events(np.setdiff1d(events, columns.ids).tolist() if len(columns) < len(events) else ())
    codes, numbers = np.unique(columns.kind, return_counts=True)
    counts = Counter(
        {columns.kinds[code]: number for code, number in zip(codes.tolist(), numbers.tolist(), strict=True)}
    )
    counts.update(event.kind for event in rest)
    when, length = _time(columns, len(rest))
    gone = int(np.count_nonzero(columns.review == REVIEWS.index(Review.REJECTED)))
    gone += sum(event.review is Review.REJECTED for event in rest)
    kinds = tuple(one for one in counted_kinds(dict(counts)) if one.count)
    return ShownSeveral(tuple(events), when, length, kinds, gone == len(columns) + len(rest))


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

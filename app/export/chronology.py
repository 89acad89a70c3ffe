"""A figure in words, for those who do not see it: its events in the order of time."""

from collections.abc import Sequence

import numpy as np

from app.export.readable import readable
from storage.columns import Columns
from storage.library import Library
from storage.model import Event, Status
from widgets.dates import written
from widgets.words import STATUSES, kind_label

MOST = 150
"""The most important events are told; more than so many nobody listens to."""
LONGEST = 160


def chronology(library: Library, columns: Columns, title: str, time: str) -> str:
    """ "Timeline “Aleppo”, 12–24 December 2016, 24 events. Mon 12 Dec 2016: Sheikh Saeed taken (capture). …" """
    count = len(columns)
    kept = np.sort(np.lexsort((columns.ids, -columns.importance))[:MOST])
    told = " ".join(map(_line, library.events(columns.ids[kept].tolist())))
    head = ", ".join(filter(None, [f"Timeline “{title}”" if title else "Timeline", time, _events(count)]))
    rest = f" {count - len(kept):,} less important events are not named here." if count > len(kept) else ""
    return f"{head}. {told}{rest}".strip()


def _events(count: int) -> str:
    return "no dated events" if not count else f"{count:,} event{'' if count == 1 else 's'}"


def _line(event: Event) -> str:
    when = written(event.when) if event.when else "No date"
    facts: Sequence[str] = [kind_label(event.kind).lower()]
    if event.status is not Status.HAPPENED:
        facts = [*facts, STATUSES[event.status]]
    return f"{when}: {readable(event.title, LONGEST)} ({', '.join(facts)})."

"""The order of the event table: by time as the timeline has it, or by any other column, a million rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Catalogue
from storage.model import Event
from storage.steps import Change
from storage.title_order import folded
from widgets.words import kind_label

if TYPE_CHECKING:
    from storage.library import Library

Keys = NDArray[np.float64]
Rows = NDArray[np.int64]

BY_COLUMN: dict[str, Callable[[Catalogue], NDArray[Any]]] = {
    "date": lambda found: _known(np.arange(len(found.events)) < found.dated, np.arange(len(found.events))),
    "end": lambda found: found.events.end,
    "kind": lambda found: _ranks([kind_label(name) for name in found.events.kinds])[found.events.kind],
    "status": lambda found: found.events.status,
    "review": lambda found: found.events.review,
    "places": lambda found: np.append(_ranks(found.places.names), np.nan)[found.first_place],
    "sources": lambda found: found.events.sources,
    "importance": lambda found: found.events.importance,
}
"""What the events of a catalogue are sorted by, by the key of a column; NaN where nothing is known. Titles stand apart."""


class TableOrder:
    """Remembers how titles are ordered, which takes long to find out, until one of them changes."""

    def __init__(self) -> None:
        self._titles: tuple[Library, NDArray[np.int64]] | None = None

    def told(self, change: Change | None) -> None:
        """Something was changed in the library, None for an import."""
        if change is None or any(_title(step.before) != _title(step.after) for step in change.steps):
            self._titles = None

    def rows(self, library: Library, shown: NDArray[np.bool_], by: str, descending: bool) -> Rows:
        """The rows of the library's catalogue that are shown, in order; what a column does not know comes last either way.

        What is alike stands in the order of time.
        """
        found = library.catalogue
        keys = self._title_keys(library) if by == "title" else BY_COLUMN[by](found)
        return ordered(np.flatnonzero(shown), keys.astype(np.float64), descending)

    def _title_keys(self, library: Library) -> Keys:
        found = library.catalogue
        if self._titles is None or self._titles[0] is not library or len(self._titles[1]) != len(found.events):
            self._titles = library, library.title_order()
        keys, rows = np.full(len(found.events), np.nan), found.rows.rows(self._titles[1])
        keys[rows[rows >= 0]] = np.flatnonzero(rows >= 0)
        return keys


def ordered(rows: Rows, keys: Keys, descending: bool) -> Rows:
    """Some rows by their keys; those whose key is NaN last."""
    here = keys[rows]
    known = ~np.isnan(here)
    first, wanted = rows[known], here[known]
    return np.concatenate((first[np.argsort(-wanted if descending else wanted, kind="stable")], rows[~known]))


def _known(known: NDArray[np.bool_], keys: NDArray[Any]) -> Keys:
    return np.where(known, keys, np.nan)


def _ranks(names: Sequence[str]) -> Keys:
    """The place of each name among all in the order of letters."""
    ranks = np.empty(len(names), np.float64)
    ranks[sorted(range(len(names)), key=lambda number: folded(names[number]))] = np.arange(len(names))
    return ranks


def _title(row: object) -> str | None:
    return row.title if isinstance(row, Event) else None

"""Where ids stand in an array."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

DENSE = 8
"""A table by id may be so many times as long as the array: ids are counted up over all tables of a library."""


class Lookup:
    """Rows by id. Ids are given out in turn, so a table by id is small; where they are not, they are sorted."""

    def __init__(self, ids: NDArray[Any]) -> None:
        self._ids = ids
        highest = int(ids.max(initial=0))
        self._dense = bool(int(ids.min(initial=0)) >= 0 and highest < DENSE * len(ids) + 1_000_000)
        if self._dense:
            self._table = np.full(highest + 1, -1, np.int32)
            self._table[ids] = np.arange(len(ids), dtype=np.int32)
        else:
            self._table = np.argsort(ids, kind="stable").astype(np.int32)

    def rows(self, wanted: NDArray[Any]) -> NDArray[np.int64]:
        """The row of each id, -1 for one that is not there."""
        if not len(self._ids):
            return np.full(len(wanted), -1, np.int64)
        if self._dense:
            here = (wanted >= 0) & (wanted < len(self._table))
            return np.where(here, self._table[np.where(here, wanted, 0)], -1).astype(np.int64)
        place = np.searchsorted(self._ids, wanted, sorter=self._table).clip(0, len(self._ids) - 1)
        found = self._table[place]
        return np.where(self._ids[found] == wanted, found, -1).astype(np.int64)


def distinct(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each value once, in order: `np.unique` puts them into a table first, which takes ten times as long."""
    ordered = np.sort(values)
    return ordered[np.flatnonzero(np.diff(ordered, prepend=ordered[:1] - 1))]

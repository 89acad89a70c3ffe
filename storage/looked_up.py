"""The catalogue of an open library and what is worked out from it, until something changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage import counts, kept, lanes
from storage.catalogue import Catalogue
from storage.columns import Columns
from storage.counts import Counts
from storage.lanes import LaneKeys

if TYPE_CHECKING:
    from storage.file import File

LATE = 1000
"""So many changes are read beside the catalogue that is kept; after more it is written anew when the library is closed."""


class LookedUp:
    """Each is worked out when it is asked for, and anew only after a change."""

    def __init__(self, db: File) -> None:
        self._db = db
        self._catalogue: tuple[Catalogue, int] | None = None
        self._elsewhere = 0
        self._counts: tuple[Catalogue, Counts] | None = None
        self._lanes: tuple[Catalogue, str, LaneKeys] | None = None

    @property
    def catalogue(self) -> Catalogue:
        """As the library is now; the same object until something changes."""
        elsewhere = self._db.changes_elsewhere()
        if self._catalogue is None or elsewhere != self._elsewhere:
            self._catalogue, self._elsewhere = kept.load(self._db), elsewhere
        found, known = self._catalogue
        last = kept.last_stale(self._db)
        if last != known:
            self._catalogue = kept.fresh(self._db, found, known, last), last
        return self._catalogue[0]

    @property
    def should_be_kept(self) -> bool:
        """Whether reading it next time would take long, as the file is."""
        late = kept.count_stale(self._db)
        return late > LATE or (not kept.is_kept(self._db) and kept.is_large(self._db))

    @property
    def counts(self) -> Counts:
        """How many events there are of each sort."""
        found = self.catalogue
        if self._counts is None or self._counts[0] is not found:
            self._counts = found, counts.count(found)
        return self._counts[1]

    def lanes_of(self, columns: Columns, by: str) -> LaneKeys:
        """Which lane each row belongs to; those of the whole catalogue are remembered."""
        found = self.catalogue
        if columns is not found.columns:
            return lanes.lanes_of(self._db, found, columns, by)
        if self._lanes is None or self._lanes[:2] != (found, by):
            self._lanes = found, by, lanes.lanes_of(self._db, found, columns, by)
        return self._lanes[2]

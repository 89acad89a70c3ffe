"""The events that the filters let through, as all panes show them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Catalogue
from storage.columns import Columns
from storage.counts import counted


@dataclass(frozen=True, slots=True, eq=False)
class LetThrough:
    """A catalogue, and for each of its events whether the filters let it through."""

    catalogue: Catalogue
    mask: NDArray[np.bool_]

    @property
    def columns(self) -> Columns:
        """All dated events of the library, whether they are let through or not: the same object for all filters."""
        return self.catalogue.columns

    @property
    def dated(self) -> NDArray[np.bool_]:
        """For each row of `columns` whether it is let through."""
        return self.mask[: self.catalogue.dated]

    @property
    def there(self) -> NDArray[np.bool_]:
        """For each row of `columns` whether it is no rejected one."""
        seen: NDArray[np.bool_] = self.catalogue.seen[: self.catalogue.dated]
        return seen

    @property
    def held_back(self) -> int:
        """How many dated events, rejected ones aside, the filters hold back."""
        return int(np.count_nonzero(self.there & ~self.dated))

    @property
    def kinds(self) -> Mapping[str, int]:
        """How many events of each kind are let through, with a date or without; rejected ones are not counted, as elsewhere."""
        events = self.catalogue.events
        return counted(events.kind[self.mask & self.catalogue.seen], events.kinds)

    @property
    def articles(self) -> NDArray[np.int64]:
        """The articles that report an event which is let through, by their ids."""
        _, rows, reporters = self.catalogue.linked
        there = np.zeros(len(self.catalogue.articles.ids), np.bool_)
        there[reporters[self.mask[rows]]] = True
        return self.catalogue.articles.ids[there]

    @property
    def undated(self) -> NDArray[np.bool_]:
        """For each event without a date whether it is let through and no rejected one."""
        first = self.catalogue.dated
        there: NDArray[np.bool_] = self.mask[first:] & self.catalogue.seen[first:]
        return there

    @property
    def waiting(self) -> int:
        """How many those are."""
        return int(np.count_nonzero(self.undated))

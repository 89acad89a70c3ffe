"""The events that the filters let through, as all panes show them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Catalogue
from storage.columns import Columns


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

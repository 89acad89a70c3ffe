"""Rows of a long list that are read when they are shown: a list of a hundred thousand costs what one of fifty does. No Qt."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Row = TypeVar("Row")
PAGE = 64
PAGES = 32
"""So many pages are kept."""


class Paged(Sequence[Row], Generic[Row]):
    """The rows of ids in their order; `fetch` gives those of some ids, which must all be there, in the same order."""

    def __init__(self, ids: "NDArray[np.int64]", fetch: Callable[[list[int]], Sequence[Row]]) -> None:
        self.ids, self._fetch = ids, fetch
        self._pages: dict[int, Sequence[Row]] = {}

    def __len__(self) -> int:
        return len(self.ids)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        """The row at a place; its neighbours are read with it."""
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        number, within = divmod(place % len(self), PAGE)
        if number not in self._pages:
            if len(self._pages) >= PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._fetch(self.ids[number * PAGE : (number + 1) * PAGE].tolist())
        return self._pages[number][within]

    def place_of(self, one: int) -> int | None:
        """Where an id is."""
        found = (self.ids == one).nonzero()[0]
        return int(found[0]) if len(found) else None

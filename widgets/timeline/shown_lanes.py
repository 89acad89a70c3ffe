"""What the lanes hold that are shown: the events that are let through, arranged, and if wanted the others as ghosts. No Qt."""

import numpy as np
from numpy.typing import NDArray

from storage.columns import REVIEWS, Columns, Lanes
from storage.model import Review
from widgets.timeline.arrangement import Arrangement, arranged_index
from widgets.timeline.index import EventIndex, build_index

REJECTED = REVIEWS.index(Review.REJECTED)


class ShownLanes:
    """`index` and `ghosts` are of the lanes as they are arranged; `every` has all lanes in their own order."""

    def __init__(self) -> None:
        self.arrangement = Arrangement()
        self.faint = False
        """Whether what is filtered out is seen."""
        self._given: tuple[Columns, Lanes, NDArray[np.bool_] | None] = (no_columns(), no_lanes(), None)
        self.every = self.index = build_index(no_columns(), no_lanes())
        self.ghosts: EventIndex | None = None
        self._every_ghost: EventIndex | None = None

    def set_events(self, columns: Columns, lanes: Lanes, shown: NDArray[np.bool_] | None) -> None:
        """Other events; `shown` says which of the rows are let through, None for all."""
        self._given = columns, lanes, shown
        self.every, self._every_ghost = build_index(columns, lanes, shown), None
        self._arrange()

    def arrange(self, arrangement: Arrangement) -> None:
        """The lanes in this order, some of them folded or not at all."""
        self.arrangement = arrangement
        self._arrange()

    def set_faint(self, faint: bool) -> None:
        """Let what is filtered out be seen as pale ghosts, or not at all."""
        self.faint = faint
        self._arrange()

    def _arrange(self) -> None:
        plain = self.arrangement.plain
        self.index = self.every if plain else arranged_index(self.every, self.arrangement)
        self.ghosts = self._haunted()

    def _haunted(self) -> EventIndex | None:
        """The index of what is filtered out, made when it is wanted for the first time."""
        columns, lanes, shown = self._given
        if not self.faint or shown is None or shown.all():
            return None
        if self._every_ghost is None:
            self._every_ghost = build_index(columns, lanes, ~shown & (columns.review != REJECTED))
        return arranged_index(self._every_ghost, self.arrangement)


def no_columns() -> Columns:
    """Columns without an event."""
    whole, part = np.empty(0, np.int64), np.empty(0, np.float64)
    small = np.empty(0, np.int8)
    return Columns(
        whole, part, part, np.empty(0, np.int16), small, small, small, np.empty(0, np.float32), np.empty(0, np.int32),
        np.empty(0, np.uint8), (),
    )  # fmt: skip


def no_lanes() -> Lanes:
    """No lane."""
    return Lanes((), np.empty(0, np.int32))

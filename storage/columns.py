"""Events as numpy columns: what the timeline, the filters and the counts work on, a million rows at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntFlag
from typing import Any

import numpy as np
from numpy.typing import NDArray

from storage.model import Precision, Review, Status

STATUSES = tuple(Status)
PRECISIONS = tuple(Precision)
REVIEWS = tuple(Review)


class Mark(IntFlag):
    """What else is drawn at an event."""

    APPROXIMATE = 1
    DISAGREE = 2
    """Its sources give different dates."""
    PREVIEW = 4
    """Not in the library yet: shown pale."""


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Dated events sorted by `start`. Times are days since 1970-01-01 on the clock of the place.

    `end` is exclusive (a day's event ends at the next midnight); -inf and inf are open ends. `kind` indexes `kinds`;
    `status`, `precision` and `review` index STATUSES, PRECISIONS and REVIEWS; `sources` counts reports.
    """

    ids: NDArray[np.int64]
    start: NDArray[np.float64]
    end: NDArray[np.float64]
    kind: NDArray[np.int16]
    status: NDArray[np.int8]
    precision: NDArray[np.int8]
    review: NDArray[np.int8]
    importance: NDArray[np.float32]
    sources: NDArray[np.int32]
    marks: NDArray[np.uint8]
    kinds: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, chosen: NDArray[Any] | slice) -> "Columns":
        """The rows that a boolean mask, an index array or a slice chooses, in the same order; a slice copies nothing."""
        return Columns(
            self.ids[chosen],
            self.start[chosen],
            self.end[chosen],
            self.kind[chosen],
            self.status[chosen],
            self.precision[chosen],
            self.review[chosen],
            self.importance[chosen],
            self.sources[chosen],
            self.marks[chosen],
            self.kinds,
        )


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """One lane: its label, the kind whose glyph and colour it carries ("" for none), and how many events it has unfiltered."""

    key: str
    label: str
    kind: str
    total: int
    folded: bool = False
    """Whether it is drawn as one low row."""
    gathers: int = 0
    """How many lanes, for which there are too many, share this one."""


@dataclass(frozen=True, slots=True, eq=False)
class Lanes:
    """The lanes from top to bottom, and for each row of the columns the index of its lane, -1 where none is shown for it."""

    lanes: tuple[Lane, ...]
    of_row: NDArray[np.int32]


TitlesOf = Callable[[Sequence[int]], dict[int, str]]
"""Titles of events by id; asked only for what is drawn."""

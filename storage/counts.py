"""How many events there are of each sort: the numbers beside the filters."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Catalogue
from storage.columns import REVIEWS, STATUSES


@dataclass(frozen=True, slots=True)
class Counts:
    """Rejected events are counted in `reviews` only. `sources` are publishers, "" where none is known."""

    kinds: dict[str, int]
    statuses: dict[str, int]
    reviews: dict[str, int]
    places: dict[str, int]
    sources: dict[str, int]
    events: int
    articles: int
    undated: int


def count(catalogue: Catalogue) -> Counts:
    """The most frequent first in each."""
    events, seen, (placed, places) = catalogue.events, catalogue.seen, catalogue.placed
    rows, publishers = catalogue.published
    return Counts(
        counted(events.kind[seen], events.kinds),
        counted(events.status[seen], STATUSES),
        counted(events.review, REVIEWS),
        counted(places[seen[placed]], catalogue.places.names),
        counted(publishers[seen[rows]], catalogue.articles.publishers),
        int(np.count_nonzero(seen)),
        len(catalogue.articles.ids),
        int(np.count_nonzero(seen[catalogue.dated :])),
    )


def counted(codes: NDArray[np.integer], names: Sequence[str]) -> dict[str, int]:
    """How often each name stands there by its code, the most frequent first."""
    numbers = np.bincount(codes, minlength=len(names)).tolist()
    found = ((str(name), number) for name, number in zip(names, numbers, strict=True) if number)
    return dict(sorted(found, key=lambda item: (-item[1], item[0])))

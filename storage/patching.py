"""The catalogue after an edit: only what changed is read again and put in its place."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from storage.catalogue import Articles, Catalogue, Ids, Places, Reports, Rows
from storage.columns import Columns
from storage.load_catalogue import recoded

MOST = 3000
"""So many events are replaced one by one; for more, everything is sorted anew."""
ARRAYS = ("ids", "start", "end", "kind", "status", "precision", "review", "importance", "sources", "marks")


@dataclass(frozen=True, slots=True)
class Splice:
    """How an array changes: `gone` rows go, new ones come before the old rows `at`, which must not descend."""

    gone: Rows
    at: Rows

    def of(self, old: NDArray[Any], new: NDArray[Any]) -> NDArray[Any]:
        """The array as it becomes; as long stretches as can be are copied at once."""
        if len(self.gone) == len(self.at) and np.array_equal(self.gone, self.at):
            if np.array_equal(old[self.gone], new, equal_nan=old.dtype.kind == "f"):
                return old
            made = old.copy()
            made[self.gone] = new
            return made
        return np.concatenate([new[a:b] if fresh else old[a:b] for fresh, a, b in self.parts(len(old))])

    def parts(self, length: int) -> list[tuple[bool, int, int]]:
        """Stretches of new and of old rows in their order."""
        cuts = sorted([(row, 1, place) for place, row in enumerate(self.gone.tolist())]
                      + [(row, 0, place) for place, row in enumerate(self.at.tolist())])  # fmt: skip
        made, here = [], 0
        for row, leaves, place in cuts:
            made.append((False, here, row))
            here = row + leaves
            if not leaves:
                made.append((True, place, place + 1))
        return [*made, (False, here, length)]


def patched(old: Catalogue, new: Catalogue, events: Ids, articles: Ids) -> Catalogue:
    """`new` is what those events and articles are now; whatever of them is not in it is gone."""
    if len(events) > MOST:
        columns, dated, first, places = _sorted_anew(old, new, events)
    else:
        columns, dated, first, places = _replaced(old, new, events)
    reports = _reports(old, new, events)
    return Catalogue(columns, dated, first, places, reports, _articles(old, new, articles)).take_over(old)


def _replaced(old: Catalogue, new: Catalogue, events: Ids) -> tuple[Columns, int, NDArray[np.int32], Places]:
    rows = old.rows.rows(events)
    gone = np.sort(rows[rows >= 0])
    splice = Splice(gone, _places_in_time(old, new))
    kind, kinds = recoded(new.events.kind.astype(np.int32), new.events.kinds, old.events.kinds)
    fresh = {name: getattr(new.events, name) for name in ARRAYS} | {"kind": kind.astype(np.int16)}
    spliced = {name: splice.of(getattr(old.events, name), fresh[name]) for name in ARRAYS}
    columns = replace(old.events, **spliced, kinds=kinds)
    places, codes = _new_places(old.places, new.places, events)
    first = splice.of(old.first_place, np.where(new.first_place >= 0, codes[new.first_place], -1).astype(np.int32))
    dated = old.dated - int(np.count_nonzero(gone < old.dated)) + new.dated
    return columns, dated, first, places


def _places_in_time(old: Catalogue, new: Catalogue) -> Rows:
    """Before which old row each new one comes."""
    start, end, ids = old.events.start, old.events.end, old.events.ids
    found = np.empty(len(new.events), np.int64)
    told = zip(new.events.start.tolist(), new.events.end.tolist(), new.events.ids.tolist(), strict=True)
    for number, (first, last, one) in enumerate(told):
        if number >= new.dated:
            low, high = old.dated, len(ids)
        else:
            low, high = (int(np.searchsorted(start[: old.dated], first, side)) for side in ("left", "right"))
            low, high = (low + int(np.searchsorted(end[low:high], last, side)) for side in ("left", "right"))
        found[number] = low + int(np.searchsorted(ids[low:high], one))
    return found


def _sorted_anew(old: Catalogue, new: Catalogue, events: Ids) -> tuple[Columns, int, NDArray[np.int32], Places]:
    kept = _without(old.events.ids, events)
    kind, kinds = recoded(new.events.kind.astype(np.int32), new.events.kinds, old.events.kinds)
    fresh = {name: getattr(new.events, name) for name in ARRAYS} | {"kind": kind.astype(np.int16)}
    values = [np.concatenate((getattr(old.events, name)[kept], fresh[name])) for name in ARRAYS]
    order = np.lexsort((values[0], values[2], values[1]))
    columns = replace(old.events, **dict(zip(ARRAYS, (value[order] for value in values), strict=True)), kinds=kinds)
    places, codes = _new_places(old.places, new.places, events)
    first = np.concatenate((old.first_place[kept], np.where(new.first_place >= 0, codes[new.first_place], -1)))
    return columns, int(np.count_nonzero(columns.precision >= 0)), first[order].astype(np.int32), places


def _new_places(old: Places, new: Places, events: Ids) -> tuple[Places, NDArray[np.int32]]:
    """The places, and the codes that those of `new` have in them."""
    codes, names = recoded(np.arange(len(new.names), dtype=np.int32), new.names, old.names)
    code_of = np.append(codes, np.int32(-1))
    kept = ~_without(old.events, events)
    splice = Splice(np.flatnonzero(kept), np.searchsorted(old.events, new.events))
    places = Places(splice.of(old.events, new.events), splice.of(old.codes, code_of[new.codes]), names)
    return places, code_of


def _reports(old: Catalogue, new: Catalogue, events: Ids) -> Reports:
    before, after = old.reports, new.reports
    splice = Splice(np.flatnonzero(~_without(before.events, events)), np.searchsorted(before.ids, after.ids))
    return Reports(
        splice.of(before.ids, after.ids),
        splice.of(before.events, after.events),
        splice.of(before.articles, after.articles),
    )


def _articles(old: Catalogue, new: Catalogue, articles: Ids) -> Articles:
    before, after = old.articles, new.articles
    codes, names = recoded(after.codes, after.publishers, before.publishers)
    splice = Splice(np.flatnonzero(~_without(before.ids, articles)), np.searchsorted(before.ids, after.ids))
    return Articles(
        splice.of(before.ids, after.ids), splice.of(before.days, after.days), splice.of(before.codes, codes), names
    )


def _without(ids: Ids, some: Ids) -> NDArray[np.bool_]:
    """Which are not among some."""
    return np.isin(ids, some, invert=True)

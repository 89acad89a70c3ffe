"""Where undated events would stand if a guess were right: pale marks among the others."""

from collections.abc import Sequence

import numpy as np

from storage.columns import PRECISIONS, STATUSES, Columns, Lane, Lanes, Mark
from storage.model import Event, When


def with_preview(columns: Columns, lanes: Lanes, events: Sequence[tuple[Event, When]]) -> tuple[Columns, Lanes]:
    """The columns with these events added where they would be, in lanes of their kinds; nothing is written anywhere."""
    if not events:
        return columns, lanes
    kinds = list(columns.kinds)
    kinds += [kind for kind in dict.fromkeys(event.kind for event, _ in events) if kind not in kinds]
    made = list(lanes.lanes)
    keys = [lane.key for lane in made]
    by_kind = all(key in kinds for key in keys)
    lane_of = []
    for event, _ in events:
        key = event.kind if by_kind else (keys[0] if keys else event.kind)
        if key not in keys:
            keys.append(key)
            made.append(Lane(key, key.capitalize(), key, 0))
        lane_of.append(keys.index(key))
    added = _columns(events, tuple(kinds))
    both = {name: np.concatenate((getattr(columns, name), getattr(added, name))) for name in _ARRAYS}
    whole = Columns(**both, kinds=tuple(kinds))
    of_row = np.concatenate((lanes.of_row, np.array(lane_of, dtype=np.int32)))
    order = np.argsort(whole.start, kind="stable")
    return whole.take(order), Lanes(tuple(made), of_row[order])


_ARRAYS = ("ids", "start", "end", "kind", "status", "precision", "review", "importance", "sources", "marks")


def _columns(events: Sequence[tuple[Event, When]], kinds: tuple[str, ...]) -> Columns:
    whens = [when for _, when in events]
    flags = [Mark.PREVIEW | (Mark.APPROXIMATE if when.approximate else Mark(0)) for when in whens]
    return Columns(
        np.array([event.id for event, _ in events], dtype=np.int64),
        np.array([when.start for when in whens], dtype=np.float64),
        np.array([when.end for when in whens], dtype=np.float64),
        np.array([kinds.index(event.kind) for event, _ in events], dtype=np.int16),
        np.array([STATUSES.index(event.status) for event, _ in events], dtype=np.int8),
        np.array([PRECISIONS.index(when.precision) for when in whens], dtype=np.int8),
        np.zeros(len(events), dtype=np.int8),
        np.array([event.importance for event, _ in events], dtype=np.float32),
        np.ones(len(events), dtype=np.int32),
        np.array([int(flag) for flag in flags], dtype=np.uint8),
        kinds,
    )

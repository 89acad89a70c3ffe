"""How the lanes of a library are arranged, as it is kept in the library: by what they are arranged by."""

from collections.abc import Mapping
from typing import Any

from app.viewed import LANES
from widgets.timeline.arrangement import Arrangement

NAME = "lanes"
"""Under this a library remembers it."""
MOST = 5000
"""So many keys of lanes are kept for each way of arranging them."""


def packed(arrangements: Mapping[str, Arrangement]) -> dict[str, Any] | None:
    """As JSON holds it; None where nothing is arranged."""
    told = {
        by: {
            "order": list(one.order[:MOST]),
            "folded": sorted(one.folded)[:MOST],
            "hidden": sorted(one.hidden)[:MOST],
            "further": one.further,
        }
        for by, one in arrangements.items()
        if not one.plain
    }
    return told or None


def unpacked(told: object) -> dict[str, Arrangement]:
    """The same again; what is missing or makes no sense, as another program may have written it, is as usual."""
    if not isinstance(told, Mapping):
        return {}
    return {by: _arrangement(told[by]) for by in LANES if isinstance(told.get(by), Mapping)}


def _arrangement(told: Mapping[str, Any]) -> Arrangement:
    further = told.get("further")
    times = further if isinstance(further, int) and not isinstance(further, bool) and 0 <= further < MOST else 0
    order, folded, hidden = (_keys(told.get(name)) for name in ("order", "folded", "hidden"))
    return Arrangement(tuple(dict.fromkeys(order)), frozenset(folded), frozenset(hidden), times)


def _keys(told: object) -> list[str]:
    return [one for one in told[:MOST] if isinstance(one, str)] if isinstance(told, list) else []

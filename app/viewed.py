"""How a library is looked at, as one value that is kept in it: opened again, it shows what was seen last."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite
from typing import Any

from widgets.filters import Filters

NAME = "view"
"""Under this a library remembers it."""
MOST = 1000
"""So many chosen events are kept."""
SETS = ("kinds", "statuses", "reviews", "places", "sources")
LANES = ("kind", "place", "source", "status", "article", "none")


@dataclass(frozen=True, slots=True)
class Viewed:
    """`span` is the time in view in days since 1970; events and the article are ids."""

    span: tuple[float, float] | None = None
    lanes: str = "kind"
    filters: Filters = field(default_factory=Filters)
    selection: tuple[int, ...] = ()
    chosen: int | None = None
    article: int | None = None
    day_zero: int | None = None
    faint: bool = False


def packed(viewed: Viewed) -> dict[str, Any]:
    """As JSON holds it; what is as usual is left out."""
    filters = viewed.filters
    sets = {name: sorted(kept) for name in SETS if (kept := getattr(filters, name)) is not None}
    rest = {"text": filters.text or None, "first": filters.first, "last": filters.last}
    told = {
        "span": list(viewed.span) if viewed.span else None,
        "lanes": viewed.lanes,
        "filters": {**sets, **{name: value for name, value in rest.items() if value is not None}} or None,
        "selection": list(viewed.selection) if 0 < len(viewed.selection) <= MOST else None,
        "chosen": viewed.chosen,
        "article": viewed.article,
        "day_zero": viewed.day_zero,
        "faint": viewed.faint or None,
    }
    return {name: value for name, value in told.items() if value is not None}


def unpacked(told: object) -> Viewed:
    """The same again; what is missing or makes no sense, as another program may have written it, is as usual."""
    if not isinstance(told, Mapping):
        return Viewed()
    chosen = _id(told.get("chosen"))
    selection = tuple(one for one in map(_id, _list(told.get("selection"))) if one is not None)
    if chosen is None or chosen not in selection:
        selection = () if chosen is None else (chosen,)
    lanes = told.get("lanes")
    return Viewed(
        _span(told.get("span")),
        lanes if lanes in LANES else "kind",
        _filters(told.get("filters")),
        selection,
        chosen,
        _id(told.get("article")),
        _id(told.get("day_zero")),
        told.get("faint") is True,
    )


def _filters(told: object) -> Filters:
    if not isinstance(told, Mapping):
        return Filters()
    sets = {name: frozenset(one for one in _list(told[name]) if isinstance(one, str)) for name in SETS if name in told}
    text, first, last = told.get("text"), _number(told.get("first")), _number(told.get("last"))
    if first is not None and last is not None and last <= first:
        first = last = None
    return Filters(**sets, text=text if isinstance(text, str) else "", first=first, last=last)


def _span(told: object) -> tuple[float, float] | None:
    ends = [_number(one) for one in _list(told)]
    first, last = ends if len(ends) == 2 else (None, None)
    return (first, last) if first is not None and last is not None and first < last else None


def _list(told: object) -> Sequence[Any]:
    return told if isinstance(told, list) else ()


def _number(told: object) -> float | None:
    real = isinstance(told, int | float) and not isinstance(told, bool)
    return float(told) if real and abs(told) < 1e9 and isfinite(told) else None  # type: ignore[arg-type]


def _id(told: object) -> int | None:
    return told if type(told) is int and 0 < told < 2**62 else None


Still = Callable[[Sequence[int]], Sequence[int]]
"""Those of some ids that are still there."""


def still_there(viewed: Viewed, events: Still, articles: Still) -> Viewed:
    """Without events and articles that have gone since."""
    wanted = [one for one in (*viewed.selection, viewed.day_zero) if one is not None]
    kept = set(events(wanted))
    selection = tuple(one for one in viewed.selection if one in kept)
    chosen = viewed.chosen if viewed.chosen in kept else selection[-1] if selection else None
    article = viewed.article if viewed.article is not None and articles([viewed.article]) else None
    zero = viewed.day_zero if viewed.day_zero in kept else None
    return replace(viewed, selection=selection, chosen=chosen, article=article, day_zero=zero)

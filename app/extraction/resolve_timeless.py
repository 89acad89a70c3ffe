"""Expressions that are no point in time: durations, sets and words such as "now"."""

from app.extraction import points
from app.extraction.context import Context
from app.extraction.lexicon import Value
from app.extraction.numbers import UNKNOWN
from app.extraction.points import Grain, Point
from app.extraction.resolved import Resolved, Slots
from storage.model import DateKind

_LENGTHS = {
    "MIN": ("PT", "M", 1),
    "H": ("PT", "H", 1),
    "SEC": ("PT", "S", 1),
    "FN": ("P", "W", 2),
    "Q": ("P", "M", 3),
    "DE": ("P", "Y", 10),
    "CE": ("P", "Y", 100),
}
"""Units that TIMEX3 writes as so many of another one."""


_HALVES = {"H": "M", "MIN": "S"}


def length(number: Value, unit: str) -> str:
    """The TIMEX3 value of so many units: "P3D", "PT36H", "PXY"."""
    prefix, sign, factor = _LENGTHS.get(unit, ("P", unit, 1))
    if number == UNKNOWN:
        return f"{prefix}X{sign}"
    total = float(number) * factor
    if total != int(total) and unit in _HALVES:
        return f"PT{int(total)}{sign}30{_HALVES[unit]}"
    return f"{prefix}{int(total) if total == int(total) else total}{sign}"


def duration(slots: Slots, _context: Context) -> Resolved:
    """Rule "duration": three days; `length` is the value of words that say number and unit in one ("dreitägig")."""
    if "length" in slots:
        return timeless(str(slots["length"]), DateKind.DURATION)
    number = slots.get("n", UNKNOWN)
    if "half" in slots:
        number = float(slots.get("n", 1)) + 0.5
    return timeless(length(number, str(slots["unit"])), DateKind.DURATION)


def a_set(slots: Slots, _context: Context) -> Resolved:
    """Rule "set": every Friday, daily."""
    if "habit" in slots:
        value = str(slots["habit"])
    elif "weekday" in slots:
        value = f"XXXX-WXX-{int(slots['weekday']) + 1}"
    elif "month" in slots:
        value = f"XXXX-{int(slots['month']):02}"
    elif "season" in slots:
        value = f"XXXX-{points.SEASON_NAMES[int(slots['season'])]}"
    elif "daypart" in slots:
        value = f"XXXX-XX-XXT{slots['daypart']}"
    else:
        value = length(slots.get("n", 1), str(slots["unit"]))
    return timeless(value, DateKind.SET)


def reference(slots: Slots, _context: Context) -> Resolved:
    """Rule "reference": now, recently."""
    return timeless(str(slots["reference"]), DateKind.DATE)


def timeless(value: str, kind: DateKind) -> Resolved:
    """A value that names no days."""
    return Resolved(Point(value, Grain.NONE, None, kind), told=False)

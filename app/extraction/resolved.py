"""What an expression turned out to mean, and how its rule says that it must wait for the day of publication."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.extraction import points
from app.extraction.context import Context
from app.extraction.lexicon import Value
from app.extraction.points import Grain, Point
from storage.model import Alternative, Anchor, DateKind

Slots = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means, what it was counted from, and what else it could mean."""

    point: Point
    anchor: Anchor | None = None
    alternatives: tuple[Alternative, ...] = ()
    needs_publication: bool = False
    explicit: bool = False
    told: bool = True
    """Whether later dates may count from it."""
    note: str = ""
    """What a reader should know of it: "the weekday contradicts the date"."""


def unresolved(value: str, kind: DateKind = DateKind.DATE) -> Resolved:
    """An expression that waits for the day of publication."""
    return Resolved(Point(value, Grain.NONE, None, kind), needs_publication=True, told=False)


def of_untold_day(context: Context) -> Resolved | None:
    """A day counted from one that the text has not told, though it told a month or year: which it is nobody knows."""
    if context.told is None or context.waits or context.last_day():
        return None
    return Resolved(Point("XXXX-XX-XX", Grain.NONE, None), context.anchor(context.told), told=False)


def on_day_of(day: int, slots: Slots, result: Resolved) -> Resolved:
    """Put the clock time or part of day of the slots on a day."""
    minute = minute_of(slots)
    if minute is not None:
        return replace(result, point=points.a_time(day, minute, _offset(slots, minute)))
    return replace(result, point=points.a_day(day, str(slots.get("daypart", ""))))


def _offset(slots: Slots, minute: int) -> int | None:
    """Minutes east of UTC: as the zone says, or as a second clock in brackets shows ("10:35 (0735 GMT)")."""
    if "utc_zone" not in slots:
        return int(slots["zone"]) if "zone" in slots else None
    if "utc" in slots:
        other = int(slots["utc"]) // 100 * 60 + int(slots["utc"]) % 100
    else:
        other = int(slots["utc_hour"]) * 60 + int(slots["utc_minute"])
    return (minute - other + 720) % 1440 - 720 + int(slots["utc_zone"])


def minute_of(slots: Slots) -> int | None:
    """Minutes after midnight, or None where no clock time is said."""
    if "clock" in slots:
        minutes = int(slots["clock"]) // 100 * 60 + int(slots["clock"]) % 100
    elif "hour" in slots:
        minutes = int(slots["hour"]) * 60 + int(slots.get("minute", 0))
    elif "half_to" in slots:
        minutes = int(slots["half_to"]) * 60 - 30
    else:
        return None
    half = slots.get("ampm") or {"MO": "am", "AF": "pm", "EV": "pm", "NI": "pm"}.get(str(slots.get("daypart")), "")
    if half == "pm" and minutes < 720:
        minutes += 720
    if half == "am" and 720 <= minutes < 780:
        minutes -= 720
    return min(minutes, 1440)

"""Where on the calendar the ends of a stretch lie that the mouse marks out. No Qt."""

from widgets.timeline.axis import LEAST_HOURED
from widgets.timeline.units import LADDER, WEEK, edges

LEAST_STEP = 4.0
"""Ends of a measured stretch lie on the smallest unit of the calendar that is so many px wide."""
SNAPS = tuple(unit for unit in LADDER if unit is not WEEK and (unit.months in (0, 1, 3) or unit.months >= 12))


def snapped(time: float, per_day: float) -> float:
    """The boundary nearest to a time of the finest unit of the calendar that can be told apart at so many px a day.

    Days come as a whole as long as the axis shows no hours.
    """
    able = [one for one in SNAPS if one.whole_days or per_day >= LEAST_HOURED]
    unit = next((one for one in able if one.days * per_day >= LEAST_STEP), SNAPS[-1])
    around = edges(unit, time, time)
    return float(min(around, key=lambda one: abs(one - time)))

"""Where people differ about the week: on which day it begins, and which days are its end. No Qt.

How dates are written does not depend on where the program runs: day, month by its name, year is misread by nobody, and the
window, figures and exports say the same.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from widgets.timeline.units import WEEK, edges

DAYS = 7


@dataclass(frozen=True, slots=True)
class Habits:
    """Weekdays are counted from Monday, 0."""

    first_day: int = 0
    weekend: frozenset[int] = field(default_factory=lambda: frozenset({5, 6}))

    def weeks(self, start: float, end: float) -> Sequence[float]:
        """Where weeks begin, from the one that holds `start` to the first after `end`."""
        shift = self.first_day
        return [float(time) + shift for time in edges(WEEK, start - shift, end - shift)]

    def weekends(self, start: float, end: float) -> Iterator[tuple[float, float]]:
        """The ends of weeks that touch a stretch, days that follow one another together."""
        days = [day for day in range(DAYS) if day in self.weekend]
        first = [day for day in days if (day - 1) % DAYS not in self.weekend] or days[:1]
        for monday in edges(WEEK, start - DAYS, end):
            for day in first:
                length = next((many for many in range(1, DAYS) if (day + many) % DAYS not in self.weekend), DAYS)
                begin = float(monday) + day
                if begin < end and begin + length > start:
                    yield begin, begin + length

"""The habits of the week where the program runs, as the system knows them."""

from PySide6.QtCore import QLocale, Qt

from widgets.timeline.habits import Habits


def system_habits(locale: QLocale | None = None) -> Habits:
    """Those of a locale, else of the system."""
    told = locale or QLocale.system()
    working = set(told.weekdays())
    weekend = frozenset(day.value - 1 for day in Qt.DayOfWeek if day not in working)
    return Habits(told.firstDayOfWeek().value - 1, weekend)

"""The present moment on the timeline's scale. No Qt."""

from datetime import datetime

from storage.moment import MINUTES_PER_DAY, day_number


def now() -> float:
    """Days since 1970 on the clock of the place, to the minute."""
    told = datetime.now().astimezone()
    return day_number(told.year, told.month, told.day) + (60 * told.hour + told.minute) / MINUTES_PER_DAY

"""The Muslim calendar: the day on which a month began.

Where the Umm al-Qura calendar is known (1343 to 1500 AH), it decides; before and after that the tabular calendar, whose
leap years are fixed. Where months begin by sight of the moon, either can be a day off.
"""

from storage.moment import Moment

_EPOCH = Moment.of(622, 7, 19).day
"""1 Muharram of the year 1, in the Gregorian calendar."""
_FIRST, _LAST = 1343, 1500
YEAR_DAYS = 354.36667


def first_day(year: int, month: int) -> int:
    """The day number of the first day of a month (1 to 12)."""
    if _FIRST <= year <= _LAST:
        from hijridate import Hijri  # seldom needed

        return Hijri(year, month, 1).to_gregorian().toordinal() + _ORDINAL
    return _EPOCH + (year - 1) * 354 + (3 + 11 * year) // 30 + (month - 1) * 29 + month // 2


def last_day(year: int, month: int) -> int:
    """The day number of the last day of a month."""
    return (first_day(year + 1, 1) if month == 12 else first_day(year, month + 1)) - 1


def year_of(day: int) -> int:
    """The year AH in which a day lies."""
    year = int((day - _EPOCH) / YEAR_DAYS) + 1
    while first_day(year, 1) > day:
        year -= 1
    while first_day(year + 1, 1) <= day:
        year += 1
    return year


_ORDINAL = Moment.of(2000, 1, 1).day - 730_120
"""What makes a day number of Python's ordinal: 730,120 is 1 January 2000."""

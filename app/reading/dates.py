"""Publication dates as metadata, addresses and file names give them; never the day of today, never a guess of a day."""

import re
from email.utils import parsedate_to_datetime

from storage.model import Basis, Moment, Published

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>1[89]\d\d|20\d\d|21\d\d)"

_IN_ADDRESS = (
    # "/2016/12/17/", "/2016-12-17-aleppo", "/2016/dec/17/"; not "/2016/12/" (a month is no day), "/article-2016121755"
    re.compile(rf"(?<!\d){_YEAR}(?P<gap>[/_-])(?P<month>\d\d?|[a-z]{{3}})(?P=gap)(?P<day>\d\d?)(?!\d)", re.I | re.A),
    # "/20161217/", "-20161217."; not "/120161217" (a number of an article)
    re.compile(rf"(?<![\dA-Za-z]){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?![\dA-Za-z])", re.A),
)
_IN_NAME = (
    # "2016-12-17-aleppo", "2016_12_17", "2016.12.17 x"; not "2016-12" or "12016-12-17"
    re.compile(rf"(?<!\d){_YEAR}(?P<gap>[-_. ])(?P<month>\d\d?)(?P=gap)(?P<day>\d\d?)(?!\d)", re.A),
    # "20161217 aleppo", "aleppo20161217"; not "120161217"
    re.compile(rf"(?<!\d){_YEAR}(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)", re.A),
    # "17.12.2016 Aleppo": with dots the day is first everywhere; not "12-17-2016", which may be either
    re.compile(rf"(?<![\d.])(?P<day>\d\d?)\.(?P<month>\d\d?)\.{_YEAR}(?!\d)", re.A),
)
# "2016-12-17", "2016/12/17 10:00", "2016-12-17T10:00:00.000Z", "20161217"; not "17/12/2016" (may be either), "2016-12"
_WRITTEN = re.compile(rf"{_YEAR}(?P<gap>[-/.]?)(?P<month>\d\d)(?P=gap)(?P<day>\d\d)(?:[T ]\d\d:?\d\d.*)?", re.A | re.S)


def written(text: str) -> Moment | None:
    """The day in a field of metadata or a table: ISO 8601, or as in mail ("Fri, 16 Dec 2016 10:00:00 GMT")."""
    found = _WRITTEN.fullmatch(text.strip())
    if found:
        return _day(found)
    try:
        day = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):  # whatever it meets in words that are no date
        return None
    return Moment.of(day.year, day.month, day.day)


def in_address(url: str) -> Published | None:
    """The day that a web address names in its path."""
    path = url.split("://", 1)[-1].partition("/")[2].split("?", 1)[0]
    return _first(_IN_ADDRESS, path, Basis.URL)


def in_name(name: str) -> Published | None:
    """The day that a file name gives."""
    return _first(_IN_NAME, name, Basis.FILE_NAME)


def _first(patterns: tuple[re.Pattern[str], ...], text: str, basis: Basis) -> Published | None:
    for pattern in patterns:
        for found in pattern.finditer(text):
            day = _day(found)
            if day:
                return Published(day, basis, found.group())
    return None


def _day(found: re.Match[str]) -> Moment | None:
    month = found["month"].lower()
    if month.isalpha() and month not in _MONTHS:
        return None
    number = _MONTHS.index(month) + 1 if month.isalpha() else int(month)
    try:
        return Moment.of(int(found["year"]), number, int(found["day"]))
    except ValueError:  # "2016-13-45" is a number, not a day
        return None

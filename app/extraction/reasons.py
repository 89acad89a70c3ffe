"""The one line that tells a person why some words mean a date."""

from app.extraction.points import SEASON_NAMES
from storage.model import Anchor, Basis
from storage.moment import Moment
from storage.when import Precision, When

_MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}

BASIS_WORDS = {
    Basis.USER: "set by you",
    Basis.METADATA: "from the file's metadata",
    Basis.DATELINE: "from the dateline",
    Basis.URL: "from the address",
    Basis.FILE_NAME: "from the file name",
    Basis.GUESS: "a guess",
}


def why(words: str, outcome: str, anchor: Anchor | None, anchor_words: str, needs_publication: bool) -> str:
    """Words, what they count from, and the outcome: "'today' + published 17 Dec 2016 (a guess) → 17 Dec 2016"."""
    quoted = f"'{' '.join(words.split())}'"
    if needs_publication:
        return f"{quoted} needs the day of publication"
    source = _source(anchor, anchor_words)
    return f"{quoted}{source} → {outcome}" if outcome else f"{quoted}{source}"


def _source(anchor: Anchor | None, anchor_words: str) -> str:
    if anchor is None:
        return ""
    told = when_words(anchor.when)
    if anchor.basis is not None:
        return f" + published {told} ({BASIS_WORDS[anchor.basis]})"
    return f" + {told} ('{' '.join(anchor_words.split())}')"


def outcome_words(when: When | None, said: When | None) -> str:
    """A time for people; one that is open at an end as the words name the other: "since 2014", no day of January."""
    if when is None:
        return ""
    if said and when.latest is None and said.latest and when.earliest == said.earliest:
        return f"since {when_words(said)}"
    if said and when.earliest is None and said.earliest and when.latest == said.latest:
        return f"until {when_words(said)}"
    return when_words(when)


def when_words(when: When) -> str:
    """A time for people: "Fri 16 Dec 2016", "Dec 2016", "since Mon 1 Jan 2001"."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return f"since {day_words(first)}" if first else f"until {day_words(last)}" if last else "any time"
    if first == last:
        return day_words(first)
    return _named(when, first) or f"{day_words(first)} to {day_words(last)}"


def _named(when: When, first: Moment) -> str:
    year, month, _ = first.civil
    edtf = when.edtf
    if edtf[:1] == "[" or when.precision in (Precision.INTERVAL, Precision.WEEK):
        return ""
    named = {
        Precision.MONTH: f"{_MONTHS[month]} {year_words(year)}",
        Precision.YEAR: year_words(year),
        Precision.DECADE: f"{year_words(year)}s",
        Precision.QUARTER: f"quarter {(month + 2) // 3} of {year_words(year)}",
        Precision.SEASON: f"{_SEASONS[SEASON_NAMES[month // 3]] if month % 3 == 0 else ''} {year_words(year)}",
    }
    return named.get(when.precision, "")


def day_words(moment: Moment) -> str:
    """A day, with its clock time where there is one."""
    year, month, date = moment.civil
    text = f"{_DAYS[moment.weekday]} {date} {_MONTHS[month]} {year_words(year)}"
    return text if moment.minute is None else f"{text}, {moment.minute // 60:02}:{moment.minute % 60:02}"


def year_words(year: int) -> str:
    """The year, with BC where it is one."""
    return str(year) if year > 0 else f"{1 - year} BC"

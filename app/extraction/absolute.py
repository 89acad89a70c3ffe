"""Whole dates in languages without words of their own: digits beside the names of months that dateparser knows.

Which of its languages a text is in, the names themselves tell: "listopad" is October in one and November in another.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from app.extraction import points
from app.extraction.points import Point
from app.extraction.reasons import when_words, why
from storage.model import DateExpression, Dating, Span
from storage.moment import day_number, days_in_month
from storage.when import When

_SAMPLE = 20_000
_LONGEST = 48
"""Characters of a phrase that dateparser is asked about."""
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_INFLECTED = 5
"""Letters from which on the name of a month may have an ending that no list has: "maaliskuussa"."""
_SHORTEST = 3
"""Letters of the shortest abbreviation of a month: "mar"; not "de"."""
_BUDDHIST = range(2400, 2700)
"""Years since the death of the Buddha, which count 543 more."""
_BUDDHA = 543
_YEARS = range(1000, 2200)


@dataclass(frozen=True, slots=True)
class _Locale:
    """A language as dateparser knows it: the months by name, and the words that show a text to be in it."""

    code: str
    months: Mapping[str, int]
    words: frozenset[str]


def absolute_dates(text: str, language: str = "") -> tuple[DateExpression, ...]:
    """Every date with its year and month, in order; `language` is a code, or "" where it is to be guessed."""
    spoken = _locale(language) or _guessed(text)
    found = (_expression(match, spoken) for match in _matches(text, _pattern(spoken.code if spoken else "")))
    return tuple(one for one in found if one)


def _matches(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches around numbers that can be years, so that the search takes time in proportion to the text."""
    at = 0
    for year in _YEAR.finditer(text):
        match = pattern.search(text, max(at, year.start() - _BESIDE), min(len(text), year.end() + _BESIDE))
        while match and year.start() >= at:
            yield match
            at = match.end()
            match = pattern.search(text, at, min(len(text), year.end() + _BESIDE))


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_BESIDE = 32
"""Characters beside a year among which its day and month stand."""


@cache
def _locale(code: str) -> _Locale | None:
    return next((one for one in _locales() if one.code == code), None) if code else None


@cache
def _locales() -> tuple[_Locale, ...]:
    """All languages of dateparser, the most spoken first."""
    order = import_module("dateparser.data.languages_info").language_order
    return tuple(_read(code) for code in order)


def _read(code: str) -> _Locale:
    info = import_module(f"dateparser.data.date_translation_data.{code}").info
    named = ((name.lower(), number) for number, month in enumerate(_MONTHS, 1) for name in info.get(month, ()))
    months = {name: number for name, number in named if len(name) >= _SHORTEST or not name.isascii()}
    words = {name.lower() for day in _DAYS for name in info.get(day, ())} | months.keys()
    words |= {word.lower() for word in info.get("skip", ()) if word.isalpha()}
    return _Locale(code, months, frozenset(words))


def _guessed(text: str) -> _Locale | None:
    """The language of which months stand beside years, and most other words anywhere; None where two are as likely."""
    sample = text[:_SAMPLE].lower()
    beside = " ".join(sample[max(0, one.start() - _BESIDE) : one.end() + _BESIDE] for one in _YEAR.finditer(sample))
    near, all_words = set(_WORD.findall(beside)), Counter(_WORD.findall(sample))
    named = [one for one in _locales() if any(name in near or (" " in name and name in beside) for name in one.months)]
    ranked = sorted(named, key=lambda one: sum(all_words[word] for word in one.words), reverse=True)
    if len(ranked) > 1 and _disagree(ranked[0], ranked[1], near, all_words):
        return None
    return ranked[0] if ranked else None


def _disagree(one: _Locale, other: _Locale, near: Set[str], counts: Mapping[str, int]) -> bool:
    """Whether two languages are as likely, and take a name in the text for different months."""
    alike = sum(counts[word] for word in one.words) == sum(counts[word] for word in other.words)
    return alike and any(
        one.months[name] != other.months[name] for name in near & one.months.keys() & other.months.keys()
    )


_WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"'«»“”‘’–—-]+")
"""What stands between blanks and signs, with all the marks on its letters."""


@cache
def _pattern(code: str) -> re.Pattern[str]:
    """Dates by the names of months of one language, and by numbers alone, which need none."""
    spoken = _locale(code)
    names = sorted(spoken.months if spoken else (), key=len, reverse=True)
    forms = (re.escape(name) + (r"[^\W\d_]{0,4}" if len(name) >= _INFLECTED else "") for name in names)
    month = rf"(?<![^\W\d_])(?P<month#>{'|'.join(forms)})(?![^\W\d_])\.?"
    worded = _WORDED if names else ()
    orders = (order.replace("MONTH", month).replace("#", str(i)) for i, order in enumerate((*worded, *_NUMERIC)))
    return re.compile(rf"(?<![\d./:])(?<!\d-)(?:{'|'.join(orders)})", re.IGNORECASE)


_WORDED = (
    # "12 mars 2020", "12. března 2020", "12 de março de 2020"; "March 12, 2020"; "2020. március 12"; "maj 2021"
    r"(?P<day#>\d{1,2})[^\W\d_]{0,3}[.ºª]?[\s-]{1,2}(?:[^\W\d_]{1,5}\.?\s+|[^\W\d_]{1,2})?MONTH[,\s/-]{1,3}(?:[^\W\d_]{1,5}\s+)?(?P<year#>\d{4})(?!\d)",
    r"MONTH\s+(?P<day#>\d{1,2})[^\W\d_]{0,3},?\s+(?:[^\W\d_]{1,5}\s+)?(?P<year#>\d{4})(?!\d)",
    r"(?P<year#>\d{4})\.?,?\s+(?:[^\W\d_]{1,2}\.?\s+)?MONTH\s+(?P<day#>\d{1,2})(?!\d)",
    r"MONTH[,\s]{1,2}(?:[^\W\d_]{1,5}\s+)?(?P<year#>\d{4})(?!\d)",
    r"(?P<year#>\d{4})\.?,?\s+(?:[^\W\d_]{1,2}\.?\s+)?MONTH",
)
_NUMERIC = (
    # "2020年3月12日", "2020-03-12", "12.03.2020" and "12/3/2020"
    r"(?P<year#>\d{4})\s?[年년]\s?(?P<number#>\d{1,2})\s?[月월](?:\s?(?P<day#>\d{1,2})\s?[日일])?",
    r"(?P<year#>\d{4})-(?P<number#>\d\d)-(?P<day#>\d\d)(?![\d-])",
    r"(?P<day#>\d{1,2})(?P<sign#>[./])\s?(?P<number#>\d{1,2})(?P=sign#)\s?(?P<year#>\d{4})(?![\d/])",
)


def _expression(match: re.Match[str], spoken: _Locale | None) -> DateExpression | None:
    said = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
    words = match[0].rstrip(".")
    point = _point(words, said, spoken)
    if point is None or point.when is None:
        return None
    span = Span(match.start(), match.start() + len(words))
    return DateExpression(span, words, point.value, point.kind, point.when, _dating(words, span, point.when))


def _dating(words: str, span: Span, when: When) -> Dating:
    return Dating(words, span, "date", why(words, when_words(when), None, "", False))


def _point(words: str, said: Mapping[str, str], spoken: _Locale | None) -> Point | None:
    year = int(said["year"])
    year -= _BUDDHA if year in _BUDDHIST else 0
    if year not in _YEARS:
        return None
    if "number" in said:
        return _on(year, int(said["number"]), int(said["day"]) if "day" in said else None)
    assert spoken is not None
    month = _normalised(words, spoken.code) if len(words) <= _LONGEST else None
    return _on(year, month or _by_name(said["month"], spoken), int(said["day"]) if "day" in said else None)


def _on(year: int, month: int, day: int | None) -> Point | None:
    if month > len(_MONTHS) and day is not None and day <= len(_MONTHS):
        month, day = day, month
    if not 1 <= month <= len(_MONTHS):
        return None
    if day is None:
        return points.a_month(year, month)
    return points.a_day(day_number(year, month, day)) if 1 <= day <= days_in_month(year, month) else None


def _by_name(word: str, spoken: _Locale) -> int:
    """The month of a name, which may have an ending."""
    small = word.lower()
    return spoken.months.get(small) or next(_beginnings(small, spoken), 0)


def _beginnings(word: str, spoken: _Locale) -> Iterator[int]:
    for length in range(len(word) - 1, 0, -1):
        if word[:length] in spoken.months:
            yield spoken.months[word[:length]]


@lru_cache(maxsize=2048)
def _normalised(words: str, code: str) -> int | None:
    """The month that dateparser reads in a phrase of a language; None where it reads none."""
    import dateparser  # slow to import, and rarely needed

    try:
        found = dateparser.parse(words, languages=[code], settings={"REQUIRE_PARTS": ["month", "year"]})
    except Exception:  # noqa: BLE001 (it raises many sorts of errors on words that it half knows)
        return None
    return found.month if found else None

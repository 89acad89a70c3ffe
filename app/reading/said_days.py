"""Days in the few words of a byline or a field, in any language: "17. Dezember 2016", "Dec 17th, 2016", "2016年12月17日".

Names of months are those that dateparser knows. Only a whole day counts, and where digits allow two days, none is taken.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from resources.languages import knows_time, language
from storage.model import Moment

_LONGEST = 300  # characters of a field that are looked at
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
_YEARS = range(1800, 2200)
_BUDDHIST = range(2400, 2700)  # counted from the death of the Buddha, 543 years more
_BUDDHA = 543
_MOST_SPOKEN = 70  # languages of which months are known where a page does not say its own

_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?!\d)"
# "mars", "déc.", "كانون الأول"; combining marks belong to it, signs do not
_NAME = r"(?P<month>[^\s\d.,;:!?()\[\]|/·•–—_-]{2,20}(?:\s[^\s\d.,;:!?()\[\]|/·•–—_-]{2,12})?)\.?"
_SMALL = r"(?:[^\W\d_]{1,3}[.'’]?\s)?"  # "of ", "de ", "ים "

_PATTERNS = (
    # "2016-12-17", "2016/12/17", "2016.12.17", "2016. 12. 17."; not "2016-12"
    re.compile(rf"(?<!\d){_YEAR}(?P<gap>[-/.])\s?(?P<number>\d{{1,2}})(?P=gap)\s?(?P<day>\d{{1,2}})(?!\d)"),
    # "2016年12月17日", "2016년 12월 17일"
    re.compile(rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<number>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]"),
    # "17.12.2016", "17. 12. 2016", "17/12/2016", "17-12-2016"; not "1.17.12.2016"
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})(?P<gap>[-/.])\s?(?P<number>\d{1,2})(?P=gap)\s?" + _YEAR),
    # "17.12.16": with dots it can hardly be anything else; not "17.12.16.1" or "v17.12.16"
    re.compile(r"(?<![\w.])(?P<day>\d{2})\.(?P<number>\d{2})\.(?P<short>\d{2})(?![\d.]\d|\d)"),
    # "17 décembre 2016", "17. Dezember 2016", "17th of December, 2016", "17-Dec-2016"
    re.compile(rf"{_DAY}(?:[^\W\d_]{{1,3}})?[.ºª]?[\s-]{{1,2}}{_SMALL}{_NAME}[,\s-]{{1,3}}{_SMALL}{_YEAR}"),
    # such as "December 17, 2016", "Dec. 17th 2016", "Dec 17 2016 10:00"
    re.compile(rf"{_NAME}\s{{1,2}}(?P<day>\d{{1,2}})(?:[^\W\d_]{{1,3}})?(?!\d),?\s{{1,2}}{_SMALL}{_YEAR}"),
    # "2016. december 17.", "2016 m. gruodžio 17"
    re.compile(rf"(?<!\d){_YEAR}\.?,?\s{_SMALL}{_NAME}\s(?P<day>\d{{1,2}})(?!\d)"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """A day, and where in the text its words begin and end."""

    day: Moment
    start: int
    end: int


def days_said(text: str, tag: str = "") -> list[Said]:
    """The days in a short text, in order; `tag` is a language as pages name it ("en-GB"), or "" where unknown."""
    text = text[:_LONGEST]
    found: list[Said] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            day = _day(match, tag)
            if day and not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Said(day, match.start(), match.end()))
    return sorted(found, key=lambda one: one.start)


def _day(match: re.Match[str], tag: str) -> Moment | None:
    said = match.groupdict()
    year = int(said["year"]) if said.get("year") else 2000 + int(said["short"])
    year -= _BUDDHA if year in _BUDDHIST else 0
    day = int(said["day"])
    if said.get("month"):
        month = _month(said["month"], tag)
    elif match.start("day") > match.start("number"):
        month = int(said["number"])
    else:
        day, month = _ordered(day, int(said["number"]), said.get("gap") or ".", tag)
    try:
        return Moment.of(year, month, day) if year in _YEARS else None
    except ValueError:  # the 31st of February, or the 17th of nothing
        return None


def _ordered(first: int, second: int, gap: str, tag: str) -> tuple[int, int]:
    """Day and month of "3/4/2016"; no month where it may be either. With dots the day is first everywhere."""
    order = "DMY" if gap == "." else _order(tag)
    if second > len(_MONTHS) or (order == "MDY" and first <= len(_MONTHS)):
        return second, first
    if first > len(_MONTHS) or first == second or order == "DMY":
        return first, second
    return first, 0


@cache
def _order(tag: str) -> str:
    """How digits stand in a language; English has two ways unless the country is told."""
    code, _, country = tag.lower().replace("_", "-").partition("-")
    if code == "en":
        return {"": "", "us": "MDY"}.get(country, "DMY")
    return str(_info(code).get("date_order", "")) if code else ""


def _month(words: str, tag: str) -> int:
    """The month of a name, or of the first or last word of two; 0 for other words."""
    small = words.lower()
    parts = small.split()
    code = tag.lower().replace("_", "-").partition("-")[0]
    for months in (_months(code), _months("en"), _everywhere()):
        for name in (small, parts[0], parts[-1]):
            if name in months:
                return months[name]
    return 0


@cache
def _months(code: str) -> Mapping[str, int]:
    return dict(_named(code))


def _named(code: str) -> Iterator[tuple[str, int]]:
    if knows_time(code):  # these have names that dateparser lacks, as the Arabic ones of the Levant
        yield from (
            (name, number) for name, number in language(code)["time"]["words"]["MONTH"].items() if "(" not in name
        )
    info = _info(code)
    for number, month in enumerate(_MONTHS, 1):
        yield from ((name.lower(), number) for name in info.get(month, ()) if len(name) > 1)


@cache
def _everywhere() -> Mapping[str, int]:
    """Names of months that mean the same month in every language that has them: not "listopad"."""
    meant: dict[str, set[int]] = {}
    for code in import_module("dateparser.data.languages_info").language_order[:_MOST_SPOKEN]:
        for name, number in _named(code):
            meant.setdefault(name, set()).add(number)
    return {name: min(numbers) for name, numbers in meant.items() if len(numbers) == 1}


@cache
def _info(code: str) -> Mapping[str, list[str]]:
    """What dateparser knows of a language; nothing of one that it does not know."""
    if code not in import_module("dateparser.data.languages_info").language_order:
        return {}
    return dict(import_module(f"dateparser.data.date_translation_data.{code}").info)

"""What a person typed into a field for a date: EDTF (ISO 8601-2), or words in a language."""

import datetime
import re
from dataclasses import replace
from functools import lru_cache

from app.extraction.dating import find_dates
from resources.languages import languages
from storage.model import Basis, DateExpression, Published
from storage.moment import Moment
from storage.when import (
    Precision,
    When,
    in_decade,
    in_month,
    in_quarter,
    in_season,
    in_year,
    lasting,
    on_day,
)

_LONGEST = 100

_PART = re.compile(
    # "2016", "-0263", "2016-12", "2016-21" (spring), "2016-36" (last quarter), "201X"; not "2016-12-16"
    r"(?P<year>[+-]?\d{4,6}|[+-]?\d{3}X)(?:-(?P<part>\d\d))?"
)
_SET = re.compile(r"\[(?P<first>[^\[\].]*)\.\.(?P<last>[^\[\].]*)\]")
"""One of the days between: "[2014-05-12..2014-05-14]"; not "2014-05-12/2014-05-14"."""

_JOINS = re.compile(r"[\s,.–—-]+|\b(?:and|to)\b", re.IGNORECASE)
"""What may stand between dates that were understood: "–", "to"; not "siege"."""


def read_date(words: str, language: str = "en", near: Moment | None = None) -> When | None:
    """The time that somebody wrote, or None if not understood; a day without a year is sought around `near`."""
    text = words.strip()
    if not text or len(text) > _LONGEST:
        return None
    return _edtf(text) or _in_words(text, language, near) or _by_dateparser(text, language, near)


def _edtf(text: str) -> When | None:
    chosen = _SET.fullmatch(text)
    if chosen or "/" in text:
        first, last = (chosen["first"], chosen["last"]) if chosen else text.split("/", 1)
        return _between(_end(first), _end(last), Precision.DAY if chosen else Precision.INTERVAL)
    approximate = text.endswith("~")
    found = _single(text.removesuffix("~"))
    return replace(found, approximate=True) if found and approximate else found


def _end(text: str) -> When | str | None:
    """One end of an interval; "" is an open one."""
    return "" if text.strip() in ("", "..") else _edtf(text.strip()) if "/" not in text else None


def _between(first: When | str | None, last: When | str | None, precision: Precision) -> When | None:
    if first is None or last is None or (first == "" and last == ""):
        return None
    earliest = first.earliest if isinstance(first, When) else None
    latest = last.latest if isinstance(last, When) else None
    if earliest and latest and earliest.start > latest.end:
        return None
    rough = any(isinstance(end, When) and end.approximate for end in (first, last))
    return When(earliest, latest, precision, rough)


def _single(text: str) -> When | None:
    found = _PART.fullmatch(text)
    if found:
        return _named(found["year"], int(found["part"] or 0))
    try:
        moment = Moment.parse(text)
    except ValueError:
        return None
    return on_day(moment.day) if moment.minute is None else When(moment, moment, Precision.MINUTE)


def _named(year_text: str, part: int) -> When | None:
    if year_text.endswith("X"):
        return None if part else in_decade(int(year_text[:-1] + "0"))
    year = int(year_text)
    if part == 0:
        return in_year(year)
    if 1 <= part <= 12:
        return in_month(year, part)
    if 21 <= part <= 24:
        return in_season(year, part - 20)
    return in_quarter(year, part - 32) if 33 <= part <= 36 else None


def _in_words(text: str, language: str, near: Moment | None) -> When | None:
    """The meaning of words in which nothing but dates was found."""
    if language not in languages():
        return None
    published = Published(near.date(), Basis.USER) if near else None
    found = find_dates(text, published, language)
    if not found or any(one.when is None for one in found) or _JOINS.sub("", _rest(text, found)):
        return None
    first = found[0].when
    return first if all(one.when == first for one in found) else _spanning(found)


def _rest(text: str, found: tuple[DateExpression, ...]) -> str:
    """What no expression covers, with the prepositions before them taken as covered."""
    pieces, at = [], 0
    for one in found:
        span = one.dating.span if one.dating and one.dating.span else one.span
        pieces.append(text[at : min(span.start, one.span.start)])
        at = one.span.end
    rest = " ".join((*pieces, text[at:]))
    return rest.removeprefix("between ").removeprefix("from ")


def _spanning(found: tuple[DateExpression, ...]) -> When | None:
    first, last = found[0].when, found[-1].when
    if len(found) != 2 or first is None or last is None or first.start > last.end:
        return None
    return lasting(first.earliest, last.latest)


@lru_cache(maxsize=512)
def _by_dateparser(text: str, language: str, near: Moment | None) -> When | None:
    """A phrase that our own words do not cover, as the library of many languages reads it."""
    import dateparser  # slow to import, and rarely needed

    settings: dict[str, object] = {"REQUIRE_PARTS": ["day", "month"] if near else ["day", "month", "year"]}
    if near:
        try:
            settings["RELATIVE_BASE"] = datetime.datetime(*near.civil)
        except ValueError:
            return None
    try:
        found = dateparser.parse(text, languages=[language] if language else None, settings=settings)
    except (ValueError, OverflowError, TypeError):
        return None
    return on_day(Moment.of(found.year, found.month, found.day).day) if found else None

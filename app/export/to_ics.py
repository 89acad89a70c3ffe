"""Events as a calendar (RFC 5545), for those whose date is known to the day."""

import hashlib
from collections.abc import Iterator

from app.export.job import Export
from app.export.records import Record, of_events
from storage.moment import Moment

_LONGEST = 75
"""Octets of a line before it must be folded."""


def write(export: Export) -> bytes:
    """Whole days as dates, clock times as local times of the place; what is open or has no date is left out."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//Dateline//EN", "CALSCALE:GREGORIAN"]
    for record in of_events(export.library, export.events):
        lines += _event(record, export.library.name)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(record: Record, library: str) -> Iterator[str]:
    when = record["when"]
    if not when or not when["earliest"] or not when["latest"]:
        return
    first, last = Moment.parse(when["earliest"]), Moment.parse(when["latest"])
    if not (first.civil[0] >= 1 and last.civil[0] <= 9999):
        return
    sources = record["sources"]
    yield "BEGIN:VEVENT"
    yield f"UID:{_name(record, library)}@dateline"
    yield f"DTSTAMP:{_day(first)}T000000Z"
    if first.minute is None:
        yield f"DTSTART;VALUE=DATE:{_day(first)}"
        yield f"DTEND;VALUE=DATE:{_day(Moment(last.day + 1))}"
    else:
        yield f"DTSTART:{_clock(first)}"
    yield f"SUMMARY:{_escaped(record['title'])}"
    yield f"CATEGORIES:{_escaped(record['kind'])}"
    yield f"STATUS:{'CONFIRMED' if record['status'] in ('happened', 'ongoing') else 'TENTATIVE'}"
    if record["places"]:
        yield f"LOCATION:{_escaped(', '.join(record['places']))}"
    if sources:
        told = "\n".join(f"“{one['quote']}” ({one['publisher'] or one['title']})" for one in sources)
        yield f"DESCRIPTION:{_escaped(told)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _name(record: Record, library: str) -> str:
    """The same for the same event of a library whenever it is exported, and not met in another library of that name."""
    told = [library, *(f"{one['title']} {one['published']} {one['start']}" for one in record["sources"])]
    return f"{record['id']}-{hashlib.sha256(repr(told).encode()).hexdigest()[:16]}"


def _day(moment: Moment) -> str:
    year, month, day = moment.civil
    return f"{year:04}{month:02}{day:02}"


def _clock(moment: Moment) -> str:
    """With a zone in UTC, without one as a floating time, which is that of the place."""
    minute, day, mark = moment.minute or 0, moment.day, ""
    if moment.offset is not None:
        shifted = day * 1440 + minute - moment.offset
        day, minute, mark = shifted // 1440, shifted % 1440, "Z"
    return f"{_day(Moment(day))}T{minute // 60:02}{minute % 60:02}00{mark}"


def _escaped(text: str) -> str:
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def _folded(line: str) -> Iterator[str]:
    """Pieces of at most 75 octets, never cut within a letter; each but the first begins with a blank."""
    piece, size = "", 0
    for letter in line:
        wide = len(letter.encode())
        if size + wide > _LONGEST:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + wide
    yield piece

"""Mails that Outlook saved: what was written, by whom and when, and the articles attached."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from app.reading.articles import Facts, article
from app.reading.bare_text import bare_text
from app.reading.encoding import decode
from app.reading.members import DEEPEST, articles_in, attached, raise_for, with_guess
from app.reading.old_office import Streams, open_streams
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Moment, Published

READER = "msg 1"

# what Outlook calls them (MS-OXPROPS)
_SUBJECT, _SENDER, _ADDRESS, _BODY, _PAGE = "0037", "0C1A", "0C1F", "1000", "1013"
_FILE, _SHORT_FILE, _DATA = "3707", "3704", "3701"
_SENT, _CAME = 0x0039, 0x0E06
_CODE_PAGES = (0x3FDE, 0x3FFD)
_MOST_ATTACHED = 1000
_BEGINNING = datetime(1601, 1, 1, tzinfo=UTC)


def read(source: Source) -> Iterator[Article]:
    """The mail, then what is attached; at the end what could not be read is said."""
    streams = open_streams(source)
    yield from _mail(source, streams, "", hashlib.sha256(source.data).hexdigest())


def _mail(source: Source, streams: Streams, place: str, sha256: str, depth: int = 0) -> Iterator[Article]:
    one = _Properties(streams, place, 32 if not place else 24)
    text = one.text(_BODY) or bare_text(one.text(_PAGE))
    sender = one.text(_SENDER) or one.text(_ADDRESS)
    sent = one.day(_SENT) or one.day(_CAME)
    facts = Facts(title=one.text(_SUBJECT), author=sender, published=sent, key=place.rpartition("#")[2])
    troubles: list[CannotRead] = []
    good = 0
    try:
        yield article(source, text, READER, facts, sha256)
        good = 1
    except CannotRead as trouble:
        troubles.append(trouble)
    for storage in _attached(streams, place):
        inner = f"{storage}/__substg1.0_{_DATA}000D"
        inside = any(path.startswith(inner + "/") for path in streams.paths)
        try:
            if inside and depth < DEEPEST:
                found = _mail(source, streams, f"{inner}/", sha256, depth + 1)
            else:
                found = articles_in(source, _file(source, streams, storage), sha256)
            for each in found:
                good += 1
                yield with_guess(each if each.key else replace(each, key=storage.rpartition("#")[2]), sent)
        except CannotRead as trouble:
            troubles.append(trouble)
    raise_for(source, [one for one in troubles if not good or "has no words" not in str(one)], good)


def _attached(streams: Streams, place: str) -> list[str]:
    """The paths of what is attached to the mail itself."""
    begins = f"{place}__attach_version1.0_#"
    found = {begins + path[len(begins) :].partition("/")[0]: None for path in streams.paths if path.startswith(begins)}
    return list(found)[:_MOST_ATTACHED]


def _file(source: Source, streams: Streams, storage: str) -> Iterator[Source | CannotRead]:
    about = _Properties(streams, f"{storage}/", 8)
    data = streams.read(f"{storage}/__substg1.0_{_DATA}0102")
    if data:
        yield from attached(source, about.text(_FILE) or about.text(_SHORT_FILE), data)


@dataclass(frozen=True, slots=True)
class _Properties:
    """Those of a mail or of what is attached: words are streams, numbers and days stand in one list behind its head."""

    streams: Streams
    place: str
    head: int

    def text(self, name: str) -> str:
        """Words, in whichever of three ways they are kept."""
        begins = f"{self.place}__substg1.0_{name}"
        wide = self.streams.read(begins + "001F")
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\x00")
        narrow = self.streams.read(begins + "001E") or self.streams.read(begins + "0102")
        pages = (self._number(page) for page in _CODE_PAGES)
        page = next((page for page in pages if page), 0)
        return decode(narrow, "utf-8" if page == 65001 else f"cp{page}" if page else "").rstrip("\x00")

    def day(self, name: int) -> Published | None:
        """A day, as universal time has it."""
        value = self._fixed(name, 0x40)
        if not value:
            return None
        try:
            day = _BEGINNING + timedelta(microseconds=struct.unpack("<Q", value)[0] // 10)
        except OverflowError:
            return None
        return Published(Moment.of(day.year, day.month, day.day), Basis.METADATA, day.isoformat(timespec="minutes"))

    def _number(self, name: int) -> int:
        value = self._fixed(name, 0x03)
        return int(struct.unpack("<I", value[:4])[0]) if value else 0

    def _fixed(self, name: int, kind: int) -> bytes:
        data = self.streams.read(f"{self.place}__properties_version1.0")
        tag = struct.pack("<HH", kind, name)
        for place in range(self.head, len(data) - 15, 16):
            if data[place : place + 4] == tag:
                return data[place + 8 : place + 16]
        return b""

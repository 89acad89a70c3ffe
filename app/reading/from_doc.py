"""Word documents of 1997 to 2003: their words with the notes behind. Words whose deletion was only proposed are in it."""

import re
import struct
from collections.abc import Iterator

from app.reading import from_txt
from app.reading.articles import article
from app.reading.old_office import MAGIC, Streams, open_streams
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

READER = "doc 1"

_WORD = 0xA5EC  # a document of Word begins with it
_OF_1997 = 0xC1
_LOCKED, _TABLE_ONE = 0x0100, 0x0200
_NARROW = 1 << 30  # a piece in which each letter is one byte
_SAVE = "Open it in Word or LibreOffice and save it as .docx."

# "\x13 HYPERLINK … \x14shown words\x15": a field's instruction, without fields in it
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14|(?=\x15))|\x15")
# the end of a row is a second end of a cell
_ROW = re.compile("\x07\x07")
_SIGNS = str.maketrans(
    {"\r": "\n\n", "\x0b": "\n", "\x0c": "\n\n", "\x0e": "\n\n", "\x07": "\t", "\x1e": "-", "\x1f": None}
)
_MARKS = re.compile("[\x01-\x06\x08\x13-\x15]")


def read(source: Source) -> Iterator[Article]:
    """The one article of a document; a text or page under this name is read as such."""
    if not source.data.startswith(MAGIC):
        yield from from_txt.read(source)
        return
    streams = open_streams(source)
    main = streams.read("WordDocument")
    kind, version, flags = (
        struct.unpack_from("<H", main, place)[0] if len(main) > 0x200 else 0 for place in (0, 2, 10)
    )
    if kind != _WORD or version < _OF_1997:
        raise CannotRead(f"{source.shown} is damaged, or written by a Word older than 1997. {_SAVE}")
    if flags & _LOCKED:
        raise CannotRead(
            f"{source.shown} is locked with a password. Open it with the password, save it without one, and add that."
        )
    text = _text(streams, main, flags)
    if not text.strip():
        raise CannotRead(f"{source.shown} has no words that could be found in it. {_SAVE}")
    yield article(source, text, READER)


def _text(streams: Streams, main: bytes, flags: int) -> str:
    """The text and its notes; heads and remarks stand behind both and are left out."""
    table = streams.read("1Table" if flags & _TABLE_ONE else "0Table")
    whole = "".join(_pieces(main, _piece_table(main, table)))
    letters, notes = struct.unpack_from("<II", main, 0x4C)
    return "\n\n".join(map(_plain, (whole[:letters], whole[letters : letters + notes])))


def _piece_table(main: bytes, table: bytes) -> bytes:
    start, size = struct.unpack_from("<II", main, 0x1A2)
    place, end = start, min(start + size, len(table))
    while place + 5 <= end:
        if table[place] == 2:
            length = struct.unpack_from("<I", table, place + 1)[0]
            return table[place + 5 : min(place + 5 + length, end)]
        if table[place] != 1:
            break
        place += 3 + struct.unpack_from("<H", table, place + 1)[0]
    return b""


def _pieces(main: bytes, table: bytes) -> Iterator[str]:
    """The pieces of which the text is made, in order; none may take more than there is."""
    count = (len(table) - 4) // 12
    room = 2 * len(main)
    for number in range(max(count, 0)):
        first, behind = struct.unpack_from("<II", table, 4 * number)
        place = struct.unpack_from("<I", table, 4 * (count + 1) + 8 * number + 2)[0]
        letters = behind - first
        if letters <= 0 or letters > room:
            return
        room -= letters
        if place & _NARROW:
            start = (place & ~_NARROW) // 2
            yield main[start : start + letters].decode("cp1252", "replace")
        else:
            yield main[place : place + 2 * letters].decode("utf-16-le", "replace")


def _plain(text: str) -> str:
    """The words without instructions of fields and marks of pictures, cells parted by tabs."""
    for _ in range(3):  # fields in fields
        text = _FIELD.sub("", text)
    text = _MARKS.sub("", _ROW.sub("\n", text).translate(_SIGNS))
    return "\n".join(line.strip(" ") for line in text.split("\n")).strip("\n")

"""Zip archives, and the documents that are such archives: their table is checked before anything is unpacked.

A small archive can say that it holds terabytes, name the same bytes a thousand times, or name places outside of itself.
"""

import io
import struct
from collections import Counter
from typing import TYPE_CHECKING

from app.reading.source import Source
from storage.errors import CannotRead

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_MEMBERS = 20_000
LARGEST_MEMBER = 64 << 20
LARGEST_WHOLE = 1 << 30
"""Bytes that one archive may unpack to in all."""
_DENSEST = 250
"""Bytes unpacked for each packed one; words and tables stay below 100, a bomb is at 1,000."""
_SMALL = 4 << 20
"""Bytes below which nobody asks how dense it is."""
_STEP = 1 << 20

_DIRECTORY = b"PK\x01\x02"  # before each entry of the table
_ENCRYPTED = 0x1


class Archive:
    """The members of an archive whose table is sound; each is read with a limit while it is unpacked."""

    def __init__(self, source: Source, file: "ZipFile") -> None:
        self._source, self._file = source, file
        self._left = LARGEST_WHOLE
        self.members = tuple(one for one in file.infolist() if not one.is_dir())
        self._counts = Counter(one.filename for one in self.members)

    def __contains__(self, name: str) -> bool:
        return name in self._counts

    def twice(self, name: str) -> bool:
        """Whether several members have this name, so that nobody knows which is meant."""
        return self._counts[name] > 1

    def read(self, name: str) -> bytes:
        """The bytes of the member of this name; CannotRead says what is wrong with it."""
        if name not in self:
            raise CannotRead(f"{self._source.shown} lacks its part “{shown(name)}”, so it is damaged. {MEND}")
        if self.twice(name):
            raise CannotRead(f"{self._source.shown} holds “{shown(name)}” twice, as no sound file does. {MEND}")
        return self.unpack(self._file.getinfo(name))

    def unpack(self, member: "ZipInfo") -> bytes:
        """The bytes of one member; CannotRead says what is wrong with it."""
        named = f"“{shown(member.filename)}” in {self._source.shown}"
        if member.flag_bits & _ENCRYPTED:
            raise CannotRead(f"{named} is locked with a password. Unpack it with the password and add what it holds.")
        if member.file_size > LARGEST_MEMBER:
            raise CannotRead(f"{named} is larger than {LARGEST_MEMBER >> 20} MB. Split it into smaller files.")
        if member.file_size > max(_SMALL, _DENSEST * member.compress_size):
            raise CannotRead(f"{named} would unpack to far more than an article holds. It was not unpacked.")
        return self._unpacked(member, named)

    def _unpacked(self, member: "ZipInfo", named: str) -> bytes:
        """What the table says is no promise: bytes are counted as they come."""
        found = io.BytesIO()
        most = min(member.file_size, self._left)
        try:
            with self._file.open(member) as file:
                while part := file.read(_STEP):
                    found.write(part)
                    if found.tell() > most:
                        raise CannotRead(f"{named} unpacks to more than it says. It was not read.")
        except CannotRead:
            raise
        except Exception as trouble:  # zlib, lzma, bz2 and zipfile each have errors of their own
            raise CannotRead(f"{named} is damaged. Copy or download {self._source.shown} once more.") from trouble
        self._left -= found.tell()
        return found.getvalue()


MEND = "Open it in the program that made it, save it again and add the new file."


def open_archive(source: Source) -> Archive:
    """The archive in these bytes; CannotRead if its table is damaged or a trap."""
    file = _opened(source.data)
    if file is None:
        raise CannotRead(f"{source.shown} is damaged, or only a part of it is here. Copy or download it once more.")
    members = file.infolist()
    if len(members) > MOST_MEMBERS:
        raise CannotRead(
            f"{source.shown} holds more than {MOST_MEMBERS:,} files. Unpack it and add folders of it one by one."
        )
    packed = sum(one.compress_size for one in members)
    if packed > len(source.data):
        raise CannotRead(f"{source.shown} names the same bytes many times, as only a trap does. It was not unpacked.")
    unpacked = sum(one.file_size for one in members)
    if unpacked > max(LARGEST_WHOLE, 0) or unpacked > max(_SMALL, _DENSEST * packed):
        raise CannotRead(
            f"{source.shown} would unpack to {unpacked >> 20:,} MB, more than is safe. It was not unpacked. "
            "If you trust it, unpack it yourself and add the files."
        )
    return Archive(source, file)


def kind_of(data: bytes) -> str:
    """The ending that a zip archive should have by what it holds: ".docx", ".odt" …, ".zip" for any other."""
    declared = _declared(data)
    if declared:
        return declared
    file = _opened(data)
    names = set(file.namelist()) if file else set()
    for part, ending in (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx")):
        if "[Content_Types].xml" in names and any(name.startswith(part) for name in names):
            return ending
    if "META-INF/container.xml" in names:
        return ".epub"
    return ".odt" if {"content.xml", "META-INF/manifest.xml"} <= names else ".zip"


def _declared(data: bytes) -> str:
    """What books and OpenDocument files say of themselves in their first member, which is not packed."""
    if len(data) < 38 or data[30:38] != b"mimetype":
        return ""
    size, extra = struct.unpack("<I", data[22:26])[0], struct.unpack("<H", data[28:30])[0]
    said = data[38 + extra : 38 + extra + min(size or 80, 80)]
    if said.startswith(b"application/epub+zip"):
        return ".epub"
    begins = b"application/vnd.oasis.opendocument."
    kinds = {b"text": ".odt", b"spreadsheet": ".ods", b"presentation": ".odp"}
    if not said.startswith(begins):
        return ""
    return next((ending for kind, ending in kinds.items() if said[len(begins) :].startswith(kind)), ".odg")


def shown(name: str) -> str:
    """The name of a member as a sentence says it."""
    name = name.encode("utf-8", "replace").decode()
    return name if len(name) <= 80 else "…" + name[-79:]


def _opened(data: bytes) -> "ZipFile | None":
    from zipfile import ZipFile

    if data.count(_DIRECTORY) > 5 * MOST_MEMBERS:  # archives in it have tables too; each entry takes memory
        return None
    try:
        return ZipFile(io.BytesIO(data))
    except Exception:  # noqa: BLE001 - a table is foreign bytes, and zipfile raises what it meets
        return None

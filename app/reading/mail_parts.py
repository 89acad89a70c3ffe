"""The parts of a mail: where each begins and ends, its headers and its bytes, within limits that no real mail meets.

Python's own parser of mails has no limits: parts nested without end take it hours. Here it only reads headers.
"""

import binascii
import quopri
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.reading.encoding import decode
from app.reading.foreign import LIBRARY_TROUBLE

if TYPE_CHECKING:
    from email.message import Message

LONGEST_HEADER = 8192  # bytes
MOST_HEADERS = 64 * 1024  # bytes of all headers of a part
MOST_PARTS = 1000
DEEPEST = 50

# the empty line behind the headers
_HEADERS_END = re.compile(rb"\r?\n\r?\n|\r\r")
# meant for "Subject: words", not for "words"
_HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
# "begin 644 photo.jpg" up to "end": a file in the words, as old programs attached it
_UUENCODED = re.compile(r"^begin [0-7]{3,4} [^\n]{1,200}\n(?:[ -`]{1,62}\r?\n){1,2000000}?end[ \t]*$", re.MULTILINE)
# "=?utf-8?B?…?=" and another one, which a blank between them does not part
_BETWEEN = re.compile(r"(\?=)\s+(=\?)")


@dataclass(slots=True)
class Part:
    """Headers, and either the bytes of the part or the parts in it."""

    headers: "Message[str, str]"
    data: bytes = b""
    parts: list["Part"] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """ "text/plain"."""
        return self._told(self.headers.get_content_type, "text/plain")

    @property
    def charset(self) -> str:
        """The encoding that the part names, or nothing."""
        return self._told(self.headers.get_content_charset, "") or ""

    @property
    def name(self) -> str:
        """The name of the file that it is, or nothing."""
        return words_of(self._told(self.headers.get_filename, "") or "").strip()

    @property
    def attached(self) -> bool:
        """Whether it is there to be saved and not to be read."""
        return self._told(self.headers.get_content_disposition, "") == "attachment"

    def told(self, name: str) -> str:
        """The words of a header, decoded; nothing where there is none."""
        return words_of(self.raw(name))

    def raw(self, name: str) -> str:
        """A header as it stands in the mail; nothing where there is none."""
        return next((str(value) for key, value in self.headers.raw_items() if key.lower() == name), "")

    def parameter(self, name: str) -> str:
        """A parameter of the content type: "boundary", "format"."""
        return str(self._told(lambda: self.headers.get_param(name), "") or "")

    def _told(self, ask: Callable[[], object], otherwise: str) -> str:
        try:
            found = ask()
        except LIBRARY_TROUBLE:  # headers are foreign bytes
            return otherwise
        return otherwise if found is None else str(found)

    def bytes(self) -> bytes:
        """The bytes as they were before they were made fit for mail."""
        way = str(self.headers.get("content-transfer-encoding", "")).lower().partition(";")[0].strip()
        if way == "base64":
            return _base64(self.data)
        if way == "quoted-printable":
            return quopri.decodestring(self.data)
        return _uudecoded(self.data) if way in ("x-uuencode", "uuencode", "x-uue", "uue") else self.data

    def text(self) -> str:
        """Its words."""
        return decode(self.bytes(), self.charset)


class Limits:
    """How many parts were met in one mail."""

    def __init__(self) -> None:
        self.parts = 0
        self.reached = False


def parse(data: bytes, limits: Limits, depth: int = 0) -> Part:
    """The mail or part in these bytes; `limits` says afterwards whether something was too much to be looked at."""
    headers, body = _split(data)
    part = Part(headers, body)
    limits.parts += 1
    if not part.kind.startswith("multipart/"):
        return part
    boundary = part.parameter("boundary")
    if not boundary:
        return part
    if depth >= DEEPEST:
        limits.reached = True
        part.data = b""
        return part
    for one in _between(body, boundary):
        if limits.parts >= MOST_PARTS:
            limits.reached = True
            break
        part.parts.append(parse(one, limits, depth + 1))
    if part.parts:
        part.data = b""
    return part


def _split(data: bytes) -> tuple["Message[str, str]", bytes]:
    """The headers, each cut at its longest, and what stands behind them."""
    if data[:2] in (b"\r\n", b"\n\n") or data[:1] == b"\n":
        return _headers(b""), data.lstrip(b"\r\n")
    found = _HEADERS_END.search(data)
    head, body = (data[: found.start()], data[found.end() :]) if found else (data, b"")
    if not _HEADER.match(head) and not head.startswith(b"From "):
        return _headers(b""), data
    return _headers(head[:MOST_HEADERS]), body


def _headers(head: bytes) -> "Message[str, str]":
    from email.parser import BytesHeaderParser
    from email.policy import compat32

    lines: list[bytes] = []
    length = 0
    for line in head.splitlines(keepends=True):
        length = len(line) + (length if line[:1] in b" \t" and lines else 0)
        if length <= LONGEST_HEADER:
            lines.append(line)
        elif length == len(line):
            lines.append(line[:LONGEST_HEADER] + b"\n")
    return BytesHeaderParser(policy=compat32).parsebytes(b"".join(lines))


def _between(body: bytes, boundary: str) -> list[bytes]:
    """What stands between the lines of this boundary."""
    mark = re.escape(boundary.encode("utf-8", "surrogateescape"))
    parts: list[bytes] = []
    begin: int | None = None
    for found in re.finditer(rb"(?:^|(?<=\n)|(?<=\r))--" + mark + rb"(--)?[ \t]*(?:\r\n|\n|\r|$)", body):
        if begin is not None:
            parts.append(body[begin : found.start()])
        begin = None if found[1] else found.end()
        if len(parts) > MOST_PARTS:
            return parts
    if begin is not None and body[begin:].strip():
        parts.append(body[begin:])  # cut off before its end
    return parts


def words_of(header: str) -> str:
    """A header without its codes: "=?utf-8?q?Sa=C3=ADda?=" is "Saída"."""
    from email.errors import MessageError
    from email.header import decode_header

    if "=?" not in header:
        return _raw(header)
    try:
        pieces = decode_header(_BETWEEN.sub(r"\1\2", header))
    except (*LIBRARY_TROUBLE, MessageError):
        return _raw(header)
    return "".join(one if isinstance(one, str) else decode(one, charset or "") for one, charset in pieces)


def _raw(header: str) -> str:
    """A header with letters beyond ASCII that nobody coded."""
    if header.isascii():
        return header
    try:
        return decode(header.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:  # halves of letters that no byte stands behind
        return header.encode("utf-8", "replace").decode()


def sender_of(part: Part) -> str:
    """Who wrote it: a name, else an address, else whatever stands there."""
    from email.utils import parseaddr

    try:
        name, address = parseaddr(part.raw("from").replace("\n", " "))
    except LIBRARY_TROUBLE:  # remarks in remarks without end
        name, address = "", ""
    return words_of(name).strip() or words_of(address) or part.told("from")


def without_files(text: str) -> str:
    """The words without files that stand among them as rows of signs."""
    return _UUENCODED.sub("", text) if "\nend" in text and "begin " in text else text


def _base64(data: bytes) -> bytes:
    signs = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    if len(signs) % 4 == 1:
        signs = signs[:-1]
    return binascii.a2b_base64(signs + b"=" * (-len(signs) % 4))


def _uudecoded(data: bytes) -> bytes:
    found = bytearray()
    for line in data.splitlines():
        if not line or line.startswith((b"begin ", b"end")):
            continue
        try:
            found += binascii.a2b_uu(line)
        except binascii.Error:
            continue
    return bytes(found)

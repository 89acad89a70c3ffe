"""What an answer holds, unpacked, and never more than a page may be."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from app.fetching.address import CannotFetch, Target
from app.fetching.reasons import broke_off, garbled

if TYPE_CHECKING:
    from http.client import HTTPResponse

LARGEST = 20 * 1024 * 1024
"""Bytes, unpacked as well as on the way."""
PIECE = 64 * 1024
_GZIP, _ZLIB, _BARE = 31, 15, -15


def body_of(answer: HTTPResponse, target: Target) -> bytes:
    """All of it; CannotFetch if it is too large, broken off, or packed in a way that nobody asked for."""
    unpacked = _Unpacked(answer.headers.get("Content-Encoding", ""), target)
    if (answer.length or 0) > LARGEST:
        raise _too_large()
    came = 0
    while piece := answer.read(PIECE):
        came += len(piece)
        if came > LARGEST:
            raise _too_large()
        unpacked.take(piece)
    if answer.length:
        raise broke_off(target)
    return unpacked.whole()


class _Unpacked:
    """Takes pieces as they come."""

    def __init__(self, coding: str, target: Target) -> None:
        self._coding, self._target = coding.strip().lower(), target
        self._data = bytearray()
        self._opened: zlib._Decompress | None = None
        if self._coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise garbled(target)

    def take(self, piece: bytes) -> None:
        """One more piece."""
        if self._coding in ("", "identity"):
            self._add(piece)
            return
        try:
            self._unpack(piece)
        except zlib.error as trouble:
            raise garbled(self._target) from trouble

    def whole(self) -> bytes:
        """All that came; there must be nothing left to come."""
        if self._opened is not None and not self._opened.eof:
            raise broke_off(self._target)
        return bytes(self._data)

    def _unpack(self, piece: bytes) -> None:
        while piece:
            if self._opened is None:
                self._opened = zlib.decompressobj(self._way(piece))
            elif self._opened.eof:
                if not piece.startswith(b"\x1f\x8b"):  # what some servers put behind the end
                    return
                self._opened = zlib.decompressobj(_GZIP)
            self._add(self._opened.decompress(piece, LARGEST + 1 - len(self._data)))
            piece = self._opened.unused_data if self._opened.eof else b""

    def _way(self, piece: bytes) -> int:
        """Servers differ in what they call "deflate"."""
        if self._coding != "deflate":
            return _GZIP
        return _ZLIB if piece[0] & 15 == 8 and int.from_bytes(piece[:2]) % 31 == 0 else _BARE

    def _add(self, data: bytes) -> None:
        self._data += data
        if len(self._data) > LARGEST:
            raise _too_large()


def _too_large() -> CannotFetch:
    return CannotFetch(f"It is larger than {LARGEST >> 20} MB. Save it in your browser and add the file.")

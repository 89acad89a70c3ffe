"""Further pages of a figure: nobody named their files, so all they may replace are its pages from an earlier time."""

import re
from collections.abc import Sequence
from pathlib import Path

from storage.errors import WrongUse

_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWN = re.compile(rb'<title id="title">(.+?)</title>\n<desc [^>]*>.*?</desc>\n<metadata>Dateline ', re.DOTALL)
"""`<title id="title">Aleppo</title>`, `<desc id="description">…</desc>`, `<metadata>Dateline 1.0; set in …`."""
_CHUNK = re.compile(rb"(.{4})[tzi][ET]Xt(?=Title\0)", re.DOTALL)
"""A length and the sort of a chunk, of which there are three: tEXt, zTXt, iTXt; not "Description"."""


def must_be_earlier(files: Sequence[tuple[Path, bytes]]) -> None:
    """WrongUse where another file has the name of a further page; the first page has the name that was asked for."""
    for path, data in files[1:]:
        if path.is_file() and not _same_figure(path.read_bytes(), data):
            raise WrongUse(
                f"“{path.name}”, the name of a further page, is another file already. "
                "Choose another name for the figure, or say --force to replace it."
            )


def _same_figure(old: bytes, new: bytes) -> bool:
    """Whether both are Dateline's and have one title."""
    title = _title(old)
    return bool(title) and title == _title(new)


def _title(data: bytes) -> bytes:
    """The title in the head of a drawing, or the chunk with that of an image; nothing where Dateline wrote neither."""
    drawn = _DRAWN.search(data)
    if drawn:
        return drawn[1]
    chunk = _CHUNK.search(data) if data.startswith(_PNG) and b"Software\0Dateline " in data else None
    return data[chunk.end(1) : chunk.end() + int.from_bytes(chunk[1])] if chunk else b""

"""The files of old Office programs and of Outlook: small file systems with named streams."""

from typing import TYPE_CHECKING

from app.reading.foreign import LIBRARY_TROUBLE
from app.reading.source import Source
from storage.errors import CannotRead

if TYPE_CHECKING:
    from olefile import OleFileIO

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MOST_STREAMS = 20_000


class Streams:
    """The streams of a file by their paths; what is damaged is as if it were not there."""

    def __init__(self, file: "OleFileIO") -> None:
        self._file = file
        self.paths = tuple("/".join(path) for path in file.listdir()[:_MOST_STREAMS])
        self._known = frozenset(self.paths)

    def __contains__(self, path: str) -> bool:
        return path in self._known

    def read(self, path: str) -> bytes:
        """The bytes of a stream; none where there is no such stream."""
        if path not in self._known:
            return b""
        try:
            found: bytes = self._file.openstream(path).read()
        except LIBRARY_TROUBLE:
            return b""
        return found


def open_streams(source: Source) -> Streams:
    """The streams of a file; CannotRead if it is damaged."""
    from olefile import OleFileIO

    try:
        return Streams(OleFileIO(source.data))
    except LIBRARY_TROUBLE as trouble:
        raise CannotRead(
            f"{source.shown} is damaged, or only a part of it is here. Copy or download it once more."
        ) from trouble

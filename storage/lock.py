"""One writer a library: a lock on a file in the user's own state folder, so that nothing is left beside the library.

The system releases it when the process ends, however it ends.
"""

import hashlib
import os
import sys
import tempfile
from collections.abc import Iterator
from io import FileIO
from pathlib import Path

from platformdirs import user_state_path


class Locked(Exception):
    """Somebody else holds the lock."""


class NoLock(Exception):
    """There is no folder for locks; the message says in half a sentence which were tried, and what to do."""


class Lock:
    """Held from creation to `release`. Raises Locked at once where another window or process holds it, else NoLock."""

    def __init__(self, path: Path) -> None:
        self._file = _open(path)
        try:
            _hold(self._file)
        except OSError as taken:
            self._file.close()
            raise Locked from taken

    def release(self) -> None:
        """Let others write; the empty file stays, because removing it could take it from under another's feet."""
        self._file.close()


def is_open_elsewhere(path: Path) -> bool:
    """Whether another window or process, or another part of this one, has the library open for writing."""
    try:
        Lock(path).release()
    except Locked:
        return True
    except NoLock:
        return False  # nobody who looks for locks where we do can hold one
    return False


def _name(path: Path) -> str:
    """The same for every way of writing the path."""
    real = os.path.normcase(os.path.realpath(path))
    return hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".lock"


def _folders() -> Iterator[Path]:
    yield user_state_path("dateline", appauthor=False) / "locks"
    yield Path(tempfile.gettempdir()) / "dateline-locks"  # a home that cannot be written to


def _open(path: Path) -> FileIO:
    trouble: OSError | None = None
    folders = list(_folders())
    for folder in folders:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return FileIO(
                os.open(folder / _name(path), os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600), "r+"
            )
        except OSError as reason:
            trouble = reason
    tried = " nor ".join(f"“{folder}”" for folder in folders)
    raise NoLock(
        f"neither {tried} takes a file, so other windows could not be kept from it. Allow one of them."
    ) from trouble


if sys.platform == "win32":
    import msvcrt

    def _hold(file: FileIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(file: FileIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

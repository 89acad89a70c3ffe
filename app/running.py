"""Which windows are open, noted outside the libraries: a note that nobody holds any more tells of an unexpected end.

Each window holds a numbered note and takes it away when it is closed. Whatever way a process ends, its hold ends too.
"""

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from platformdirs import user_state_path

from storage.lock import Lock, Locked, NoLock

MOST = 100
"""More windows than this are not noted."""
TOO_OFTEN = 2
"""After so many unexpected ends in a row Dateline starts plainly."""


@dataclass(frozen=True, slots=True)
class Note:
    """The library that a window showed, and how many unexpected ends in a row there had been before it began."""

    library: str = ""
    ends: int = 0


class Running:
    """The note of this window. `before` is that of a window which ended unexpectedly, the one of the last such end."""

    def __init__(self) -> None:
        self.before: Note | None = None
        self._path: Path | None = None
        self._lock: Lock | None = None
        left: list[tuple[float, Note]] = []
        with suppress(NoLock, OSError):  # a home that cannot be written to: then nothing is noted, and nothing restored
            self._take_place(left)
        if left:
            self.before = max(left, key=lambda one: one[0])[1]
        self._now = Note(ends=max((note.ends for _, note in left), default=-1) + 1)
        self.note(None)

    @property
    def plain(self) -> bool:
        """Whether it ended unexpectedly so often in a row that what was open may be the reason."""
        return self._now.ends >= TOO_OFTEN

    def note(self, library: Path | None) -> None:
        """Note which library is shown now."""
        self._now = replace(self._now, library=str(library or ""))
        if self._path is not None:
            with suppress(OSError):
                _write(self._path, json.dumps(asdict(self._now)))

    def end(self) -> None:
        """The window was closed by its user."""
        if self._path is not None and self._lock is not None:
            self._path.unlink(missing_ok=True)
            self._lock.release()
            self._path = self._lock = None

    def _take_place(self, left: list[tuple[float, Note]]) -> None:
        """The first place that is free; notes in places that nobody holds are taken away and told."""
        folder = user_state_path("dateline", appauthor=False) / "running"
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, MOST + 1):
            path = folder / f"{number}.json"
            if self._path is not None and not path.exists():
                continue
            try:
                lock = Lock(path)
            except Locked:
                continue
            if path.exists():
                left.append((path.stat().st_mtime, _read(path)))
                path.unlink()
            if self._path is None:
                self._path, self._lock = path, lock
            else:
                lock.release()


def _read(path: Path) -> Note:
    """A note; one that was cut off or makes no sense still tells that something ended."""
    try:
        told = json.loads(path.read_text("utf-8"))
        return Note(str(told["library"]), int(told["ends"]))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return Note()


def _write(path: Path, text: str) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".note-")
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(path)

"""The door of a window: another start of Dateline with the same library rings there, and this window comes to the front.

It is a folder of the user's own, in which the ringing one leaves a note. That works on all systems, needs no network,
and nobody else can ring.
"""

import hashlib
import json
import os
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from platformdirs import user_state_path
from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

PATIENCE = 3.0
"""Seconds in which a window must have taken the note; one that hangs does not."""
LOOK = 0.02
TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
"""With these the desktop lets a window come to the front that the user has asked for elsewhere."""


def ring(library: Path, inputs: Sequence[str] = ()) -> bool:
    """Ask the window that shows a library to come to the front and take these inputs; whether it has heard."""
    door = _door(library)
    if not door.is_dir():
        return False
    told = {"inputs": list(inputs), "tokens": {name: os.environ[name] for name in TOKENS if name in os.environ}}
    try:
        descriptor, name = tempfile.mkstemp(dir=door, prefix="ring-", suffix=".part")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(told, file)
        note = Path(name).replace(Path(name).with_suffix(".json"))
    except OSError:
        return False
    return _taken(note)


def _taken(note: Path) -> bool:
    until = time.monotonic() + PATIENCE
    while note.exists():
        if time.monotonic() > until:
            with suppress(FileNotFoundError):  # taken in the last moment
                note.unlink()
                return False
        time.sleep(LOOK)
    return True


class Door(QObject):
    """Hears who rings for the library that is open here."""

    rung = Signal(list)
    """Somebody wants this window, with these inputs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._answer)
        self._door: Path | None = None

    def open_for(self, library: Path | None) -> None:
        """Hear who rings for this library, and for no other any more."""
        if self._door is not None:
            self._watcher.removePath(str(self._door))
            for note in self._door.glob("*"):
                note.unlink(missing_ok=True)
            with suppress(OSError):
                self._door.rmdir()
        self._door = None
        if library is not None:
            with suppress(OSError):  # a home that cannot be written to: then nobody can ring
                _door(library).mkdir(parents=True, exist_ok=True, mode=0o700)
                self._door = _door(library)
                self._watcher.addPath(str(self._door))
                self._answer()  # somebody may have been quicker

    def _answer(self) -> None:
        for note in self._door.glob("*.json") if self._door else ():
            try:
                told = json.loads(note.read_text("utf-8"))
                note.unlink()
            except (OSError, ValueError):
                continue
            os.environ.update({name: value for name, value in told["tokens"].items() if name in TOKENS})
            self.rung.emit([one for one in told["inputs"] if isinstance(one, str)])


def _door(library: Path) -> Path:
    real = os.path.normcase(os.path.realpath(library))
    key = hashlib.sha256(real.encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return user_state_path("dateline", appauthor=False) / "doors" / key

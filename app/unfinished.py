"""Imports that were cut off: what was still to be read is remembered outside the library until all of it is read."""

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_state_path

from app.fetching.address import is_address


def remember(library: Path, inputs: Sequence[str]) -> None:
    """An import of these paths into a library has begun. Where the note cannot be written, nothing will be offered.

    Addresses are not noted: whoever wants one fetched says so each time.
    """
    note = _note(library)
    try:
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(json.dumps([one for one in inputs if not is_address(one)]), encoding="utf-8")
    except OSError:
        return


def forget(library: Path) -> None:
    """Everything was read, or nobody wants the rest."""
    _note(library).unlink(missing_ok=True)


def remembered(library: Path) -> tuple[str, ...]:
    """The paths of an import that was cut off; what was read already is known again when they are read once more."""
    try:
        told = json.loads(_note(library).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    found = tuple(one for one in told if isinstance(one, str)) if isinstance(told, list) else ()
    return tuple(one for one in found if Path(one).exists())


def _note(library: Path) -> Path:
    key = hashlib.sha256(os.path.realpath(library).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return user_state_path("dateline", appauthor=False) / "imports" / f"{key}.json"

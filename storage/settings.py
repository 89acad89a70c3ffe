"""What the program remembers between two starts, in one JSON file: never anything of a library's content."""

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from storage.errors import CannotWrite

MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """`theme` is "system", "light" or "dark"; `geometry` is Qt's own, as Base64; folders and libraries are paths."""

    theme: str = "system"
    recent: tuple[str, ...] = ()
    geometry: str = ""
    splitters: tuple[int, ...] = ()
    source_splitters: tuple[int, ...] = ()
    export_folder: str = ""
    export: str = ""
    """The choices of the last export, as JSON."""
    view: str = "timeline"
    """What the middle of the window shows: "timeline", "both" or "table"."""
    stage_splitters: tuple[int, ...] = ()
    table_columns: str = ""
    """Qt's own, as Base64, like the geometry."""

    def opened(self, path: str) -> "Settings":
        """The path is the most recent library now."""
        others = (one for one in self.recent if one != path)
        return replace(self, recent=(path, *others)[:MOST_RECENT])

    def forgotten(self, path: str) -> "Settings":
        """The path is no longer among the recent libraries."""
        return replace(self, recent=tuple(one for one in self.recent if one != path))


def load(path: Path) -> Settings:
    """What the file says; a value that is missing or makes no sense gets the default, unknown ones are passed over."""
    try:
        told = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(told, dict):
        return Settings()
    known = {field.name: told[field.name] for field in fields(Settings) if field.name in told}
    sound = replace(Settings(), **{name: _typed(value) for name, value in known.items() if _fits(name, value)})
    return replace(sound, recent=sound.recent[:MOST_RECENT])


def save(settings: Settings, path: Path) -> None:
    """Write all of it or nothing; CannotWrite where the folder does not take it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(asdict(settings), file, indent=2)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as trouble:
        sentence = (
            f"The settings could not be written to “{path}”. See whether there is room and whether you may write there."
        )
        raise CannotWrite(sentence) from trouble


def _typed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _fits(name: str, value: object) -> bool:
    """Whether the value is of the type of the default."""
    if name == "theme":
        return value in ("system", "light", "dark")
    if name == "view":
        return value in ("timeline", "both", "table")
    if name == "recent":
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    if name in ("splitters", "source_splitters", "stage_splitters"):
        return isinstance(value, list) and all(type(one) is int and one >= 0 for one in value)
    return isinstance(value, str)

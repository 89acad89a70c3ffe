"""How a library was looked at last, as JSON by name: kept in its file, but no edit and so no step of undo."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from storage.file import File


def recall(db: File, name: str) -> Any:
    """What was kept under a name; None where nothing was, or what is no JSON."""
    row = db.execute("SELECT value FROM remembered WHERE name = ?", [name]).fetchone()
    try:
        return json.loads(row[0]) if row else None
    except (ValueError, RecursionError):
        return None


def remember(db: File, name: str, value: Any) -> None:
    """Keep something under a name; None forgets it."""
    if value is None:
        db.execute("DELETE FROM remembered WHERE name = ?", [name])
    else:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False)
        db.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?)", [name, text])

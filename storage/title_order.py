"""The order of titles as people sort them: capitals and accents make no difference."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sqlite_utils import Database

_QUERY = """
SELECT id FROM events
ORDER BY CASE WHEN title GLOB '*[^ -~]*' THEN dateline_folded(title) ELSE lower(title) END, id
"""
"""SQLite knows the small letters of ASCII only, and Python takes much longer: it is asked where there are others."""


def by_title(db: Database) -> NDArray[np.int64]:
    """The ids of all events in the order of their titles, those without one first."""
    db.conn.create_function("dateline_folded", 1, folded, deterministic=True)
    return np.fromiter((one for (one,) in db.execute(_QUERY)), np.int64)


def folded(text: str) -> str:
    """ "Évacuation" and “evacuation” in quotes both become "evacuation"."""
    plain = "".join(letter for letter in normalize("NFKD", text.casefold()) if not combining(letter))
    return plain.lstrip("“”„«»‘’‚‹›…¿¡ ") or plain

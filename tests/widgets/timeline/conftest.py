from collections.abc import Callable, Sequence

import numpy as np
import pytest

from storage.columns import PRECISIONS, Columns
from storage.model import Precision

Row = tuple[float, float, Precision, str, float]
"""Start, end, precision, kind and importance of an event; its id is its place in the list."""
KINDS = ("talks", "siege", "attack", "statement")


def _columns(rows: Sequence[Row], sources: int = 1, marks: int = 0) -> Columns:
    count = len(rows)
    made = Columns(
        np.arange(count, dtype=np.int64),
        np.array([row[0] for row in rows], dtype=np.float64),
        np.array([row[1] for row in rows], dtype=np.float64),
        np.array([KINDS.index(row[3]) for row in rows], dtype=np.int16),
        np.zeros(count, np.int8),
        np.array([PRECISIONS.index(row[2]) for row in rows], dtype=np.int8),
        np.zeros(count, np.int8),
        np.array([row[4] for row in rows], dtype=np.float32),
        np.full(count, sources, np.int32),
        np.full(count, marks, np.uint8),
        KINDS,
    )
    return made.take(np.argsort(made.start, kind="stable"))


@pytest.fixture(scope="session")
def columns_of() -> Callable[..., Columns]:
    """Makes columns of rows (start, end, precision, kind, importance)."""
    return _columns

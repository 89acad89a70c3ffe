import numpy as np
import pytest

from widgets.paged import PAGE, PAGES, Paged


def test_rows_are_read_in_pages_when_they_are_asked_for() -> None:
    asked: list[list[int]] = []

    def fetch(ids: list[int]) -> list[str]:
        asked.append(ids)
        return [f"row {one}" for one in ids]

    rows = Paged(np.arange(1000, 1000 + 3 * PAGE), fetch)
    assert (len(rows), asked) == (3 * PAGE, [])
    assert [rows[PAGE], rows[PAGE + 1], rows[-1]] == [
        f"row {1000 + PAGE}",
        f"row {1001 + PAGE}",
        f"row {999 + 3 * PAGE}",
    ]
    assert [ids[0] for ids in asked] == [1000 + PAGE, 1000 + 2 * PAGE]
    assert rows[1:3] == ["row 1001", "row 1002"]
    assert (rows.place_of(1005), rows.place_of(7)) == (5, None)
    with pytest.raises(IndexError):
        rows[3 * PAGE]


def test_only_so_many_pages_are_kept() -> None:
    read = 0

    def fetch(ids: list[int]) -> list[int]:
        nonlocal read
        read += 1
        return ids

    rows = Paged(np.arange((PAGES + 1) * PAGE), fetch)
    assert [rows[page * PAGE] for page in range(PAGES + 1)] == [page * PAGE for page in range(PAGES + 1)]
    assert (rows[PAGE], read) == (PAGE, PAGES + 1)
    assert (rows[0], read) == (0, PAGES + 2)

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel

from widgets.paged import Paged
from widgets.table.chosen import MOST, joined, mask_of, selection_of, stretches
from widgets.table.model import EventModel

Command = QItemSelectionModel.SelectionFlag


def model(chosen: list[int], count: int) -> EventModel:
    made = EventModel()
    made.set_rows(Paged(np.arange(count, dtype=np.int64), lambda _: []))
    made.chosen[chosen] = True
    return made


@pytest.mark.parametrize(
    ("chosen", "found"),
    [([], []), ([0], [[0, 0]]), ([1, 2, 3, 6], [[1, 3], [6, 6]]), ([0, 1, 8, 9], [[0, 1], [8, 9]])],
)
def test_chosen_rows_stand_in_stretches(chosen: list[int], found: list[list[int]]) -> None:
    made = model(chosen, 10)
    assert stretches(made.chosen).tolist() == found
    selection = selection_of(made)
    assert selection is not None
    assert np.flatnonzero(mask_of(selection, 10)).tolist() == chosen


def test_qt_is_not_told_of_rows_in_too_many_pieces() -> None:
    made = model(list(range(0, 2 * MOST + 2, 2)), 2 * MOST + 2)
    assert selection_of(made) is None


@pytest.mark.parametrize(
    ("command", "found"),
    [
        (Command.ClearAndSelect, [False, True, True]),
        (Command.Toggle, [True, False, True]),
        (Command.Select, [True, True, True]),
    ],
)
def test_what_is_selected_joins_the_rest_as_the_hand_means_it(command: Command, found: list[bool]) -> None:
    before, more = np.array([True, True, False]), np.array([False, True, True])
    assert joined(before, more, command).tolist() == found

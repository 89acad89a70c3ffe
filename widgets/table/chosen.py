"""Which rows of a table are chosen, between Qt, which keeps stretches of rows, and a mask over all of them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QItemSelection, QItemSelectionModel

from widgets.table.model import EventModel

MOST = 400
"""Qt looks through all stretches for each cell that it paints: of more it is told none, and the mask alone knows."""
Command = QItemSelectionModel.SelectionFlag
Mask = NDArray[np.bool_]


def stretches(mask: Mask) -> NDArray[np.int64]:
    """First and last row of each stretch of chosen rows."""
    edges = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    return np.stack((edges[::2], edges[1::2] - 1), axis=1)


def selection_of(model: EventModel) -> QItemSelection | None:
    """The chosen rows as Qt keeps them; None where they are in too many pieces."""
    pieces, made = stretches(model.chosen), QItemSelection()
    if len(pieces) > MOST:
        return None
    last = model.columnCount() - 1
    for first, end in pieces.tolist():
        made.select(model.index(first, 0), model.index(end, last))
    return made


def mask_of(selection: QItemSelection, count: int) -> Mask:
    """The rows in which anything is selected."""
    mask = np.zeros(count, np.bool_)
    for number in range(selection.count()):
        stretch = selection.at(number)
        mask[stretch.top() : stretch.bottom() + 1] = True
    return mask


def joined(mask: Mask, more: Mask, command: Command) -> Mask:
    """What is chosen after the hand selected more, where Qt knows nothing of what was chosen before."""
    if command & Command.Clear:
        return more
    return mask ^ more if command & Command.Toggle else mask | more

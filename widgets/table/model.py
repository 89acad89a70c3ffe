"""The events of the table as Qt asks for them: rows are read when they come into view, however many there are."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from storage.lookup import Lookup
from widgets.paged import Paged
from widgets.plain import tip
from widgets.shown import ShownRow
from widgets.table.columns import COLUMNS, TITLE, spoken, words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
NONE: Paged[ShownRow] = Paged(np.empty(0, np.int64), lambda _: [])


class EventModel(QAbstractTableModel):
    """An event a row; `chosen` says of each row whether its event is chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = NONE
        self.chosen = np.zeros(0, np.bool_)
        self._lookup: Lookup | None = None

    @property
    def ids(self) -> NDArray[np.int64]:
        """The events from the first row to the last."""
        return self.rows.ids

    def set_rows(self, rows: Paged[ShownRow]) -> None:
        """Show these; the same events in the same order only say something else."""
        if np.array_equal(rows.ids, self.ids):
            self.rows = rows
            if len(rows):
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self.rows, self._lookup = rows, None
        self.chosen = np.zeros(len(rows), np.bool_)
        self.endResetModel()

    def places_of(self, events: NDArray[np.int64]) -> NDArray[np.int64]:
        """The rows of events, of those that have one."""
        if self._lookup is None:
            self._lookup = Lookup(self.ids)
        places = self._lookup.rows(events)
        return places[places >= 0]

    def place_of(self, event: int | None) -> int | None:
        """The row of an event."""
        places = self.places_of(np.array([] if event is None else [event], np.int64))
        return int(places[0]) if len(places) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        """How many events."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        """How many columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of the cell, the row itself; for screen readers the title says all of the row."""
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            ROW,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TITLE:
            return spoken(row)
        told = words(row, COLUMNS[index.column()].key)
        return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands above a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section].head
        if orientation is Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return f"{section + 1:,}"  # not seen, but heard
        return None

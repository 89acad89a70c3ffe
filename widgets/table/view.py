"""The events as a table, the twin of the timeline: sorted by any column, chosen and decided upon by mouse and keys."""

from collections.abc import Collection
from typing import Any

import numpy as np
from PySide6.QtCore import (
    QByteArray,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from widgets.current import current_theme
from widgets.fonts import font
from widgets.paged import Paged
from widgets.pieces import ground
from widgets.shown import ShownRow
from widgets.table.chosen import Command, joined, mask_of, selection_of
from widgets.table.columns import COLUMNS, KEYS, TITLE
from widgets.table.model import EventModel, Index
from widgets.table.painting import ROW_HEIGHT, EventDelegate, EventHeader

Move = QAbstractItemView.CursorAction
Order = Qt.SortOrder


class EventTable(QTableView):
    """Filled with rows in their order; what it is told to select it does not announce."""

    events_chosen = Signal(object, object)
    """The ids of all events that are chosen now, and which of them is looked at."""
    event_activated = Signal(object)
    """The source of an event is to be read."""
    sort_changed = Signal(str, bool)
    """Rows are wanted in the order of a column, by its key; True for the last first."""
    reject_requested = Signal()
    copy_requested = Signal()
    day_zero_requested = Signal()
    left = Signal()
    """No event is to be chosen any more."""
    menu_requested = Signal(object, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows, self._delegate = EventModel(self), EventDelegate(self)
        self._silent, self._in_pieces, self._command = False, False, Command.NoUpdate
        self._hint = ""
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self._tell)
        self.setModel(self._rows)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(EventHeader(self))
        self._set_up()
        header = self.horizontalHeader()
        for number, column in enumerate(COLUMNS):
            header.resizeSection(number, column.width)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicator(0, Order.AscendingOrder)
        header.sortIndicatorChanged.connect(lambda section, order: self._sort_asked(section, order))
        self.activated.connect(lambda index: self.event_activated.emit(int(self._rows.ids[index.row()])))

    def _set_up(self) -> None:
        ground(self.viewport(), "canvas")
        self.setProperty("look", "events")
        self.setAccessibleName("Events")
        self.setMinimumHeight(96)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    # ---- what it is told ----

    def set_rows(self, rows: Paged[ShownRow]) -> None:
        """Show these; where one looks and where the keyboard is stay as they are as far as they can."""
        current, place, scrolled = self.current(), self.currentIndex(), self.verticalScrollBar().value()
        self._silent = True
        self._rows.set_rows(rows)
        if not self.currentIndex().isValid() and place.row() >= 0 and len(rows):
            found = self._rows.place_of(current)
            self._go_to(min(place.row(), len(rows) - 1) if found is None else found, max(place.column(), 0))
            self.verticalScrollBar().setValue(scrolled)
        self._silent = False
        self.setAccessibleDescription(f"{len(rows):,} event{'' if len(rows) == 1 else 's'}")
        self.viewport().update()

    def set_hint(self, words: str) -> None:
        """What is said as long as there is no row."""
        self._hint = words
        self.viewport().update()

    def select(self, looked_at: int | None, selection: Collection[int], reveal: bool = True) -> None:
        """Choose events, silently; `reveal` brings the one that is looked at into view."""
        mask = np.zeros(len(self._rows.ids), np.bool_)
        mask[self._rows.places_of(np.fromiter(selection, np.int64, len(selection)))] = True
        place = self._rows.place_of(looked_at)
        self._delegate.looked_at = looked_at
        self._told.stop()
        self._silent = True
        if not np.array_equal(mask, self._rows.chosen) or self._in_pieces:
            self._rows.chosen = mask
            self._tell_qt()
        if place is not None and place != self.currentIndex().row():
            self._go_to(place, max(self.currentIndex().column(), 0))
        if place is not None and reveal:
            self.scrollTo(self.currentIndex())
        self._silent = False
        self.viewport().update()

    def set_sort(self, by: str, descending: bool) -> None:
        """Show that the rows are in the order of a column; silent."""
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        header.setSortIndicator(KEYS.index(by), Order.DescendingOrder if descending else Order.AscendingOrder)
        header.blockSignals(blocked)
        header.viewport().update()

    @property
    def sort(self) -> tuple[str, bool]:
        """The key of the column that the rows are to be sorted by, and whether the last is first."""
        header = self.horizontalHeader()
        return KEYS[header.sortIndicatorSection()], header.sortIndicatorOrder() is Order.DescendingOrder

    def sort_by(self, key: str) -> None:
        """As a click on the name of a column does: once more turns the order round."""
        by, descending = self.sort
        down = key == by and not descending
        self.horizontalHeader().setSortIndicator(
            KEYS.index(key), Order.DescendingOrder if down else Order.AscendingOrder
        )

    def columns(self) -> str:
        """How wide the columns are, in which order, and what is sorted by, to be restored."""
        return bytes(self.horizontalHeader().saveState().toBase64().data()).decode()

    def set_columns(self, told: str) -> None:
        """Restore the columns; words that make no sense change nothing."""
        header = self.horizontalHeader()
        blocked = header.blockSignals(True)
        if header.restoreState(QByteArray.fromBase64(told.encode())) and header.sortIndicatorSection() not in range(
            len(COLUMNS)
        ):
            header.setSortIndicator(0, Order.AscendingOrder)
        header.blockSignals(blocked)

    def current(self) -> int | None:
        """The event that the keyboard is on."""
        row = self.currentIndex().row()
        return int(self._rows.ids[row]) if 0 <= row < len(self._rows.ids) else None

    def chosen_events(self) -> list[int]:
        """The chosen events in the order of the rows."""
        found: list[int] = self._rows.ids[self._rows.chosen].tolist()
        return found

    def after_chosen(self) -> int | None:
        """The event below the last chosen one, else that above the first."""
        places = np.flatnonzero(self._rows.chosen)
        if not len(places):
            return None
        free = [place for place in (places[-1] + 1, places[0] - 1) if 0 <= place < len(self._rows.ids)]
        return int(self._rows.ids[free[0]]) if free else None

    def _go_to(self, row: int, column: int) -> None:
        self.selectionModel().setCurrentIndex(self._rows.index(row, column), Command.NoUpdate)

    def _tell_qt(self) -> None:
        made = selection_of(self._rows)
        self._in_pieces = made is None
        self.selectionModel().select(made or QItemSelection(), Command.ClearAndSelect)

    # ---- what the user does ----

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """What a key or a click does to the selection."""
        self._command = super().selectionCommand(index, event)
        return self._command

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Something was selected by hand, or by a screen reader."""
        super().selectionChanged(selected, deselected)
        if self._silent:
            return
        count = len(self._rows.ids)
        if self._in_pieces:
            self._rows.chosen = joined(self._rows.chosen, mask_of(selected, count), self._command)
        else:
            self._rows.chosen = mask_of(self.selectionModel().selection(), count)
        self._in_pieces = self._in_pieces and not self._command & Command.Clear
        self.viewport().update()
        self._told.start()

    def _tell(self) -> None:
        self._command = Command.NoUpdate
        chosen = self.chosen_events()
        current = self.currentIndex().row()
        at_hand = 0 <= current < len(self._rows.ids) and self._rows.chosen[current]
        looked_at = self.current() if at_hand else chosen[-1] if chosen else None
        self._delegate.looked_at = looked_at
        self.events_chosen.emit(tuple(chosen), looked_at)

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last event."""
        if action in (Move.MoveHome, Move.MoveEnd) and len(self._rows.ids):
            row = 0 if action is Move.MoveHome else len(self._rows.ids) - 1
            return self._rows.index(row, max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that do something with what is chosen; the others move."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        elif event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.selectionModel().select(self.currentIndex(), Command.Toggle | Command.Rows)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Escape, Qt.Key.Key_Z):
            {
                Qt.Key.Key_Delete: self.reject_requested,
                Qt.Key.Key_Escape: self.left,
                Qt.Key.Key_Z: self.day_zero_requested,
            }[Qt.Key(event.key())].emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of their own here; what is looked for is typed in the search line."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For the event under the mouse, which is chosen by the press, or for the one that the keyboard is on."""
        at = event.globalPos()
        index = self.currentIndex()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        else:
            index = self.indexAt(self.viewport().mapFromGlobal(at))
        if self._told.isActive():
            self._told.stop()
            self._tell()
        self.menu_requested.emit(int(self._rows.ids[index.row()]) if index.isValid() else None, at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the first row where it was on none."""
        if not self.currentIndex().isValid() and len(self._rows.ids):
            self._go_to(0, 0)
        super().focusInEvent(event)

    def _sort_asked(self, section: int, order: Any) -> None:
        self.sort_changed.emit(KEYS[section], order is Order.DescendingOrder)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or why there are none."""
        super().paintEvent(event)
        if not len(self._rows.ids) and self._hint:
            painter = QPainter(self.viewport())
            painter.setFont(font("interface"))
            painter.setPen(QColor(current_theme().text.tertiary))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._hint)

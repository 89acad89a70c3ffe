"""The events without a date in a list that drops open like a menu: it scrolls, and finds what is typed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QVBoxLayout, QWidget

from widgets.fonts import font
from widgets.icons import kind_icon
from widgets.pieces import ground, label
from widgets.plain import tip
from widgets.shown import Undated

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
WIDTH, LINE, MOST_ROWS, EDGE = 380, 28, 14, 5


class UndatedModel(QAbstractListModel):
    """Each event with the words that would date it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Undated] = ()

    def set_rows(self, rows: Sequence[Undated]) -> None:
        """Show these, in this order."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title and words, the glyph, the row itself."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _told(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_told(row))
        if role == Qt.ItemDataRole.DecorationRole:
            return kind_icon(row.kind)
        return row if role == ROW else None


class UndatedList(QFrame):
    """Arrows, Enter and Escape as in a menu; `chosen` tells which event."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        ground(self, "card")
        self._rows = UndatedModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setProperty("look", "menu")
        self.list.setAccessibleName("Undated events")
        self.list.setFont(font("interface"))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rest = label("", "tertiary", "small")
        self.rest.setContentsMargins(10, 4, 10, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.rest)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    def set_rows(self, rows: Sequence[Undated], total: int) -> None:
        """The events, the most important first, of `total`."""
        self._rows.set_rows(rows)
        self.rest.setText(f"{total - len(rows):,} more")
        self.rest.setVisible(total > len(rows))
        self.list.setFixedHeight(max(1, min(len(rows), MOST_ROWS)) * LINE)

    def drop_open(self, place: QPoint) -> None:
        """With its lower left corner there, and the keyboard on the first event."""
        self.setFixedWidth(WIDTH)
        self.adjustSize()
        self.move(place - QPoint(0, self.height()))
        self.show()
        self.list.setCurrentIndex(self._rows.index(0))
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _choose(self, index: QModelIndex) -> None:
        if self.isVisible():  # Qt tells of some clicks twice
            self.hide()
            self.chosen.emit(index.data(ROW).id)


def _told(row: Undated) -> str:
    return f"{row.title}   “{row.words}”" if row.words else row.title

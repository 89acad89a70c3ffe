"""A list of rows that are ticked on and off, each with a glyph, words and a count: kinds, places, sources."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from resources.themes import measures
from widgets.current import current_theme
from widgets.fonts import font
from widgets.icons import paint_icon, paint_kind
from widgets.plain import tip
from widgets.shown import Counted

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
BOX, INDENT, RIGHT = 14, 14, 16


class CheckModel(QAbstractListModel):
    """Rows and which of their keys are ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Counted, ...] = ()
        self.ticked: set[str] = set()

    def set_rows(self, rows: Sequence[Counted]) -> None:
        """Show other rows; ticks are kept, and where only numbers change, so is the place of the keyboard."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = tuple(rows)
            self.tick(self.ticked)
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, the tick, the row itself."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.label)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            of = row.numbers.replace("/", " of ")
            return f"{row.label}, {of} event{'' if row.count == 1 else 's'}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.key in self.ticked else Qt.CheckState.Unchecked
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def tick(self, keys: set[str]) -> None:
        """Tick exactly these."""
        self.ticked = set(keys)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))


class CheckDelegate(QStyledItemDelegate):
    """Paints a row: box, glyph, words, count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high."""
        return QSize(60, measures()["layout"]["sidebar_row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row in the theme's colours."""
        theme, row = current_theme(), index.data(ROW)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        rect, middle = option.rect, option.rect.center().y() + 0.5
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.surface.hover))
        paint_box(painter, QPointF(rect.left() + INDENT + BOX / 2, middle), ticked)
        left = rect.left() + INDENT + BOX + 9
        if row.kind:
            paint_kind(painter, row.kind, QPointF(left + 8, middle), theme.colour_of(row.kind))
            left += 25
        painter.setFont(font("label"))
        painter.setPen(QColor(theme.text.tertiary))
        count = row.numbers
        wide = painter.fontMetrics().horizontalAdvance(count)
        aligned = Qt.AlignmentFlag.AlignVCenter
        place = QRect(rect.right() - RIGHT - wide, rect.top(), wide + 1, rect.height())
        painter.drawText(place, aligned | Qt.AlignmentFlag.AlignRight, count)
        painter.setFont(font("interface"))
        held = row.count and row.passing == 0
        painter.setPen(QColor(theme.text.tertiary if held else theme.text.primary if ticked else theme.text.secondary))
        room = place.left() - 8 - left
        words = painter.fontMetrics().elidedText(row.label, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, rect.top(), room, rect.height()), aligned, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, QRectF(rect))


class CheckList(QListView):
    """Ticks follow a click anywhere in the row, or the space bar; `changed` carries nothing, ask `ticked()`."""

    changed = Signal()

    def __init__(self, name: str, most_rows: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = CheckModel(self)
        self._most = most_rows
        self.setModel(self.rows)
        self.setItemDelegate(CheckDelegate(self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def set_rows(self, rows: Sequence[Counted]) -> None:
        """Show these rows and grow to their number, up to the most that was allowed."""
        self.rows.set_rows(rows)
        self.set_most(self._most)

    def set_most(self, rows: int) -> None:
        """Grow to so many rows before scrolling."""
        self._most = rows
        self.setFixedHeight(min(len(self.rows.rows), rows) * measures()["layout"]["sidebar_row"])

    def keys(self) -> set[str]:
        """The keys of all rows."""
        return {row.key for row in self.rows.rows}

    def ticked(self) -> frozenset[str]:
        """The keys that are ticked and shown."""
        return frozenset(self.rows.ticked & self.keys())

    def tick(self, keys: set[str] | frozenset[str]) -> None:
        """Tick exactly these, without announcing it."""
        self.rows.tick(set(keys))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the first row where it was on none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._toggle(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _toggle(self, index: Index) -> None:
        self.rows.tick(self.rows.ticked ^ {index.data(ROW).key})
        self.changed.emit()


def paint_box(painter: QPainter, centre: QPointF, ticked: bool) -> None:
    """A box of 14 with its tick."""
    theme = current_theme()
    box = QRectF(centre.x() - BOX / 2, centre.y() - BOX / 2, BOX, BOX)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ticked:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.text.secondary))
        painter.drawRoundedRect(box, 3.5, 3.5)
        paint_icon(painter, "check", centre, theme.surface.window, 11.5)
    else:
        painter.setPen(QPen(QColor(theme.border.strong), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3)
    painter.restore()


def paint_focus(painter: QPainter, rect: QRectF) -> None:
    """The ring that shows where the keyboard is."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(current_theme().accent.focus), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(3, 1, -3, -1), 4, 4)
    painter.restore()

"""What became of each input of an import, in a list that can be read, copied and closed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from storage.model import Fate
from widgets.current import current_theme
from widgets.fonts import font
from widgets.icons import paint_icon, tone_colour
from widgets.pieces import button, ground, label, rule, tool
from widgets.plain import tip

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LINE, MOST_ROWS = 26, 8

SIGNS = {
    Fate.IMPORTED: ("check", "secondary"),
    Fate.DUPLICATE: ("minus", "tertiary"),
    Fate.SKIPPED: ("minus", "tertiary"),
    Fate.FAILED: ("warning", "warn"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One input: its name, what became of it, and why in words."""

    name: str
    status: Fate
    message: str = ""


def summary(outcomes: Sequence[Outcome]) -> str:
    """ "3 imported, 1 duplicate, 1 could not be read"."""
    counts = Counter(outcome.status for outcome in outcomes)
    parts = (
        (counts[Fate.IMPORTED], "imported", "imported"),
        (counts[Fate.DUPLICATE], "duplicate", "duplicates"),
        (counts[Fate.SKIPPED], "skipped", "skipped"),
        (counts[Fate.FAILED], "could not be read", "could not be read"),
    )
    told = [f"{count:,} {one if count == 1 else more}" for count, one, more in parts if count]
    return ", ".join(told) or "Nothing to import"


class ReportModel(QAbstractListModel):
    """Failures first, because they are what one must look at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Outcome] = []

    def set_rows(self, rows: Sequence[Outcome]) -> None:
        """Show these."""
        order = (Fate.FAILED, Fate.SKIPPED, Fate.DUPLICATE, Fate.IMPORTED)
        self.beginResetModel()
        self.rows = sorted(rows, key=lambda row: order.index(row.status))
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        """How many."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or the row itself."""
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _line(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_line(row))
        return row if role == ROW else None


class ReportDelegate(QStyledItemDelegate):
    """Sign, name, reason."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line."""
        return QSize(100, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The name at the left, the reason behind it."""
        theme, row, rect = current_theme(), index.data(ROW), option.rect
        sign, tone = SIGNS[row.status]
        paint_icon(painter, sign, QPointF(rect.left() + 28, rect.center().y() + 0.5), tone_colour(theme, tone), 14)
        room = (rect.width() - 64) // 3
        painter.setFont(font("interface"))
        for left, width, text, colour in (
            (44, room, row.name, theme.text.primary),
            (44 + room + 12, rect.width() - room - 72, row.message or row.status, tone_colour(theme, tone)),
        ):
            painter.setPen(QColor(colour))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            place = QRect(rect.left() + left, rect.top(), width, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)


class Report(QFrame):
    """`set_outcomes` fills it; closing it is told, not done."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "window")
        self.setProperty("edge", "bottom")
        self._summary = label("", weight="strong")
        self._rows = ReportModel(self)
        self.list = QListView()
        self.list.setModel(self._rows)
        self.list.setItemDelegate(ReportDelegate(self.list))
        self.list.setAccessibleName("What became of each input")
        self.list.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        copy, close = button("Copy the list", "link"), tool("x", "Close the report")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(20, 4, 12, 4)
        row.addWidget(self._summary, 1)
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule())
        column.addWidget(self.list)

    def set_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what became of the inputs."""
        self._summary.setText(summary(outcomes))
        self._rows.set_rows(outcomes)
        self.list.setFixedHeight(max(1, min(len(outcomes), MOST_ROWS)) * LINE)

    def text(self) -> str:
        """The whole list in lines."""
        return "\n".join(_line(row) for row in self._rows.rows)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def _line(row: Outcome) -> str:
    return f"{row.name}: {row.message or row.status}"

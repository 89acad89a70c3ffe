"""What became of each input of an import, in a list that can be read, copied and closed."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from resources.themes import Theme
from storage.model import Fate
from widgets.current import current_theme
from widgets.fonts import font
from widgets.icons import paint_icon, tone_colour
from widgets.pieces import button, ground, label, rule, tool
from widgets.plain import tip

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
LINE, MOST_ROWS = 26, 4
AGAIN, ALLOW = "Try again", "Fetch it"

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
    again: str = ""
    """The file or address to be read again, where that may help."""
    asks: bool = False
    """Whether that is done only if the user allows it."""

    @property
    def action(self) -> str:
        """What a click at its right does, in words."""
        return "" if not self.again else ALLOW if self.asks else AGAIN


class Undone(StrEnum):
    """Whether what was imported has been taken back since then, with the words for it."""

    NOT = ""
    PART = "in part undone since then"
    ALL = "undone since then"


def summary(outcomes: Sequence[Outcome], left: int = 0, undone: Undone = Undone.NOT) -> str:
    """ "3 imported, 1 could not be read, 1 already there. You stopped it: 1,280 files were not read."."""
    counts = Counter(outcome.status for outcome in outcomes)
    parts = (
        (counts[Fate.IMPORTED], f"imported ({undone})" if undone else "imported"),
        (counts[Fate.FAILED], "could not be read"),
        (counts[Fate.SKIPPED], "skipped"),
        (counts[Fate.DUPLICATE], "already there"),
    )
    told = ", ".join(f"{count:,} {words}" for count, words in parts if count)
    stopped = f"Stopped: {left:,} {'file was' if left == 1 else 'files were'} not read" if left else ""
    return ". ".join(filter(None, (told, stopped))) or "Nothing to import"


class ReportModel(QAbstractListModel):
    """Failures first, because they are what one must look at, then what is new."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Outcome] = []

    def set_rows(self, rows: Sequence[Outcome]) -> None:
        """Show these."""
        order = (Fate.FAILED, Fate.IMPORTED, Fate.SKIPPED, Fate.DUPLICATE)
        self.beginResetModel()
        self.rows = sorted(rows, key=lambda row: order.index(row.status))
        self.endResetModel()

    def again(self) -> tuple[str, ...]:
        """All files that may be read again without asking."""
        return tuple(row.again for row in self.rows if row.again and not row.asks)

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
        if row.again:
            self._paint_again(painter, rect, theme, row.action)
            rect = rect.adjusted(0, 0, -again_width(), 0)
        painter.setFont(font("interface"))
        for left, width, text, colour in (
            (44, room, row.name, theme.text.primary),
            (44 + room + 12, rect.width() - room - 72, row.message or row.status, tone_colour(theme, tone)),
        ):
            painter.setPen(QColor(colour))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)
            place = QRect(rect.left() + left, rect.top(), width, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _paint_again(self, painter: QPainter, rect: QRect, theme: Theme, words: str) -> None:
        """At the right what a click there does."""
        painter.setFont(font("interface"))
        painter.setPen(QColor(theme.accent.base))
        painter.drawText(
            rect.adjusted(0, 0, -20, 0), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, words
        )


def again_width() -> int:
    """The room at the right of a row that a click there belongs to."""
    return max(map(QFontMetrics(font("interface")).horizontalAdvance, (AGAIN, ALLOW))) + 32


class Report(QFrame):
    """`set_outcomes` fills it; closing it and reading files again is told, not done."""

    closed = Signal()
    again_requested = Signal(object)
    """A tuple of paths."""
    go_on_requested = Signal()
    """What was not read when the import was stopped is to be read now."""
    allowed = Signal(str)
    """An address that was asked about may be fetched."""

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
        self.list.viewport().installEventFilter(self)
        self.list.activated.connect(self._again)
        self._all_again = button("Try all again", "link")
        self._all_again.clicked.connect(lambda: self.again_requested.emit(self._rows.again()))
        self._go_on = button("Go on", "link")
        self._go_on.clicked.connect(self.go_on_requested)
        self._left, self._undone = 0, Undone.NOT
        self._note = label("", "secondary", wrap=True)
        self._note.setContentsMargins(20, 6, 20, 8)
        copy, close = button("Copy the list", "link"), tool("x", "Close the report")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(20, 4, 12, 4)
        row.addWidget(self._summary, 1)
        row.addWidget(self._go_on)
        row.addWidget(self._all_again)
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(rule())
        column.addWidget(self.list)
        column.addWidget(self._note)

    def set_outcomes(self, outcomes: Sequence[Outcome], note: str = "", left: int = 0) -> None:
        """Show what became of the inputs; the note is about all of them, `left` are those that were not read."""
        self._left, self._undone = left, Undone.NOT
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._rows.set_rows(outcomes)
        self._summarise()
        self._go_on.setVisible(bool(left))
        self._all_again.setVisible(len(self._rows.again()) > 1)
        self.list.setFixedHeight(max(1, min(len(outcomes), MOST_ROWS)) * LINE)

    def set_undone(self, undone: Undone) -> None:
        """Say whether what was imported has been taken back."""
        if undone is not self._undone:
            self._undone = undone
            self._summarise()

    def _summarise(self) -> None:
        self._summary.setText(summary(self._rows.rows, self._left, self._undone))

    def text(self) -> str:
        """The whole list in lines, and the note."""
        return "\n".join([*(_line(row) for row in self._rows.rows), *filter(None, [self._note.text()])])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on "Try again" of a row."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            index = self.list.indexAt(event.position().toPoint())
            if index.isValid() and event.position().x() >= self.list.viewport().width() - again_width():
                self._again(index)
        return super().eventFilter(watched, event)

    def _again(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None and row.asks:
            self.allowed.emit(row.again)
        elif row is not None and row.again:
            self.again_requested.emit((row.again,))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def _line(row: Outcome) -> str:
    return f"{row.name}: {row.message or row.status}"

"""A filter that folds away: its name, a summary of what it lets through, and below them the rows to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from widgets.check_list import CheckList, paint_focus
from widgets.current import current_theme
from widgets.fonts import REGULAR, STRONG, font
from widgets.icons import paint_icon
from widgets.shown import Counted

HEADER, MOST_ROWS, SEARCH_FROM = 26, 8, 12
"""Header height; rows shown before the list scrolls; rows from which a line to narrow them appears."""


class FoldHeader(QAbstractButton):
    """The line that opens and closes; checked means open."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(name)
        self.setCheckable(True)
        self.setFixedHeight(HEADER)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._summary, self._narrowed = "", False

    def set_summary(self, summary: str, narrowed: bool) -> None:
        """What is let through; in the link colour when something is held back."""
        self._summary, self._narrowed = summary, narrowed
        self.setAccessibleName(f"{self.text()}: {summary}")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the sidebar makes it."""
        return QSize(120, HEADER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chevron, name, summary."""
        theme, painter = current_theme(), QPainter(self)
        rect = self.rect()
        if self.underMouse():
            painter.fillRect(rect, QColor(theme.surface.hover))
        middle = rect.center().y() + 0.5
        paint_icon(
            painter,
            "chevron_down" if self.isChecked() else "chevron_right",
            QPointF(23, middle),
            theme.text.tertiary,
            14,
        )
        painter.setFont(font("interface"))
        painter.setPen(QColor(theme.text.primary))
        words = rect.adjusted(36, 0, -12, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        room = words.width() - painter.fontMetrics().horizontalAdvance(self.text()) - 16
        painter.setFont(font("label", STRONG if self._narrowed else REGULAR))
        painter.setPen(QColor(theme.accent.base if self._narrowed else theme.text.tertiary))
        summary = painter.fontMetrics().elidedText(self._summary, Qt.TextElideMode.ElideRight, room)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, summary)
        if self.hasFocus():
            paint_focus(painter, QRectF(rect))


class FilterSection(QWidget):
    """Nothing ticked lets everything through, so that one tick is enough to see one place alone."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Counted, ...] = ()
        self._rows: tuple[Counted, ...] = ()
        self.header = FoldHeader(name)
        self.narrow = QLineEdit(placeholderText=f"Find a {name.lower()}")
        self.narrow.setAccessibleName(f"Find a {name.lower()}")
        self.narrow.setFont(font("label"))
        self.narrow.setAcceptDrops(False)
        self.list = CheckList(name, MOST_ROWS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        self._inset = QWidget()
        inset = QVBoxLayout(self._inset)
        inset.setContentsMargins(14, 2, 16, 4)
        inset.addWidget(self.narrow)
        column.addWidget(self._inset)
        column.addWidget(self.list)
        self.header.toggled.connect(self._fold)
        self.narrow.textChanged.connect(self._narrowed)
        self.list.changed.connect(self._ticked)
        self._fold(False)

    def set_rows(self, rows: Sequence[Counted]) -> None:
        """What can be chosen, in this order. Ticks are kept: what is ticked and no longer there stays, with a count of 0."""
        self._offered = tuple(rows)
        self._rows = self._with_ticked()
        self._narrowed()
        self._fold(self.header.isChecked())
        self._summarise()

    def chosen(self) -> frozenset[str] | None:
        """The ticked keys, None when there are none."""
        return frozenset(self.list.rows.ticked & {row.key for row in self._rows}) or None

    def choose(self, keys: frozenset[str] | None) -> None:
        """Tick exactly these, without announcing it."""
        self.list.tick(keys or frozenset())
        self.set_rows(self._offered)

    def _with_ticked(self) -> tuple[Counted, ...]:
        """Nothing holds events back unseen."""
        there = {row.key for row in self._offered}
        labels = {row.key: row.label for row in self._rows}
        gone = sorted(self.list.rows.ticked - there)
        return (*self._offered, *(Counted(key, labels.get(key, key), 0) for key in gone))

    def _fold(self, opened: bool) -> None:
        self.list.setVisible(opened)
        self._inset.setVisible(opened and len(self._rows) >= SEARCH_FROM)

    def _narrowed(self) -> None:
        part = self.narrow.text().strip().casefold()
        self.list.set_rows([row for row in self._rows if part in row.label.casefold()])

    def _ticked(self) -> None:
        self._summarise()
        self.changed.emit()

    def _summarise(self) -> None:
        chosen = [row.label for row in self._rows if row.key in self.list.rows.ticked]
        more = f" +{len(chosen) - 2}" if len(chosen) > 2 else ""
        summary = ", ".join(chosen[:2]) + more if chosen else f"all {len(self._rows)}" if self._rows else "none yet"
        self.header.set_summary(summary, bool(chosen))

"""A filter that folds away: its name, a summary of what it lets through, and below them the rows to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from widgets.check_list import CheckList, paint_focus
from widgets.current import current_theme
from widgets.fonts import REGULAR, STRONG, font
from widgets.icons import paint_icon
from widgets.pieces import button, label
from widgets.shown import Counted

HEADER, LEAST_ROWS, SEARCH_FROM = 25, 8, 12
"""Header height; rows shown before a list scrolls, if there is no room for more; rows from which they can be searched."""


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
    """Ticked is shown, as in the list of kinds: all rows are ticked while nothing is held back."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: tuple[Counted, ...] = ()
        self._rows: tuple[Counted, ...] = ()
        self._chosen: frozenset[str] | None = None
        self.header = FoldHeader(name)
        self.narrow = QLineEdit(placeholderText=f"Find a {name.lower()}")
        self.narrow.setAccessibleName(f"Find a {name.lower()}")
        self.narrow.setFont(font("label"))
        self.narrow.setAcceptDrops(False)
        self.list = CheckList(name, LEAST_ROWS)
        self.every, self.none = (button(word, "word", size="caption") for word in ("All", "None"))
        self.every.setAccessibleName(f"{name}: show all")
        self.none.setAccessibleName(f"{name}: show none")
        self._both, self._inset = QWidget(), QWidget()
        self._place()
        self.header.toggled.connect(self._fold)
        self.narrow.textChanged.connect(lambda: self._narrowed())
        self.list.changed.connect(lambda: self._tick(self.list.rows.ticked))
        self.every.clicked.connect(lambda: self._tick(self.list.rows.ticked | self.list.keys()))
        self.none.clicked.connect(lambda: self._tick(self.list.rows.ticked - self.list.keys()))
        self._fold(False)

    def set_rows(self, rows: Sequence[Counted]) -> None:
        """What can be chosen, in this order. What was chosen stays; where it is no longer there, with a count of 0."""
        self._offered = tuple(rows)
        self._rows = self._with_chosen()
        self.list.tick({row.key for row in self._rows} if self._chosen is None else self._chosen)
        self._narrowed()
        self._fold(self.header.isChecked())
        self._summarise()

    def chosen(self) -> frozenset[str] | None:
        """The keys that are let through, None where nothing is held back."""
        return self._chosen

    def choose(self, keys: frozenset[str] | None) -> None:
        """Let exactly these through, without announcing it."""
        self._chosen = keys
        self.set_rows(self._offered)

    def set_most(self, rows: int) -> None:
        """Grow to so many rows before the list scrolls."""
        self.list.set_most(rows)

    @property
    def opened(self) -> bool:
        """Whether its rows are shown."""
        return self.header.isChecked()

    def _with_chosen(self) -> tuple[Counted, ...]:
        """Nothing holds events back unseen."""
        there = {row.key for row in self._offered}
        labels = {row.key: row.label for row in self._rows}
        gone = sorted((self._chosen or frozenset()) - there)
        return (*self._offered, *(Counted(key, labels.get(key, key), 0) for key in gone))

    def _fold(self, opened: bool) -> None:
        self.list.setVisible(opened)
        self._both.setVisible(opened)
        self._inset.setVisible(opened and len(self._rows) >= SEARCH_FROM)

    def _narrowed(self) -> None:
        part = self.narrow.text().strip().casefold()
        self.list.set_rows([row for row in self._rows if part in row.label.casefold()])

    def _tick(self, ticked: set[str]) -> None:
        self._chosen = None if {row.key for row in self._offered} <= ticked else frozenset(ticked)
        self.list.tick(ticked)
        self._summarise()
        self.changed.emit()

    def _summarise(self) -> None:
        self.header.set_summary(summary(self._rows, self._chosen), self._chosen is not None)

    def _place(self) -> None:
        words = QHBoxLayout(self._both)
        words.setContentsMargins(0, 0, 10, 0)
        words.setSpacing(2)
        for part in (self.every, label("·", "secondary", "caption"), self.none):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self.header, 1)
        head.addWidget(self._both)
        inset = QVBoxLayout(self._inset)
        inset.setContentsMargins(14, 2, 16, 4)
        inset.addWidget(self.narrow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._inset)
        column.addWidget(self.list)


def summary(rows: Sequence[Counted], chosen: frozenset[str] | None) -> str:
    """What a filter lets through, in a word or two: "all 4", "Damascus", "3 of 12", "none"."""
    if chosen is None:
        return f"all {len(rows):,}" if rows else "none yet"
    named = [row.label for row in rows if row.key in chosen]
    if len(named) > 2:
        return f"{len(named):,} of {len(rows):,}"
    return ", ".join(named) or "none"

"""The list of articles: date, title, publisher and number of events, without a limit to how many."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from resources.themes import measures
from storage.when import year_of
from widgets import dates
from widgets.check_list import paint_focus
from widgets.current import current_theme
from widgets.fonts import REGULAR, STRONG, font
from widgets.paged import Paged
from widgets.plain import tip
from widgets.shown import ShownArticle

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
DATE, GAP, EDGE = 44, 8, 16


class ArticlesModel(QAbstractListModel):
    """The rows as they are given; `near` is the year that dates need not repeat."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[ShownArticle] = ()
        self.near = 0
        self.asked: int | None = None
        """The row whose menu is open."""

    def set_rows(self, rows: Sequence[ShownArticle], near: int | None = None) -> None:
        """Show these, in this order; without a year, that of the first that has a date is near."""
        self.beginResetModel()
        self._rows = rows
        self.near = next((year_of(row.day.day) for row in rows if row.day), 0) if near is None else near
        self.endResetModel()

    def place_of(self, article: int) -> int | None:
        """The row of an article."""
        if isinstance(self._rows, Paged):
            return self._rows.place_of(article)
        return next((place for place, row in enumerate(self._rows) if row.id == article), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature of Qt
        """How many."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, a sentence for screen readers, the row itself."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = "\n".join((row.title, f"{dates.day(row.day) if row.day else 'No publication date'} · {note(row)}"))
            return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None


def note(row: ShownArticle) -> str:
    """ "Levant Desk · 9 events", and behind it whether it is a copy of another article."""
    events = f"{row.events:,} event{'' if row.events == 1 else 's'}"
    return " · ".join(part for part in (row.publisher, events, "copy of a report" if row.copy else "") if part)


class ArticleDelegate(QStyledItemDelegate):
    """Paints a row of 42."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high."""
        return QSize(120, measures()["layout"]["list_row"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Date at the left, title and note beside it."""
        theme, row, rect = current_theme(), index.data(ROW), option.rect
        selected = option.state & QStyle.StateFlag.State_Selected
        asked = index.row() == index.model().asked  # type: ignore[attr-defined]
        if selected or asked or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.surface.pressed if selected else theme.surface.hover))
        near = index.model().near  # type: ignore[attr-defined]
        top, aligned = rect.top() + 5, Qt.AlignmentFlag.AlignVCenter
        painter.setFont(font("small" if row.day else "caption", REGULAR if row.day else STRONG))
        painter.setPen(QColor(theme.text.secondary if row.day else theme.warn.text))
        date = QRect(rect.left() + EDGE, top, DATE + GAP, 17)
        painter.drawText(date, aligned, dates.day_and_month(row.day) if row.day else "no date")
        if row.day and year_of(row.day.day) != near:
            painter.setFont(font("caption"))
            painter.setPen(QColor(theme.text.tertiary))
            painter.drawText(date.translated(0, 16), aligned, dates.year(year_of(row.day.day)))
        left = rect.left() + EDGE + DATE + GAP
        room = rect.right() - EDGE - left
        for role, colour, text, place in (
            ("lane_header", theme.text.primary, row.title, QRect(left, top, room, 17)),
            ("caption", theme.text.tertiary, note(row), QRect(left, top + 17, room, 15)),
        ):
            painter.setFont(font(role))
            painter.setPen(QColor(colour))
            words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(place, aligned | Qt.TextFlag.TextSingleLine, words)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, QRectF(rect))


class ArticlesList(QListView):
    """A click or Enter opens an article; its menu asks for its date, words about it, its original or its removal."""

    article_clicked = Signal(object)
    date_requested = Signal(object)
    original_requested = Signal(object)
    edit_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = ArticlesModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(ArticleDelegate(self))
        self.setAccessibleName("Articles")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to the first row where it was on none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.model().index(0, 0))
        super().focusInEvent(event)

    def set_rows(self, rows: Sequence[ShownArticle], near: int | None = None) -> None:
        """Show these, keeping the selection where the article is still there; `near` is the year that goes without saying."""
        kept = self.selected()
        self._rows.set_rows(rows, near)
        self.select(kept)

    def selected(self) -> int | None:
        """The article that is marked."""
        row = self.currentIndex().data(ROW)
        return row.id if row else None

    def select(self, article: int | None) -> None:
        """Mark an article and bring it into view, without announcing it."""
        place = self._rows.place_of(article) if article is not None else None
        index = self._rows.index(place) if place is not None else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)

    def menu_for(self, article: int) -> QMenu:
        """What can be done with an article."""
        menu = QMenu(self)
        menu.addAction("Open", lambda: self.article_clicked.emit(article))
        menu.addAction("Set publication date…", lambda: self.date_requested.emit(article))
        menu.addAction("Edit title, publisher, author…", lambda: self.edit_requested.emit(article))
        menu.addAction("Save original…", lambda: self.original_requested.emit(article))
        menu.addSeparator()
        menu.addAction("Remove from the library", lambda: self.remove_requested.emit(article))
        return menu

    def _open(self, index: QModelIndex) -> None:
        self.article_clicked.emit(index.data(ROW).id)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What opens the menu leaves the mark where it is: on the article that is open."""
        if event.button() is not Qt.MouseButton.RightButton:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """For the article under the mouse; for the marked one by the key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            menu = self.menu_for(index.data(ROW).id)
            menu.aboutToHide.connect(lambda: self._ask_of(None))
            self._ask_of(index.row())
            menu.popup(self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos())

    def _ask_of(self, row: int | None) -> None:
        self._rows.asked = row
        self.viewport().update()

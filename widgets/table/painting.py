"""How the event table looks: its cells and what stands above them."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from resources.themes import Theme, theme
from storage.model import Review, Status
from widgets.check_list import paint_focus
from widgets.current import current_theme
from widgets.fonts import LABEL, REGULAR, STRONG, font
from widgets.icons import paint_icon, paint_kind
from widgets.shown import ShownRow
from widgets.table.columns import COLUMNS, Column
from widgets.table.model import ROW, Index

ROW_HEIGHT, HEAD_HEIGHT = 26, 30
EDGE, GLYPH = 8, 20
ONE_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class EventDelegate(QStyledItemDelegate):
    """Chosen rows are on the highlighter, the one that is looked at with a bar in front of it."""

    looked_at: int | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are as high."""
        return QSize(COLUMNS[index.column()].width, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        now, row, column, box = current_theme(), index.data(ROW), COLUMNS[index.column()], option.rect
        chosen = bool(index.model().chosen[index.row()])  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(box, QColor(now.highlight.fill))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(now.surface.hover))
        painter.setPen(QColor(now.border.hairline))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if row.id == self.looked_at and self._is_first(index.column()):
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(now.highlight.ring))
        inside = box.adjusted(EDGE, 0, -EDGE, 0)
        if column.key == "kind":
            kinds = theme("light") if chosen else now  # dark colours only are seen on the highlighter
            centre = QPointF(inside.left() + GLYPH / 2 - 3, inside.center().y() + 0.5)
            paint_kind(painter, row.kind, centre, kinds.colour_of(row.kind), 12)
            inside.setLeft(inside.left() + GLYPH)
        _paint_words(painter, now, row, column, index.data(), inside, chosen)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_focus(painter, QRectF(box))

    def _is_first(self, column: int) -> bool:
        table = self.parent()
        assert isinstance(table, QTableView)
        return table.horizontalHeader().visualIndex(column) == 0


def _paint_words(
    painter: QPainter, now: Theme, row: ShownRow, column: Column, words: str, box: QRect, chosen: bool
) -> None:
    undated = column.key == "date" and row.when is None
    weight = STRONG if undated else LABEL if column.key == "title" else REGULAR
    face = font("caption" if undated else "label" if column.key == "title" else "small", weight)
    if column.key == "title" and row.status is Status.DENIED:
        face = QFont(face)
        face.setStrikeOut(True)
    painter.setFont(face)
    painter.setPen(QColor(_tone(now, row, column, undated, chosen)))
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, side | ONE_LINE, shown)


def _tone(now: Theme, row: ShownRow, column: Column, undated: bool, chosen: bool) -> str:
    if chosen:
        return str(now.highlight.text)
    if undated:
        return str(now.warn.text)
    strong = column.key in ("title", "date", "end") and row.review is not Review.REJECTED
    return str(now.text.primary if strong else now.text.secondary)


class EventHeader(QHeaderView):
    """The names of the columns; the one that rows are sorted by has a small arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEAD_HEIGHT)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(48)
        self.setAccessibleName("Columns")
        self._under = -1

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """One name."""
        now, column, sorted_by = current_theme(), COLUMNS[logical], self.sortIndicatorSection() == logical
        painter.fillRect(rect, QColor(now.surface.hover if logical == self._under else now.surface.window))
        painter.setPen(QColor(now.border.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(now.border.hairline))
        painter.drawLine(rect.right(), rect.top() + 8, rect.right(), rect.bottom() - 8)
        face = font("caption", STRONG)
        painter.setFont(face)
        painter.setPen(QColor(now.text.primary if sorted_by else now.text.tertiary))
        arrow = 14 if sorted_by else 0
        box = rect.adjusted(EDGE, 0, -EDGE, 0)
        words = QFontMetrics(face).elidedText(column.head, Qt.TextElideMode.ElideRight, box.width() - arrow)
        wide = QFontMetrics(face).horizontalAdvance(words)
        left = box.right() - wide + 1 if column.number else box.left()
        painter.drawText(QRect(left, box.top(), wide + 2, box.height()), ONE_LINE, words)
        if sorted_by:
            down = self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
            x = left - 9 if column.number else left + wide + 9
            name = "chevron_down" if down else "chevron_up"
            paint_icon(painter, name, QPointF(x, box.center().y() + 1), now.text.secondary, 12)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The name under the mouse answers."""
        self._point(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse went elsewhere."""
        self._point(-1)
        super().leaveEvent(event)

    def _point(self, section: int) -> None:
        if section != self._under:
            self._under = section
            self.viewport().update()

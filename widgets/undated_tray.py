"""A strip for events without a date: what they are, and the words that would date them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from resources.themes import measures
from widgets.check_list import paint_focus
from widgets.current import current_theme
from widgets.fonts import LABEL, font, serif
from widgets.icons import paint_kind
from widgets.pieces import button, ground, label
from widgets.plain import tip
from widgets.shown import Undated

HEIGHT, WIDEST, GAP, MOST = 42, 220, 8, 24
"""Height and greatest width of a card, the room between two, and how many are ever made."""


class UndatedCard(QAbstractButton):
    """One event: glyph, title, and its date words in the serif."""

    def __init__(self, row: Undated, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self.setText(row.title)
        self.setAccessibleName(f"{row.title}, “{row.words}”" if row.words else row.title)
        self.setToolTip(tip(self.accessibleName()))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """As wide as its words, within reason."""
        self.setFont(font("label", LABEL))
        wide = (
            self.fontMetrics().horizontalAdvance(self._row.title),
            QFontMetrics(serif(13)).horizontalAdvance(self._words()),
        )
        return QSize(min(WIDEST, max(wide) + 46), HEIGHT)

    def _words(self) -> str:
        return f"“{self._row.words}”" if self._row.words else "no words tell when"

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, glyph, two lines."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.border.line), 1))
        painter.setBrush(QColor(theme.surface.hover if self.underMouse() else theme.surface.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        paint_kind(painter, self._row.kind, QPointF(16, 13), theme.colour_of(self._row.kind))
        room = self.width() - 42
        for face, colour, text, top in (
            (font("label", LABEL), theme.text.primary, self._row.title, 4),
            (serif(13), theme.text.secondary, self._words(), 21),
        ):
            painter.setFont(face)
            painter.setPen(QColor(colour))
            told = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(32, top, room + 2, 17), Qt.AlignmentFlag.AlignVCenter, told)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(-2, 0, 2, 0))


class UndatedTray(QFrame):
    """As many cards as there is room for; the rest is asked for."""

    undated_clicked = Signal(object)
    more_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "attention")
        self.setProperty("edge", "top")
        self.setFixedHeight(measures()["layout"]["undated_tray_height"])
        self._cards: list[UndatedCard] = []
        self._total = 0
        self._count = label("", "secondary", "small")
        self.more = button("", "link")
        self.more.clicked.connect(self.more_requested)
        head = QVBoxLayout()
        head.setSpacing(0)
        head.addStretch(1)
        head.addWidget(label("Undated", weight="strong"))
        head.addWidget(self._count)
        head.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 0, 14, 0)
        self._row.setSpacing(GAP)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._row.addLayout(head)
        self._row.addSpacing(12)
        self._row.addStretch(1)
        self._row.addWidget(self.more)

    def set_undated(self, rows: Sequence[Undated], total: int | None = None) -> None:
        """The events that wait, the most important first; `total` where not all of them are given."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._total = len(rows) if total is None else total
        self._count.setText("1 event waits" if self._total == 1 else f"{self._total:,} events wait")
        self._cards = [self._card(row) for row in rows[:MOST]]
        self._fit()

    def shown(self) -> int:
        """How many cards there is room for."""
        room = self.width() - 150 - 80
        for number, card in enumerate(self._cards):
            room -= card.width() + GAP
            if room < 0:
                return number
        return len(self._cards)

    def minimumSizeHint(self) -> QSize:
        """The count alone; cards that have no room are left out."""
        return QSize(220, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds other cards."""
        super().resizeEvent(event)
        self._fit()

    def _card(self, row: Undated) -> UndatedCard:
        made = UndatedCard(row)
        made.clicked.connect(lambda: self.undated_clicked.emit(row.id))
        self._row.insertWidget(self._row.count() - 2, made)
        return made

    def _fit(self) -> None:
        count = self.shown()
        for number, card in enumerate(self._cards):
            card.setVisible(number < count)
        rest = self._total - count
        self.more.setText(f"{rest:,} more")
        self.more.setVisible(rest > 0)

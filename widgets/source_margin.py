"""What stands beside the source text: the resolved date of each find at its line, and the map of all finds."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from resources.themes import theme
from widgets.current import current_theme
from widgets.fonts import LABEL, REGULAR, STRONG, font
from widgets.icons import paint_kind
from widgets.shown import ShownMention
from widgets.source_text import SourceText

WIDTH, MAP_WIDTH, ROW, STEP = 150, 14, 20, 24


class Margin(QWidget):
    """A glyph and a date for each find; a click goes to its event."""

    event_clicked = Signal(object)

    def __init__(self, text: SourceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._mentions: tuple[ShownMention, ...] = ()
        self._chosen: int | None = None
        self._starts: list[int] = []
        self._rows: list[tuple[QRectF, ShownMention]] = []
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Dates of the finds")

    def set_mentions(self, mentions: Sequence[ShownMention]) -> None:
        """One row for each event's first words."""
        first = {mention.event: mention for mention in sorted(mentions, key=lambda m: m.span, reverse=True)}
        self._mentions = tuple(sorted(first.values(), key=lambda m: m.span))
        self._starts = [mention.span.start for mention in self._mentions]
        self.update()

    def choose(self, event: int | None) -> None:
        """Put the highlighter on its row."""
        self._chosen = event
        self.update()

    def rows(self) -> list[tuple[QRectF, ShownMention]]:
        """Where each find stands: at its line, or below its neighbour where that leaves no room."""
        found, last = [], -1e9
        visible = self._text.visible()
        for mention in self._mentions[bisect_left(self._starts, visible.start) :]:
            top = self._text.line_top(mention.span.start) + 2
            top = max(top, last + STEP - 2) if top < last + ROW + 2 else top
            last = top
            if top > self.height():
                break
            if top > -STEP:
                found.append((QRectF(0, top, self.width(), ROW), mention))
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows that are in view."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._rows = self.rows()
        for box, mention in self._rows:
            self._paint_row(painter, box, mention)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row."""
        for box, mention in self._rows:
            if box.contains(event.position()):
                self.event_clicked.emit(mention.event)
                return

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text scrolls."""
        QApplication.sendEvent(self._text.verticalScrollBar(), event)

    def _paint_row(self, painter: QPainter, box: QRectF, mention: ShownMention) -> None:
        now, chosen = current_theme(), mention.event == self._chosen
        painter.setFont(font("label", STRONG if chosen else REGULAR if not mention.needs_date else LABEL))
        room = box.width() - 37
        words = painter.fontMetrics().elidedText(mention.date_text, Qt.TextElideMode.ElideRight, int(room))
        if chosen:
            wide = 27 + painter.fontMetrics().horizontalAdvance(words) + 7
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.highlight.fill))
            painter.drawRoundedRect(QRectF(0, box.top(), wide, ROW), 4, 4)
        # On the highlighter, which is bright in both themes, only the colours of the light theme are dark enough.
        glyph = (theme("light") if chosen else now).colour_of(mention.kind)
        paint_kind(painter, mention.kind, QPointF(15, box.center().y()), glyph, 12)
        text = now.highlight.text if chosen else now.warn.text if mention.needs_date else now.text.secondary
        painter.setPen(QColor(text))
        painter.drawText(box.adjusted(30, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)


class FindsMap(QWidget):
    """The whole text as a strip, its finds as dashes, the part in view shaded; it is the scroll bar of the text."""

    def __init__(self, text: SourceText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._mentions: tuple[ShownMention, ...] = ()
        self._grip: float | None = None
        self._laid_out = (-1.0, 0)
        self._drawn: list[tuple[str, float]] = []
        self.setFixedWidth(MAP_WIDTH)
        self.setAccessibleName("Map of finds")
        text.verticalScrollBar().valueChanged.connect(lambda: self.update())
        text.verticalScrollBar().rangeChanged.connect(lambda: self.update())

    def set_mentions(self, mentions: Sequence[ShownMention]) -> None:
        """The finds in the text that is shown."""
        self._mentions = tuple(mentions)
        self._laid_out = (-1.0, 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edge, finds, view."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(theme.border.hairline))
        shade = QColor(theme.text.primary)
        shade.setAlphaF(0.16 if self.underMouse() or self._grip is not None else 0.07)
        if self._text.verticalScrollBar().maximum() > 0:
            painter.fillRect(self._view(), shade)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for kind, top in self._places():
            painter.setBrush(QColor(theme.colour_of(kind)))
            painter.drawRoundedRect(QRectF(4, top, 8, 3), 1.5, 1.5)

    def _places(self) -> list[tuple[str, float]]:
        """Where each dash stands; worked out anew only when the text is laid out otherwise."""
        written = self._text.document().size().height()
        if self._laid_out != (written, self.height()):
            scale = (self.height() - 7) / max(1.0, self.height(), written)
            found = {(m.kind, round(2 + scale * self._text.place_of(m.span.start))) for m in self._mentions}
            self._drawn, self._laid_out = sorted(found), (written, self.height())
        return self._drawn

    def enterEvent(self, event: object) -> None:
        """The view darkens: it can be taken."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """And pales again."""
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the view, or bring it here."""
        view, at = self._view(), event.position().y()
        self._grip = at - view.top() if view.contains(QPointF(view.center().x(), at)) else view.height() / 2
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll with the mouse."""
        bar, room = self._text.verticalScrollBar(), self.height() - self._view().height()
        if self._grip is not None and room > 0:
            bar.setValue(round((event.position().y() - self._grip) / room * bar.maximum()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text scrolls."""
        QApplication.sendEvent(self._text.verticalScrollBar(), event)

    def _view(self) -> QRectF:
        bar = self._text.verticalScrollBar()
        whole = bar.maximum() + bar.pageStep()
        height = max(20.0, self.height() * bar.pageStep() / max(1, whole))
        top = (self.height() - height) * bar.value() / max(1, bar.maximum())
        return QRectF(1, top, MAP_WIDTH - 1, height)

"""What stands beside the source text: the resolved date of each find at its line, and the map of all finds."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from resources.themes import theme
from widgets.current import current_theme
from widgets.fonts import LABEL, REGULAR, STRONG, font
from widgets.icons import paint_kind
from widgets.plain import tip
from widgets.shown import ShownMention
from widgets.source_text import SourceText

LEAST, WIDTH, MOST, SHARE = 110, 150, 240, 0.34
"""The margin is as designed, wider where dates are long, and never more than its share of the pane."""
MAP_WIDTH, ROW, STEP, BESIDE = 14, 20, 24, 37
"""`BESIDE` is what glyph and edges take of a row."""


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
        self._wanted, self._pane = WIDTH, 0
        self.setFixedWidth(WIDTH)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Dates of the finds")

    def set_mentions(self, mentions: Sequence[ShownMention]) -> None:
        """One row for each event's first words."""
        first = {mention.event: mention for mention in sorted(mentions, key=lambda m: m.span, reverse=True)}
        self._mentions = tuple(sorted(first.values(), key=lambda m: m.span))
        self._starts = [mention.span.start for mention in self._mentions]
        told, metrics = {mention.date_text for mention in self._mentions}, QFontMetrics(font("label", STRONG))
        self._wanted = max((metrics.horizontalAdvance(words) + BESIDE + 1 for words in told), default=WIDTH)
        self.fit_pane(self._pane)
        self.update()

    def fit_pane(self, width: int) -> None:
        """Take a fair part of a pane that is so wide."""
        self._pane = width
        most = max(LEAST, min(MOST, round(SHARE * width)))
        self.setFixedWidth(min(max(WIDTH, self._wanted), most))

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

    def event(self, event: QEvent) -> bool:
        """A tooltip has the whole date where the row has only part of it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = [row for row in self._rows if row[0].contains(QPointF(event.pos()))]
            if found and self._words(found[0][1], QFontMetrics(font("label", STRONG))) != found[0][1].date_text:
                QToolTip.showText(event.globalPos(), tip(found[0][1].date_text), self, found[0][0].toRect())
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text scrolls."""
        QApplication.sendEvent(self._text.verticalScrollBar(), event)

    def _words(self, mention: ShownMention, metrics: QFontMetrics) -> str:
        """The date as there is room for it."""
        room = self.width() - BESIDE
        if metrics.horizontalAdvance(mention.date_text) <= room:
            return mention.date_text
        words = mention.date_short or mention.date_text
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def _paint_row(self, painter: QPainter, box: QRectF, mention: ShownMention) -> None:
        now, chosen = current_theme(), mention.event == self._chosen
        painter.setFont(font("label", STRONG if chosen else REGULAR if not mention.needs_date else LABEL))
        words = self._words(mention, painter.fontMetrics())
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

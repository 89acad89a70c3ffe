"""The text of an article in the serif, with what was found in it underlined: plain text, nothing is read as HTML."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from storage.model import Span
from widgets.current import current_theme
from widgets.fonts import serif
from widgets.shown import ShownMention
from widgets.source_lines import space_lines
from widgets.source_marks import paint_date_words, paint_highlighter, paint_words
from widgets.stretches import runs_both_ways, stretches
from widgets.utf16 import Units

FOREIGN = {0x0D: " ", 0xFDD0: "\ufffd", 0xFDD1: "\ufffd", 0x2029: "\n", 0x00: "\ufffd"}
"""Characters that Qt would swallow or take for its own; each is shown as one other, so that no position moves."""


class SourceText(QTextEdit):
    """Read-only. A click on underlined words tells their event; the menu offers an event from selected words."""

    event_clicked = Signal(object)
    event_toggled = Signal(object)
    """Clicked with Ctrl held: it joins the chosen ones, or leaves them."""
    add_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("source", True)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(serif())
        self._metrics = QFontMetricsF(serif())
        self.setAccessibleName("Source text")
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)
        self._units = Units("")
        self._both_ways = False
        self._mentions: tuple[ShownMention, ...] = ()
        self.chosen: int | None = None
        """The event that is looked at."""
        self.selection: frozenset[int] = frozenset()
        """All events under the highlighter."""
        self._pressed = QPoint()

    def set_text(self, text: str, mentions: Sequence[ShownMention]) -> None:
        """Show a text and what was found in it, from the top."""
        self._units = Units(text)
        self._both_ways = runs_both_ways(text)
        self._mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        self.chosen, self.selection = None, frozenset()
        self.setPlainText(text.translate(FOREIGN))
        space_lines(self.document())
        self.setExtraSelections([])
        self.verticalScrollBar().setValue(0)

    def set_mentions(self, mentions: Sequence[ShownMention]) -> None:
        """Other finds in the same text."""
        self._mentions = tuple(sorted(mentions, key=lambda mention: mention.span))
        self.choose(self.chosen, self.selection)

    def choose(self, event: int | None, selection: Collection[int] = ()) -> None:
        """Put the highlighter on the words of an event, and on those of others; None and nothing take it off."""
        self.chosen, self.selection = event, frozenset(selection) | ({event} if event is not None else frozenset())
        theme, found = current_theme(), []
        for span in self._chosen_spans():
            words = QTextEdit.ExtraSelection()
            words.cursor = self.cursor_at(span)
            words.format.setForeground(QColor(theme.highlight.text))
            found.append(words)
        self.setExtraSelections(found)
        self.viewport().update()

    def show_span(self, span: Span) -> None:
        """Scroll until the words stand in the upper part of the view."""
        self.document().documentLayout().documentSize()  # Qt lays out lazily: a far place has no position before
        top = self.cursorRect(self.cursor_at(Span(span.start, span.start))).top()
        bottom = self.cursorRect(self.cursor_at(Span(span.end, span.end))).bottom()
        if top < 0 or bottom > self.viewport().height():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - self.viewport().height() // 3)

    def cursor_at(self, span: Span) -> QTextCursor:
        """A cursor that selects the span."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._units.to_qt(span.start))
        cursor.setPosition(self._units.to_qt(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def selected(self) -> Span | None:
        """The words that the user has selected, without white space around them."""
        cursor = self.textCursor()
        start, end = (self._units.from_qt(at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        words = cursor.selectedText().replace("\u2029", "\n")
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        return Span(start, end) if start < end else None

    def event_at(self, point: QPoint) -> int | None:
        """The event whose words lie under a point of the viewport."""
        position = self.document().documentLayout().hitTest(self._in_document(point), Qt.HitTestAccuracy.ExactHit)
        if position < 0:
            return None
        offset = self._units.from_qt(position)
        inside = [m for m in self._mentions if _holds(m.span, offset)] or [
            m for m in self._mentions if m.date_span and _holds(m.date_span, offset)
        ]
        return min(inside, key=lambda m: m.span.end - m.span.start).event if inside else None

    def line_top(self, offset: int) -> float:
        """Where the line of a code point begins, in the viewport."""
        return float(self.cursorRect(self.cursor_at(Span(offset, offset))).top())

    def place_of(self, offset: int) -> float:
        """About how far down the document a code point stands, in px: its paragraph's place, and its share of that."""
        position = self._units.to_qt(offset)
        block = self.document().findBlock(position)
        rect = self.document().documentLayout().blockBoundingRect(block)
        return float(rect.top() + rect.height() * (position - block.position()) / max(1, block.length()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is ever opened from within a text."""
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Highlighter, text, underlines."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        visible = self.visible()
        for span in self._chosen_spans():
            paint_highlighter(painter, self._in_view(span, visible))
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        for mention in self._mentions:
            chosen = mention.event in self.selection
            paint_words(painter, self._in_view(mention.span, visible), mention.kind, chosen)
        for mention in self._mentions:  # last, for date words may stand within other words that are underlined
            if mention.date_span:
                boxes = self._in_view(mention.date_span, visible)
                paint_date_words(painter, boxes, mention.event in self.selection)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a selection."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on underlined words."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        still = (point - self._pressed).manhattanLength() < 4
        if event.button() is Qt.MouseButton.LeftButton and still and not self.textCursor().hasSelection():
            found, more = self.event_at(point), event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if more and found is not None:
                self.event_toggled.emit(found)
            else:
                self._announce(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over words that can be clicked."""
        super().mouseMoveEvent(event)
        over = not event.buttons() and self.event_at(event.position().toPoint()) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the event under the caret; N and P go from find to find."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._announce(self._at_caret())
        elif event.key() in (Qt.Key.Key_N, Qt.Key.Key_P) and not event.modifiers():
            self._step(1 if event.key() == Qt.Key.Key_N else -1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Copying, and an event from the selected words."""
        menu = self.createStandardContextMenu()
        span = self.selected()
        action = menu.addAction("Add event from selection", lambda: self.add_requested.emit(span))
        action.setEnabled(span is not None)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _announce(self, event: int | None) -> None:
        if event is not None:
            self.event_clicked.emit(event)

    def _at_caret(self) -> int | None:
        offset = self._units.from_qt(self.textCursor().position())
        return next((m.event for m in self._mentions if _holds(m.span, offset)), None)

    def _step(self, by: int) -> None:
        events = list(dict.fromkeys(mention.event for mention in self._mentions))
        if events:
            at = events.index(self.chosen) + by if self.chosen in events else min(by, 0)
            self._announce(events[at % len(events)])

    def _chosen_spans(self) -> list[Span]:
        chosen = [m for m in self._mentions if m.event in self.selection]
        return [m.span for m in chosen] + [m.date_span for m in chosen if m.date_span]

    def visible(self) -> Span:
        """The code points in view, a line more at either end."""
        rect = self.viewport().rect()
        first, last = (self.cursorForPosition(point).block() for point in (rect.topLeft(), rect.bottomRight()))
        return Span(self._units.from_qt(first.position()), self._units.from_qt(last.position() + last.length()))

    def _in_view(self, span: Span, visible: Span) -> list[QRectF]:
        return self.boxes(span) if span.overlaps(visible) else []

    def boxes(self, span: Span) -> list[QRectF]:
        """Where the words stand in the viewport: one box for each stretch of a line, as high as the letters."""
        start, end = self._units.to_qt(span.start), self._units.to_qt(span.end)
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        found, block = [], self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft() + shift
            first, last = start - block.position(), end - block.position()
            for left, right, base in stretches(block.layout(), first, last, self._both_ways):
                top = corner.y() + base - self._metrics.ascent()
                found.append(QRectF(corner.x() + left, top, right - left, self._metrics.height()))
            block = block.next()
        return found

    def _in_document(self, point: QPoint) -> QPointF:
        return QPointF(point) + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def _holds(span: Span, offset: int) -> bool:
    return span.start <= offset < span.end

"""Words that turn into a field when they are clicked: Enter keeps what was typed, Escape what was there."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from widgets.check_list import paint_focus
from widgets.fonts import font
from widgets.pieces import OUT


class WrappedField(QPlainTextEdit):
    """A field as high as its words; `lines` are allowed in notes, elsewhere Enter ends the edit."""

    entered = Signal(str)
    cancelled = Signal()

    def __init__(self, name: str, lines: bool = False, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines, self._least = lines, least
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda: self._fit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end the edit; in a note only Ctrl+Enter."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (not self._lines or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field keeps what was typed."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and self.isVisible():
            self._leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the words."""
        return QSize(120, self.height())

    def _leave(self) -> None:
        self.entered.emit(self.toPlainText().strip())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        self.setFixedHeight(max(self._least, lines * self.fontMetrics().lineSpacing() + 18))


class InPlace(QWidget):
    """A label that a click, Enter or `edit()` turns into a field; `edited` tells only of real changes."""

    edited = Signal(str)

    def __init__(self, name: str, role: str, weight: str = "strong", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = _FocusLabel("")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setFont(font(role, weight))
        self.label.setWordWrap(True)
        self.label.setContentsMargins(OUT, 0, OUT, 0)
        self.label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.label.setCursor(Qt.CursorShape.IBeamCursor)
        self.label.setToolTip("Click to edit")
        self.field = WrappedField(name)
        self.field.setFont(self.label.font())
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        column.addWidget(self.field)
        self.field.hide()
        self._open = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.label.installEventFilter(self)
        self.field.entered.connect(self._entered)
        self.field.cancelled.connect(self.show_words)

    def set_words(self, text: str) -> None:
        """Show these; a field that is open stays so."""
        self.label.setText(text)
        self.label.setAccessibleName(f"{self._name}: {text}")

    def words(self) -> str:
        """What is shown."""
        return self.label.text()

    def edit(self) -> None:
        """Open the field with everything selected."""
        self._open = True
        self.field.setPlainText(self.words())
        self.label.hide()
        self.field.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_words(self) -> None:
        """Close the field without a change."""
        self._open = False  # first, for the field loses the focus now, and losing it keeps what was typed
        typing = self.field.hasFocus()
        self.label.show()
        if typing:
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.hide()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """A click or Enter on the label."""
        pressed = isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
        typed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in keys
        if watched is self.label and (pressed or typed):
            self.edit()
            return True
        return super().eventFilter(watched, event)

    def finish(self) -> None:
        """Keep what was typed, if the field is open."""
        self._entered(self.field.toPlainText().strip())

    def _entered(self, text: str) -> None:
        if not self._open:
            return
        before = self.words()
        self.show_words()
        if text and text != before:
            self.set_words(text)
            self.edited.emit(text)


class _FocusLabel(QLabel):
    """A label that shows when the keyboard is on it."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_focus(QPainter(self), QRectF(self.rect()).adjusted(-2, 0, 2, 0))

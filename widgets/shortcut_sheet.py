"""One sheet with all keys and mouse gestures, over the window: it is closed as easily as it is opened."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from widgets.current import current_theme
from widgets.gestures import Gesture, Gestures
from widgets.pieces import ground, label, tool

AROUND = 28
"""What is seen of the window around the sheet at least."""
WIDEST, COLUMN = 1120, 340
"""Px of the sheet, and of one of its columns at least."""
KEYS_WIDE = 128
HEAD = 98
"""Px of the sheet above and below what it says."""
VEIL = 0.35


class ShortcutSheet(QWidget):
    """Covers its parent while it is open; the keyboard goes back to where it was."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._before: QWidget | None = None
        self._sections: tuple[Gestures, ...] = ()
        self._columns = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Keyboard shortcuts and mouse gestures")
        self.card = QFrame(self)
        ground(self.card, "card")
        self._body = QWidget()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self._place_parts()
        parent.installEventFilter(self)
        self.hide()

    def open(self, sections: Sequence[Gestures]) -> None:
        """Show these; the sheet has the keyboard then."""
        self._before = self._over.window().focusWidget()
        self._sections, self._columns = tuple(sections), 0
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Away with it."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)
        self._before = None

    @property
    def words(self) -> list[str]:
        """All that is said, in its order."""
        return [part.text() for part in self._body.findChildren(QLabel)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another size."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """Keys are the sheet's: those of the window would act behind it, where nobody sees it."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, F1 and Return close; arrows scroll."""
        key, bar = Qt.Key(event.key()), self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.close_sheet()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the sheet closes it."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays on the sheet."""
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """The window behind is veiled."""
        veil = QColor("#000000" if current_theme().dark else current_theme().text.primary)
        veil.setAlphaF(VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _place_parts(self) -> None:
        close = tool("x", "Close", "Close (Esc)")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_sheet)
        head = QHBoxLayout()
        head.addWidget(label("Keys and mouse", role="panel_title", weight="strong"))
        head.addStretch(1)
        head.addWidget(close)
        column = QVBoxLayout(self.card)
        column.setContentsMargins(26, 18, 14, 20)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)

    def _fit(self) -> None:
        """In the middle of the window, no larger than its content; in as many columns as there is room for."""
        room = self._over.size() - QSize(2 * AROUND, 2 * AROUND)
        wide = min(room.width(), WIDEST)
        self._fill(max(1, min(3, (wide - 40) // COLUMN)))
        layout = self._body.layout()
        needed = layout.totalHeightForWidth(wide - 44) if layout else 0
        high = min(room.height(), needed + HEAD)
        self.setGeometry(self._over.rect())
        self.card.setGeometry((self.width() - wide) // 2, max((self.height() - high) // 2, AROUND), wide, high)

    def _fill(self, columns: int) -> None:
        """Sections from the first column on; each goes where least stands."""
        if columns == self._columns:
            return
        self._columns = columns
        self._body = QWidget()
        self._body.setAutoFillBackground(False)
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 14, 4)
        row.setSpacing(34)
        stacks = [QVBoxLayout() for _ in range(columns)]
        heights = [0] * columns
        for section in self._sections:
            place = heights.index(min(heights))
            heights[place] += len(section.gestures) + 3
            stacks[place].addLayout(_section(section))
        for stack in stacks:
            stack.setSpacing(18)
            stack.addStretch(1)
            row.addLayout(stack, 1)
        self._scroll.setWidget(self._body)  # the one before is deleted
        self._body.setAutoFillBackground(False)


def _section(section: Gestures) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, KEYS_WIDE)
    grid.setColumnStretch(1, 1)
    grid.addWidget(label(section.place, "tertiary", "caption", "strong"), 0, 0, 1, 2)
    for number, gesture in enumerate(section.gestures, 1):
        keys, does = (
            label(_spaced(gesture), "primary", "label", "label"),
            label(gesture.does, "secondary", "label", wrap=True),
        )
        keys.setWordWrap(True)
        keys.setFixedWidth(KEYS_WIDE)
        grid.addWidget(keys, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(does, number, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _spaced(gesture: Gesture) -> str:
    """Arrows as signs, which are shorter and the same in every language."""
    signs = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
    parts = (part.split("+") if part != "+" else [part] for part in gesture.keys.split(" / "))
    return "  ".join("+".join(signs.get(key, key) for key in keys) for keys in parts)

"""The corner above the lane headers: what time is counted from, and to which time the events are restricted."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from widgets import plain
from widgets.fonts import LABEL, font
from widgets.icons import set_icon

ROOM = 8
CHIP = 22


class Chip(QPushButton):
    """A state in a few words, which a click takes away; shortened where it is too long, whole in its tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setProperty("look", "chip")
        self.setFont(font("caption", LABEL))
        self.setFixedHeight(CHIP)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the words
        self.setIconSize(QSize(10, 10))
        set_icon(self, "x")
        self.hide()

    def set_state(self, words: str, told: str) -> None:
        """Say a state, "" for none; `told` says it in full and what a click does."""
        self._words = words
        self.setAccessibleName(told)
        self.setToolTip(plain.tip(told))
        self.setVisible(bool(words))
        self._fit()

    def _fit(self) -> None:
        room = self.maximumWidth() - 34
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, max(room, 20)))

    def set_room(self, width: int) -> None:
        """Take no more than so many px."""
        self.setMaximumWidth(width)
        self._fit()


class Corner(QWidget):
    """Two chips one below the other, each only while it has something to say."""

    zero_left = Signal()
    time_freed = Signal()

    def __init__(self, width: int, height: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.zero, self.time = Chip(self), Chip(self)
        self.zero.clicked.connect(self.zero_left)
        self.time.clicked.connect(self.time_freed)
        column = QVBoxLayout(self)
        column.setContentsMargins(ROOM, 4, ROOM, 4)
        column.setSpacing(4)
        column.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for chip in (self.time, self.zero):
            chip.set_room(width - 2 * ROOM)
            column.addWidget(chip)
        self.setGeometry(0, 0, width - 1, height - 1)
        self.hide()

    def set_zero(self, title: str, day: str) -> None:
        """Time is counted from an event, "" for none."""
        told = f"Days are counted from “{title}”, {day}. Click to count by the calendar again." if title else ""
        self.zero.set_state(f"Day 0: {title}" if title else "", told)
        self._show()

    def set_time(self, words: str) -> None:
        """Only events of some time are shown, "" for all."""
        told = f"Only events of {words} are shown. Click to show all times." if words else ""
        self.time.set_state(f"Only {words}" if words else "", told)
        self._show()

    def _show(self) -> None:
        self.setVisible(not (self.zero.isHidden() and self.time.isHidden()))

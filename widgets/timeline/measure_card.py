"""The card of a measured stretch of time: how long it is and from when to when, and what can be done with it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from widgets.pieces import button, ground, label, tool
from widgets.timeline.measured import ends_words, length_words, told
from widgets.timeline.spans import Span

AWAY = 8


class MeasureCard(QFrame):
    """Stands at a stretch as long as that is marked; its words can be marked and copied."""

    zoom_requested = Signal()
    only_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around, self._told = parent, ""
        ground(self, "card")
        self.setAccessibleName("Measured time")
        self.length, self.ends = label(role="interface", weight="strong"), label(tone="secondary", role="label")
        for part in (self.length, self.ends):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.zoom = button("Zoom to it", "link", tip="Show this stretch of time alone")
        self.only = button("Only this time", "link", tip="Hide all events beside it")
        self.copy_words = button("Copy", "link", tip="Copy these words (Ctrl+C)")
        self.close_it = tool("x", "Stop measuring", "Stop measuring (Esc)")
        self.zoom.clicked.connect(self.zoom_requested)
        self.only.clicked.connect(self.only_requested)
        self.copy_words.clicked.connect(self.copy_told)
        self.close_it.clicked.connect(self.closed)
        self._place()
        self.hide()

    def _place(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.length, 1)
        head.addWidget(self.close_it)
        for part in (self.zoom, self.only, self.copy_words):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.ends)
        column.addLayout(foot)

    def set_span(self, span: Span) -> None:
        """Say how long it is."""
        self.length.setText(length_words(span.start, span.end))
        self.ends.setText(ends_words(span.start, span.end))
        self._told = told(span.start, span.end)
        self.setAccessibleDescription(self._told)

    def copy_told(self) -> None:
        """Put the words on the clipboard: "12 days, 3–15 May 2014"."""
        QGuiApplication.clipboard().setText(self._told)

    def show_at(self, box: QRect) -> None:
        """In the middle of a stretch of the parent, which may lie out of view; never outside the parent."""
        self.adjustSize()
        room = self._around.width()
        left = box.center().x() - self.width() // 2
        least = min(max(box.left(), AWAY), max(room - self.width() - AWAY, AWAY))
        self.move(min(max(left, min(least, AWAY)), max(room - self.width() - AWAY, AWAY)), box.top())
        self.raise_()
        self.show()

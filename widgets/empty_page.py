"""What an empty library shows: what Dateline does, in one picture, and every way to begin."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from resources.themes import measures
from widgets.current import current_theme
from widgets.empty_picture import EmptyPicture
from widgets.pieces import button, ground, label
from widgets.runs import Run, RunsLabel

ZONE, LEAST, EDGE = QSize(860, 640), QSize(320, 160), 24
FOR_PICTURE = 600
"""The height of the frame below which the picture would stand behind the words."""
HEAD = "Drop articles here"
LET_GO = "Let go to add them"
TEXT = (
    "Files, folders, links or selected text. Dateline finds what happened when and keeps every date tied to its words."
)


class EmptyPage(QWidget):
    """Whoever takes drops tells `set_dragging`; the page itself takes none."""

    add_requested = Signal()
    paste_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "canvas")
        self._zone = DropZone()
        self._head = label(HEAD, role="empty_title", weight="strong")
        self._formats = label("", "tertiary", "label", wrap=True)
        self._sample = button("Open the sample", "link", size="interface")
        self._place()

    def set_formats(self, names: tuple[str, ...]) -> None:
        """What can be read, in words: "Reads text, web pages, PDF …"."""
        whole = ", ".join(names).replace("-", "\N{NON-BREAKING HYPHEN}")
        self._formats.setText(f"Reads {whole}" if names else "")

    def set_sample(self, name: str) -> None:
        """The name of the sample library; empty where there is none."""
        self._sample.setText(f"Open the sample: {name}")
        self._first.setVisible(bool(name))

    def set_dragging(self, dragging: bool) -> None:
        """Whether something that can be dropped is over the window."""
        self._zone.set_dragging(dragging)
        self._head.setText(LET_GO if dragging else HEAD)

    def _place(self) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self._zone)
        column.setContentsMargins(24, 56, 24, 22)
        column.setSpacing(0)
        self._picture = EmptyPicture()
        column.addWidget(self._picture, 0, centre)
        column.addSpacing(34)
        column.addWidget(self._head, 0, centre)
        column.addSpacing(8)
        text = RunsLabel("interface", "secondary", 23, size=15)
        text.setAlignment(centre)
        text.set_runs([Run(TEXT)])
        text.setFixedSize(540, 46)
        column.addWidget(text, 0, centre)
        column.addSpacing(28)
        column.addLayout(self._buttons())
        column.addSpacing(26)
        self._first = QWidget()
        row = QHBoxLayout(self._first)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label("First time?", "secondary"))
        row.addWidget(self._sample)
        column.addWidget(self._first, 0, centre)
        column.addStretch(1)
        self._formats.setAlignment(centre)
        column.addWidget(self._formats)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        whole.addWidget(self._zone, 0, Qt.AlignmentFlag.AlignCenter)
        self._sample.clicked.connect(self.sample_requested)

    def minimumSizeHint(self) -> QSize:
        """Small: the frame has the size of the page, and must not hold it open."""
        return LEAST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The frame is as large as designed where there is room."""
        super().resizeEvent(event)
        room = (self.size() - QSize(2 * EDGE, 2 * EDGE)).boundedTo(ZONE)
        self._zone.setFixedSize(room)
        self._picture.setVisible(room.height() >= FOR_PICTURE)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for text, look, icon, signal in (
            ("Add articles", "bigprimary", "plus", self.add_requested),
            ("Paste text", "big", "clipboard", self.paste_requested),
            ("Open a library", "big", "folder", self.open_requested),
        ):
            made = button(text, look, icon)
            made.clicked.connect(signal)
            row.addWidget(made)
        row.addStretch(1)
        return row


class DropZone(QWidget):
    """The dashed frame; solid and tinted while something is over the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dragging = False

    def set_dragging(self, dragging: bool) -> None:
        """Look ready to take."""
        self._dragging = dragging
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(theme.accent.base if self._dragging else theme.border.strong), 2 if self._dragging else 1.5)
        if self._dragging:
            painter.setBrush(QColor(theme.accent.tint))
        else:
            pen.setDashPattern([3, 2.5])
        painter.setPen(pen)
        radius = measures()["radius"]["drop_zone"]
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.25, 1.25, -1.25, -1.25), radius, radius)

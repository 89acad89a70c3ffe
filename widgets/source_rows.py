"""The sources of an event: who reports it, when, with which date, in which words."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from storage.moment import Moment
from widgets import dates
from widgets.check_list import paint_focus
from widgets.current import current_theme
from widgets.flow import FlowLayout
from widgets.icons import Picture
from widgets.pieces import button, elided, label
from widgets.runs import MARKED, QUOTED, Run, RunsLabel
from widgets.shown import ShownSource

FIRST = 12
"""So many sources are shown at once; the rest is asked for."""


class SourceRow(QWidget):
    """One report; a click, Enter or Space opens its article at the words."""

    clicked = Signal(object)

    def __init__(self, source: ShownSource, near: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{source.publisher}: {source.quote}")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._meta(near))
        quote = RunsLabel("lane_header", "primary", 20, 14)
        quote.set_runs(quoted(source))
        column.addWidget(quote)

    def _meta(self, near: int | None) -> QWidget:
        """Who and when published at the left; at the right its date, or below where room is short."""
        source, made, who = self._source, QWidget(), QWidget()
        row = QHBoxLayout(who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(elided(source.publisher or "Unknown source", role="small", weight="strong"))
        row.addWidget(label(_published(source.published, near), "secondary", "small"))
        told = dates.written(source.when, near) if source.when else "no date"
        differs = source.differs or source.when is None
        flow = FlowLayout(made, line_gap=0, spread=True)
        flow.addWidget(who)
        flow.addWidget(label(told, "warn" if differs else "secondary", "small", "strong" if differs else "regular"))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line at the left: dark for the source that is open."""
        theme, painter = current_theme(), QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), QColor(theme.surface.hover))
        colour = theme.highlight.ring if self._source.open else theme.border.line
        painter.fillRect(QRectF(0, 0, 2, self.height()), QColor(colour))
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()).adjusted(1, 0, 3, 0))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit(self._source.mention)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(self._source.mention)
            return
        super().keyPressEvent(event)


class SourceRows(QWidget):
    """All reports, and below them whether they disagree."""

    mention_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: tuple[tuple[ShownSource, ...], int | None, str, str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_sources(
        self,
        sources: Sequence[ShownSource],
        near: int | None,
        disagreement: str = "",
        copies: str = "",
        every: bool = False,
    ) -> None:
        """Show the reports; `near` is the year that dates need not repeat. The same again changes nothing."""
        told = (tuple(sources), near, disagreement, copies)
        if told == self._told and not every:
            return
        self._told = told
        self._empty()
        if copies:
            self._column.addWidget(label(copies, "secondary", "small", wrap=True))
        shown = sources if every else sources[:FIRST]
        for source in shown:
            row = SourceRow(source, near)
            row.clicked.connect(self.mention_clicked)
            self._column.addWidget(row)
        if len(shown) < len(sources):
            more = button(f"Show all {len(sources):,}", "link")
            more.clicked.connect(lambda: self.set_sources(sources, near, disagreement, copies, every=True))
            self._column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if disagreement:
            self._column.addWidget(_disagreement(disagreement))

    def sizeHint(self) -> QSize:
        """That of the rows."""
        return self._column.sizeHint()

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()


def quoted(source: ShownSource) -> list[Run]:
    """The quote in the serif, with its date words on the highlighter where its article is open."""
    before, found, after = source.quote.partition(source.words) if source.words else (source.quote, "", "")
    marked = Run(found, MARKED if source.open else QUOTED)
    return [run for run in (Run(before, QUOTED), marked, Run(after, QUOTED)) if run.text]


def _published(moment: Moment | None, near: int | None) -> str:
    return dates.day_and_month(moment, near) if moment else ""


def _disagreement(text: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Picture("differ", "warn", 15), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(text, "warn", "label", wrap=True), 1)
    return made

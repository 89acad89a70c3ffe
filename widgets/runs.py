"""A paragraph in which the program's words and the words of a source stand side by side, each in its own face."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from widgets.current import current_theme
from widgets.fonts import STRONG, font, serif
from widgets.icons import tone_colour
from widgets.stretches import runs_both_ways, stretches
from widgets.utf16 import units

PLAIN, BOLD, QUOTED, MARKED, DATED = "plain", "bold", "quoted", "marked", "dated"

_QUOTES = re.compile(
    # "“on Friday” is read" and "'on Friday' + published" give the words on Friday with their marks; "the army's" nothing
    r"“[^”]+”|(?<!\w)'[^']+'(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style: plain, bold, or a source's: quoted, marked (on the highlighter), dated (dotted line)."""

    text: str
    style: str = PLAIN


def with_quotes(text: str) -> list[Run]:
    """A sentence in runs: what it quotes is set as quoted."""
    runs, at = [], 0
    for found in _QUOTES.finditer(text):
        runs += [Run(text[at : found.start()]), Run(f"“{found.group()[1:-1]}”", QUOTED)]
        at = found.end()
    return [run for run in (*runs, Run(text[at:])) if run.text]


class RunsLabel(QLabel):
    """A wrapped label of runs; `text()` is all of their words."""

    def __init__(
        self,
        role: str = "lane_header",
        tone: str = "secondary",
        line: float = 18,
        source_size: float = 14.5,
        size: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._line, self._source_size = tone, line, source_size
        self._plain, self._bold = font(role, size=size), font(role, STRONG, size)
        self._runs: tuple[Run, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show these words."""
        self._runs = tuple(runs)
        self.setText("".join(run.text for run in runs))
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words need."""
        _, height = self._laid_out(width)
        return round(height)

    def sizeHint(self) -> QSize:
        """Wide enough for a sentence, as high as that makes it."""
        return QSize(240, self.heightForWidth(max(self.width(), 40)))

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(40, round(self._line))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds first, then the words."""
        layout, _ = self._laid_out(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = 0
        for run in self._runs:
            end = start + units(run.text)
            if run.style in (MARKED, DATED):
                self._underlay(painter, layout, run.style, start, end)
            start = end
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self.text(), self._plain)
        option = QTextOption()
        option.setAlignment(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height + (self._line - line.height()) / 2))
            height += self._line
        layout.endLayout()
        return layout, height

    def _formats(self) -> list[QTextLayout.FormatRange]:
        found, start = [], 0
        for run in self._runs:
            made = QTextLayout.FormatRange()
            made.start, made.length = start, units(run.text)
            made.format = self._format(run.style)
            found.append(made)
            start += made.length
        return found

    def _format(self, style: str) -> QTextCharFormat:
        theme, made = current_theme(), QTextCharFormat()
        made.setForeground(QColor(tone_colour(theme, self._tone)))
        if style == BOLD:
            made.setFont(self._bold, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            if self._tone == "secondary":
                made.setForeground(QColor(theme.text.primary))
        elif style != PLAIN:
            face = QFont(serif(self._source_size))
            made.setFont(face, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll)
            made.setForeground(QColor(theme.highlight.text if style == MARKED else theme.text.primary))
        return made

    def _underlay(self, painter: QPainter, layout: QTextLayout, style: str, start: int, end: int) -> None:
        theme, metrics = current_theme(), QFontMetricsF(serif(self._source_size))
        for left, right, base in stretches(layout, start, end, runs_both_ways(self.text())):
            if style == MARKED:
                box = QRectF(left - 1, base - metrics.ascent(), right - left + 2, metrics.height())
                painter.fillRect(box, QColor(theme.highlight.fill))
            else:
                painter.setPen(QPen(QColor(theme.text.primary), 1.5, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(left, base + 3.5), QPointF(right, base + 3.5))

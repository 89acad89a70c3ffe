"""Text around a timeline: faces by size, lines that fit a width, and runs of text that any painter writes."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from resources.themes import Theme
from widgets.fonts import REGULAR, font
from widgets.timeline.dress import colour
from widgets.timeline.letters import screen_dpi

TITLE, INTERFACE, SERIF = "panel_title", "interface", "source_text"
"""Roles by which fonts are asked for."""


class Style(NamedTuple):
    """A face: size in px at 96 to the inch, weight, role."""

    size: float
    weight: str = REGULAR
    role: str = INTERFACE


class Run(NamedTuple):
    """A text from `x` on upon the baseline `y`; `tone` is the name of a colour of text."""

    x: float
    y: float
    text: str
    style: Style
    tone: str = "primary"


@cache
def face(style: Style, dpi: float = 0.0) -> QFont:
    """The font of a style for a device of so many dots per inch, 0 for the screen."""
    made = QFont(font(style.role, style.weight, features=False))
    made.setPointSizeF(style.size * 72 / (dpi or screen_dpi()))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def metrics(style: Style) -> QFontMetricsF:
    """In px at 96 to the inch."""
    return QFontMetricsF(face(style))


def width_of(text: str, style: Style) -> float:
    """In px at 96 to the inch."""
    return metrics(style).horizontalAdvance(text)


def elided(text: str, style: Style, room: float) -> str:
    """The text, or its beginning and "…"."""
    return metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room)


def wrapped(text: str, style: Style, room: float, most: int, first: float = 0.0) -> list[str]:
    """In up to so many lines, the last of which ends in "…" where that is not all; before the first one `first` is taken."""
    lines, words = list[str](), text.split()
    while words:
        left = room - (0.0 if lines else first)
        if len(lines) + 1 == most:
            return [*lines, elided(" ".join(words), style, left)]
        count = _fitting(words, style, left)
        if not count and lines:
            return [*lines, elided(" ".join(words), style, left)]
        lines.append(" ".join(words[:count]))
        del words[:count]
    return lines


def _fitting(words: list[str], style: Style, room: float) -> int:
    """How many of the words stand in a line."""
    wide, space = 0.0, width_of(" ", style)
    for count, word in enumerate(words):
        wide += width_of(word, style) + (space if count else 0.0)
        if wide > room:
            return count
    return len(words)


def paint_run(painter: QPainter, theme: Theme, run: Run) -> None:
    """Write it."""
    painter.setPen(colour(getattr(theme.text, run.tone)))
    painter.setFont(face(run.style, painter.device().logicalDpiY()))
    painter.drawText(QPointF(run.x, run.y), run.text)

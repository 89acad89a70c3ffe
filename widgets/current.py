"""The theme that the application wears now, for everything that paints itself."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor

from resources.themes import Theme, theme

NAME = "dateline_theme"
"""The property of the application that holds the name of its theme."""


def current_theme() -> Theme:
    """The theme that was applied last; light before any was."""
    found = QCoreApplication.instance()
    name = found.property(NAME) if found else None
    return theme(name or "light")


def faded(front: str, ground: str, share: float = 0.45) -> QColor:
    """A colour laid thinly on its ground: what is switched off."""
    one, other = QColor(front), QColor(ground)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs))

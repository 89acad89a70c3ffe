"""The frame of the window: what is seen at once, before anything else is loaded. It knows Qt, colours and settings alone."""

from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QRect, QSize, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from resources.themes import measures
from storage import settings
from widgets.current import current_theme

SIZE = (1600, 1000)
BORDERS = QSize(16, 48)
"""What the desktop puts around a window at most."""
LEAST = QSize(640, 440)


def settings_path() -> Path:
    """Where the settings of this user are."""
    return user_config_path("dateline", appauthor=False) / "settings.json"


class Frame(QMainWindow):
    """Stands where the window stood last, and shows where its parts will be until they are there."""

    painted = Signal()
    """The window was painted for the first time."""

    def __init__(self, plain: bool = False) -> None:
        super().__init__()
        kept = settings.load(settings_path())
        told = self.told = settings.Settings(theme=kept.theme) if plain else kept
        """What was remembered when the program was used last; a plain start takes the look alone."""
        self._first_paint = True
        self._side = told.splitters[0] if told.splitters else measures()["layout"]["sidebar_width"]
        self.setWindowTitle("Dateline")
        self.setMinimumSize(LEAST)
        if not (told.geometry and self.restoreGeometry(QByteArray.fromBase64(told.geometry.encode()))):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(SIZE[0], room.width() - BORDERS.width()), min(SIZE[1], room.height() - BORDERS.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time: what is slow to load waits for it."""
        super().paintEvent(event)
        if self.centralWidget() is None:
            self._sketch()
        if self._first_paint:
            self._first_paint = False
            self.painted.emit()

    def _sketch(self) -> None:
        """The toolbar, the pane at the left and the stage as empty grounds, so that nothing jumps when they come."""
        told, painter = current_theme(), QPainter(self)
        top, inside = measures()["layout"]["toolbar_height"], self.rect()
        painter.fillRect(inside, QColor(told.surface.window))
        painter.fillRect(inside.adjusted(self._side, top, 0, 0), QColor(told.surface.canvas))
        painter.fillRect(QRect(0, top - 1, inside.width(), 1), QColor(told.border.line))
        painter.fillRect(QRect(self._side, top, 1, inside.height()), QColor(told.border.line))
        painter.end()

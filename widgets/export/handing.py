"""The figure for other programs: on the clipboard, and under a hand that drags it out of the window."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDrag, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from storage.errors import DatelineError
from widgets.current import current_theme
from widgets.figure import files
from widgets.figure.figure import Figure
from widgets.figure.painting import paint_page

IMAGE, SVG, FILES = "application/x-qt-image", "image/svg+xml", "text/uri-list"
THUMB = 220
"""Px of the longer side of what is seen under the hand."""


def copied(figure: Figure, number: int = 0) -> QMimeData:
    """A page as an image and as a drawing: whoever pastes it takes what it can show best."""
    made = QMimeData()
    made.setImageData(files.image(figure, number))
    made.setData(SVG, files.svg(figure, number))
    return made


class Carried(QMimeData):
    """A page that is dragged. What it is dropped as is made when somebody takes it, the file most of all."""

    def __init__(
        self, figure: Figure, number: int, write: Callable[[], Sequence[Path]], tell: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._figure, self._number, self._write, self._tell = figure, number, write, tell
        self._made: dict[str, Any] = {}

    def formats(self) -> list[str]:
        """A file for folders and mails, pictures for documents."""
        return [FILES, IMAGE, SVG]

    def hasFormat(self, mimetype: str) -> bool:
        """One of the three."""
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferredType: QMetaType | QMetaType.Type) -> Any:  # noqa: N803 - Qt's name
        """Made once; trouble is told here, because whoever asks knows no errors of Python and would end the program."""
        if mimetype in self.formats() and mimetype not in self._made:
            try:
                self._made[mimetype] = self._make(mimetype)
            except DatelineError as reason:
                self._tell(str(reason))
            except Exception:  # noqa: BLE001 - it is logged as if nobody had caught it
                sys.excepthook(*sys.exc_info())
        return self._made.get(mimetype)

    def _make(self, mimetype: str) -> Any:
        if mimetype == IMAGE:
            return files.image(self._figure, self._number)
        if mimetype == SVG:
            return QByteArray(files.svg(self._figure, self._number))
        return [QUrl.fromLocalFile(str(path)) for path in self._write()]


def drag(source: QWidget, carried: Carried, figure: Figure, number: int) -> None:
    """Let it follow the hand until it is dropped; it is always copied."""
    made, thumb = QDrag(source), _thumb(figure, number, source.devicePixelRatioF())
    made.setMimeData(carried)
    made.setPixmap(thumb)
    made.setHotSpot(QPoint(round(thumb.deviceIndependentSize().width() / 2), 16))
    made.exec(Qt.DropAction.CopyAction)


def _thumb(figure: Figure, number: int, dots: float) -> QPixmap:
    page = figure.pages[number]
    scale = min(THUMB / max(page.width, page.height), 1.0) * dots
    image = QImage(max(1, round(page.width * scale)), max(1, round(page.height * scale)), QImage.Format.Format_RGB32)
    image.fill(QColor(current_theme().surface.canvas))
    painter = QPainter(image)
    painter.save()
    painter.scale(scale, scale)
    paint_page(painter, figure, number)
    painter.restore()
    painter.setPen(QColor(current_theme().border.line))
    painter.drawRect(0, 0, image.width() - 1, image.height() - 1)
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(dots)
    return made

"""The live preview: a page of the figure as the file will show it, to be looked at closely and dragged out."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from widgets.check_list import paint_focus
from widgets.current import current_theme
from widgets.export.pace import Pace, PacedPainter, Unwanted
from widgets.export.sight import STEP, Sight
from widgets.figure.figure import Figure
from widgets.figure.painting import paint_page

AT_ONCE = 0.05
"""Seconds: what takes longer to be drawn is drawn when the hand rests, and shown enlarged or moved until then."""
REST_MS = 150
NOTCH = 480.0
"""Eighths of a degree of a wheel for which the zoom doubles."""
CHECKER = 8
"""Px of a square of the ground that shines through a figure without a background."""


class Preview(QWidget):
    """Told by `set_figure` and `set_words`; `drag_wanted` says that the figure is pulled out."""

    drag_wanted = Signal()
    looked = Signal()
    """Another page or another size is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.figure: Figure | None = None
        self.number = 0
        self._words, self._facts = "", ""
        self._sight = Sight(QSizeF(1, 1), QSizeF(1, 1))
        self._image, self._of = QImage(), QRectF()
        """What was drawn last, and which part of the page it shows, in px of the page."""
        self._took, self._looks = 0.0, 0
        self._pressed: QPointF | None = None
        self._by_key = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._draw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(QSize(260, 200))
        self.setAccessibleName("Preview")

    # ---- what is shown ----

    def set_figure(self, figure: Figure) -> None:
        """Show it at the page and size that were looked at."""
        self.figure, self._words = figure, ""
        self.number = min(self.number, len(figure.pages) - 1)
        self._take_page()
        self._draw()

    def set_words(self, words: str) -> None:
        """Say why there is no figure, or what there is in its place."""
        self.figure, self._words = None, words
        self._image = QImage()
        self.stop()
        self.setAccessibleDescription(words)
        self.looked.emit()
        self.update()

    def stop(self) -> None:
        """Draw nothing more of what is being drawn."""
        self._later.stop()
        self._looks += 1

    def turn_to(self, number: int) -> None:
        """Another page."""
        if self.figure is not None and 0 <= number < len(self.figure.pages) and number != self.number:
            self.number = number
            self._take_page()
            self._draw()

    @property
    def zoom(self) -> float:
        """Px of the screen for each px of the page."""
        return self._sight.scale

    @property
    def fits(self) -> bool:
        """Whether the page is shown as large as there is room, whatever the room is."""
        return self._sight.zoom is None

    @property
    def whole(self) -> bool:
        """Whether all of the page is seen."""
        return self._sight.whole

    def page_rect(self) -> QRect:
        """Where the page stands in the preview."""
        return self._sight.place.toRect()

    def fit(self) -> None:
        """All of the page."""
        self._look(Sight(self._sight.page, self._sight.view))

    def own_size(self) -> None:
        """One px for each px of the page."""
        self._look(self._sight.at_own_size())

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Closer for a factor above 1."""
        self._look(self._sight.zoomed(factor, at))

    def _take_page(self) -> None:
        assert self.figure is not None
        page = self.figure.pages[self.number]
        size = QSizeF(page.width, page.height)
        same = size == self._sight.page
        self._sight = Sight(size, QSizeF(self.size()), self._sight.zoom, self._sight.centre if same else None)
        self.setAccessibleDescription(f"{self.figure.name}, page {self.number + 1} of {len(self.figure.pages)}")
        self.looked.emit()

    def _look(self, sight: Sight) -> None:
        self._sight = sight
        self._looks += 1
        self.looked.emit()
        self.update()
        self._later.start(0 if self._took < AT_ONCE else REST_MS)

    # ---- drawing ----

    def _draw(self) -> None:
        """Draw what is seen of the page, in the dots of this screen."""
        self.stop()
        if self.figure is None:
            return
        dots, began = self.devicePixelRatioF(), monotonic()
        seen, scale = self._sight.seen(dots), self._sight.scale * dots
        looks = self._looks
        try:
            self._image = _drawn(self.figure, self.number, seen, scale, Pace(lambda: looks == self._looks))
        except Unwanted:
            return
        self._of = QRectF(seen.x() / scale, seen.y() / scale, seen.width() / scale, seen.height() / scale)
        self._took = monotonic() - began
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page on a neutral ground; what was drawn last stands in until it is drawn anew."""
        theme, painter = current_theme(), QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.surface.sunken))
        if self.figure is None:
            self._paint_words(painter)
        elif not self._image.isNull():
            self._paint_page(painter, self.figure.options.transparent)
        if self.hasFocus() and self._by_key:
            paint_focus(painter, QRectF(self.rect()).adjusted(-1, 1, 1, -1))

    def _paint_page(self, painter: QPainter, clear: bool) -> None:
        place, scale = self._sight.place, self._sight.scale
        if clear:
            _paint_checkers(painter, place.intersected(QRectF(self.rect())))
        target = QRectF(place.x() + self._of.x() * scale, place.y() + self._of.y() * scale,
                        self._of.width() * scale, self._of.height() * scale)  # fmt: skip
        exact = abs(target.width() * self.devicePixelRatioF() - self._image.width()) < 0.5
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
        painter.drawImage(target, self._image)
        painter.setPen(QPen(QColor(current_theme().border.line), 1))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_words(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_theme().text.secondary))
        room = self.rect().adjusted(40, 0, -40, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self._words)

    # ---- hands ----

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page that fits goes on to fit."""
        super().resizeEvent(event)
        self._look(Sight(self._sight.page, QSizeF(self.size()), self._sight.zoom, self._sight.centre))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Closer and further away around the pointer."""
        self.zoom_by(2 ** (event.angleDelta().y() / NOTCH), event.position())
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring is for those who came with the keyboard: a hand with a mouse knows where it is."""
        self._by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag may begin."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A page that is seen whole is dragged out; of a larger one another part comes into view."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        way = event.position() - self._pressed
        if not self.whole:
            self._pressed = event.position()
            self._look(self._sight.moved(way))
        elif way.manhattanLength() >= QApplication.startDragDistance() and self.figure is not None:
            self._pressed = None
            self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """No drag any more."""
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its own size there, or all of it again."""
        if self.fits:
            self.zoom_by(1 / self.zoom, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, move and turn pages without a mouse."""
        ways: dict[int, Callable[[], object]] = {
            Qt.Key.Key_Plus: lambda: self.zoom_by(STEP),
            Qt.Key.Key_Minus: lambda: self.zoom_by(1 / STEP),
            Qt.Key.Key_0: self.fit,
            Qt.Key.Key_1: self.own_size,
            Qt.Key.Key_PageDown: lambda: self.turn_to(self.number + 1),
            Qt.Key.Key_PageUp: lambda: self.turn_to(self.number - 1),
            Qt.Key.Key_Left: lambda: self._look(self._sight.moved(QPointF(60, 0))),
            Qt.Key.Key_Right: lambda: self._look(self._sight.moved(QPointF(-60, 0))),
            Qt.Key.Key_Up: lambda: self._look(self._sight.moved(QPointF(0, 60))),
            Qt.Key.Key_Down: lambda: self._look(self._sight.moved(QPointF(0, -60))),
        }
        way = ways.get(event.key())
        if way is None:
            super().keyPressEvent(event)
        else:
            way()


def _drawn(figure: Figure, number: int, seen: QRect, scale: float, pace: Pace) -> QImage:
    """A part of a page, in px of an image with `scale` of them to each px of the page: drawn as the file is."""
    clear = figure.options.transparent
    made = QImage(seen.size(), QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32)
    made.fill(QColor(0, 0, 0, 0) if clear else QColor("white"))
    painter = PacedPainter(made, pace)
    try:
        page = figure.pages[number]
        painter.translate(-seen.x(), -seen.y())
        painter.scale(round(page.width * scale) / page.width, round(page.height * scale) / page.height)  # as files are
        paint_page(painter, figure, number)
    finally:
        painter.end()
    return made


def _paint_checkers(painter: QPainter, place: QRectF) -> None:
    """What is seen through a figure without a background."""
    theme, size = current_theme(), 2 * CHECKER
    tile = QImage(size, size, QImage.Format.Format_RGB32)
    tile.fill(QColor(theme.surface.canvas))
    inside = QPainter(tile)
    for x, y in ((0, 0), (CHECKER, CHECKER)):
        inside.fillRect(x, y, CHECKER, CHECKER, QColor(theme.surface.hover))
    inside.end()
    painter.save()
    painter.setBrushOrigin(place.topLeft())
    painter.fillRect(place, tile)
    painter.restore()

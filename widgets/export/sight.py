"""Which part of a page is seen at which size: zooming and moving of the preview, without Qt's widgets."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

MOST_ZOOM, LEAST_ZOOM = 8.0, 0.02
MARGIN = 28.0
"""Px that stay free around a page that fits."""
STEP = 1.25


@dataclass(frozen=True, slots=True)
class Sight:
    """A page of some size in a view of some size; without a `zoom` it fits. `centre` is the point of the page in the middle."""

    page: QSizeF
    view: QSizeF
    zoom: float | None = None
    centre: QPointF | None = None

    @property
    def fitting(self) -> float:
        """The zoom at which all of the page is seen, never above its own size."""
        wide = max(self.view.width() - 2 * MARGIN, 1.0) / max(self.page.width(), 1.0)
        high = max(self.view.height() - 2 * MARGIN, 1.0) / max(self.page.height(), 1.0)
        return min(wide, high, 1.0)

    @property
    def scale(self) -> float:
        """Px of the screen for each px of the page."""
        return self.fitting if self.zoom is None else self.zoom

    @property
    def place(self) -> QRectF:
        """The page in the view, on whole px, so that what is drawn is as sharp as in the file."""
        wide, high = self.page.width() * self.scale, self.page.height() * self.scale
        centre = self.centre or QPointF(self.page.width() / 2, self.page.height() / 2)
        left = _placed(self.view.width(), wide, centre.x() * self.scale)
        top = _placed(self.view.height(), high, centre.y() * self.scale)
        return QRectF(left, top, wide, high)

    @property
    def whole(self) -> bool:
        """Whether all of the page is seen."""
        return QRectF(0, 0, self.view.width(), self.view.height()).contains(self.place)

    def zoomed(self, factor: float, at: QPointF | None = None) -> "Sight":
        """Closer for a factor above 1, around a point of the view."""
        at = at or QPointF(self.view.width() / 2, self.view.height() / 2)
        least = min(LEAST_ZOOM, self.fitting)
        scale = min(max(self.scale * factor, least), MOST_ZOOM)
        point = (at - self.place.topLeft()) / self.scale
        middle = QPointF(self.view.width() / 2, self.view.height() / 2)
        return replace(self, zoom=scale, centre=point + (middle - at) / scale)

    def at_own_size(self) -> "Sight":
        """One px of the screen for each px of the page."""
        return self.zoomed(1 / self.scale)

    def moved(self, by: QPointF) -> "Sight":
        """Pushed by so many px of the screen."""
        middle = QPointF(self.view.width() / 2, self.view.height() / 2)
        return replace(self, zoom=self.scale, centre=(middle - self.place.topLeft() - by) / self.scale)

    def seen(self, dots: float) -> QRect:
        """What is seen of the page, in px of a screen with so many dots to each of its px."""
        place = self.place
        there = place.intersected(QRectF(0, 0, self.view.width(), self.view.height())).translated(-place.topLeft())
        device = QRectF(there.x() * dots, there.y() * dots, there.width() * dots, there.height() * dots)
        return device.toAlignedRect()


def _placed(view: float, page: float, centre: float) -> float:
    """Where the page begins: in the middle where it fits, else nowhere further than its edges."""
    if page <= view:
        return float(round((view - page) / 2))
    return float(round(min(MARGIN, max(view - page - MARGIN, view / 2 - centre))))

"""Which part of a page is seen: pure sums of points and sizes."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from widgets.export.sight import MARGIN, MOST_ZOOM, Sight

SIGHT = Sight(QSizeF(1600, 900), QSizeF(856, 556))


def point(sight: Sight, at: QPointF) -> tuple[float, float]:
    """The point of the page that stands at one of the view."""
    found = (at - sight.place.topLeft()) / sight.scale
    return found.x(), found.y()


def test_a_page_fits_with_a_margin_in_the_middle_and_is_never_enlarged_for_it() -> None:
    assert SIGHT.scale == 0.5
    assert SIGHT.place == QRectF(MARGIN, 53, 800, 450)
    assert SIGHT.whole
    assert Sight(QSizeF(300, 200), QSizeF(856, 556)).scale == 1.0


@pytest.mark.parametrize("factor", [1.5, 3.0, 8.0])
def test_what_is_under_the_pointer_stays_there_when_zooming(factor: float) -> None:
    at = QPointF(400, 300)
    before = SIGHT.zoomed(3.0, at)
    assert point(before.zoomed(factor, at), at) == pytest.approx(point(before, at), abs=1.0)


def test_zooming_ends_somewhere_either_way() -> None:
    assert SIGHT.zoomed(1e9).scale == MOST_ZOOM
    assert 0 < SIGHT.zoomed(1e-9).scale <= 0.02


def test_a_page_of_its_own_size_is_moved_no_further_than_its_edges() -> None:
    own = SIGHT.at_own_size()
    assert own.scale == 1.0
    assert not own.whole
    assert own.moved(QPointF(1e6, 1e6)).place.topLeft() == QPointF(MARGIN, MARGIN)
    assert own.moved(QPointF(-1e6, -1e6)).place.bottomRight() == QPointF(856 - MARGIN, 556 - MARGIN)


def test_only_what_is_seen_is_drawn_in_the_dots_of_the_screen() -> None:
    assert SIGHT.seen(2.0) == QRect(0, 0, 1600, 900)
    corner = SIGHT.at_own_size().moved(QPointF(1e6, 1e6))
    assert corner.seen(1.0) == QRect(0, 0, 828, 528)
    assert corner.seen(2.0) == QRect(0, 0, 1656, 1056)

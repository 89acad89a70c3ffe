"""Bars put together from their ends look like bars that are drawn whole."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from resources.themes import theme
from widgets.timeline.bars import BarLook, _draw, paint_bar
from widgets.timeline.dress import dress_for

pytestmark = pytest.mark.usefixtures("qapp")
FULL, HOLLOW = BarLook("#EDE8E3", "#5A2A0A"), BarLook("#FFFFFF", "#5A2A0A", hollow=True)


def picture(look: BarLook, box: QRectF, fades: tuple[float, float], ratio: float, whole: bool) -> bytes:
    image = QImage(round(400 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(ratio, ratio)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if whole:
        _draw(painter, box, look, fades, 1.0)
    else:
        paint_bar(painter, dress_for(painter, theme("light")), box, look, fades)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("box", [QRectF(20, 10, 300, 20), QRectF(20, 10, 6, 20), QRectF(-60, 10, 600, 20)])
@pytest.mark.parametrize(
    ("look", "fades"), [(FULL, (0.0, 0.0)), (FULL, (60.0, 24.0)), (FULL, (0.0, 40.0)), (HOLLOW, (0.0, 0.0))]
)
def test_a_bar_put_together_looks_as_if_it_was_drawn_whole(
    look: BarLook, fades: tuple[float, float], box: QRectF, ratio: float
) -> None:
    fades = (min(fades[0], 0.45 * box.width()), min(fades[1], 0.45 * box.width()))
    together, whole = (picture(look, box, fades, ratio, way) for way in (False, True))
    ink = sum(255 - strength for strength in whole)
    assert ink > 0
    assert sum(abs(one - other) for one, other in zip(together, whole, strict=True)) < 0.06 * ink

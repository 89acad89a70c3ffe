"""Numbers put together from their signs look like numbers that are written."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from resources.themes import theme
from widgets.timeline.dress import dress_for, write
from widgets.timeline.numerals import SIGNS, write_numbers

pytestmark = pytest.mark.usefixtures("qapp")
PLACE = 10.0, 20.0


def picture(text: str, style: str, put_together: bool) -> list[int]:
    image = QImage(140, 40, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    dress = dress_for(painter, theme("light"))
    if put_together:
        write_numbers(painter, dress, [(*PLACE, text)], style, "#000000")
    else:
        write(painter, dress, PLACE, text, style, "#000000")
    painter.end()
    return list(bytes(image.constBits()))


@pytest.mark.parametrize("style", ["badge", "count"])
@pytest.mark.parametrize("text", ["7", "2,013", "67,919/83,217", "84k", "1.2m"])
def test_a_number_put_together_looks_as_if_it_was_written(text: str, style: str) -> None:
    assert set(text) <= set(SIGNS)
    together, written = picture(text, style, True), picture(text, style, False)
    ink = sum(255 - strength for strength in written)
    assert ink > 0
    assert sum(abs(one - other) for one, other in zip(together, written, strict=True)) < 0.15 * ink

from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter

from resources.themes import theme
from widgets.timeline.dress import Dress, dress_for
from widgets.timeline.hint import STYLE, broken

pytestmark = pytest.mark.usefixtures("qapp")
TEXT = "No event passes the filters. Tick more kinds, or clear the search."


@pytest.fixture
def dress() -> Dress:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    made = dress_for(painter, theme("light"))
    painter.end()
    return made


@pytest.mark.parametrize("room", [90.0, 160.0, 1000.0])
def test_a_sentence_breaks_between_words_and_fills_its_lines(dress: Dress, room: float) -> None:
    lines = broken(dress, TEXT, room)
    assert " ".join(lines) == TEXT
    assert all(dress.letters.measure(line, STYLE) <= room for line in lines)
    for line, after in pairwise(lines):
        assert dress.letters.measure(f"{line} {after.split()[0]}", STYLE) > room

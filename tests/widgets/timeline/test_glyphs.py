import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from resources.kinds import kinds
from storage.model import Status
from widgets.timeline.glyphs import GlyphLook, paint_glyph

pytestmark = pytest.mark.usefixtures("qapp")

COLOUR, GROUND, INK = "#D01238", "#FFFFFF", "#1B1C1E"


def glyph(kind: str, status: str = "happened", confirmed: bool = False) -> QImage:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_glyph(painter, kind, 32, 32, GlyphLook(COLOUR, GROUND, INK, status, confirmed, 48))
    painter.end()
    return image


def amount(image: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(image.pixel(x, y) == wanted for x in range(64) for y in range(64))


@pytest.mark.parametrize("kind", list(kinds()))
def test_every_state_of_every_kind_looks_different(kind: str) -> None:
    images = [glyph(kind, status.value) for status in Status if status is not Status.ONGOING]
    images.append(glyph(kind, confirmed=True))
    assert all(one != other for number, one in enumerate(images) for other in images[:number])
    assert all(amount(image, COLOUR) > 20 for image in images)


def test_no_two_kinds_have_the_same_shape() -> None:
    images = [glyph(kind) for kind in kinds()]
    assert all(one != other for number, one in enumerate(images) for other in images[:number])


def test_an_unknown_kind_is_drawn_as_other() -> None:
    assert glyph("flood") == glyph("other")


def test_the_dot_of_what_is_confirmed_is_ink_with_a_gap() -> None:
    image = glyph("other", confirmed=True)
    assert amount(image, INK) > 50
    assert image.pixelColor(32 + 22, 32 - 21) == QColor(INK)


def test_painting_leaves_the_painter_where_it_was() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = painter.worldTransform()
    for kind in kinds():
        paint_glyph(painter, kind, 3.3, 4.7, GlyphLook(COLOUR, GROUND, INK, "denied", True, 14))
    after = painter.worldTransform()
    painter.end()
    assert (after.m11(), after.dx(), after.dy()) == pytest.approx((before.m11(), before.dx(), before.dy()), abs=1e-6)

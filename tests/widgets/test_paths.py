import pytest
from PySide6.QtCore import QPointF

from resources.icons import BOX, icons
from resources.kinds import kinds
from widgets.paths import painter_path


@pytest.mark.parametrize(
    ("text", "box"),
    [
        ("M0,-8L8,0L0,8L-8,0Z", (-8, -8, 16, 16)),
        ("M-2-3H4V5z", (-2, -3, 6, 8)),
        ("m1 1h2v3", (1, 1, 2, 3)),
        ("M-6,0A6,6 0 1 1 6,0A6,6 0 1 1 -6,0Z", (-6, -6, 12, 12)),
        ("M0,-6A6,6 0 0 0 0,6Z", (-6, -6, 6, 12)),
        ("M0,-6A6,6 0 0 1 0,6Z", (0, -6, 6, 12)),
    ],
)
def test_a_path_covers_what_svg_says(text: str, box: tuple[float, ...]) -> None:
    rect = painter_path(text).boundingRect()
    assert (rect.left(), rect.top(), rect.width(), rect.height()) == pytest.approx(box, abs=1e-6)


def test_a_hole_stays_empty() -> None:
    square_with_hole = painter_path("M-6,-6H6V6H-6ZM-2,-2V2H2V-2Z")
    assert square_with_hole.contains(QPointF(5, 5))
    assert not square_with_hole.contains(QPointF(0, 0))


def test_a_path_without_a_command_is_refused() -> None:
    with pytest.raises(ValueError, match="does not begin"):
        painter_path("1 2 3")


@pytest.mark.parametrize("name", icons())
def test_every_icon_lies_in_its_box(name: str) -> None:
    rect = painter_path(icons()[name]).boundingRect()
    assert not rect.isEmpty() or name == "minus"
    assert min(rect.left(), rect.top()) >= 1
    assert max(rect.right(), rect.bottom()) <= BOX - 1


@pytest.mark.parametrize("kind", kinds())
def test_every_glyph_of_a_kind_can_be_drawn(kind: str) -> None:
    glyph = kinds()[kind].glyph
    for text in (glyph.solid, glyph.line):
        rect = painter_path(text).boundingRect()
        assert max(-rect.left(), rect.right(), -rect.top(), rect.bottom()) <= 8.5

"""Pages are as large as what they are named after, and letters on them can be read."""

import pytest

from widgets.figure.options import FigureOptions, Paper
from widgets.figure.paper import area_of, dots_of, mm

SMALLEST = {Paper.A4: 6.4, Paper.A3: 6.4, Paper.LETTER: 6.4, Paper.COLUMN: 6.4}


@pytest.mark.parametrize(
    ("options", "width", "height"),
    [
        (FigureOptions(page=Paper.A4), 297, 210),
        (FigureOptions(page=Paper.A4, landscape=False), 210, 297),
        (FigureOptions(page=Paper.A3), 420, 297),
        (FigureOptions(page=Paper.LETTER, landscape=False), 215.9, 279.4),
        (FigureOptions(page=Paper.COLUMN, columns=1), 48, None),
        (FigureOptions(page=Paper.COLUMN, columns=3), 152, None),
    ],
)
def test_paper_is_told_in_millimetres(options: FigureOptions, width: float, height: float | None) -> None:
    area = area_of(options)
    assert area.width == pytest.approx(mm(width))
    assert area.height == (None if height is None else pytest.approx(mm(height)))


@pytest.mark.parametrize("page", SMALLEST)
def test_no_letter_on_paper_is_smaller_than_can_be_read(page: Paper) -> None:
    letters = area_of(FigureOptions(page=page)).letters
    assert min(letters.small, letters.source, letters.legend, letters.label) * 72 / 96 >= SMALLEST[page] - 1e-9


def test_no_letter_on_a_slide_is_smaller_than_13_px() -> None:
    letters = area_of(FigureOptions(page=Paper.SLIDE)).letters
    assert (letters.label, letters.title) == (19, 44)
    assert min(letters.small, letters.source, letters.legend) >= 13


def test_an_image_of_paper_at_twice_the_scale_has_300_dots_per_inch() -> None:
    assert 96 * dots_of(FigureOptions(page=Paper.A4, scale=2)) == 300
    assert dots_of(FigureOptions(scale=2)) == 2


def test_a_larger_text_makes_all_letters_larger() -> None:
    usual, large = (area_of(FigureOptions(page=Paper.A4, text=text)).letters for text in (1.0, 1.5))
    assert large.label == pytest.approx(1.5 * usual.label)
    assert large.small == pytest.approx(1.5 * usual.small)

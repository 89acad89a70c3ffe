import pytest

from widgets.timeline.letters import STYLES, letters
from widgets.timeline.measure import measure, measure_for

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("style", list(STYLES))
def test_a_longer_text_is_wider_and_none_has_no_width(style: str) -> None:
    assert measure("", style) == 0
    assert 0 < measure("siege", style) < measure("siege of the town", style)


@pytest.mark.parametrize("style", ["label", "badge", "axis"])
def test_widths_grow_with_the_scale(style: str) -> None:
    assert measure_for(2.0)("siege of the town", style) == pytest.approx(
        2 * measure("siege of the town", style), rel=0.08
    )


@pytest.mark.parametrize(("dpi", "points"), [(96, 9.0), (72, 12.0), (1200, 0.72)])
def test_a_label_is_twelve_px_on_every_device(dpi: float, points: float) -> None:
    assert letters(1.0).font("label", dpi).pointSizeF() == pytest.approx(points)

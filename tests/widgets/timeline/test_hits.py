from collections.abc import Callable, Sequence

import numpy as np
import pytest

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from widgets.timeline.hits import box_of, hit
from widgets.timeline.layout import Look, layout_of
from widgets.timeline.scene import Scene
from widgets.timeline.seen import Seen

DAY = Precision.DAY
SEEN = Seen(0, 1000)


def letters(text: str, style: str) -> float:
    return (6.0 if style == "badge" else 7.0) * len(text)


def titles(ids: Sequence[int]) -> dict[int, str]:
    return {one: f"Event number {one}" for one in ids}


def scene_of(columns: Columns) -> Scene:
    lanes = Lanes((Lane("a", "A", "attack", len(columns)),), np.zeros(len(columns), np.int32))
    return layout_of(columns, lanes, titles, letters, Look(0, 20, 1000, 150))


@pytest.fixture
def scene(columns_of: Callable[..., Columns]) -> Scene:
    return scene_of(columns_of([(2.0, 3.0, DAY, "attack", 0.9), (6.0, 14.0, Precision.INTERVAL, "siege", 0.8)]))


def test_glyph_label_and_line_of_a_mark_are_the_event(scene: Scene) -> None:
    mark = scene.mark_of(0)
    assert mark
    for x, y in (
        (mark.glyph_x, mark.y),
        (mark.label_x + mark.label_width - 2, mark.y),
        (mark.x1 - 2, mark.y + scene.sizes.base),
    ):
        found = hit(scene, SEEN, x, y)
        assert found
        assert found.event == 0


def test_the_whole_body_of_a_bar_is_the_event(scene: Scene) -> None:
    mark = scene.mark_of(1)
    assert mark
    found = hit(scene, SEEN, mark.x1 - 3, mark.y - 5)
    assert found
    assert found.event == 1


def test_beside_everything_there_is_nothing(scene: Scene) -> None:
    assert hit(scene, SEEN, 900, 20) is None
    assert hit(scene, SEEN, 110, 145) is None
    assert box_of(scene, SEEN, 77) is None


def test_a_cell_of_a_band_is_its_stretch_of_time(columns_of: Callable[..., Columns]) -> None:
    scene = scene_of(columns_of([(5.0, 6.0, DAY, "attack", 0.5)] * 900))
    band = scene.bands[0]
    found = hit(scene, SEEN, scene.x(5.5), band.y)
    assert found
    assert found.event is None
    assert found.stretch == (5.0, 6.0)
    assert hit(scene, SEEN, scene.x(15.5), band.y) is None

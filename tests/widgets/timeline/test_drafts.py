from collections.abc import Callable
from math import inf

import numpy as np
import pytest

from storage.columns import Columns, Lane, Lanes
from storage.columns import Mark as Flag
from storage.model import Precision
from widgets.timeline.drafts import Draft, Walls, drafts, fade_of, pole_of
from widgets.timeline.index import build_index
from widgets.timeline.scene import Form
from widgets.timeline.sizes import screen_sizes

Build = Callable[..., Columns]
SIZES = screen_sizes()
MINUTE = 1 / 1440


def draft(build: Build, start: float, end: float, precision: Precision, per_day: float = 100, marks: int = 0) -> Draft:
    columns = build([(start, end, precision, "siege", 1.0)], marks=marks)
    index = build_index(columns, Lanes((Lane("a", "A", "siege", 1),), np.zeros(1, np.int32)))
    (made,) = drafts(index, np.array([0]), 0.0, per_day, Walls(-500, 1500, 1000), SIZES)
    return made


@pytest.mark.parametrize(
    ("precision", "length", "form"),
    [
        (Precision.MINUTE, MINUTE, Form.INSTANT),
        (Precision.MINUTE, 60 * MINUTE, Form.DAY),
        (Precision.HOUR, 60 * MINUTE, Form.DAY),
        (Precision.DAY, 1, Form.DAY),
        (Precision.DAY, 3, Form.BETWEEN),
        (Precision.MONTH, 31, Form.BETWEEN),
        (Precision.INTERVAL, 3, Form.BAR),
        (Precision.INTERVAL, 1, Form.BAR),
    ],
)
def test_the_form_of_the_line_says_what_is_known(
    columns_of: Build, precision: Precision, length: float, form: Form
) -> None:
    assert draft(columns_of, 2.0, 2.0 + length, precision).form is form


def test_a_line_is_exactly_as_long_as_what_is_known(columns_of: Build) -> None:
    made = draft(columns_of, 2.0, 5.0, Precision.DAY)
    assert (made.x0, made.x1, made.glyph_x) == (200, 500, 212)
    assert draft(columns_of, 2.0, 3.0, Precision.DAY, per_day=30).glyph_x == 75


@pytest.mark.parametrize(
    ("start", "end", "x0", "x1", "told"),
    [
        (2.0, 4.0, 200, 400, (False, False, False, False)),
        (-50.0, 4.0, -500, 400, (True, False, False, False)),
        (2.0, 400.0, 200, 1500, (False, True, False, False)),
        (-inf, 4.0, -500, 400, (False, False, True, False)),
        (2.0, inf, 200, 1500, (False, False, False, True)),
    ],
)
def test_ends_out_of_reach_are_cut_and_open_ones_told(
    columns_of: Build, start: float, end: float, x0: float, x1: float, told: tuple[bool, ...]
) -> None:
    made = draft(columns_of, start, end, Precision.INTERVAL)
    assert (made.x0, made.x1) == (x0, x1)
    assert (made.cut_start, made.cut_end, made.open_start, made.open_end) == told


def test_the_glyph_of_a_fading_bar_stands_where_one_can_see_the_bar(columns_of: Build) -> None:
    sharp = draft(columns_of, 2.0, 8.0, Precision.INTERVAL)
    fading = draft(columns_of, 2.0, 8.0, Precision.INTERVAL, marks=int(Flag.APPROXIMATE))
    assert sharp.glyph_x == 212
    assert fading.glyph_x == 212 + 0.6 * fade_of(600, SIZES)


@pytest.mark.parametrize(("width", "fade"), [(1000, 120), (300, 60), (80, 24), (20, 9)])
def test_a_fade_is_a_fifth_of_the_line_within_limits(width: float, fade: float) -> None:
    assert fade_of(width, SIZES) == pytest.approx(fade)


def test_a_flag_stands_with_its_pole_on_the_spot() -> None:
    assert pole_of("capture") > 0
    assert pole_of("attack") == pole_of("no such kind") == 0

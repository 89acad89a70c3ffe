from dataclasses import fields

from resources.themes import measures
from widgets.timeline.sizes import Sizes, screen_sizes


def test_the_window_uses_the_measures_of_the_theme() -> None:
    sizes = screen_sizes()
    assert (sizes.row, sizes.header, sizes.axis) == (24, 160, 56)
    assert sizes.gap == measures()["layout"]["label_gap"]


def test_every_length_grows_with_the_scale() -> None:
    sizes = screen_sizes()
    assert all(getattr(sizes.scaled(2), one.name) == 2 * getattr(sizes, one.name) for one in fields(Sizes))
    assert sizes.scaled(2).tick_strip == 2 * sizes.tick_strip


def test_compact_rows_are_lower_and_hold_their_bars() -> None:
    sizes = screen_sizes().compact()
    assert sizes.bar < sizes.row < screen_sizes().row
    assert sizes.base < sizes.row / 2
    assert screen_sizes().scaled(2).compact() == sizes.scaled(2)

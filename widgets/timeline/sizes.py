"""Every measure of the timeline in one value, so that the same layout serves the window, an A4 page and a slide."""

from dataclasses import dataclass, fields, replace
from functools import cache

from resources.themes import measures


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in px at 100 %; `scale` is what the sizes of letters were multiplied by."""

    scale: float = 1.0
    header: float = 160.0
    axis: float = 56.0
    row: float = 24.0
    pad: float = 5.0
    title: float = 0.0
    """What a lane has above its rows for its name, where there are no headers beside the lanes."""
    glyph: float = 14.0
    bar: float = 20.0
    base: float = 10.5
    gap: float = 6.0
    inset: float = 12.0
    to_label: float = 12.0
    half: float = 9.0
    narrow: float = 44.0
    least: float = 10.0
    longest: float = 320.0
    fade_least: float = 24.0
    fade_most: float = 120.0
    cell: float = 4.0
    band: float = 22.0
    tick: float = 10.0
    tick_width: float = 2.0
    arrow: float = 12.0

    @property
    def tick_strip(self) -> float:
        """Height of the strip at the foot of a lane in which events without room stand."""
        return self.tick + 4 * self.scale

    @property
    def band_strip(self) -> float:
        """Height that a density band takes at the foot of a lane."""
        return self.band + 5 * self.scale

    def scaled(self, factor: float) -> "Sizes":
        """All lengths times a factor."""
        return replace(self, **{field.name: getattr(self, field.name) * factor for field in fields(self)})

    def compact(self) -> "Sizes":
        """Lower rows with smaller glyphs, for more events on the same height."""
        told = measures()["layout"]
        return replace(
            self,
            row=told["row_height_compact"] * self.scale * 1.125,
            glyph=measures()["mark"]["glyph_size_compact"] * self.scale,
            bar=15 * self.scale,
            base=7.75 * self.scale,
            pad=3 * self.scale,
        )


@cache
def screen_sizes() -> Sizes:
    """What the window uses."""
    layout, mark = measures()["layout"], measures()["mark"]
    return Sizes(
        header=layout["lane_header_width"],
        axis=layout["axis_height"],
        row=layout["row_height"],
        pad=layout["lane_padding"],
        glyph=mark["glyph_size"],
        bar=layout["bar_height"],
        base=mark["line_offset_below_centre"],
        gap=layout["label_gap"],
        inset=layout["day_glyph_inset"],
        to_label=layout["glyph_to_label"],
        least=layout["min_day_width_for_whole_line"],
        fade_least=mark["fade_min"],
        fade_most=mark["fade_max"],
        cell=mark["density_cell_min"],
        band=mark["density_height"],
        tick=mark["tick_height"],
        tick_width=mark["tick_width"],
    )

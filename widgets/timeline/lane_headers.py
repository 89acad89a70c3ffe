"""The heads of the lanes at the left: glyph, label, how many events are in view and how many there are."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from widgets.timeline.dress import Dress, colour, write
from widgets.timeline.glyphs import GlyphLook, stamp_glyph
from widgets.timeline.letters import Letters
from widgets.timeline.numerals import Number, write_numbers
from widgets.timeline.scene import LaneBox
from widgets.timeline.sizes import Sizes
from widgets.timeline.words import ELLIPSIS, Measure

GLYPH_X, LABEL_X, BARE_X, RIGHT, GAP = 20.0, 34.0, 16.0, 12.0, 6.0
LINE, MOST_LINES = 17.0, 3
"""How far below one another the lines of a name stand, where the lane is high enough for several."""
KEPT = 1024


def paint_lane_headers(
    painter: QPainter,
    dress: Dress,
    lanes: Sequence[LaneBox],
    visible: Sequence[int],
    sizes: Sizes,
    edges: tuple[float, float],
) -> None:
    """Heads from 0,0 down; `edges` are those of the view, above the upper of which no head goes while its lane is seen."""
    upper, height = edges
    theme, scale, counts = dress.theme, sizes.scale, list[Number]()
    painter.fillRect(QRectF(sizes.header - scale, 0, scale, height), colour(theme.border.line))
    for lane, count in zip(lanes, visible, strict=True):
        if lane.top < height and lane.top + lane.height > upper:
            counts.append(_paint_header(painter, dress, lane, count, sizes, upper))
    write_numbers(painter, dress, counts, "count", theme.text.tertiary)


def head_of(lane: LaneBox, sizes: Sizes, upper: float) -> tuple[float, float]:
    """Top and height of a lane's head: at the top of the lane, or of the view if the lane begins above that."""
    height = min(2 * sizes.pad + sizes.row, lane.height)
    return min(max(lane.top, upper), lane.top + lane.height - height), height


def _paint_header(painter: QPainter, dress: Dress, lane: LaneBox, visible: int, sizes: Sizes, upper: float) -> Number:
    """All but the count, which is told."""
    theme, scale = dress.theme, sizes.scale
    top, high = head_of(lane, sizes, upper)
    middle, left = top + high / 2, label_x(lane) * scale
    if lane.kind:
        look = GlyphLook(theme.colour_of(lane.kind), theme.surface.canvas, theme.text.primary, size=sizes.glyph)
        stamp_glyph(painter, dress, lane.kind, GLYPH_X * scale, middle, look)
    end = sizes.header - RIGHT * scale
    told, wide = counted(dress, lane, visible, end - left)
    rooms = end - wide - left - GAP * scale, end - left
    below = lane.top + lane.height - top - high
    lines = lines_of(lane.label, rooms, min(1 + int(below / (LINE * scale)), MOST_LINES), dress.letters.measure)
    for number, line in enumerate(lines):
        write(painter, dress, (left, middle + number * LINE * scale), line, "lane", theme.text.primary)
    painter.fillRect(QRectF(0, lane.top + lane.height - scale, sizes.header, scale), colour(theme.border.hairline))
    return end - wide, middle, told


def counted(dress: Dress, lane: LaneBox, visible: int, room: float) -> tuple[str, float]:
    """How many are in view of how many there are, and how wide that is; roughly, where a lane's name needs the room.

    Where even that leaves too little, the name is shortened and never the number: "39" for "3/39" would be another one.
    """
    left, number = room - _name_width(lane.label, dress.letters) - GAP * dress.scale, dress.letters.number
    exact, rough = (_of(visible, lane.total, written) for written in (_whole, _roughly))
    told = exact if number(exact, "count") <= left else rough
    return told, number(told, "count")


def _of(visible: int, total: int, written: Callable[[int], str]) -> str:
    """ "3/39", and "39" where all are in view."""
    return written(total) if visible >= total else f"{written(visible)}/{written(total)}"


def _whole(count: int) -> str:
    return f"{count:,}"


@lru_cache(KEPT)
def _name_width(label: str, letters: Letters) -> float:
    return letters.measure(" ".join(label.split()), "lane")


def _roughly(count: int) -> str:
    """ "83k", "1.2m"; small numbers as they are."""
    if count < 10_000:
        return f"{count:,}"
    return f"{count / 1000:.0f}k" if count < 999_500 else f"{count / 1_000_000:.1f}m"


def label_x(lane: LaneBox) -> float:
    """Where a lane's name begins at 100 %: behind the glyph of its kind, if it is the lane of one."""
    return LABEL_X if lane.kind else BARE_X


@lru_cache(KEPT)
def lines_of(label: str, rooms: tuple[float, float], most: int, measure: Measure) -> tuple[str, ...]:
    """A lane's name in up to so many lines; `rooms` are the widths of the first one, beside the count, and of the others."""
    words, lines = label.split(), list[str]()
    while words:
        room = rooms[bool(lines)]
        count = next(
            (count for count in range(len(words), 0, -1) if measure(" ".join(words[:count]), "lane") <= room), 0
        )
        if count == len(words) or (count and len(lines) + 1 < most):
            lines.append(" ".join(words[:count]))
            del words[:count]
        else:
            return (*lines, elided(" ".join(words), room, measure))
    return tuple(lines)


def elided(label: str, room: float, measure: Measure) -> str:
    """A lane's name in one line, shortened after whole words where one fits, else after a letter."""
    text = " ".join(label.split())
    if measure(text, "lane") <= room:
        return text
    kept = text
    while kept and measure(kept + ELLIPSIS, "lane") > room:
        kept = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return kept.rstrip(" ,;:") + ELLIPSIS

"""A stretch of a figure's time with its axis and lanes: time is folded like a text into lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from widgets.figure.content import Content
from widgets.timeline.arrangement import Arrangement, arranged_index
from widgets.timeline.axis import Axis, axis_of
from widgets.timeline.index import EventIndex
from widgets.timeline.layout import Look, layout
from widgets.timeline.measure import measure_for
from widgets.timeline.packing import LEAST_ROWS, MOST_ROWS
from widgets.timeline.scene import LaneBox, Mark, Scene
from widgets.timeline.sizes import Sizes, screen_sizes
from widgets.timeline.spans import Span

AXIS = 42.0
"""The height of an axis without pages, at 100 %."""
END = 12.0
"""Free before the first and behind the last moment, at 100 %: a mark that stands there is not cut in half."""
NARROW = 520.0
"""Where there is less room than this, at 100 %, lanes have their names above their rows and not beside them."""
NAME_LINE = 18.0
LEAST_HEADER, MOST_HEADER, MOST_SHARE = 84.0, 200.0, 0.24
NAME_X, NAME_GAP = 20.0, 16.0
"""Where the name of a lane begins behind its glyph, and what is free behind it."""
ABOVE, BELOW, ASIDE = 8.0, 6.5, 2.0
"""How far around words grid lines are interrupted."""


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Its scene and axis; `lines` are pieces of grid lines (x, from, to) that touch no words, down from below the axis."""

    span: Span
    scene: Scene
    axis: Axis
    width: float
    lines: tuple[tuple[float, float, float], ...]
    zero: tuple[float, float] | None = None
    """From where to where day zero is, if it is here."""

    @property
    def left(self) -> float:
        """Where its time begins."""
        return self.scene.sizes.header + END * self.scene.sizes.scale

    @property
    def height(self) -> float:
        """Axis and all lanes."""
        return self.scene.sizes.axis + self.scene.height


def figure_sizes(lanes: Sequence[str], width: float, scale: float, plain: bool) -> Sizes:
    """The measures of a timeline in a figure so wide; `plain` ones have a single lane, whose name says nothing."""
    sizes, narrow = replace(screen_sizes(), axis=AXIS).scaled(scale), width < NARROW * scale
    if plain:
        return replace(sizes, header=0.0)
    if narrow:
        return replace(sizes, header=0.0, title=NAME_LINE * scale)
    measure = measure_for(scale, features=False)
    widest = max((measure(" ".join(name.split()), "lane") for name in lanes), default=0.0)
    most = min(MOST_HEADER * scale, MOST_SHARE * width)
    return replace(sizes, header=min(max(widest + (NAME_X + NAME_GAP) * scale, LEAST_HEADER * scale), most))


def stretches(span: Span, count: int) -> list[Span]:
    """So many parts of the same length, of whole days where there are enough."""
    length = span.length / count
    if length < 2:
        return [Span(span.start + length * number, span.start + length * (number + 1)) for number in range(count)]
    first, days = span.start // 1, -(-(span.end - span.start // 1) // count)
    return [Span(first + days * number, first + days * (number + 1)) for number in range(count)]


def strip_of(
    content: Content,
    index: EventIndex,
    span: Span,
    width: float,
    height: float | None,
    sizes: Sizes,
    rows: tuple[int, int] = (LEAST_ROWS, MOST_ROWS),
) -> Strip:
    """Lay a stretch out in a height, None for as much as it needs. Lanes without events in it are left out.

    `rows` are how many a lane has at least and at the most.
    """
    measure = measure_for(sizes.scale, features=False)
    room = max(width - sizes.header - 2 * END * sizes.scale, 1.0)
    counts = index.counts(span.start, span.end)
    empty = [lane.key for lane, count in zip(index.lanes.lanes, counts, strict=True) if not count]
    here = arranged_index(index, Arrangement(hidden=frozenset(empty))) if empty else index
    below = None if height is None else max(height - sizes.axis, 1.0)
    look = Look(
        span.start, span.end, room, below, sizes=sizes, least_rows=rows[0], least_crowded=min(1, rows[0]),
        most_rows=rows[1], in_order=True, cited_of=content.cited_of,
    )  # fmt: skip
    scene = layout(here, content.titles_of, measure, look)
    axis = axis_of(span.start, span.end, room, measure, sizes.scale, content.zero)
    day = content.zero.day if content.zero else None
    zero = None if day is None or not span.start <= day < span.end else (scene.x(day), scene.x(day + 1))
    return Strip(span, scene, axis, width, tuple(_lines(scene, axis)), zero)


def _lines(scene: Scene, axis: Axis) -> Iterator[tuple[float, float, float]]:
    """Grid lines without what is under words, so that nothing has to part letters from lines."""
    boxes = [_words_box(mark, scene.sizes.scale) for mark in scene.marks if mark.label]
    if scene.sizes.title:
        boxes += [_name_box(lane, scene.sizes) for lane in scene.lanes]
    for x in axis.grid:
        if x > scene.sizes.scale:
            gaps = sorted((top, foot) for left, right, top, foot in boxes if left < x < right)
            yield from _pieces(x, gaps, scene.height)


def _pieces(x: float, gaps: list[tuple[float, float]], height: float) -> Iterator[tuple[float, float, float]]:
    at = 0.0
    for top, foot in gaps:
        if top > at:
            yield x, at, top
        at = max(at, foot)
    if at < height:
        yield x, at, height


def _words_box(mark: Mark, scale: float) -> tuple[float, float, float, float]:
    """Left, right, top and foot of the label with what stands beside it."""
    left, right = mark.label_x - ASIDE * scale, mark.label_x + mark.label_width + ASIDE * scale
    right += mark.note_width + mark.sources_width + (4 * scale if mark.sources_width else 0.0)
    return left, right, mark.y - ABOVE * scale, mark.y + BELOW * scale


def _name_box(lane: LaneBox, sizes: Sizes) -> tuple[float, float, float, float]:
    wide = (NAME_X - END) * sizes.scale + measure_for(sizes.scale, features=False)(lane.label, "lane")
    return -END * sizes.scale, wide + 2 * ASIDE * sizes.scale, lane.top, lane.top + sizes.pad + sizes.title

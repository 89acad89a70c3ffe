"""One event before it has a row: which form its line takes, where glyph and label go, how much room that needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import isfinite

from resources.kinds import kinds
from storage.columns import PRECISIONS, REVIEWS, STATUSES
from storage.columns import Mark as Flag
from storage.model import Precision, Review
from storage.moment import MINUTES_PER_DAY
from widgets.timeline.index import EventIndex
from widgets.timeline.scene import Form, Mark
from widgets.timeline.sizes import Sizes
from widgets.timeline.times import Rows

INTERVAL = PRECISIONS.index(Precision.INTERVAL)
MINUTE = PRECISIONS.index(Precision.MINUTE)
APPROXIMATE, DISAGREE, PREVIEW = int(Flag.APPROXIMATE), int(Flag.DISAGREE), int(Flag.PREVIEW)
"""As plain numbers: hundreds of rows are looked at in a frame, and flags are slow."""
CONFIRMED = frozenset({REVIEWS.index(Review.CONFIRMED), REVIEWS.index(Review.EDITED)})
POLE = 0.3
"""How far the middle of a flag stands from its pole, in heights of the glyph."""


@dataclass(frozen=True, slots=True)
class Walls:
    """The px between which things are laid out, `left` to `right`, and the width of the view, which begins at 0."""

    left: float
    right: float
    view: float


@dataclass(slots=True, eq=False)
class Draft:
    """An event with its geometry in px; `place` is its row, or -1 as long as it has none."""

    id: int
    kind: str
    form: Form
    status: str
    start: float
    x0: float
    x1: float
    cut_start: bool
    cut_end: bool
    open_start: bool
    open_end: bool
    approximate: bool
    sources: int
    disagree: bool
    confirmed: bool
    preview: bool
    glyph_x: float
    left: float
    right: float
    label: str = ""
    label_x: float = 0.0
    label_width: float = 0.0
    note: str = ""
    note_width: float = 0.0
    sources_width: float = 0.0
    flipped: bool = False
    cited: str = ""
    content: float = 0.0
    """Where what stands beside the glyph ends."""
    place: int = -1

    @property
    def wide(self) -> bool:
        """Whether glyph and label stand inside the line rather than at it."""
        return self.form is Form.BAR or self.form is Form.BETWEEN

    def mark(self, lane: int, y: float, sizes: Sizes) -> Mark:
        """The value that is drawn; `y` is the middle of its row."""
        return Mark(
            self.id, self.place, lane, self.kind, self.form, self.status, self.x0, self.x1, self.cut_start,
            self.cut_end, self.open_start, self.open_end, self.approximate, self.glyph_x, y, self.label, self.label_x,
            self.label_width, self.note, self.note_width, self.sources, self.sources_width, self.disagree,
            self.confirmed, self.preview, self.flipped, self.left, self.right, self._slide(sizes), self.cited,
        )  # fmt: skip

    def _slide(self, sizes: Sizes) -> float:
        """Of a line longer than what stands on it; what hangs at a point has none."""
        if self.flipped or self.x1 - self.x0 <= sizes.narrow:
            return 0.0
        return max(0.0, self.x1 - sizes.inset / 2 - self.content)


def form_of(precision: int, length: float) -> Form:
    """An instant, some time within a day, some time between two, or all the time from one to another."""
    if precision == INTERVAL:
        return Form.BAR
    if precision == MINUTE and length <= 1.5 / MINUTES_PER_DAY:
        return Form.INSTANT
    return Form.DAY if length <= 1 + 1e-9 else Form.BETWEEN


@cache
def pole_of(kind: str) -> float:
    """How far right of its place a glyph stands, in its heights: a flag has its pole on the spot."""
    known = kinds().get(kind)
    return POLE if known and known.glyph.name == "flag" else 0.0


def drafts(index: EventIndex, rows: Rows, start: float, per_day: float, walls: Walls, sizes: Sizes) -> list[Draft]:
    """Drafts without labels of some rows; `start` is the time at x = 0."""
    return [_draft(values, start, per_day, walls, sizes) for values in _values(index, rows)]


def _values(index: EventIndex, rows: Rows) -> Iterator[tuple[int | float | str, ...]]:
    columns = index.columns
    names = [columns.kinds[kind] if 0 <= kind < len(columns.kinds) else "other" for kind in columns.kind[rows].tolist()]
    taken = (columns.status, columns.precision, columns.review, columns.sources, columns.marks)
    told = (columns.ids[rows], index.start[rows], index.end[rows], *(column[rows] for column in taken))
    return zip(names, *(column.tolist() for column in told), strict=True)


def _draft(values: tuple, start: float, per_day: float, walls: Walls, sizes: Sizes) -> Draft:  # type: ignore[type-arg]
    kind, event, begin, end, status, precision, review, sources, flags = values
    form = form_of(precision, end - begin)
    open_start, open_end = not isfinite(begin), not isfinite(end)
    x0 = walls.left if open_start else (begin - start) * per_day
    x1 = walls.right if open_end else (end - start) * per_day
    x0, x1, cut_start, cut_end = max(x0, walls.left), min(x1, walls.right), x0 < walls.left, x1 > walls.right
    x1 = max(x1, x0)
    approximate = bool(flags & APPROXIMATE)
    glyph_x = _glyph_x(form, x0, x1, approximate and not (cut_start or open_start), walls, sizes)
    glyph_x += pole_of(kind) * sizes.glyph if form is Form.INSTANT else 0
    return Draft(
        event, kind, form, STATUSES[status].value, begin, x0, x1, cut_start, cut_end, open_start, open_end,
        approximate, sources, bool(flags & DISAGREE), review in CONFIRMED, bool(flags & PREVIEW), glyph_x,
        min(glyph_x - sizes.half, x0), max(glyph_x + sizes.half, x1),
    )  # fmt: skip


def fade_of(width: float, sizes: Sizes) -> float:
    """Over how many px an approximate end fades."""
    return min(max(0.2 * width, sizes.fade_least), sizes.fade_most, 0.45 * width)


def _glyph_x(form: Form, x0: float, x1: float, fades: bool, walls: Walls, sizes: Sizes) -> float:
    """Inside the left end of what is in view of the line, or at its middle where it is short."""
    if form is Form.INSTANT:
        return x0
    if x1 - x0 <= (sizes.narrow if form is not Form.BAR else 2 * sizes.inset):
        return (x0 + x1) / 2
    reaches_in = x1 > min(2 * sizes.inset, walls.view / 4)
    seen = max(x0, 0.0) if reaches_in and x0 < walls.view else x0
    inset = sizes.inset + (0.6 * fade_of(x1 - x0, sizes) if fades and form is Form.BAR and seen == x0 else 0.0)
    return min(seen + inset, x1 - sizes.inset / 2)

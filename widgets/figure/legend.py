"""What the marks of a figure mean: a sample of each that occurs, drawn by the same hand as the marks, and its words."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from resources.kinds import kinds as known_kinds
from storage.columns import PRECISIONS, REVIEWS, STATUSES, Columns
from storage.columns import Mark as Flag
from storage.model import Precision, Review, Status
from widgets.figure.lettering import Run, Style, width_of
from widgets.timeline.crowds import RAMP
from widgets.timeline.dress import Dress, colour, mixed
from widgets.timeline.extents import paint_extent
from widgets.timeline.glyphs import GlyphLook, stamp_glyph
from widgets.timeline.marks import paint_disagreement, paint_mark
from widgets.timeline.pills import paint_pill
from widgets.timeline.scene import Form, Mark
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import Sizes, screen_sizes
from widgets.words import kind_label

KIND = "other"
"""Samples are grey: they are about no kind."""
LETTER = 11.5
"""The size of the words at which samples are drawn at 100 %."""
SAMPLE, SLIM, BESIDE, APART, LINE = 34.0, 16.0, 7.0, 22.0, 25.0
"""Px: width of a line and of a mere sign, room to the words, to the next sample, height of a row."""
MIDDLE, BASE = 11.0, 15.0
"""How far down a row its samples and the baseline of its words stand."""
ARROW = 8.0
"""How far an arrow reaches beyond its line."""
EVERYWHERE = Seen(-1000.0, 100_000.0)
TICK, BAND = "no room for words", "many events"
KINDS = "kind:"
"""What the names of kinds begin with."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What differs from a plain mark."""

    form: Form = Form.DAY
    status: Status = Status.HAPPENED
    approximate: bool = False
    open_end: bool = False
    confirmed: bool = False


SAMPLES = {
    "on that day": Sample(),
    "at that time": Sample(Form.INSTANT),
    "some time between": Sample(Form.BETWEEN),
    "throughout": Sample(Form.BAR),
    "end approximate": Sample(Form.BAR, approximate=True),
    "goes on": Sample(Form.BAR, open_end=True),
    "planned": Sample(status=Status.PLANNED),
    "hypothetical": Sample(status=Status.HYPOTHETICAL),
    "denied": Sample(status=Status.DENIED),
    "confirmed": Sample(confirmed=True),
}
_UNREAL = (Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED)
_SURE = (REVIEWS.index(Review.CONFIRMED), REVIEWS.index(Review.EDITED))
SOURCES, DISAGREEMENT = "number of sources", "sources give other dates"
SLIM_ONES = ("at that time", "planned", "hypothetical", "denied", "confirmed", SOURCES, DISAGREEMENT, TICK)


def legend_of(columns: Columns, kinds: bool, cited: bool) -> tuple[str, ...]:
    """The names of the samples that occur among the events: of kinds where lanes do not tell them, then of marks."""
    length = columns.end - columns.start
    bar = columns.precision == PRECISIONS.index(Precision.INTERVAL)
    instant = (columns.precision == PRECISIONS.index(Precision.MINUTE)) & (length < 0.01)
    approximate = (columns.marks & Flag.APPROXIMATE) > 0
    there = {
        "on that day": ~bar & ~instant & (length <= 1.001),
        "at that time": instant,
        "some time between": ~bar & (length > 1.001),
        "throughout": bar & ~approximate & np.isfinite(length),
        "end approximate": approximate,
        "goes on": ~np.isfinite(columns.end),
        **{status.value: columns.status == STATUSES.index(status) for status in _UNREAL},
        "confirmed": np.isin(columns.review, _SURE),
        SOURCES: (columns.sources > 1) & (not cited),
        DISAGREEMENT: (columns.marks & Flag.DISAGREE) > 0,
    }
    named = [columns.kinds[number] for number in np.unique(columns.kind).tolist()] if kinds else []
    return (*_in_order(named), *(name for name in there if bool(np.any(there[name]))))


def _in_order(named: Sequence[str]) -> list[str]:
    """Kinds as lanes would stand, those that are not known last."""
    order = list(known_kinds())
    ranked = sorted(named, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    return [f"{KINDS}{kind}" for kind in ranked]


def legend_height(names: Sequence[str], width: float, letters: float) -> float:
    """How much room the samples need."""
    rows = [row for _, _, row in _places(names, width, letters)]
    return LINE * letters / LETTER * (max(rows) + 1) if rows else 0.0


def legend_words(names: Sequence[str], width: float, letters: float) -> Iterator[Run]:
    """The words from 0,0 on."""
    scale, style = letters / LETTER, Style(letters)
    for name, x, row in _places(names, width, letters):
        yield Run(x + (_wide(name) + BESIDE) * scale, (row * LINE + BASE) * scale, _words(name), style, "secondary")


def paint_samples(painter: QPainter, dress: Dress, names: Sequence[str], width: float, letters: float) -> None:
    """The samples from 0,0 on; the dress has the scale of the letters."""
    scale, sizes = letters / LETTER, screen_sizes().scaled(letters / LETTER)
    for name, x, row in _places(names, width, letters):
        painter.translate(x, row * LINE * scale)
        _painter_of(name)(painter, dress, sizes)
        painter.translate(-x, -row * LINE * scale)


def legend_scale(letters: float) -> float:
    """What samples are multiplied by beside letters of a size."""
    return letters / LETTER


def _places(names: Iterable[str], width: float, letters: float) -> Iterator[tuple[str, float, int]]:
    scale, style, x, row = letters / LETTER, Style(letters), 0.0, 0
    for name in names:
        wide = (_wide(name) + BESIDE) * scale + width_of(_words(name), style)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        yield name, x, row
        x += wide + APART * scale


def _wide(name: str) -> float:
    return SLIM if name in SLIM_ONES or name.startswith(KINDS) else SAMPLE


def _words(name: str) -> str:
    return kind_label(name.removeprefix(KINDS)) if name.startswith(KINDS) else name


def _painter_of(name: str) -> Callable[[QPainter, Dress, Sizes], None]:
    signs = {SOURCES: _paint_sources, DISAGREEMENT: _paint_disagreement, TICK: _paint_tick, BAND: _paint_band}
    if name.startswith(KINDS):
        return partial(_paint_kind, name.removeprefix(KINDS))
    return signs.get(name) or partial(_paint_sample, name)


def _paint_kind(kind: str, painter: QPainter, dress: Dress, sizes: Sizes) -> None:
    theme = dress.theme
    look = GlyphLook(theme.colour_of(kind), theme.surface.canvas, theme.text.primary, size=sizes.glyph)
    stamp_glyph(painter, dress, kind, SLIM / 2 * sizes.scale, MIDDLE * sizes.scale, look)


def _paint_sample(name: str, painter: QPainter, dress: Dress, sizes: Sizes) -> None:
    mark = _mark(SAMPLES[name], _wide(name) * sizes.scale, sizes)
    paint = paint_extent if mark.form in (Form.BAR, Form.BETWEEN) else paint_mark
    paint(painter, dress, mark, EVERYWHERE, sizes)


def _paint_sources(painter: QPainter, dress: Dress, sizes: Sizes) -> None:
    place = 0.0, MIDDLE * sizes.scale, SLIM * sizes.scale
    paint_pill(painter, dress, place, "2", dress.theme.surface.sunken, dress.theme.text.secondary)


def _paint_disagreement(painter: QPainter, dress: Dress, sizes: Sizes) -> None:
    paint_disagreement(painter, dress, SLIM / 2 * sizes.scale, MIDDLE * sizes.scale, dress.theme.warn.text)


def _paint_tick(painter: QPainter, dress: Dress, sizes: Sizes) -> None:
    left, top = (SLIM * sizes.scale - sizes.tick_width) / 2, MIDDLE * sizes.scale - sizes.tick / 2
    painter.fillRect(QRectF(left, top, sizes.tick_width, sizes.tick), colour(dress.theme.colour_of(KIND)))


def _paint_band(painter: QPainter, dress: Dress, sizes: Sizes) -> None:
    """Cells from few to many."""
    wide, high = SAMPLE * sizes.scale / (len(RAMP) - 1), 14 * sizes.scale
    for place, share in enumerate(RAMP[1:]):
        box = QRectF(place * wide, MIDDLE * sizes.scale - high / 2, wide, high)
        painter.fillRect(box, colour(mixed(dress.theme.surface.canvas, dress.theme.colour_of(KIND), share)))


def _mark(sample: Sample, wide: float, sizes: Sizes) -> Mark:
    """A mark without a label, in the middle of its stretch."""
    middle, instant = wide / 2, sample.form is Form.INSTANT
    return Mark(
        id=0, row=0, lane=0, kind=KIND, form=sample.form, status=sample.status.value,
        x0=middle if instant else 0.0, x1=middle if instant else wide - sample.open_end * ARROW * sizes.scale,
        cut_start=False, cut_end=False, open_start=False, open_end=sample.open_end, approximate=sample.approximate,
        glyph_x=middle, y=MIDDLE * sizes.scale, label="", label_x=0.0, label_width=0.0, note="", note_width=0.0,
        sources=1, sources_width=0.0, disagree=False, confirmed=sample.confirmed, preview=False, flipped=False,
        left=0.0, right=wide, slide=0.0,
    )  # fmt: skip

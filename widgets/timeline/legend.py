"""What the marks of a figure mean: a sample of each that occurs, drawn by the same hand as the marks, and its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from resources.themes import Theme
from storage.columns import PRECISIONS, STATUSES, Columns
from storage.columns import Mark as Flag
from storage.model import Precision, Status
from widgets.fonts import font
from widgets.timeline.dress import dress_for
from widgets.timeline.marks import paint_mark
from widgets.timeline.scene import Form, Mark
from widgets.timeline.seen import Seen
from widgets.timeline.sizes import screen_sizes

KIND = "other"
"""Samples are grey: they are about no kind."""
SAMPLE, BESIDE, APART, LINE = 34.0, 8.0, 26.0, 26.0
"""Px: width of a sample, room to its words, to the next sample, height of a line."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What differs from a plain mark."""

    form: Form = Form.DAY
    status: Status = Status.HAPPENED
    approximate: bool = False
    open_end: bool = False


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
}


def legend_of(columns: Columns) -> tuple[str, ...]:
    """The names of the samples that occur among the events."""
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
    }
    return tuple(name for name in SAMPLES if bool(np.any(there[name])))


_UNREAL = (Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED)


def legend_height(names: Sequence[str], width: float) -> float:
    """How much room the samples need."""
    rows = [row for _, _, row in _places(names, width)]
    return LINE * (max(rows) + 1) if rows else 0.0


def paint_legend(painter: QPainter, theme: Theme, names: Sequence[str], left: float, top: float, width: float) -> None:
    """In rows from a corner on."""
    sizes, seen = screen_sizes(), Seen(-1000.0, 100_000.0)
    dress = dress_for(painter, theme)
    for name, x, row in _places(names, width):
        painter.save()
        painter.translate(left + x, top + row * LINE)
        paint_mark(painter, dress, _mark(SAMPLES[name]), seen, sizes)
        painter.restore()
        painter.setFont(font("small"))
        painter.setPen(QColor(theme.text.secondary))
        painter.drawText(QPointF(left + x + SAMPLE + BESIDE, top + row * LINE + 15), name)


def _places(names: Sequence[str], width: float) -> Iterator[tuple[str, float, int]]:
    metrics, x, row = QFontMetricsF(font("small")), 0.0, 0
    for name in names:
        wide = SAMPLE + BESIDE + metrics.horizontalAdvance(name)
        if x and x + wide > width:
            x, row = 0.0, row + 1
        yield name, x, row
        x += wide + APART


def _mark(sample: Sample) -> Mark:
    """A mark without a label, in the middle of its stretch."""
    return Mark(
        id=0, row=0, lane=0, kind=KIND, form=sample.form, status=sample.status.value,
        x0=SAMPLE / 2 if sample.form is Form.INSTANT else 0.0, x1=SAMPLE / 2 if sample.form is Form.INSTANT else SAMPLE,
        cut_start=False, cut_end=False, open_start=False, open_end=sample.open_end, approximate=sample.approximate,
        glyph_x=SAMPLE / 2, y=11.0, label="", label_x=0.0, label_width=0.0, note="", note_width=0.0, sources=1,
        sources_width=0.0, disagree=False, confirmed=False, preview=False, flipped=False, left=0.0, right=SAMPLE, slide=0.0,
    )  # fmt: skip

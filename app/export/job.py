"""What is to be exported, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from widgets.figure.options import FigureOptions
from widgets.timeline.arrangement import Arrangement

if TYPE_CHECKING:
    from storage.library import Library


@dataclass(frozen=True, slots=True)
class Export:
    """Events of a library in the order of time; undated ones come last and are not drawn.

    `first` and `last` are days since 1970 between which a figure is drawn; None lets it show all its events. `figure`
    says how it looks. `day_zero` is an event that days are counted from.
    """

    library: Library
    events: Sequence[int]
    first: float | None = None
    last: float | None = None
    figure: FigureOptions = field(default_factory=FigureOptions)
    arrangement: Arrangement = field(default_factory=Arrangement)
    day_zero: int | None = None

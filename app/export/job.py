"""What is to be exported, as one value."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from storage.library import Library
from widgets.timeline.arrangement import Arrangement

WIDTH = 1600


@dataclass(frozen=True, slots=True)
class Export:
    """Events of a library in the order of time; undated ones come last and are not drawn.

    `first` and `last` are days since 1970 between which a figure is drawn; None lets it show all its events. `height`
    None is as much as they need; both sizes are px at 96 to the inch. `day_zero` is an event that days are counted from.
    """

    library: Library
    events: Sequence[int]
    first: float | None = None
    last: float | None = None
    width: int = WIDTH
    height: int | None = None
    theme: str = "light"
    lanes: str = "kind"
    arrangement: Arrangement = field(default_factory=Arrangement)
    title: str = ""
    day_zero: int | None = None

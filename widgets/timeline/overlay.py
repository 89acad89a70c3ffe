"""What is laid over the lanes while the mouse marks something out: a stretch of time, or a box with events. No Qt."""

from dataclasses import dataclass
from enum import Enum, auto

from widgets.timeline.spans import Span


class Purpose(Enum):
    """What is marked out, and so how it looks."""

    ZOOM = auto()
    MEASURE = auto()
    CHOOSE = auto()


@dataclass(frozen=True, slots=True)
class Overlay:
    """A stretch of time with words on it; `rows` are the heights in the scene of a box, None reaches over all lanes."""

    purpose: Purpose
    span: Span
    words: str = ""
    rows: tuple[float, float] | None = None

"""What of a scene is in view and which events stand out there, and where that puts what follows the view."""

from dataclasses import dataclass

from widgets.timeline.scene import Form, Mark
from widgets.timeline.sizes import Sizes
from widgets.timeline.words import ELLIPSIS, Measure


@dataclass(frozen=True, slots=True)
class Seen:
    """The px of the scene between which one looks, and the events that are chosen, under the mouse and in focus."""

    left: float
    right: float
    chosen: int | None = None
    hovered: int | None = None
    focus: int | None = None
    selection: frozenset[int] = frozenset()
    """All events that are chosen; `chosen` is the one of them that is looked at."""

    def chooses(self, event: int) -> bool:
        """Whether an event is among the chosen ones."""
        return event == self.chosen or event in self.selection

    def shows(self, mark: Mark, sizes: Sizes) -> bool:
        """Whether the line or the glyph of an event is in view; a label alone, whose day is out of view, says nothing."""
        return mark.x1 >= self.left - sizes.half and mark.x0 <= self.right + sizes.half

    def whole(self, start: float, end: float) -> bool:
        """Whether a stretch of px lies wholly in view."""
        return start >= self.left and end <= self.right

    def shift(self, mark: Mark, sizes: Sizes) -> float:
        """How far glyph and label have moved to stay in view while the picture is panned."""
        if mark.form is not Form.BAR and mark.form is not Form.BETWEEN:
            return 0.0
        return min(max(self.left + sizes.inset - mark.glyph_x, 0.0), mark.slide)

    def line(self, mark: Mark, sizes: Sizes) -> tuple[float, float]:
        """From where to where a line is drawn: an open end stops before the edge of the view, for its arrow."""
        start = max(self.left + sizes.arrow, mark.x0) if mark.open_start else mark.x0
        end = min(self.right - sizes.arrow, mark.x1) if mark.open_end else mark.x1
        return min(start, end), max(start, end)


def words_in_view(text: str, x: float, seen: Seen, measure: Measure, style: str) -> tuple[str, float]:
    """As many words of a label from `x` on as are in view, and where they begin: no edge cuts through a letter."""
    end = x + measure(text, style)
    if seen.whole(x, end):
        return text, x
    words = text.split(" ")
    while words and x < seen.left:
        del words[0]
        x = end - measure(ELLIPSIS + " ".join(words), style)
    head = ELLIPSIS if len(words) < text.count(" ") + 1 else ""
    shown = head + " ".join(words)
    while words and x + measure(shown, style) > seen.right:
        words.pop()
        shown = head + " ".join(words) + ELLIPSIS
    return (shown, x) if words else ("", end)


def words_of(mark: Mark, sizes: Sizes) -> tuple[float, float]:
    """From where to where glyph, label and what stands beside it reach, with the room around them."""
    scale = sizes.scale
    beside = mark.note_width
    beside += mark.sources_width + 5 * scale if mark.sources_width else 0.0
    beside += 19 * scale if mark.disagree else 0.0
    if mark.flipped:
        return mark.label_x - 7 * scale, mark.glyph_x + 12 * scale
    if not mark.label and not beside:
        return mark.glyph_x - 12 * scale, mark.glyph_x + 12 * scale
    return mark.glyph_x - 12 * scale, mark.label_x + mark.label_width + beside + 7 * scale

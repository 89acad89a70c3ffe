"""What of a scene is in view and which events stand out there, and where that puts what follows the view."""

from dataclasses import dataclass
from unicodedata import bidirectional

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
        first, last = min(mark.x0, mark.glyph_x - sizes.half), max(mark.x1, mark.glyph_x + sizes.half)
        return last > self.left + sizes.scale and first < self.right - sizes.scale

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
    """As many words of a label from `x` on as are in view, and where they begin: no edge cuts through a letter.

    Of a script that is read from the right the left edge of the view cuts the last words off.
    """
    end = x + measure(text, style)
    if seen.whole(x, end):
        return text, x
    words = text.split(" ")
    whole, backwards, cut_left, cut_right = len(words), from_the_right(text), "", ""
    while words and x < seen.left:
        del words[-1 if backwards else 0]
        cut_left = ELLIPSIS
        x = end - measure(cut_left + " ".join(words), style)
    while words and x + measure(cut_left + " ".join(words) + cut_right, style) > seen.right:
        del words[0 if backwards else -1]
        cut_right = ELLIPSIS
    if len(words) == whole or not words:
        return (text, x) if words else ("", end)
    head, tail = (cut_right, cut_left) if backwards else (cut_left, cut_right)
    return head + " ".join(words) + tail, x


def from_the_right(text: str) -> bool:
    """Whether a text is read from the right: its first letter says so."""
    sorts = (bidirectional(letter) for letter in text)
    return next((sort for sort in sorts if sort in ("L", "R", "AL")), "L") != "L"


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

"""Where the label of an event goes: right of its glyph, left of it at the right edge, shortened where room is short."""

from functools import lru_cache
from math import floor

from storage.moment import civil
from widgets.timeline.drafts import Draft, Walls
from widgets.timeline.scene import Form
from widgets.timeline.sizes import Sizes
from widgets.timeline.words import Measure, cut, one_line, shortened, since

PILL = 9.0
"""What a pill is wider than its number."""
PILL_APART, CITED_APART = 5.0, 2.5
"""What lies between the words and a pill, or raised numbers."""
RING = 19.0
"""Room for the sign of disagreement."""
SLACK = 6.0
"""Room behind a label: in bold, as selected, it is a little wider."""

MUCH = 0.6
"""At the edge of the view a label that keeps less of itself stands whole on the other side of its mark."""
KEPT = 8192
"""Labels that are remembered."""


@lru_cache(KEPT)
def longest_label(title: str, room: float, measure: Measure) -> tuple[str, str, float]:
    """A title in one line, as a label that has all the room a label can have, and how wide that is.

    Remembered, because each frame asks for the same ones.
    """
    text = one_line(title)
    label = shortened(text, room, measure) or cut(text, room, measure)
    return text, label, measure(label, "label") if label else 0.0


def put_label(draft: Draft, title: str, walls: Walls, sizes: Sizes, measure: Measure, near: float) -> None:
    """Give a draft its whole label, no wider than a label can be, and the room that it takes with it."""
    text, label, width = longest_label(title, sizes.longest, measure)
    draft.sources_width = measure(draft.cited, "cited") if draft.cited else _pill_width(draft.sources, sizes, measure)
    if (
        draft.form is Form.BAR
        and not draft.open_start
        and (draft.cut_start or draft.x0 < 0)
        and text
        and draft.glyph_x >= 0
    ):
        draft.note = since(floor(draft.start), civil(floor(near))[0])
        draft.note_width = measure(draft.note, "note") + 6 * sizes.scale
    _set(draft, label, sizes, width)
    wall = walls.view - 8 * sizes.scale if draft.glyph_x < walls.view else walls.right
    if draft.label and draft.content > wall:
        _at_the_wall(draft, text, wall, sizes, measure)


def shorten_label(draft: Draft, title: str, right: float, sizes: Sizes, measure: Measure) -> bool:
    """Make the label so short that all ends before `right`; False if two words are too many."""
    room = min(right - draft.label_x - _beside(draft, sizes) - SLACK * sizes.scale, sizes.longest)
    label = shortened(longest_label(title, sizes.longest, measure)[0], room, measure) if room > 0 else None
    if label is None:
        return False
    _set(draft, label, sizes, measure(label, "label") if label else 0.0)
    return True


def drop_label(draft: Draft, sizes: Sizes) -> None:
    """Leave the line and the glyph alone."""
    draft.label, draft.label_width, draft.note, draft.note_width = "", 0.0, "", 0.0
    draft.sources_width, draft.disagree, draft.flipped = 0.0, False, False
    draft.content = draft.glyph_x + sizes.half
    draft.left, draft.right = min(draft.glyph_x - sizes.half, draft.x0), max(draft.content, draft.x1)


def _pill_width(sources: int, sizes: Sizes, measure: Measure) -> float:
    return measure(str(sources), "badge") + PILL * sizes.scale if sources > 1 else 0.0


def _beside(draft: Draft, sizes: Sizes) -> float:
    """Width of what stands behind the words."""
    pill = draft.sources_width + _apart(draft) * sizes.scale if draft.sources_width else 0.0
    return draft.note_width + pill + (RING * sizes.scale if draft.disagree else 0.0)


def _apart(draft: Draft) -> float:
    return CITED_APART if draft.cited else PILL_APART


def _set(draft: Draft, label: str, sizes: Sizes, width: float, flipped: bool = False) -> None:
    draft.label, draft.label_width, draft.flipped = label, width, flipped
    whole = draft.label_width + _beside(draft, sizes)
    slack = SLACK * sizes.scale if whole else 0.0
    if flipped:
        draft.label_x = min(draft.glyph_x, draft.x0 + sizes.half) - sizes.to_label - whole
        draft.content = draft.glyph_x + sizes.half
        draft.left, draft.right = draft.label_x - slack, max(draft.content, draft.x1)
        return
    draft.label_x = draft.glyph_x + sizes.to_label
    draft.content = draft.label_x + whole if whole else draft.glyph_x + sizes.half
    draft.left = min(draft.glyph_x - sizes.half, draft.x0)
    draft.right = max(draft.content + slack, draft.x1)


def _at_the_wall(draft: Draft, text: str, wall: float, sizes: Sizes, measure: Measure) -> None:
    """Where the edge of the view is near: to the left of the mark, or shorter, or both."""
    label, width = draft.label, draft.label_width
    beside = 2 * sizes.to_label + width + _beside(draft, sizes)
    turns = not draft.wide and draft.x1 - draft.x0 <= sizes.narrow and draft.glyph_x - beside > 0
    fits = not turns and shorten_label(draft, text, wall, sizes, measure)
    if turns or (draft.x0 - beside > 0 and not (fits and (draft.wide or draft.label_width >= MUCH * width))):
        _set(draft, label, sizes, width, flipped=True)
    elif not fits:
        room = draft.x0 - beside + width
        short = shortened(text, room, measure) if room > 0 else None
        if short:
            _set(draft, short, sizes, measure(short, "label"), flipped=True)
    if draft.cited and not draft.flipped and draft.content > wall:  # a figure has edges where numbers must not be lost
        room = wall - draft.label_x - _beside(draft, sizes) - SLACK * sizes.scale
        short = cut(text, room, measure)
        _set(draft, short, sizes, measure(short, "label") if short else 0.0)

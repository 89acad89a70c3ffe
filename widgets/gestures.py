"""Keys and mouse gestures of the panes, in words, for the sheet that lists them. What the menu has is taken from the menu.

Whoever lets a pane answer another key or gesture adds its line here; a test compares the keys.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gesture:
    """Keys as QKeySequence reads them or a movement of the mouse, several parted by " / "; and what they do."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class Gestures:
    """What can be done in one place."""

    place: str
    gestures: tuple[Gesture, ...]


MOVING = Gestures(
    "Moving in time",
    (
        Gesture("Wheel", "Zoom at the mouse"),
        Gesture("Drag / Shift+wheel", "Pan"),
        Gesture("Two fingers / Pinch", "Pan, zoom"),
        Gesture("Double-click", "Zoom to the event, or closer there"),
        Gesture("Alt+drag / Ctrl+drag on the axis", "Zoom to a stretch of time"),
        Gesture("Shift+drag", "Measure a stretch of time"),
        Gesture("+ / = / −", "Zoom in, out"),
        Gesture("PgUp / PgDown", "One screen earlier, later"),
        Gesture("F", "All events; again: where most of them are"),
        Gesture("Click on a density band", "Zoom in there"),
        Gesture("Click on a page in the axis", "Open the article of that day"),
    ),
)
CHOOSING = Gestures(
    "Choosing events",
    (
        Gesture("Click", "Choose an event and open its source"),
        Gesture("Ctrl+click", "Choose one more, or one less"),
        Gesture("Shift+click", "Choose all from the last one to this"),
        Gesture("Ctrl+drag", "Choose what a box touches"),
        Gesture("Ctrl+Shift+drag", "Choose that too"),
        Gesture("Left / Right", "The event before, after in the lane"),
        Gesture("Up / Down", "The nearest event in the lane above, below"),
        Gesture("Home / End", "The first, last event of the lane"),
        Gesture("Shift+arrow", "Choose all up to there"),
        Gesture("Ctrl+A", "Choose all events"),
        Gesture("Return / Enter", "Read the source"),
        Gesture("M", "Measure from the first chosen event to the last"),
        Gesture("Z", "Count days from the event"),
        Gesture("Ctrl+C", "Copy the chosen events, or what is measured"),
        Gesture("Right-click / Menu", "What can be done with it"),
        Gesture("Esc", "Let go"),
    ),
)
LANES = Gestures(
    "Lanes",
    (
        Gesture("Tab", "From the timeline to the names of the lanes"),
        Gesture("Up / Down", "The lane above, below"),
        Gesture("Home / End", "The first, last lane"),
        Gesture("Drag a name", "Move the lane"),
        Gesture("Alt+Up / Alt+Down", "Move the lane"),
        Gesture("Double-click a name", "Collapse or expand"),
        Gesture("Return / Enter / Space", "Collapse or expand"),
        Gesture("Left / Right", "Collapse, expand"),
        Gesture("Del", "Hide the lane"),
        Gesture("Right-click / Menu", "What can be done with the lane"),
        Gesture("Esc", "Back to the events"),
    ),
)
TABLE = Gestures(
    "The table",
    (
        Gesture("Click on a column", "Sort by it; again: the other way round"),
        Gesture("Drag a column", "Move it"),
        Gesture("Up / Down", "The event above, below"),
        Gesture("Home / End", "The first, last event"),
        Gesture("Shift+arrow", "Choose all up to there"),
        Gesture("Ctrl+click / Space", "Choose one more, or one less"),
        Gesture("Ctrl+A", "Choose all events"),
        Gesture("Return / Enter", "Read the source"),
        Gesture("Del", "Reject, and go on to the next"),
        Gesture("Z", "Count days from the event"),
        Gesture("Ctrl+C", "Copy the chosen events as a table"),
        Gesture("Right-click / Menu", "What can be done with it, sort by"),
        Gesture("Esc", "Let go"),
    ),
)
DECIDING = Gestures(
    "The event",
    (
        Gesture("C", "Confirm, or restore"),
        Gesture("E", "Edit"),
        Gesture("X", "Reject"),
    ),
)
READING = Gestures(
    "The source",
    (
        Gesture("Click / Return / Enter", "Choose the event of the words"),
        Gesture("Ctrl+click", "Choose one event more, or one less"),
        Gesture("N / P", "The next, previous find"),
        Gesture("Ctrl+Shift+E", "A new event from the marked words"),
    ),
)
PLACES = (MOVING, CHOOSING, LANES, TABLE, DECIDING, READING)


def single(gestures: Gestures) -> tuple[str, ...]:
    """Each of the keys and movements by itself."""
    return tuple(one for gesture in gestures.gestures for one in gesture.keys.split(" / "))

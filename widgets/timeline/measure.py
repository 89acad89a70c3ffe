"""How wide a text is: what the layout asks for, answered with the metrics of the real fonts."""

from widgets.timeline.letters import letters
from widgets.timeline.words import Measure


def measure_for(scale: float = 1.0, features: bool = True) -> Measure:
    """The measure in px for letters multiplied by `scale`; answers are remembered."""
    return letters(scale, features).measure


def measure(text: str, style: str) -> float:
    """In the window, at 100 %."""
    return letters(1.0).measure(text, style)

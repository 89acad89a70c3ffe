"""Words that count from the story or from publication, as the tense around them says."""

from app.extraction.context import Context
from app.extraction.resolve_counted import later
from app.extraction.resolve_relative import ago, shifted
from app.extraction.resolve_stepped import stepped
from app.extraction.resolved import Resolved, Slots
from app.extraction.tense import Tense


def following(slots: Slots, context: Context) -> Resolved | None:
    """Rule "next": what is counted from the story where it tells of the past, from publication where it looks ahead.

    For words that do not say which: one and the same stands for "next year" and "the following year".
    """
    ahead = not context.history and context.tense() is not Tense.PAST
    if context.told is None or (ahead and context.today is not None):
        return shifted({("shift" if name == "step" else name): value for name, value in slots.items()}, context)
    return stepped({("step" if name == "shift" else name): value for name, value in slots.items()}, context)


def onward(slots: Slots, context: Context) -> Resolved | None:
    """Rule "onward": so many units on, from the story where it tells of the past, else from publication."""
    if not context.history and context.tense() is Tense.FUTURE:
        return ago({**slots, "ago": 1}, context)
    return later({**slots, "later": 1}, context)

"""Which year a date without one is in: that of the story, or the one nearest to publication that fits the tense."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.extraction.context import Context, Told
from app.extraction.points import Grain
from app.extraction.tense import Tense
from storage.model import Alternative, Anchor
from storage.moment import civil
from storage.when import When

Choices = Sequence[tuple[int, int]]
"""Years with the first day that the words would mean in each."""


@dataclass(frozen=True, slots=True)
class Year:
    """The year chosen, what it counts from, and the year that comes next to mind, with what would make it right."""

    year: int
    anchor: Anchor | None
    explicit: bool = False
    other: int | None = None
    reason: str = ""

    def alternatives(self, when_in: Callable[[int], When | None]) -> tuple[Alternative, ...]:
        """The other reading, given what the words mean in a year."""
        when = when_in(self.other) if self.other is not None else None
        return (Alternative(when, self.reason),) if when else ()


def years_near(context: Context) -> list[int]:
    """The years that a date without one may be in."""
    story = context.story()
    base = civil(story.day)[0] if story else civil(context.today)[0] if context.today is not None else None
    return [] if base is None else [base, base - 1, base + 1, base - 2, base + 2]


def choose_year(choices: Choices, context: Context, aim: Tense | None = None) -> Year:
    """The year that carries the story on or is nearest to publication in the right tense; `aim` overrules the verb."""
    story = context.story()
    if story and (context.history or context.today is None or _follows(choices, story)):
        return _in_story(choices, story, context)
    assert context.today is not None
    today, tense = context.today, context.tense() if aim is None else aim
    ordered = sorted(choices, key=lambda one: _farness(one[1] - today, tense))
    other = next((one for one in ordered[1:] if (one[1] > today) != (ordered[0][1] > today)), None)
    reason = "if it is still to come" if other and other[1] > today else "if it is over"
    return Year(ordered[0][0], context.anchor(None), other=other[0] if other else None, reason=reason)


def _in_story(choices: Choices, story: Told, context: Context) -> Year:
    year = _story_year(choices, story)
    today = context.today
    if today is None or context.history:
        return Year(year, context.anchor(story), story.explicit)
    near = min(choices, key=lambda one: abs(one[1] - today))[0]
    current = civil(today)[0]
    other = current if near != current and near == year else near
    reason = "if it does not belong to what was told before"
    return Year(year, context.anchor(story), story.explicit, other if other != year else current, reason)


def _farness(days: int, tense: Tense) -> float:
    """Days from publication, as many times more as speaks against them."""
    if tense is Tense.UNKNOWN:
        return abs(days) * (_AHEAD if days > 0 else 1)
    return abs(days) * (1 if days * tense >= 0 else _AGAINST_TENSE)


_AGAINST_TENSE = 8
"""How many times farther from publication a date may lie to agree with the verb rather than be near."""
_AHEAD = 1.5
"""The same where no verb tells: news tell more of what was than of what will be."""


def _follows(choices: Choices, story: Told) -> bool:
    """Whether a date soon after that of the story is among the choices: news seldom tell of another time for long."""
    return any(0 <= day - story.day <= _SOON for _, day in choices)


_SOON = 183


def _story_year(choices: Choices, story: Told) -> int:
    """A story stays in its year unless that would lead it far back: then the new year has begun."""
    year, month, _ = civil(story.day)
    same = next((one for one in choices if one[0] == year), choices[0])
    following = next((one for one in choices if one[0] == year + 1), None)
    backwards = story.day - same[1]
    if following and story.point.grain is not Grain.YEAR and backwards > _FAR_BACK and month >= _LATE:
        return following[0]
    return same[0]


_FAR_BACK = 240
_LATE = 10
"""From October on, what lies far back in the year belongs to the next one."""

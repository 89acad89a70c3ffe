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
    story, days = context.story(), []
    if story:
        days.append(story.day)
    if context.today is not None:
        days.append(context.today)
    bases = [civil(day)[0] for day in days]
    return list(dict.fromkeys(base + step for base in bases for step in (0, -1, 1, -2, 2)))


def choose_year(choices: Choices, context: Context, aim: Tense | None = None) -> Year:
    """The year that carries the story on or is nearest to publication in the right tense; `aim` overrules the verb."""
    story = context.story()
    if story and (context.history or context.today is None or context.era or _follows(choices, story, context)):
        return _in_story(choices, story, context)
    assert context.today is not None
    today, tense = context.today, context.tense() if aim is None else aim
    ordered = sorted(choices, key=lambda one: _farness(one[1] - today, tense))
    if tense is Tense.PAST and ordered[0][1] > today + _COMING and not context.arranged():
        ordered.sort(key=lambda one: one[1] > today)
    other = next((one for one in ordered[1:] if (one[1] > today) != (ordered[0][1] > today)), None)
    reason = "if it is still to come" if other and other[1] > today else "if it is over"
    return Year(ordered[0][0], context.anchor(None), other=other[0] if other else None, reason=reason)


def _in_story(choices: Choices, story: Told, context: Context) -> Year:
    year = _year_recalled(choices, story) if context.era else _story_year(choices, story)
    if not context.history and context.looks_back() and story.point.grain is not Grain.YEAR:
        year = max((one for one in choices if one[1] <= story.day), key=lambda one: one[1], default=(year, 0))[0]
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
_COMING = 3
"""Days after publication that a verb of the past does not make one of the year before: what is at hand needs no year."""
_AHEAD = 1.5
"""The same where no verb tells: news tell more of what was than of what will be."""


def _follows(choices: Choices, story: Told, context: Context) -> bool:
    """Whether a date soon after that of the story is among the choices: news seldom tell of another time for long.

    One just before publication is of the news, where it is far nearer to that than to a story told by the way.
    """
    ways = [_way(day - story.day) for _, day in choices if -_LOOKS_BACK <= day - story.day <= _SOON]
    if not ways or context.today is None:
        return bool(ways)
    since = [context.today - day for _, day in choices if 0 <= context.today - day <= _FRESH]
    bound = context.annals or context.names_again() or story.point.grain is Grain.YEAR
    bound = bound or _is_jubilee(story.day, context.today)
    return not since or bound or min(ways) <= _FARTHER * (min(since) + 1)


def _is_jubilee(day: int, today: int) -> bool:
    """Whether a text is published a round number of years after a day, for which it may have been written."""
    years = civil(today)[0] - civil(day)[0]
    return years > 0 and (years % 10 == 0 or years % 25 == 0)


_FRESH = 31
"""Days before publication of which news need not say the year, even in the midst of another time."""
_FARTHER = 3
_SOON = 183
_LOOKS_BACK = 92


def _story_year(choices: Choices, story: Told) -> int:
    """The year in which the date follows that of the story soonest; one just before it needs a far shorter way."""
    year = civil(story.day)[0]
    if story.point.grain is Grain.YEAR:
        return next((one[0] for one in choices if one[0] == year), choices[0][0])
    near = [one for one in choices if abs(one[0] - year) <= 1] or choices
    return min(near, key=lambda one: _way(one[1] - story.day))[0]


def _year_recalled(choices: Choices, story: Told) -> int:
    """What an anniversary recalls stays in its year, unless that leads far back from its last months."""
    year, month, _ = civil(story.day)
    days = dict(choices)
    over = month >= _LAST_MONTHS and year in days and story.day - days[year] > _FAR_BACK
    return year + 1 if over and year + 1 in days else year if year in days else choices[0][0]


_LAST_MONTHS = 10
_FAR_BACK = 240


def _way(days: int) -> float:
    return days if days >= 0 else -days * _BACK


_BACK = 3
"""How much harder it is to go back in a story than on."""

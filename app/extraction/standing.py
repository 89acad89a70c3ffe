"""What a date says of an event that is still to come, or goes on: a plan without a day, a state that is told of today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.extraction.choosing import Choice, Source
from app.extraction.reasons import BASIS_WORDS, when_words
from storage.model import Alternative, Anchor, Basis, DateExpression, Dating, Precision, Published, Status, When
from storage.when import lasting, on_day

_CARRIED = {Source.BEFORE, Source.SIBLING, Source.SAYING, Source.HEADING}
_FROM_BEFORE = {Source.BEFORE, Source.HEADING}
_PLAN = "planned for a day that is not named"

_NEAR = 400
"""Days before publication up to which a date belongs to the news of the day."""


@dataclass(frozen=True, slots=True)
class Telling:
    """When a text was published, and whether it tells of its own time: what a history calls planned is long past."""

    published: Published | None
    of_the_day: bool

    @classmethod
    def of(cls, dates: Sequence[DateExpression], published: Published | None) -> "Telling":
        """By the dates in the text; without a day of publication it is taken for news."""
        if published is None:
            return cls(None, of_the_day=True)
        told = [one.when.latest.day for one in dates if one.when and one.when.latest]
        near = sum(day >= published.day.day - _NEAR for day in told)
        return cls(published, 2 * near >= len(told))


def standing(choice: Choice, status: Status, told: Telling) -> tuple[When | None, Dating]:
    """When and why, as the status bears on them.

    A plan without a day lies after the day of publication, which must be known for that. A state that goes on, dated
    by the story alone, is known to have lasted to that day; when it began is not told.
    """
    when, dating = choice.when, choice.dating
    if status is Status.PLANNED and when is None and dating.rule == "none" and told.of_the_day:
        return _planned(told.published)
    if status is Status.ONGOING and choice.source in _CARRIED and when and when.precision is Precision.DAY:
        return lasting(None, when.latest, when.approximate), replace(dating, why=f"{dating.why}, and before")
    return when, _with_day_of_publication(choice, dating, told) if choice.source in _FROM_BEFORE else dating


def _with_day_of_publication(choice: Choice, dating: Dating, told: Telling) -> Dating:
    """A date carried over is a choice: the report may go back to its own day."""
    if told.published is None or not told.of_the_day:
        return dating
    day = on_day(told.published.day.day)
    other = Alternative(day, "if the report is back at its own day")
    return dating if choice.when == day else replace(dating, alternatives=(*dating.alternatives, other))


def _planned(published: Published | None) -> tuple[When | None, Dating]:
    if published is None:
        return None, Dating("", None, "planned", f"{_PLAN}, so after the day of publication", needs_publication=True)
    day = on_day(published.day.day)
    told = BASIS_WORDS[published.basis if published.basis in BASIS_WORDS else Basis.GUESS]
    why = f"{_PLAN}, so after it was published, {when_words(day)} ({told})"
    when = When(published.day.date(), None, Precision.DAY)
    return when, Dating("", None, "planned", why, Anchor(day, published.basis))

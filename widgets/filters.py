"""What the user wants to see, as one value."""

from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Filters:
    """None lets everything through; a set lets through only what is in it. `text` is what is searched for.

    `first` and `last` are days since 1970: an event passes that has any moment from `first` to before `last`. An undated
    one does not pass where either is given.
    """

    kinds: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    reviews: frozenset[str] | None = None
    places: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    text: str = ""
    first: float | None = None
    last: float | None = None

    @property
    def all(self) -> bool:
        """Whether nothing is held back."""
        return self == Filters()

    def restrictions(self) -> dict[str, Any]:
        """By the names under which `Library.select` takes them."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def within(self, first: float | None, last: float | None) -> "Filters":
        """The same of another stretch of time."""
        return replace(self, first=first, last=last)

    def narrowed(self, first: float, last: float) -> "Filters":
        """The same of what both let through: the stretch of these filters and another one."""
        return self.within(
            first if self.first is None else max(first, self.first), last if self.last is None else min(last, self.last)
        )

    @property
    def timed(self) -> bool:
        """Whether time is restricted."""
        return self.first is not None or self.last is not None

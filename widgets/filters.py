"""What the user wants to see, as one value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """None lets everything through; a set lets through only what is in it. `text` is what is searched for."""

    kinds: frozenset[str] | None = None
    statuses: frozenset[str] | None = None
    reviews: frozenset[str] | None = None
    places: frozenset[str] | None = None
    sources: frozenset[str] | None = None
    text: str = ""

    @property
    def all(self) -> bool:
        """Whether nothing is held back."""
        return self == Filters()

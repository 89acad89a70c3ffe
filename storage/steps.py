"""What a change is: rows before and after. It knows its inverse, so that undo needs nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from storage.model import Article, Correction, Event, Mention, Row
from storage.rows import table_of


@dataclass(frozen=True, slots=True)
class Step:
    """One row as it was and as it becomes; None where there was none, or where it goes."""

    before: Row | None
    after: Row | None

    def __post_init__(self) -> None:
        rows = [row for row in (self.before, self.after) if row is not None]
        if not rows or type(rows[0]) is not type(rows[-1]) or rows[0].id != rows[-1].id:
            raise ValueError("a step is about one row")

    @property
    def rows(self) -> Iterator[Row]:
        """Both sides that are there."""
        return (row for row in (self.before, self.after) if row is not None)

    @property
    def key(self) -> tuple[str, int]:
        """Table and id of its row."""
        row = self.after if self.before is None else self.before
        assert row is not None
        return table_of(row), row.id


@dataclass(frozen=True, slots=True)
class Change:
    """Something that a person can undo as one; `name` is for menus."""

    name: str
    steps: tuple[Step, ...]

    def inverse(self) -> "Change":
        """The change that takes this one back."""
        return Change(self.name, tuple(Step(step.after, step.before) for step in reversed(self.steps)))

    @property
    def rows(self) -> Iterator[Row]:
        """Every row on either side."""
        return (row for step in self.steps for row in step.rows)

    @property
    def events(self) -> frozenset[int]:
        """Ids of the events that look different now, or came, or went."""
        return frozenset(one for row in self.rows if (one := _event_of(row)) is not None)

    @property
    def articles(self) -> frozenset[int]:
        """Ids of the articles that changed themselves, or in what they report."""
        return frozenset(one for row in self.rows if (one := _article_of(row)) is not None)


def change(name: str, steps: Iterable[Step]) -> Change:
    """A change with one step a row: what was done to a row twice becomes one step, what came to nothing falls away."""
    rows: dict[tuple[str, int], Step] = {}
    for step in steps:
        earlier = rows.pop(step.key, None)
        if earlier is not None and earlier.before is None and step.after is None:
            continue
        rows[step.key] = Step(earlier.before, step.after) if earlier else step
    return Change(name, tuple(step for step in rows.values() if step.before != step.after))


def _event_of(row: Row) -> int | None:
    match row:
        case Event():
            return row.id
        case Mention() | Correction():
            return row.event
        case Article():
            return None


def _article_of(row: Row) -> int | None:
    match row:
        case Article():
            return row.id
        case Mention():
            return row.article
        case Event() | Correction():
            return None

"""What the window is about: one library and what is looked at in it; every edit passes here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.importing import Taken
from app.looking import Looking
from app.storing import Drop, Outcome
from storage import change
from storage.change import Change
from storage.errors import DatelineError
from storage.model import Correction, Event, Span, Status, When

if TYPE_CHECKING:
    from storage.library import Library

Edit = Callable[[Event, Sequence[Correction], Iterator[int]], Change]
"""Builds a change of an event from what a person has set in it before, and new ids."""


class Session(Looking):
    """Tells what has changed; never holds a widget. Edits without a library or a chosen event do nothing."""

    closing = Signal()
    """The library is about to be closed: whatever is not yet written must be written now."""
    opened = Signal()
    """Another library is open, or none."""
    changed = Signal(object)
    """A Change was applied, taken back or done again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refused = False
        """Whether an edit could not be written since somebody set this to False."""

    def open(self, library: Library | None) -> None:
        """Take a library in place of the one before, which is closed."""
        if self.library is not None:
            self.closing.emit()
        before = self.library
        self.look_into(library)
        self.opened.emit()
        if before is not None:
            before.close()

    @property
    def path(self) -> Path | None:
        """Where the library is."""
        return self.library.path if self.library else None

    def store(self, drop: Drop, taken: Sequence[Taken]) -> list[Outcome]:
        """Put what was read into the library of the drop, which is open here."""
        outcomes = drop.store(taken)
        self.changed.emit(None)
        return outcomes

    def undo(self) -> None:
        """Take the last step back."""
        self._announce(self.library.undo() if self.library else None)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._announce(self.library.redo() if self.library else None)

    def edit(self, event: int | None, build: Edit) -> None:
        """Change an event that is still there."""
        found = self.event_of(event)
        if self.library is not None and found is not None:
            self.apply(build(found, self.library.corrections_of([found.id]), self.library.new_ids()))

    def edit_all(self, events: Iterable[int], build: Edit) -> None:
        """Change those events that are still there as one step."""
        if self.library is None:
            return
        found, ids = self.library.events(events), self.library.new_ids()
        pins: dict[int, list[Correction]] = {}
        for pin in self.library.corrections_of([one.id for one in found]):
            pins.setdefault(pin.event, []).append(pin)
        self.apply(change.together([build(one, pins.get(one.id, ()), ids) for one in found]))

    def apply(self, made: Change | None) -> None:
        """Write a change; None or an empty one changes nothing."""
        if made is None or not made.steps or self.library is None:
            return
        try:
            self.library.apply(made)
        except DatelineError:
            self.refused = True
            self.changed.emit(None)  # fields show again what is stored
            raise
        self._announce(made)

    def add_event(
        self,
        article: int,
        span: Span,
        kind: str,
        title: str,
        when: When | None,
        status: Status,
        places: tuple[str, ...],
    ) -> None:
        """A new event from words of an article; it is chosen then."""
        library = self.library
        found = library.articles([article]) if library else []
        if library is None or not found:
            return
        made = change.add_event(found[0], span, kind, title, when, library.new_ids(), status, places)
        self.apply(made)
        new = [step.after for step in made.steps if isinstance(step.after, Event)]
        self.select(new[0].id)

    def describe_article(self, article: int, title: str, publisher: str, author: str) -> None:
        """Say how an article is called, who published it and who wrote it."""
        found = self.library.articles([article]) if self.library else []
        if found:
            self.apply(change.describe_article(found[0], title, publisher, author))

    def remove_article(self, article: int) -> None:
        """Take an article and what only it reports out of the library."""
        library = self.library
        if library is None:
            return
        found = library.article(article)
        rows = library.touched_events(article)
        if self.article == article:
            self.open_article(None)
        self.apply(change.remove_article(found, rows.events, rows.mentions, rows.corrections))

    def _announce(self, made: Change | None) -> None:
        if made is None or self.library is None:
            return
        self.let_go(made)
        self.changed.emit(made)

"""The library: one file, written through `apply`, `undo` and `redo` only. What it is asked for is answered elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from storage import alike, kept, log, originals, queries, remembered, selection
from storage.arrivals import NONE, Arrivals
from storage.catalogue import Catalogue
from storage.columns import Columns
from storage.counts import Counts
from storage.errors import LibraryError, LibraryReadOnly
from storage.lanes import LaneKeys
from storage.lock import Lock
from storage.looked_up import LookedUp
from storage.model import Article, Correction, Event, Mention
from storage.queries import ArticleRow, Touched
from storage.steps import Change
from storage.steps import change as combined
from storage.tables import highest_id
from storage.title_order import by_title

if TYPE_CHECKING:
    from sqlite_utils import Database


class Library:
    """An open library. Open for writing, it is closed to all other writers until `close`. For one thread."""

    def __init__(self, path: Path, db: Database, lock: Lock | None) -> None:
        """Use `create` or `open`."""
        from storage.file import File  # brings sqlite-utils with it, for which a window without a library does not wait

        self.path = path
        self.db = File(db.conn, path)
        self._lock = lock
        self._closed = False
        self._next = queries.next_id(self.db)
        self._looked_up = LookedUp(self.db)

    @classmethod
    def create(cls, path: Path) -> Library:
        """Make a new, empty one; CannotWrite where there is a file already or none can be."""
        from storage import opening

        lock = opening.locked(path)
        try:
            return cls(path, opening.make(path), lock)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def open(cls, path: Path, read_only: bool = False) -> Library:
        """Open one that is there. Raises LibraryError of one sort or another; readers need no lock."""
        from storage import opening

        if read_only:
            return cls(path, opening.open_to_read(path), None)
        lock = opening.locked(path)
        try:
            return cls(path, opening.open_to_write(path), lock)
        except BaseException:
            lock.release()
            raise

    @property
    def name(self) -> str:
        """What people call it: the file's name without its ending."""
        return self.path.stem

    @property
    def read_only(self) -> bool:
        """Whether `apply` is refused."""
        return self._lock is None

    def close(self) -> None:
        """Let go of the file; twice does no harm."""
        if not self._closed:
            self._closed = True
            with suppress(LibraryError):  # what is not kept only takes longer the next time
                self._keep_catalogue()
        self.db.close()
        if self._lock:
            self._lock.release()

    def new_ids(self) -> Iterator[int]:
        """Ids for new rows; none is ever given twice."""
        while True:
            self._next += 1
            yield self._next - 1

    def apply(self, change: Change, arrivals: Arrivals = NONE, part_of: int | None = None) -> int | None:
        """Do a change, on the disk before this returns. `arrivals` are the files that new articles came from.

        The number that is returned may be given as `part_of` to changes that follow: they are undone with this one as
        long as no other stands between them.
        """
        change = combined(change.name, change.steps)
        if not change.steps and not arrivals.inputs:
            return part_of
        with self._writing():
            originals.keep(self.db, arrivals.originals)
            originals.note_inputs(self.db, arrivals.inputs)
            alike.note(self.db, arrivals.bands)
            return self._record(change, part_of) if change.steps else part_of

    def _record(self, change: Change, part_of: int | None) -> int:
        highest = highest_id(change.steps)
        self.db.execute("UPDATE counter SET next = max(next, ?)", [highest + 1])
        self._next = max(self._next, highest + 1)
        return log.record(self.db, change, part_of)

    def undo(self) -> Change | None:
        """Take the last change back; returns what was done to the rows."""
        with self._writing():
            return log.undo(self.db)

    def redo(self) -> Change | None:
        """Do the change again that was undone last; returns what was done to the rows."""
        with self._writing():
            return log.redo(self.db)

    @property
    def undo_name(self) -> str:
        """The name of what `undo` would take back, "" where there is nothing."""
        return log.undo_name(self.db)

    @property
    def redo_name(self) -> str:
        """The name of what `redo` would do again, "" where there is nothing."""
        return log.redo_name(self.db)

    def remember(self, name: str, value: Any) -> None:
        """Keep under a name how the library is looked at, as JSON can hold it; None forgets it. Writes only what differs."""
        if value != self.recall(name):
            with self._writing():
                remembered.remember(self.db, name, value)

    def recall(self, name: str) -> Any:
        """What was kept under a name, None where nothing was. Another program may have written it: trust no type in it."""
        return remembered.recall(self.db, name)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise LibraryReadOnly(
                f"“{self.path.name}” is open for reading only. Copy it and open the copy to change it."
            )
        with self.db.writing():
            yield

    # What it holds. KeyError for an id that is not there; lists leave such ids out.

    def article(self, one: int) -> Article:
        """An article with its text."""
        return queries.articles(self.db, [one])[one]

    def articles(self, ids: Iterable[int]) -> list[Article]:
        """In the order of the ids."""
        wanted = list(ids)
        return queries.in_order(queries.articles(self.db, wanted), wanted)

    def article_order(self) -> NDArray[np.int64]:
        """The ids of all articles as they are listed: undated first, then the newest first."""
        found = self.catalogue.articles
        return found.ids[np.lexsort((found.ids, found.days))[::-1]]

    def article_rows(self, ids: Iterable[int] | None = None) -> list[ArticleRow]:
        """The rows of the list of articles in its order, or in that of the ids."""
        wanted = self.article_order().tolist() if ids is None else list(ids)
        return queries.in_order(queries.article_rows(self.db, wanted), wanted)

    def event(self, one: int) -> Event:
        """An event."""
        return queries.events(self.db, [one])[one]

    def events(self, ids: Iterable[int]) -> list[Event]:
        """In the order of the ids."""
        wanted = list(ids)
        return queries.in_order(queries.events(self.db, wanted), wanted)

    def all_events(self) -> Iterator[Event]:
        """Every event in the order of time, undated ones last; rejected ones too."""
        return queries.all_events(self.db)

    def mentions_of_event(self, event: int) -> list[Mention]:
        """The first found first: it says why the event has its date."""
        return queries.mentions_of_events(self.db, [event])

    def mentions_of_article(self, article: int) -> list[Mention]:
        """In the order of the text."""
        return queries.mentions_of_article(self.db, article)

    def corrections_of(self, events: Iterable[int]) -> list[Correction]:
        """What a person has set in those events."""
        return queries.corrections_of(self.db, events)

    def touched_events(self, article: int) -> Touched:
        """What `date_article` and `remove_article` must know of an article."""
        return queries.touched_events(self.db, article)

    @property
    def catalogue(self) -> Catalogue:
        """All events and articles as numpy columns, as they are now; the same object until something changes."""
        return self._looked_up.catalogue

    def _keep_catalogue(self) -> None:
        """Write the catalogue into the file, where reading it next time would take long without."""
        if not self.read_only and self._looked_up.should_be_kept:
            found = self.catalogue
            with self._writing():
                kept.keep(self.db, found)

    def columns(self, ids: NDArray[Any] | None = None) -> Columns:
        """Dated events as numpy columns in the order of time: those of the ids, or all that are not rejected."""
        found = self.catalogue
        if ids is None:
            return found.columns.take(found.seen[: found.dated])
        rows = found.rows.rows(np.asarray(ids, np.int64))
        return found.columns.take(np.sort(rows[(rows >= 0) & (rows < found.dated)]))

    def titles(self, ids: Iterable[int]) -> dict[int, str]:
        """Titles of events by id."""
        return queries.titles(self.db, ids)

    def title_order(self) -> NDArray[np.int64]:
        """The ids of all events in the order of their titles."""
        return by_title(self.db)

    def select(
        self,
        kinds: Collection[str] | None = None,
        statuses: Collection[str] | None = None,
        reviews: Collection[str] | None = None,
        places: Collection[str] | None = None,
        sources: Collection[str] | None = None,
        text: str = "",
        first: float | None = None,
        last: float | None = None,
    ) -> NDArray[np.int64]:
        """Ids of events that pass every restriction, in the order of time, undated ones last.

        None restricts nothing, but rejected events come only where `reviews` names them. `sources` are publishers. The
        stretch of days since 1970 from `first` to before `last` takes events with any moment in it. Every word of
        `text` must begin a word of the event's title or note, of its quotes or of their articles' titles.
        """
        found = self.catalogue
        passed = selection.passing(self.db, found, kinds, statuses, reviews, places, sources, text, first, last)
        return found.events.ids[passed]

    def passing(self, **restrictions: Any) -> NDArray[np.bool_]:
        """For each event of the catalogue whether it passes; the restrictions are those of `select`."""
        return selection.passing(self.db, self.catalogue, **restrictions)

    def counts(self) -> Counts:
        """How many events there are of each sort."""
        return self._looked_up.counts

    def undated(self, limit: int = -1, among: NDArray[np.bool_] | None = None) -> list[Event]:
        """Events without a date that are not rejected, the most important first; -1 is all.

        `among` says of each event without a date whether it is wanted, in the order of the catalogue.
        """
        found = self.catalogue
        rows = found.dated + np.flatnonzero(found.seen[found.dated :] if among is None else among)
        first = rows[np.argsort(-found.events.importance[rows], kind="stable")]
        return self.events(found.events.ids[first if limit < 0 else first[:limit]].tolist())

    def date_words(self, events: Iterable[int]) -> dict[int, str]:
        """The words that would date each event, "" where there are none: those of its first mention."""
        return queries.date_words(self.db, events)

    def lanes_of(self, columns: Columns, by: str) -> LaneKeys:
        """Which lane each row belongs to: by "kind", "place", "status", "article", "source" or "none"."""
        return self._looked_up.lanes_of(columns, by)

    def original(self, sha256: str) -> bytes | None:
        """The bytes of a file as it was imported; None where it was too large to be kept."""
        return originals.original(self.db, sha256)

    @property
    def has_inputs(self) -> bool:
        """Whether any bytes are known from before."""
        return originals.has_inputs(self.db)

    def articles_of_input(self, sha256: str) -> tuple[int, ...]:
        """The articles that bytes hold, if they were read before and all of these are still there; else none."""
        return originals.articles_of_input(self.db, sha256)

    def articles_alike(self, bands: Iterable[int]) -> list[int]:
        """Articles whose sketches share a band with these, the likeliest copies first."""
        return alike.candidates(self.db, bands)

    def articles_of_text(self, text: str) -> list[int]:
        """All articles with exactly that text: it may have appeared on several days, or in several places."""
        return queries.articles_of_text(self.db, text)

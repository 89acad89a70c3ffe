"""Everything that is dropped, pasted or chosen, on its way into the library: progress, report, what is shown then."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from app import storing, unfinished
from app.fetching.address import Address, is_address
from app.importing import Given, Taken
from app.jobs import Import, Jobs
from app.session import Session
from app.storing import Drop, on_languages
from storage.errors import DatelineError
from storage.model import Fate
from widgets.import_bar import ImportBar
from widgets.report import Outcome, Report, Undone

if TYPE_CHECKING:
    from storage.library import Library

PATIENCE_MS = 400
"""An import that takes no longer shows no bar."""
PASTED = "Pasted text"
TOGETHER, TOGETHER_MS = 24, 300
"""So many files are stored at once, or what has come in so long: the window must not stand still."""


class Intake(QObject):
    """One import runs at a time; what comes meanwhile waits its turn."""

    begun = Signal()
    """An import begins; nothing of it is in the library yet."""
    finished = Signal(object)
    """The ids of the articles that an import brought, or of those that were there already; empty where none was read."""

    def __init__(self, session: Session, jobs: Jobs, bar: ImportBar, report: Report) -> None:
        super().__init__()
        self._session, self._jobs, self._bar, self._report = session, jobs, bar, report
        self._waiting: deque[tuple[Given, ...]] = deque()
        self._running: Import | None = None
        self._library: Library | None = None
        """Where the running import goes; another library that is opened meanwhile gets nothing of it."""
        self._drop: Drop | None = None
        self._gathered: list[Taken] = []
        self._stored: list[storing.Outcome] = []
        self._outcomes: list[Outcome] = []
        self._asked: dict[str, Address] = {}
        """What the report asks to be allowed, by the address that was given."""
        self._allowed: dict[str, Address] = {}
        self._before: list[Outcome] = []
        """What the report told before some of its files were read again."""
        self._new: list[int] = []
        self._old: list[int] = []
        self._reported: list[int] = []
        """The new articles that the report tells of, also those of imports before that it keeps."""
        self._left: tuple[Given, ...] = ()
        """What was not read because the user cancelled."""
        self._trouble = False
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(bar.show)
        self._soon = QTimer(self, interval=TOGETHER_MS, singleShot=True)
        self._soon.timeout.connect(self._store)
        bar.cancel_requested.connect(self.cancel)
        report.closed.connect(report.hide)
        report.again_requested.connect(self.take_again)
        report.allowed.connect(self.take_allowed)
        report.go_on_requested.connect(self._go_on)
        session.changed.connect(lambda: self._look_for_undo())
        session.opened.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether an import is running."""
        return self._running is not None

    @property
    def brought(self) -> tuple[int, ...]:
        """The articles that were new in the last import."""
        return tuple(self._new)

    def take(self, inputs: Sequence[Given]) -> None:
        """Read these into the session's library, after what is being read."""
        self._waiting.append(tuple(inputs))
        if self._running is None:
            self._begin()

    def take_again(self, paths: Sequence[str]) -> None:
        """Read these once more; the report keeps what it told of others."""
        self._before = [one for one in self._outcomes if one.again not in paths]
        self.take([self._allowed.get(path, path) for path in paths])

    def take_allowed(self, address: str) -> None:
        """Fetch an address from where it leads, which the report asked about."""
        self._allowed[address] = self._asked[address]
        self.take_again([address])

    def _go_on(self) -> None:
        """Read what was left when the user cancelled; the report keeps what it told."""
        self._before = self._outcomes
        self.take(self._left)

    def cancel(self) -> None:
        """Read no further files; what is at hand is finished, what was stored stays."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel()

    def _begin(self) -> None:
        if not self._before:
            self._reported = []
        self._outcomes, self._before = self._before, []
        self._new, self._old, self._stored = [], [], []
        self._trouble = False
        self._library = self._session.library
        self._drop = Drop(self._library) if self._library else None
        self.begun.emit()
        inputs = self._waiting.popleft()
        self._running = Import(self._jobs, inputs, self._library, self)
        self._running.taken.connect(self._gather)
        self._running.progressed.connect(self._bar.set_progress)
        self._running.finished.connect(self._end)
        if self._library is not None:
            unfinished.remember(self._library.path, [one for one in inputs if isinstance(one, str)])
        self._bar.start()
        self._patience.start()
        self._running.start()

    def _gather(self, taken: Taken) -> None:
        self._gathered.append(taken)
        if len(self._gathered) >= TOGETHER:
            self._store()
        elif not self._soon.isActive():
            self._soon.start()

    def _store(self) -> None:
        """Put into the library what has come meanwhile."""
        self._soon.stop()
        gathered, self._gathered = self._gathered, []
        self._trouble = self._trouble or any(one.trouble for one in gathered)
        if not gathered:
            return
        if self._drop is None or self._session.library is not self._library:
            self._tell(gathered, Fate.SKIPPED, "Another library was opened before this was read.")
            return
        try:
            stored = self._session.store(self._drop, gathered)
        except DatelineError as reason:
            self._tell(gathered, Fate.FAILED, str(reason))
            self.cancel()
            return
        self._stored += stored
        for one in stored:
            self._outcomes.append(self._told(one))
            (self._new if one.status is Fate.IMPORTED else self._old).extend(one.articles)

    def _told(self, one: storing.Outcome) -> Outcome:
        """As the report shows it: what may be tried again, or is asked first."""
        if one.asks is not None:
            self._asked[one.path] = one.asks
        again = one.status is Fate.FAILED and (is_address(one.path) or Path(one.path).exists())
        asks = one.asks is not None
        return Outcome(one.name or PASTED, one.status, one.message, one.path if again else "", asks)

    def _tell(self, gathered: Sequence[Taken], fate: Fate, why: str) -> None:
        self._outcomes += [Outcome(one.name or PASTED, fate, why) for one in gathered]

    def _end(self) -> None:
        assert self._running is not None
        self._store()
        here = self._library is not None and self._session.library is self._library
        self._left = tuple(self._running.left) if here else ()
        self._reported += self._new
        self._running.deleteLater()
        self._running = None
        if here and self._library is not None:
            unfinished.forget(self._library.path)
        self._patience.stop()
        self._bar.hide()
        self._report.set_outcomes(self._outcomes, on_languages(self._stored), len(self._left))
        self._report.setVisible(self._worth_telling())
        self.finished.emit(tuple(self._new or self._old))
        if self._waiting:
            self._begin()

    def _look_for_undo(self) -> None:
        """What the report tells of may have been taken back, or done again."""
        library = self._session.library
        if self._running is not None or library is None or library is not self._library or not self._reported:
            return
        there = np.isin(self._reported, library.catalogue.articles.ids)
        undone = bool(library.redo_name) and not there.all()
        self._report.set_undone(Undone.NOT if not undone else Undone.PART if there.any() else Undone.ALL)

    def _worth_telling(self) -> bool:
        """Articles that came in well are seen without a report; a table of which a part did not is told."""
        plain = all(one.status is Fate.IMPORTED for one in self._outcomes)
        return self._trouble or bool(self._left) or not self._outcomes or not plain or bool(on_languages(self._stored))

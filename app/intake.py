"""Everything that is dropped, pasted or chosen, on its way into the library: progress, report, what is shown then."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app import unfinished
from app.importing import Taken
from app.jobs import Import, Jobs
from app.reading.source import Source
from app.session import Session
from storage.errors import DatelineError
from storage.model import Fate
from widgets.import_bar import ImportBar
from widgets.report import Outcome, Report

if TYPE_CHECKING:
    from storage.library import Library

PATIENCE_MS = 400
"""An import that takes no longer shows no bar."""


class Intake(QObject):
    """One import runs at a time; what comes meanwhile waits its turn."""

    finished = Signal(object)
    """The ids of the articles that an import brought, or of those that were there already; empty where none was read."""

    def __init__(self, session: Session, jobs: Jobs, bar: ImportBar, report: Report) -> None:
        super().__init__()
        self._session, self._jobs, self._bar, self._report = session, jobs, bar, report
        self._waiting: deque[tuple[str | Source, ...]] = deque()
        self._running: Import | None = None
        self._library: Library | None = None
        """Where the running import goes; another library that is opened meanwhile gets nothing of it."""
        self._outcomes: list[Outcome] = []
        self._new: list[int] = []
        self._old: list[int] = []
        self._trouble = False
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(bar.show)
        bar.cancel_requested.connect(self.cancel)
        report.closed.connect(report.hide)
        session.opened.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether an import is running."""
        return self._running is not None

    def take(self, inputs: Sequence[str | Source]) -> None:
        """Read these into the session's library, after what is being read."""
        self._waiting.append(tuple(inputs))
        if self._running is None:
            self._begin()

    def cancel(self) -> None:
        """Read no further files; what is at hand is finished, what was stored stays."""
        self._waiting.clear()
        if self._running is not None:
            self._running.cancel()

    def _begin(self) -> None:
        self._outcomes, self._new, self._old = [], [], []
        self._trouble = False
        self._library = self._session.library
        inputs = self._waiting.popleft()
        self._running = Import(self._jobs, inputs, self)
        self._running.taken.connect(self._store)
        self._running.progressed.connect(self._bar.set_progress)
        self._running.finished.connect(self._end)
        if self._library is not None:
            unfinished.remember(self._library.path, [one for one in inputs if isinstance(one, str)])
        self._bar.start()
        self._patience.start()
        self._running.start()

    def _store(self, taken: Taken) -> None:
        name = taken.name or "Pasted text"
        self._trouble = self._trouble or bool(taken.trouble)
        if self._session.library is not self._library:
            self._outcomes.append(Outcome(name, Fate.SKIPPED, "Another library was opened before this was read."))
            return
        try:
            outcome = self._session.store(taken)
        except DatelineError as reason:
            self._outcomes.append(Outcome(name, Fate.FAILED, str(reason)))
            self.cancel()
            return
        self._outcomes.append(Outcome(name, outcome.status, outcome.message))
        (self._new if outcome.status is Fate.IMPORTED else self._old).extend(outcome.articles)

    def _end(self) -> None:
        assert self._running is not None
        self._running.deleteLater()
        self._running = None
        if self._library is not None and self._session.library is self._library:
            unfinished.forget(self._library.path)
        self._patience.stop()
        self._bar.hide()
        self._report.set_outcomes(self._outcomes)
        self._report.setVisible(self._worth_telling())
        self.finished.emit(tuple(self._new or self._old))
        if self._waiting:
            self._begin()

    def _worth_telling(self) -> bool:
        """Articles that came in well are seen without a report; a table of which a part did not is told."""
        return self._trouble or not self._outcomes or any(one.status is not Fate.IMPORTED for one in self._outcomes)

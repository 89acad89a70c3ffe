"""Work in worker processes for the window: it gets values and gives values, and its answers come on the window's thread."""

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.crash import report
from app.importing import Taken, list_inputs, lost, take, take_file
from app.reading.source import Source
from app.workers import pool

POLL_MS = 20
AHEAD = 4
"""So many files are under way at once."""

Done = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Work:
    """Something that was asked for, the processes that do it, and who waits for it."""

    future: Future[Any]
    workers: ProcessPoolExecutor
    done: Done
    failed: Done


class Jobs(QObject):
    """Starts processes when the first work comes, and anew after one of them has died."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: list[_Work] = []
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._deliver)

    def start(self, work: Callable[..., Any], *values: Any, done: Done, failed: Done) -> None:
        """Run a pure function; `done` gets its value, `failed` what it raised (BrokenProcessPool if its process died)."""
        workers = self._workers()
        try:
            future = workers.submit(work, *values)
        except BrokenProcessPool:
            self._drop_pool()
            workers = self._workers()
            future = workers.submit(work, *values)
        self._waiting.append(_Work(future, workers, done, failed))
        self._poll.start()

    def warm_up(self) -> None:
        """Let a process load what it needs before anybody waits for it."""
        self.start(_ready, done=_nothing, failed=_nothing)

    def close(self) -> None:
        """Give up whatever is under way."""
        self._poll.stop()
        self._waiting.clear()
        self._drop_pool()

    def _workers(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = pool()
        return self._pool

    def _drop_pool(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    def _deliver(self) -> None:
        ready = [one for one in self._waiting if one.future.done()]
        self._waiting = [one for one in self._waiting if not one.future.done()]
        if not self._waiting:
            self._poll.stop()
        for one in ready:
            trouble = one.future.exception()
            if isinstance(trouble, BrokenProcessPool) and one.workers is self._pool:
                self._drop_pool()  # only that in which it died: the answer before may have begun another
            if trouble is None:
                one.done(one.future.result())
            else:
                one.failed(trouble)


class Import(QObject):
    """Reads inputs one after the other, several at once; each comes by `taken` as soon as it is read.

    When a process dies, the files that it might have been reading are read again one by one, so that only the bad one is
    lost. Cancelling lets the files at hand finish.
    """

    taken = Signal(object)
    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(self, jobs: Jobs, inputs: Sequence[str | Source], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._inputs = tuple(inputs)
        self._queue: deque[str | Source] = deque()
        self._suspects: deque[str | Source] = deque()
        self._under_way = 0
        self._done = 0
        self._total = 0
        self.cancelled = False

    def start(self) -> None:
        """Look which files there are, then read them."""
        self._jobs.start(list_inputs, self._inputs, done=self._listed, failed=self._not_listed)

    def cancel(self) -> None:
        """Read no further files."""
        self.cancelled = True
        self._queue.clear()
        self._suspects.clear()

    def _listed(self, found: list[str | Source | Taken]) -> None:
        self._total = len(found)
        self.progressed.emit(0, self._total, "")
        for one in found:
            if isinstance(one, Taken):
                self._finish(one)
            elif not self.cancelled:
                self._queue.append(one)
        self._go_on()

    def _go_on(self) -> None:
        while self._queue and self._under_way < AHEAD and not self._suspects:
            self._read(self._queue.popleft(), alone=False)
        if self._suspects and not self._under_way:
            self._read(self._suspects.popleft(), alone=True)
        if not self._under_way:
            self.finished.emit()

    def _read(self, one: str | Source, alone: bool) -> None:
        self._under_way += 1
        self._jobs.start(take_any, one, done=self._came, failed=lambda trouble: self._failed(one, trouble, alone))

    def _came(self, taken: Taken) -> None:
        self._under_way -= 1
        self._finish(taken)
        self._go_on()

    def _failed(self, one: str | Source, trouble: BaseException, alone: bool) -> None:
        self._under_way -= 1
        if not isinstance(trouble, BrokenProcessPool):
            report(trouble)
            self._finish(lost(one, "Dateline made a mistake with it, which its log describes"))
        elif alone:
            self._finish(lost(one, "its reader stopped in the middle"))
        elif not self.cancelled:
            self._suspects.append(one)
        self._go_on()

    def _finish(self, taken: Taken) -> None:
        self._done += 1
        self.taken.emit(taken)
        self.progressed.emit(self._done, self._total, taken.name)

    def _not_listed(self, trouble: BaseException) -> None:
        report(trouble)
        self.finished.emit()


def take_any(one: str | Source) -> Taken:
    """What came of a file or of words that were dropped."""
    return take(one) if isinstance(one, Source) else take_file(one)


def _ready() -> None:
    """Importing this module has loaded readers and extraction already."""


def _nothing(_value: Any) -> None:
    """For work whose outcome does not matter."""

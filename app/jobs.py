"""Work in worker processes for the window: it gets values and gives values, and its answers come on the window's thread."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from app.addresses import lost_address, reaching, submit, take_fetched
from app.crash import report
from app.fetching.address import Address
from app.importing import (
    HASHED,
    HASHED_A_SECOND,
    Given,
    Taken,
    known_before,
    list_inputs,
    lost_to,
    seconds_for,
    size_of,
    take_any,
)
from app.reading.source import Source
from app.reading.walk import digests
from app.workers import LONGEST, Asked, TookTooLong, Workers, ready
from storage.library import Library

POLL_MS = 20
GRACE = 2.0
"""Seconds that files at hand get to be finished when an import is cancelled."""

Done = Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class _Work:
    """Something that was asked for, and who waits for it."""

    asked: Asked
    done: Done
    failed: Done


class Jobs(QObject):
    """Starts processes when work comes; one that dies costs its own work only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers: Workers | None = None
        self._network: Workers | None = None
        self._waiting: list[_Work] = []
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._deliver)

    def start(
        self, work: Callable[..., Any], *values: Any, done: Done, failed: Done, seconds: float | None = LONGEST
    ) -> Asked:
        """Run a pure function; `done` gets its value, `failed` what it raised, WorkerDied or TookTooLong."""
        return self._tell_of(self._running().submit(work, *values, seconds=seconds), done, failed)

    def fetch(self, address: Address, *, done: Done, failed: Done) -> Asked:
        """Bring what is at an address, as bytes; the same otherwise."""
        if self._network is None:
            self._network = reaching()
        return self._tell_of(submit(self._network, address), done, failed)

    def _tell_of(self, asked: Asked, done: Done, failed: Done) -> Asked:
        self._waiting.append(_Work(asked, done, failed))
        self._poll.start()
        return asked

    @property
    def files_at_once(self) -> int:
        """So many may be under way: one process is left for what somebody waits for."""
        return self._running().most - 1

    def warm_up(self) -> None:
        """Let a process load what it needs before anybody waits for it."""
        self.start(ready, done=_nothing, failed=_nothing)

    def close(self) -> None:
        """Give up whatever is under way and end the processes."""
        self._poll.stop()
        self._waiting.clear()
        for workers in filter(None, (self._workers, self._network)):
            workers.close()
        self._workers = self._network = None

    def _running(self) -> Workers:
        if self._workers is None:
            self._workers = Workers()
        return self._workers

    def _deliver(self) -> None:
        finished = [one for one in self._waiting if one.asked.done()]
        self._waiting = [one for one in self._waiting if not one.asked.done()]
        if not self._waiting:
            self._poll.stop()
        for one in finished:
            _tell(one)


def _tell(work: _Work) -> None:
    try:
        trouble = work.asked.exception()
        if trouble is None:
            work.done(work.asked.result())
        else:
            work.failed(trouble)
    except Exception as trouble:  # noqa: BLE001 - it must not keep the other answers from those who wait for them
        report(trouble)


class Import(QObject):
    """Reads inputs one after the other, several at once; each comes by `taken` as soon as it is read.

    Files whose articles a library has are not read: their bytes are hashed first, where it has any.

    A file that ends its process or takes too long is told as lost, and the others go on. Cancelling lets the files at
    hand finish, but not for long.
    """

    taken = Signal(object)
    progressed = Signal(int, int, str)
    finished = Signal()

    def __init__(
        self,
        jobs: Jobs,
        inputs: Sequence[Given],
        library: Library | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._jobs = jobs
        self._inputs = tuple(inputs)
        self._queue: deque[Given] = deque()
        self._unhashed: deque[list[str]] = deque()
        self._at_hand: list[Asked] = []
        self._open = 0
        self._done = 0
        self._total = 0
        self._over = False
        self.cancelled = False
        self.left: list[Given] = []
        """What was not read because it was cancelled."""

    def start(self) -> None:
        """Look which files there are, then read them."""
        start = partial(self._jobs.start, seconds=None)
        self._begin(start, list_inputs, self._inputs, done=self._listed, failed=self._not_listed)

    def cancel(self) -> None:
        """Read no further files."""
        self.cancelled = True
        self.left += self._queue
        self.left += (path for paths in self._unhashed for path in paths)
        self._queue.clear()
        self._unhashed.clear()
        for asked in self._at_hand:
            asked.hurry(GRACE)

    def _begin(self, start: Callable[..., Asked], *values: Any, done: Done, failed: Done) -> None:
        """Ask for work, and go on after its answer was told, whatever those who hear of it raise."""

        def then(tell: Done, answer: Any) -> None:
            self._open -= 1
            try:
                tell(answer)
            finally:
                self._go_on()

        self._open += 1
        asked = start(*values, done=partial(then, done), failed=partial(then, failed))
        self._at_hand = [one for one in self._at_hand if not one.done()] + [asked]

    def _go_on(self) -> None:
        while self._queue and self._open < self._jobs.files_at_once:
            self._read(self._queue.popleft())
        if self._unhashed and self._open < self._jobs.files_at_once:
            self._hash(self._unhashed.popleft())
        if not self._open and not self._over:
            self._over = True
            self.finished.emit()

    def _listed(self, found: list[Given | Taken]) -> None:
        self._total = len(found)
        files = [one for one in found if not isinstance(one, Taken)]
        if self.cancelled:
            self.left += files
        else:
            self._plan(files)
        self.progressed.emit(0, self._total, "")
        for one in found:
            if isinstance(one, Taken):
                self._finish(one)

    def _plan(self, inputs: list[Given]) -> None:
        paths = [one for one in inputs if isinstance(one, str)]
        if self._library is None or not self._library.has_inputs:
            self._queue.extend(inputs)
            return
        self._queue.extend(one for one in inputs if not isinstance(one, str))
        self._unhashed.extend(paths[first : first + HASHED] for first in range(0, len(paths), HASHED))

    def _hash(self, paths: list[str]) -> None:
        """Whoever reads a file says what is the matter with it: here it only counts as unknown."""
        seconds = LONGEST + sum(map(size_of, paths)) / HASHED_A_SECOND
        done, failed = partial(self._hashed, paths), lambda _: self._queue.extend(paths)
        self._begin(partial(self._jobs.start, seconds=seconds), digests, paths, done=done, failed=failed)

    def _hashed(self, paths: list[str], hashes: dict[str, str]) -> None:
        assert self._library is not None
        for path in paths:
            known = self._library.articles_of_input(hashes[path]) if path in hashes else ()
            if known:
                self._finish(known_before(path, known))
            else:
                (self.left if self.cancelled else self._queue).append(path)

    def _read(self, one: Given) -> None:
        if isinstance(one, Address):
            done, failed = self._fetched, partial(self._not_fetched, one)
            self._begin(self._jobs.fetch, one, done=done, failed=failed)
        else:
            self._take(take_any, one)

    def _take(self, work: Callable[..., Any], one: str | Source) -> None:
        start = partial(self._jobs.start, seconds=seconds_for(one))
        self._begin(start, work, one, done=self._finish, failed=partial(self._lost, one))

    def _fetched(self, got: Source | Taken) -> None:
        if isinstance(got, Taken):
            self._finish(got)
        elif self.cancelled:
            self.left.append(got)
        else:
            self._take(take_fetched, got)

    def _not_fetched(self, address: Address, trouble: BaseException) -> None:
        if self.cancelled and isinstance(trouble, TookTooLong):
            self.left.append(address)
        else:
            self._finish(lost_address(address, trouble))

    def _lost(self, one: str | Source, trouble: BaseException) -> None:
        if self.cancelled and isinstance(trouble, TookTooLong):
            self.left.append(one)
        else:
            self._finish(lost_to(one, trouble))

    def _finish(self, taken: Taken) -> None:
        self._done += 1
        self.taken.emit(taken)
        self.progressed.emit(self._done, self._total, taken.name)

    def _not_listed(self, trouble: BaseException) -> None:
        if self.cancelled:
            self.left += self._inputs
        else:
            report(trouble)


def _nothing(_value: Any) -> None:
    """For work whose outcome does not matter."""

"""Worker processes: foreign bytes are parsed there and nowhere else, with limits, so that a bad file costs itself only.

They live here and not in `app/jobs.py`, because the command line reads with them too and must not load Qt; `jobs` brings
their answers to the window's thread. Each process has a thread of ours that hands it one piece of work at a time. So it
is known which work ended a process or kept it too long, and nothing else is lost with it.
"""

import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from math import inf
from queue import Empty, Full, Queue, SimpleQueue
from time import monotonic
from typing import Any

from app.answers import NotData, unpacked
from app.starved import starved
from app.worker_process import Said, run

MOST = 3
"""More processes read no faster than one process can store, and each takes 75 MB."""
LONGEST = 30.0
"""Seconds that a piece of work, or each part of it, may take before its process is ended, unless it says that it needs more."""
IN_ALL = 3 * 3600.0
"""Seconds after which work is ended however often it said that it needs more, or that it came to its next part."""
STARTING = 60.0
"""Seconds that a process may take to start."""
LARGEST = 1 << 30
"""Bytes of an answer, which are no more than a process may have."""
AHEAD = 2
"""So many parts of a value wait to be fetched before the work waits too."""
TICK = 0.2
"""Seconds between two looks whether somebody is in a hurry meanwhile."""
EXCUSED = 3.0
"""So many times its own time a process may stand ready without a processor before it is late all the same."""


class WorkerDied(BrokenExecutor):
    """The process that did the work ended in the middle of it."""


class TookTooLong(WorkerDied):
    """The work was not done in its time, and its process was ended."""


class Elsewhere(Exception):
    """The cause of what was raised in another process: `tb` says where, as text."""

    def __init__(self, tb: str) -> None:
        super().__init__()
        self.tb = tb


class Asked(Future[Any]):
    """A piece of work that was asked for; its time begins when a process takes it."""

    def __init__(self, work: Callable[..., Any], values: tuple[Any, ...], seconds: float | None) -> None:
        super().__init__()
        self.work, self.values, self.seconds = work, values, seconds
        self._ends: float | None = None
        self._latest: float | None = None
        self._excused = 0.0
        self._parts: Queue[tuple[Any, ...]] = Queue(AHEAD)
        self._unwanted = False

    def begin(self) -> None:
        """A process has taken it."""
        if self.seconds is not None:
            self._ends = monotonic() + self.seconds
            self._latest = min(self._latest or inf, monotonic() + IN_ALL)

    def begin_part(self) -> None:
        """It has come to its next part, which has the time of the whole; time that was left over is not saved up."""
        if self._ends is not None and self.seconds is not None:
            self._ends = monotonic() + self.seconds
            self._excused = 0.0

    def allow(self, seconds: float) -> None:
        """It may take so much longer."""
        if self._ends is not None:
            self._ends += seconds

    def hurry(self, seconds: float) -> None:
        """It may take no longer than so many seconds from now on, whatever it was allowed."""
        self._latest = min(self._latest or inf, monotonic() + seconds)

    @property
    def late(self) -> bool:
        """Whether its time is over."""
        return any(end is not None and monotonic() >= end for end in (self._ends, self._latest))

    def excuse(self, starved: float) -> bool:
        """Whether it goes on although it is late, because it had no processor for so many seconds of late."""
        if self._ends is None or self.seconds is None or (self._latest is not None and monotonic() >= self._latest):
            return False
        more = min(starved, EXCUSED * self.seconds - self._excused)
        self._excused += more
        self._ends += more
        return more > TICK

    def give(self, part: Any) -> None:
        """A part of the value has come; until it is fetched the work waits, and that is not its time."""
        began = monotonic()
        self._put((part,))
        if self._unwanted:
            raise TookTooLong("nobody waits for it any more")
        self.allow(monotonic() - began)

    def parts(self) -> Iterator[Any]:
        """The parts as they come; then whatever the work raised. Who stops fetching ends the work."""
        self.add_done_callback(lambda _: self._put(()))
        try:
            while part := self._parts.get():
                yield part[0]
        finally:
            self._unwanted = True
            self.hurry(0)
        self.result()

    def _put(self, part: tuple[Any, ...]) -> None:
        while not self._unwanted:
            try:
                self._parts.put(part, timeout=TICK)
            except Full:
                continue
            return


class Workers:
    """Processes that start as work comes, and anew where one has died. Everything here may be called in any thread.

    Those that are `reaching` have the network, and must not take apart what they bring.
    """

    def __init__(self, most: int | None = None, reaching: bool = False) -> None:
        self._reaching = reaching
        self.most = most or max(2, min(MOST, os.cpu_count() or 2))
        self._asked: SimpleQueue[Asked | None] = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = 0
        self._lock = threading.Lock()
        self._processes: set[_Process] = set()
        self._closed = False

    def submit(self, work: Callable[..., Any], *values: Any, seconds: float | None = LONGEST) -> Asked:
        """Run a pure function in a process; it raises what the function raised, WorkerDied or TookTooLong.

        Of a generator fetch the `parts`.
        """
        asked = Asked(work, values, seconds)
        with self._lock:
            if self._closed:
                raise RuntimeError("these processes are closed")
            self._asked.put(asked)
            if not self._idle.acquire(blocking=False) and self._threads < self.most:
                self._threads += 1
                threading.Thread(target=self._serve, name="worker", daemon=True).start()
        return asked

    def close(self) -> None:
        """End all processes at once, in the middle of whatever they do; none has anything to tidy up."""
        with self._lock:
            self._closed = True
            for process in self._processes:
                process.kill()
            while (asked := self._waiting()) is not None:
                asked.set_exception(WorkerDied("it had not begun"))
            for _ in range(self._threads):
                self._asked.put(None)

    def _serve(self) -> None:
        process: _Process | None = None
        while (asked := self._next()) is not None:
            try:
                if process is None or not process.alive:
                    self._end(process)
                    process = self._begin()
                value = process.answer(asked)
            except WorkerDied as trouble:
                self._end(process)
                process = None
                asked.set_exception(trouble)
            except BaseException as trouble:  # noqa: BLE001 - whoever waits for it is told
                asked.set_exception(trouble)
            else:
                asked.set_result(value)
        self._end(process)

    def _next(self) -> Asked | None:
        """The next work; None when there will be no more."""
        if (asked := self._waiting()) is not None:
            return asked
        self._idle.release()
        return self._asked.get()

    def _waiting(self) -> Asked | None:
        try:
            return self._asked.get_nowait()
        except Empty:
            return None

    def _begin(self) -> "_Process":
        with self._lock:
            if self._closed:
                raise WorkerDied("these processes are closed")
            process = _Process(self._reaching)
            self._processes.add(process)
        process.wait_until_ready()
        return process

    def _end(self, process: "_Process | None") -> None:
        if process is not None:
            process.kill()
            process.reap()
            with self._lock:
                self._processes.discard(process)


class _Process:
    """One process and the line to it."""

    def __init__(self, reaching: bool) -> None:
        from multiprocessing import get_context  # which takes as long to load as many of our own parts

        spawn = get_context("spawn")  # a process that starts from nothing, no copy of the window
        self._line, theirs = spawn.Pipe()
        self._starved = 0.0
        # multiprocessing ends a daemon when this interpreter exits, and does not wait for its work
        self._process = spawn.Process(target=run, args=(theirs, reaching), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def wait_until_ready(self) -> None:
        """Starting is not the work's time."""
        if not self._line.poll(STARTING):
            raise WorkerDied("it did not start")
        self._receive()

    def answer(self, asked: Asked) -> Any:
        """The value of the work; what it raised is raised here, with the place as its cause."""
        try:
            self._line.send((asked.work, asked.values, asked.seconds))
        except OSError as trouble:
            raise WorkerDied("it ended before the work came") from trouble
        asked.begin()
        self._starved = self._starved_in_all()
        while True:
            match self._heard(asked):
                case Said.MORE, float(seconds) if 0 <= seconds < inf:
                    asked.allow(seconds)
                case Said.NEXT, None:
                    asked.begin_part()
                case Said.PART, part:
                    asked.give(part)
                case Said.DONE, value, None, _:
                    return value
                case Said.DONE, None, Exception() as raised, str(tb):
                    raise raised from Elsewhere(tb)
                case _:
                    raise WorkerDied("it sent something that is no answer")

    def _heard(self, asked: Asked) -> Any:
        """The next message, if it comes in time."""
        while not self._line.poll(TICK):
            if asked.late and not asked.excuse(self._starved_since()):
                raise TookTooLong("it took too long")
        return self._receive()

    def _starved_since(self) -> float:
        """Seconds without a processor since this was last asked, or since the work began."""
        before, self._starved = self._starved, self._starved_in_all()
        return self._starved - before

    def _starved_in_all(self) -> float:
        return 0.0 if self._process.pid is None else starved(self._process.pid)

    def _receive(self) -> Any:
        try:
            return unpacked(self._line.recv_bytes(LARGEST))
        except (EOFError, OSError) as trouble:
            raise WorkerDied("it ended in the middle of its work") from trouble
        except NotData as trouble:
            raise WorkerDied("it sent something that is no answer") from trouble

    def kill(self) -> None:
        self._process.kill()

    def reap(self) -> None:
        self._process.join()
        self._line.close()


def ready() -> None:
    """Work that does nothing, so that a process loads what it needs before anybody waits for it."""
    from app.importing import load

    load()

"""Worker processes: foreign bytes are parsed there and nowhere else, with limits, so that a bad file costs itself only.

They live here and not in `app/jobs.py`, because the command line reads with them too and must not load Qt; `jobs` brings
their answers to the window's thread. Each process has a thread of ours that hands it one piece of work at a time. So it
is known which work ended a process or kept it too long, and nothing else is lost with it.
"""

import faulthandler
import multiprocessing
import os
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from queue import Empty, SimpleQueue
from time import monotonic
from typing import Any

MOST = 4
"""More processes read no faster than one process can store."""
LONGEST = 60.0
"""Seconds that a piece of work may take before its process is ended."""
MEMORY = 4 << 30
"""Bytes of address space that a process may have."""
STARTING = 60.0
"""Seconds that a process may take to start."""
SLACK = 15.0
"""Seconds after which a process whose parent did not end it in time ends itself."""
TICK = 0.2
"""Seconds between two looks whether somebody is in a hurry meanwhile."""

_spawn = multiprocessing.get_context("spawn")  # a process that starts from nothing, no copy of the window


class WorkerDied(BrokenProcessPool):
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
        self._ends: list[float] = []

    def begin(self) -> None:
        """A process has taken it."""
        if self.seconds is not None:
            self._ends.append(monotonic() + self.seconds)

    def hurry(self, seconds: float) -> None:
        """It may take no longer than so many seconds from now on."""
        self._ends.append(monotonic() + seconds)

    @property
    def late(self) -> bool:
        """Whether its time is over."""
        return bool(self._ends) and monotonic() >= min(self._ends)


class Workers:
    """Processes that start as work comes, and anew where one has died. Everything here may be called in any thread."""

    def __init__(self, most: int | None = None) -> None:
        self.most = most or max(2, min(MOST, os.cpu_count() or 2))
        self._asked: SimpleQueue[Asked | None] = SimpleQueue()
        self._idle = threading.Semaphore(0)
        self._threads = 0
        self._lock = threading.Lock()
        self._processes: set[_Process] = set()
        self._closed = False

    def submit(self, work: Callable[..., Any], *values: Any, seconds: float | None = LONGEST) -> Asked:
        """Run a pure function in a process; it raises what the function raised, WorkerDied or TookTooLong."""
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
            process = _Process()
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

    def __init__(self) -> None:
        self._line, theirs = _spawn.Pipe()
        # multiprocessing ends a daemon when this interpreter exits, and does not wait for its work
        self._process = _spawn.Process(target=_work, args=(theirs,), daemon=True)
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
        while not self._line.poll(TICK):
            if asked.late:
                raise TookTooLong("it took too long")
        value, raised, tb = self._receive()
        if raised is not None:
            raise raised from Elsewhere(tb)
        return value

    def _receive(self) -> Any:
        try:
            return self._line.recv()
        except (EOFError, OSError) as trouble:
            raise WorkerDied("it ended in the middle of its work") from trouble

    def kill(self) -> None:
        self._process.kill()

    def reap(self) -> None:
        self._process.join()
        self._line.close()


def ready() -> None:
    """Work that does nothing, so that a process loads what it needs before anybody waits for it."""
    from app.importing import load

    load()


def _work(line: "Connection[Any, Any]") -> None:
    """What a worker process does until its parent hangs up."""
    _limit()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    line.send(None)
    with suppress(EOFError, OSError):
        while True:
            work, values, seconds = line.recv()
            line.send_bytes(_outcome(work, values, seconds))


def _outcome(work: Callable[..., Any], values: tuple[Any, ...], seconds: float | None) -> bytes:
    """The value, or what was raised with its place, as it is sent."""
    if seconds is not None:
        # needs no turn of the interpreter, which a pattern that never ends would not give
        faulthandler.dump_traceback_later(seconds + SLACK, exit=True)
    try:
        return pickle.dumps((work(*values), None, ""))
    except BaseException as trouble:  # noqa: BLE001 - it is the parent's to judge
        return pickle.dumps((None, _portable(trouble), "".join(traceback.format_tb(trouble.__traceback__))))
    finally:
        faulthandler.cancel_dump_traceback_later()


def _portable(trouble: BaseException) -> BaseException:
    """The same trouble if it can be sent at all, else one that says of which type it was."""
    try:
        pickle.loads(pickle.dumps(trouble))
    except Exception:  # noqa: BLE001 - types of other libraries may fail in any way
        return RuntimeError(f"{type(trouble).__module__}.{type(trouble).__qualname__}")
    return trouble


def _limit() -> None:
    """What a process of ours may not do: write to the terminal, take all memory, leave its memory on the disk."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's
    # what libraries print may hold words of an article
    silence = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(silence, descriptor)
    os.environ["OPENBLAS_NUM_THREADS"] = (
        "1"  # each of its threads would take address space, and nothing here needs them
    )
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    for name, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY)):
        _, highest = resource.getrlimit(name)
        least = most if highest == resource.RLIM_INFINITY else min(most, highest)
        with suppress(OSError, ValueError):  # a system that knows the name and refuses the limit
            resource.setrlimit(name, (least, least))


def _end_with_parent() -> None:
    """A parent that was killed cannot end its processes."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)

"""What a worker process does: it gives up what it must not have, then answers one piece of work after the other.

Whoever does the work may say that it is long (`allow`), or be a generator, which gives its value in parts; both go to
the parent while the work goes on.
"""

import faulthandler
import os
import signal
import threading
import traceback
from collections.abc import Callable, Generator
from contextlib import suppress
from contextvars import ContextVar
from enum import Enum
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

from app.answers import may_be_sent, packed

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

SLACK = 120.0
"""Seconds after which a process whose parent did not end it in time ends itself; the parent knows of excuses."""


class Said(Enum):
    """What a message to the parent holds."""

    PART = "part"
    MORE = "more"
    NEXT = "next"
    DONE = "done"


Line: TypeAlias = "Connection[Any, Any]"


def allow(seconds: float) -> None:
    """The work at hand needs so many seconds more than was asked for; outside of a worker process there is no hurry."""
    if (turn := _turn.get()) is not None:
        turn.allow(seconds)


def begin_part() -> None:
    """The work at hand comes to its next part, as the next file of an archive: from here on that has its own time."""
    if (turn := _turn.get()) is not None:
        turn.begin_part()


def run(line: Line, reaching: bool = False) -> None:
    """Answer until the parent hangs up; only one that is `reaching` keeps the network."""
    from app.confinement import confine  # which only a worker needs

    _be_quiet()
    confine(reaching)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    line.send_bytes(packed(None))
    with suppress(EOFError, OSError):
        while True:
            asked, values, seconds = line.recv()
            line.send_bytes(outcome(line, asked, values, seconds))


def outcome(line: Line, asked: Callable[..., Any], values: tuple[Any, ...], seconds: float | None) -> bytes:
    """The value, or what was raised with its place, as it is sent."""
    turn = _Turn(line, seconds)
    before = _turn.set(turn)
    try:
        value = asked(*values)
        if isinstance(value, Generator):
            for part in value:
                turn.give(part)
            value = None
        return packed((Said.DONE, value, None, ""))
    except BaseException as trouble:  # noqa: BLE001 - it is the parent's to judge
        return packed((Said.DONE, None, _portable(trouble), "".join(traceback.format_tb(trouble.__traceback__))))
    finally:
        _turn.reset(before)
        turn.end()


class _Turn:
    """One piece of work: its end, after which the process ends, and the line to whoever waits for it."""

    def __init__(self, line: Line, seconds: float | None) -> None:
        self._line = line
        self._ends = None if seconds is None else monotonic() + seconds
        self._seconds = seconds
        self._more = 0.0
        self._told = monotonic()
        self._wind()

    def begin_part(self) -> None:
        """Told once in a while: thousands of parts may take a second."""
        if self._ends is not None and self._seconds is not None and monotonic() - self._told >= 1.0:
            self._told = monotonic()
            self._line.send_bytes(packed((Said.NEXT, None)))
            self._ends = monotonic() + self._seconds
            self._wind()

    def allow(self, seconds: float) -> None:
        """Small change is collected: a table has many articles."""
        self._more += seconds
        if self._more >= 1.0 and self._ends is not None:
            self._line.send_bytes(packed((Said.MORE, self._more)))
            self._ends += self._more
            self._more = 0.0
            self._wind()

    def give(self, part: Any) -> None:
        """Waiting until the parent takes it is not the work's time."""
        sent = packed((Said.PART, part))
        faulthandler.cancel_dump_traceback_later()
        began = monotonic()
        self._line.send_bytes(sent)
        if self._ends is not None:
            self._ends += monotonic() - began
        self._wind()

    def end(self) -> None:
        """It is done."""
        faulthandler.cancel_dump_traceback_later()

    def _wind(self) -> None:
        if self._ends is not None:
            # needs no turn of the interpreter, which a pattern that never ends would not give
            faulthandler.dump_traceback_later(max(0.01, self._ends - monotonic() + SLACK), exit=True)


_turn: ContextVar[_Turn | None] = ContextVar("turn", default=None)


def _portable(trouble: BaseException) -> BaseException:
    """The same trouble if it can be sent at all, else one that says of which type it was."""
    if not may_be_sent(trouble):
        return RuntimeError(f"{type(trouble).__module__}.{type(trouble).__qualname__}")
    return trouble


def _be_quiet() -> None:
    """Nothing of it reaches the terminal, and Ctrl+C is the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # what libraries print may hold words of an article
    silence = os.open(os.devnull, os.O_WRONLY)
    for descriptor in (1, 2):
        os.dup2(silence, descriptor)
    # each of its threads would take address space, and nothing here needs them
    os.environ["OPENBLAS_NUM_THREADS"] = "1"


def _end_with_parent() -> None:
    """A parent that was killed cannot end its processes, and not every system does it."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    assert parent is not None
    connection.wait([parent.sentinel])
    os._exit(1)

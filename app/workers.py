"""Worker processes: foreign bytes are parsed there and nowhere else, so that a crash costs one file."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor

MOST = 4
"""More processes read no faster than one process can store."""


def pool(processes: int | None = None) -> ProcessPoolExecutor:
    """A pool whose processes start from nothing (no copy of the window) and leave Ctrl+C to their parent."""
    count = processes or max(1, min(MOST, (os.cpu_count() or 2) - 1))
    return ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)

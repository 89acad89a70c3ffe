"""A command as a whole tree of processes: its CPU and its memory, as Linux tells them."""

import ctypes
import os
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

BECOME_REAPER = 36
"""PR_SET_CHILD_SUBREAPER: grandchildren that outlive their parent become ours, so that their CPU is counted too."""
LOOK = 0.25
"""Seconds between two looks at the memory."""


@dataclass
class Spent:
    """What a command took; `memory` is the tree's share of memory in MB over time (PSS: what is shared is counted once)."""

    cpu: float = 0.0
    output: str = ""
    memory: list[float] = field(default_factory=list)


def run(command: Sequence[str], environment: dict[str, str], folder: Path) -> Spent:
    """Run a command to its end, with all processes that it starts; they must have nothing else among our children."""
    ctypes.CDLL(None).prctl(BECOME_REAPER, 1, 0, 0, 0)
    spent, before = Spent(), _children()
    process = subprocess.Popen(command, env=environment, cwd=folder, stdout=subprocess.PIPE, text=True)
    over = threading.Event()
    watch = threading.Thread(target=_watch, args=(process.pid, spent, over))
    watch.start()
    spent.output = process.communicate()[0]
    over.set()
    watch.join()
    _reap_others()
    if process.returncode != 0:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}.")
    spent.cpu = _children() - before
    return spent


def _children() -> float:
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def _reap_others() -> None:
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def _watch(top: int, spent: Spent, over: threading.Event) -> None:
    while not over.wait(LOOK):
        spent.memory.append(sum(map(_share, _tree(top))) / 1024)


def _tree(top: int) -> Iterator[int]:
    yield top
    try:
        children = Path(f"/proc/{top}/task/{top}/children").read_text()
        threads = [(one / "children").read_text() for one in Path(f"/proc/{top}/task").iterdir()]
    except OSError:  # it has ended meanwhile
        return
    for child in dict.fromkeys(" ".join([children, *threads]).split()):
        yield from _tree(int(child))


def _share(process: int) -> int:
    """In kB."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def seconds() -> float:
    """A clock for how long something lasts."""
    return time.perf_counter()

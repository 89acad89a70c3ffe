"""Processes that read: what each of them may do, how it ends, and that it takes nothing with it."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.confinement import MEMORY
from app.starved import starved
from app.worker_process import allow, begin_part
from app.workers import EXCUSED, IN_ALL, Asked, TookTooLong, WorkerDied, Workers

ROOT = Path(__file__).parents[2]
ENDLESS = 600.0
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such thing")


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(2)
    yield made
    made.close()


def gone(process: int) -> bool:
    """Whether a process has ended; one that nobody has buried yet counts as ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return True
    return state in "ZX"


def wait_until_gone(*processes: int) -> None:
    ends = time.monotonic() + 30
    while not all(map(gone, processes)):
        assert time.monotonic() < ends, "a process lives on"
        time.sleep(0.05)


def sleep_longer(seconds: float, allowed: float) -> str:
    allow(allowed)
    time.sleep(seconds)
    return "done"


def work_in_parts(*parts: float) -> str:
    for seconds in parts:
        begin_part()
        time.sleep(seconds)
    return "done"


def shares(number: int, *among: int) -> Iterator[int]:
    for one in among:
        yield number // one


def range_of(count: int) -> Iterator[int]:
    yield from range(count)


def test_the_value_comes_back_from_another_process(workers: Workers) -> None:
    assert workers.submit(sorted, "cab").result() == ["a", "b", "c"]
    assert workers.submit(os.getpid).result() != os.getpid()


def test_what_the_work_raises_is_raised_here_with_its_place(workers: Workers) -> None:
    with pytest.raises(ValueError) as caught:
        workers.submit(int, "x").result()
    assert "in outcome" in getattr(caught.value.__cause__, "tb", "")


def test_what_cannot_be_sent_is_raised_and_the_process_goes_on(workers: Workers) -> None:
    process = workers.submit(os.getpid).result()
    with pytest.raises(Exception, match="pickle"):
        workers.submit(sorted, [lambda: 1]).result()
    with pytest.raises(TypeError, match="pickle"):
        workers.submit(open, os.devnull).result()
    assert workers.submit(os.getpid).result() == process


def test_a_process_that_dies_costs_its_own_work_only(workers: Workers) -> None:
    asked = [workers.submit(os._exit, 7) if number == 2 else workers.submit(abs, -number) for number in range(6)]
    with pytest.raises(WorkerDied):
        asked[2].result()
    assert [one.result() for number, one in enumerate(asked) if number != 2] == [0, 1, 3, 4, 5]


def test_a_process_that_died_while_nobody_asked_costs_nothing() -> None:
    workers = Workers(1)
    os.kill(workers.submit(os.getpid).result(), signal.SIGTERM)
    time.sleep(0.5)
    assert workers.submit(sorted, "ba").result() == ["a", "b"]
    workers.close()


def test_work_that_takes_too_long_is_ended_and_the_others_are_not(workers: Workers) -> None:
    long = workers.submit(time.sleep, ENDLESS, seconds=1)
    other = workers.submit(os.getpid)
    with pytest.raises(TookTooLong):
        long.result()
    assert workers.submit(sorted, "ba", seconds=30).result() == ["a", "b"]
    assert other.result() != os.getpid()


def test_work_that_somebody_hurries_is_ended(workers: Workers) -> None:
    asked = workers.submit(time.sleep, ENDLESS, seconds=None)
    asked.hurry(0)
    with pytest.raises(TookTooLong):
        asked.result()


def test_work_that_had_no_processor_goes_on_but_not_for_ever() -> None:
    asked = Asked(sorted, ("ba",), 60.0)
    asked.begin()
    asked.allow(-60.0)
    assert asked.late
    assert asked.excuse(90.0)
    assert not asked.late
    asked.allow(-90.0)
    assert asked.excuse(1000.0)
    asked.allow(-1000.0)
    assert not asked.excuse(1000.0), f"{EXCUSED} times its own time is enough"


def test_work_that_sleeps_or_is_hurried_has_no_excuse() -> None:
    asked = Asked(sorted, ("ba",), 60.0)
    asked.begin()
    assert not asked.excuse(0.0)
    asked.hurry(0)
    assert not asked.excuse(30.0)


@posix
def test_how_long_a_process_had_no_processor_is_told_of_those_that_live() -> None:
    assert starved(os.getpid()) >= 0
    assert starved(2**22 + 1) == 0, "no process has that number"


def test_work_may_say_that_it_needs_longer(workers: Workers) -> None:
    assert workers.submit(sleep_longer, 2.5, 600.0, seconds=1).result() == "done"
    with pytest.raises(TookTooLong):
        workers.submit(sleep_longer, ENDLESS, 1.0, seconds=1).result()


def test_each_part_of_the_work_has_its_own_time(workers: Workers) -> None:
    assert workers.submit(work_in_parts, *[1.2] * 5, seconds=4).result() == "done"
    with pytest.raises(TookTooLong):
        workers.submit(work_in_parts, 1.2, 1.2, ENDLESS, seconds=4).result()


def test_parts_that_never_end_are_ended_and_time_left_over_is_not_saved_up() -> None:
    asked = Asked(sorted, ("ba",), 60.0)
    asked.begin()
    for _ in range(1000):
        asked.allow(1.0)
        asked.begin_part()
    asked.allow(-60.0)
    assert asked.late, "a thousand parts in no time leave what one has"
    asked = Asked(sorted, ("ba",), 2 * IN_ALL)
    asked.begin()
    asked.allow(2 * IN_ALL)
    asked.hurry(IN_ALL)
    assert not asked.late
    asked.hurry(0)
    asked.begin_part()
    assert asked.late


def test_parts_come_as_they_are_ready_and_then_what_was_raised(workers: Workers) -> None:
    parts = workers.submit(shares, 6, 2, 3, 0).parts()
    assert (next(parts), next(parts)) == (3, 2)
    with pytest.raises(ZeroDivisionError):
        next(parts)
    assert list(workers.submit(shares, 4, 1, 2).parts()) == [4, 2]


def test_who_fetches_slowly_takes_no_time_from_the_work(workers: Workers) -> None:
    fetched = []
    for part in workers.submit(range_of, 8, seconds=1).parts():
        time.sleep(0.4)
        fetched.append(part)
    assert fetched == list(range(8))


def test_parts_that_nobody_fetches_end_the_work() -> None:
    workers = Workers(1)
    process = workers.submit(os.getpid).result()
    parts = workers.submit(range_of, sys.maxsize, seconds=None).parts()
    assert next(parts) == 0
    parts.close()
    wait_until_gone(process)
    assert workers.submit(sorted, "ba").result() == ["a", "b"]
    workers.close()


@posix
def test_a_process_may_not_take_all_memory(workers: Workers) -> None:
    with pytest.raises(MemoryError):
        workers.submit(bytes, MEMORY + 1).result()
    assert workers.submit(sorted, "ba").result() == ["a", "b"]


@posix
def test_a_process_leaves_no_memory_on_the_disk(workers: Workers) -> None:
    import resource

    assert workers.submit(resource.getrlimit, resource.RLIMIT_CORE).result() == (0, 0)


def test_nothing_that_a_library_prints_reaches_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    workers = Workers(1)
    workers.submit(print, "words of an article").result()
    workers.submit(os.write, 2, b"words of an article").result()
    workers.close()
    assert capfd.readouterr() == ("", "")


def test_reading_needs_no_qt(workers: Workers) -> None:
    from app.workers import ready

    workers = Workers(1)
    workers.submit(ready).result()
    loaded = workers.submit(eval, "[name for name in __import__('sys').modules]").result()
    workers.close()
    assert "app.importing" in loaded
    assert not [name for name in loaded if name.startswith(("PySide6", "pyqtgraph"))]


@posix
def test_closing_ends_the_processes_in_the_middle_of_their_work(workers: Workers) -> None:
    processes = [workers.submit(os.getpid).result()]
    asked = workers.submit(time.sleep, ENDLESS)
    workers.close()
    with pytest.raises(WorkerDied):
        asked.result()
    wait_until_gone(*processes)
    with pytest.raises(RuntimeError, match="closed"):
        workers.submit(abs, 1)


PARENT = """
import os, signal, sys, time
from app.workers import Workers
if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    workers = Workers(2)
    first = workers.submit(os.getpid).result()
    print(first, flush=True)
    workers.submit(time.sleep, 600)
    {end}
"""
ENDS = {
    "killed": "os.kill(os.getpid(), signal.SIGKILL)",
    "ended by Ctrl+C": "os.kill(os.getpid(), signal.SIGINT)",
    "come to its end": "",
    "closed": "workers.close()",
}


@posix
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_no_process_outlives_its_parent(end: str, tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT.format(end=end))
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    done = subprocess.run(
        [sys.executable, str(script)], env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    wait_until_gone(int(done.stdout))


def test_a_process_that_is_stuck_ends_by_itself_when_nobody_ends_it() -> None:
    """As one whose parent was killed while a pattern kept the interpreter to itself."""
    stuck = "import re; from app import worker_process as it; it.SLACK = 0; it.outcome(None, re.match, ('(a+)+b', 'a' * 60), 1)"
    done = subprocess.run([sys.executable, "-c", stuck], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.returncode == 1

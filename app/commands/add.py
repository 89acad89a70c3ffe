"""`dateline import`: articles into a library, each one stored as soon as it is read."""

from argparse import Namespace
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.importing import FAILED, Outcome, Taken, list_inputs, lost, store, take_file
from app.workers import pool
from storage.library import Library
from storage.model import Moment

AHEAD = 8
"""So many files are read before the first of them is stored."""

Input = str | Taken
"""A file to be read, or why there is none."""


def run(told: Namespace) -> int:
    """One line an input, in the order given."""
    library = Library.open(told.library) if told.library.exists() else Library.create(told.library)
    failed = False
    try:
        inputs = [one for one in list_inputs(told.inputs) if isinstance(one, Input)]
        with output.progress(len(inputs)) as progress:
            for taken in read(inputs, told.published):
                outcome = store(library, taken)
                progress.step(outcome.name)
                failed = failed or outcome.status == FAILED
                _print(outcome, told.json)
    finally:
        library.close()
    return SOME_FAILED if failed else DONE


def read(inputs: list[Input], published: Moment | None) -> Iterator[Taken]:
    """In the order given: a few at once, many in worker processes, where a file that ends its process is the only one lost."""
    if len(inputs) < AHEAD:
        yield from (one if isinstance(one, Taken) else take_file(one, published) for one in inputs)
        return
    waiting = deque(inputs)
    while waiting:
        yield from _read_while_sound(waiting, published)
        if waiting:
            yield _read_alone(waiting.popleft(), published)


def _read_while_sound(waiting: deque[Input], published: Moment | None) -> Iterator[Taken]:
    """Until everything is read, or a process has died; then the first that is still waiting may be why."""
    with pool() as workers:
        begun: deque[Future[Taken]] = deque()
        while waiting:
            begun.extend(_begin(workers, one, published) for one in list(islice(waiting, len(begun), AHEAD)))
            try:
                taken = begun.popleft().result()
            except BrokenProcessPool:
                return
            waiting.popleft()
            yield taken


def _begin(workers: ProcessPoolExecutor, one: Input, published: Moment | None) -> Future[Taken]:
    made: Future[Taken] = Future()
    if isinstance(one, Taken):
        made.set_result(one)
        return made
    try:
        return workers.submit(take_file, one, published)
    except BrokenProcessPool as broken:
        made.set_exception(broken)
        return made


def _read_alone(one: Input, published: Moment | None) -> Taken:
    with pool(1) as worker:
        try:
            return _begin(worker, one, published).result()
        except BrokenProcessPool:
            assert isinstance(one, str)
            return lost(one, "its reader stopped in the middle")


def _print(outcome: Outcome, json: bool) -> None:
    if json:
        told = {"path": outcome.path, "status": outcome.status, "events": outcome.events, "message": outcome.message}
        output.line(told)
    else:
        output.text(f"{outcome.status:<9} {outcome.name or outcome.path}: {outcome.message}")

"""`dateline import`: articles into a library, each one stored as soon as it is read."""

from argparse import Namespace
from collections import deque
from collections.abc import Iterator

from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.importing import Outcome, Taken, list_inputs, lost_to, seconds_for, store, take_any
from app.workers import Asked, Workers
from storage.library import Library
from storage.model import Fate, Moment

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
                failed = failed or outcome.status is Fate.FAILED
                _print(outcome, told.json)
    finally:
        library.close()
    return SOME_FAILED if failed else DONE


def read(inputs: list[Input], published: Moment | None) -> Iterator[Taken]:
    """In the order given, many at once in worker processes; what happens to a reader costs its file only."""
    waiting = deque(inputs)
    begun: deque[tuple[Input, Asked | None]] = deque()
    workers = Workers()
    try:
        while waiting or begun:
            while waiting and len(begun) < AHEAD:
                one = waiting.popleft()
                begun.append((one, None if isinstance(one, Taken) else _begin(workers, one, published)))
            yield _taken(*begun.popleft())
    finally:
        workers.close()


def _begin(workers: Workers, path: str, published: Moment | None) -> Asked:
    return workers.submit(take_any, path, published, seconds=seconds_for(path))


def _taken(one: Input, asked: Asked | None) -> Taken:
    if isinstance(one, Taken):
        return one
    assert asked is not None
    trouble = asked.exception()
    return lost_to(one, trouble) if trouble else asked.result()


def _print(outcome: Outcome, json: bool) -> None:
    if json:
        told = {"path": outcome.path, "status": outcome.status, "events": outcome.events, "message": outcome.message}
        output.line(told)
    else:
        output.text(f"{outcome.status:<9} {outcome.name or outcome.path}: {outcome.message}")

"""`dateline import`: articles into a library, each one stored as soon as it is read."""

from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path

from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.importing import FAILED, Outcome, Taken, store, take_file
from app.reading.walk import files_of
from app.workers import pool
from storage.errors import CannotRead
from storage.library import Library
from storage.model import Moment

AHEAD = 8
"""So many files are read before the first of them is stored."""


def run(told: Namespace) -> int:
    """One line an input, in the order given."""
    library = Library.open(told.library) if told.library.exists() else Library.create(told.library)
    failed = False
    try:
        files = [one for path in told.inputs for one in files_of(Path(path))]
        with output.progress(len(files)) as progress:
            for outcome in outcomes(library, files, told.published):
                progress.step(outcome.name)
                failed = failed or outcome.status == FAILED
                _print(outcome, told.json)
    finally:
        library.close()
    return SOME_FAILED if failed else DONE


def outcomes(library: Library, files: list[Path | CannotRead], published: Moment | None) -> Iterator[Outcome]:
    """Read in worker processes where there are several files, and store in the order given."""
    if len(files) < AHEAD:
        yield from (_stored(library, _taken(one, published)) for one in files)
        return
    with pool() as workers:
        yield from (_stored(library, taken) for taken in _ahead(workers, files, published))


def _ahead(workers: ProcessPoolExecutor, files: list[Path | CannotRead], published: Moment | None) -> Iterator[Taken]:
    waiting: list[Future[Taken] | CannotRead] = []
    for one in files:
        waiting.append(one if isinstance(one, CannotRead) else workers.submit(take_file, str(one), published))
        if len(waiting) == AHEAD:
            yield _done(waiting.pop(0))
    yield from map(_done, waiting)


def _done(one: Future[Taken] | CannotRead) -> Taken:
    return Taken("", "", trouble=str(one)) if isinstance(one, CannotRead) else one.result()


def _taken(one: Path | CannotRead, published: Moment | None) -> Taken:
    return Taken("", "", trouble=str(one)) if isinstance(one, CannotRead) else take_file(str(one), published)


def _stored(library: Library, taken: Taken) -> Outcome:
    return store(library, taken)


def _print(outcome: Outcome, json: bool) -> None:
    if json:
        told = {"path": outcome.path, "status": outcome.status, "events": outcome.events, "message": outcome.message}
        output.line(told)
    else:
        output.text(f"{outcome.status:<9} {outcome.name or outcome.path}: {outcome.message}")

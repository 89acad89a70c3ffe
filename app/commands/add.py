"""`dateline import`: articles into a library, many in one transaction; a line is printed only after its article is safe."""

from argparse import Namespace
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path
from time import monotonic
from typing import Any

from app.addresses import begin, reaching
from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.fetching.address import Address
from app.fetching.body import LARGEST
from app.importing import (
    HASHED,
    HASHED_A_SECOND,
    Taken,
    known_before,
    list_inputs,
    lost_to,
    seconds_for,
    size_of,
    take_any,
)
from app.reading.source import named
from app.reading.walk import digests, shown
from app.storing import Drop, Outcome, on_languages
from app.workers import LONGEST, Asked, Workers
from storage.errors import WrongUse
from storage.library import Library
from storage.model import Fate, Moment

AHEAD, AHEAD_BYTES = 64, 64_000_000
"""So many files, and so many bytes of them, are read before the first of them is stored."""
TOGETHER, TOGETHER_BYTES = 500, 16_000_000
"""So many files, and so many bytes of them, are stored in one transaction."""
PATIENCE = 1.0
"""Seconds for which an article that was read may wait for others."""

Input = str | Address | Taken
"""A file or address to be read, or what came of it without reading."""
Begun = tuple[Input, Future[Any] | None, int]
"""An input whose reading has begun, with its answer and its bytes."""
ENDING = ".dateline"
ALLOW = "Add --allow-private to the command to fetch it."


def run(told: Namespace) -> int:
    """One line an input, in the order given."""
    library = _library(told.library)
    outcomes: list[Outcome] = []
    workers, network = Workers(), reaching()
    try:
        inputs = [_allowed(one, told.allow_private) for one in list_inputs(told.inputs) if isinstance(one, Input)]
        drop = Drop(library)
        with output.progress(len(inputs)) as progress:
            # with a day that is given the files are read again, so that what becomes of it can be told
            wanted = inputs if told.published else unless_known(workers, library, inputs)
            for taken in read(workers, network, wanted, told.published):
                stored = drop.store(taken)
                outcomes += stored
                for outcome in stored:
                    progress.step(outcome.name)
                    _print(outcome, told.json)
    finally:
        network.close()
        workers.close()
        library.close()
    if sentence := on_languages(outcomes):
        output.note(f"dateline: {sentence}")
    return SOME_FAILED if any(one.status is Fate.FAILED or one.lost for one in outcomes) else DONE


def _library(path: Path) -> Library:
    """The one that is there, or a new one; an article in its place is taken for a slip."""
    if path.exists():
        return Library.open(path)
    if path.suffix.lower() != ENDING:
        raise WrongUse(
            f"There is no library “{named(shown(str(path)))}”, and none was made, because its name does not end in {ENDING}."
            f" The library comes first: dateline import NAME{ENDING} ARTICLE."
        )
    return Library.create(path)


def unless_known(workers: Workers, library: Library, inputs: Sequence[Input]) -> Iterator[Input]:
    """The same inputs; of files whose bytes were read before it is known what came of them."""
    if not library.has_inputs:
        yield from inputs
        return
    pieces = [inputs[first : first + HASHED] for first in range(0, len(inputs), HASHED)]
    asked = [_digests(workers, piece) for piece in pieces[:1]]
    for piece, following in zip_longest(pieces, pieces[1:]):
        asked += [_digests(workers, following)] if following else []
        found = asked.pop(0)
        hashes = found.result() if found.exception() is None else {}  # whoever reads the files says what is the matter
        for one in piece:
            known = library.articles_of_input(hashes[one]) if isinstance(one, str) and one in hashes else ()
            yield known_before(one, known) if known and isinstance(one, str) else one


def _digests(workers: Workers, inputs: Sequence[Input]) -> Asked:
    paths = [one for one in inputs if isinstance(one, str)]
    return workers.submit(digests, paths, seconds=LONGEST + sum(map(size_of, paths)) / HASHED_A_SECOND)


def _allowed(one: Input, private: bool) -> Input:
    return replace(one, anywhere=private) if isinstance(one, Address) else one


def read(
    workers: Workers, network: Workers, inputs: Iterable[Input], published: Moment | None
) -> Iterator[list[Taken]]:
    """In the order given, in as few pieces as nobody has to wait for; what happens to a reader costs its file only."""
    return _gathered(_begun(workers, network, inputs, published))


def _begun(workers: Workers, network: Workers, inputs: Iterable[Input], published: Moment | None) -> Iterator[Begun]:
    """Inputs whose reading has begun; some more are begun before one is given out."""
    begun: deque[Begun] = deque()
    ahead = 0
    for one in inputs:
        if isinstance(one, Taken):
            begun.append((one, None, 0))
        elif isinstance(one, Address):
            begun.append((one, begin(network, workers, one, published), LARGEST))
        else:
            asked = workers.submit(take_any, one, published, seconds=seconds_for(one))
            begun.append((one, asked, size_of(one)))
        ahead += begun[-1][2]
        while len(begun) >= AHEAD or (begun and ahead > AHEAD_BYTES):
            ahead -= begun[0][2]
            yield begun.popleft()
    yield from begun


def _gathered(begun: Iterable[Begun]) -> Iterator[list[Taken]]:
    """What was read, stored together where it comes soon after one another."""
    gathered: list[Taken] = []
    size, end = 0, 0.0
    for one, asked, number in begun:
        full = len(gathered) >= TOGETHER or size + number > TOGETHER_BYTES
        if gathered and (full or not _comes_before(end, asked)):
            yield gathered
            gathered, size = [], 0
        gathered.append(_taken(one, asked))
        size += number
        end = end if len(gathered) > 1 else monotonic() + PATIENCE
    if gathered:
        yield gathered


def _comes_before(end: float, asked: Future[Any] | None) -> bool:
    """Whether an answer is there before some moment; waits for it until then."""
    left = end - monotonic()
    return left > 0 and (asked is None or bool(wait([asked], left).done))


def _taken(one: Input, asked: Future[Any] | None) -> Taken:
    if isinstance(one, Taken):
        return one
    assert asked is not None
    if isinstance(one, Address):
        taken: Taken = asked.result()
        return replace(taken, trouble=f"{taken.trouble} {ALLOW}") if taken.asks else taken
    trouble = asked.exception()
    return lost_to(one, trouble) if trouble else asked.result()


def _print(outcome: Outcome, json: bool) -> None:
    if json:
        told = {"path": outcome.path, "status": outcome.status, "events": outcome.events, "message": outcome.message}
        output.line(told)
    else:
        output.text(f"{outcome.status:<9} {named(outcome.name or outcome.path)}: {outcome.message}")

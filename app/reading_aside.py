"""Articles of a file with what is found in them, read in a worker process and handed over as they come.

For whoever keeps nothing: a table of a million articles is told article by article, and never all of it is in memory.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from time import monotonic

from app.fetching.address import Address
from app.importing import Found, Taken, list_inputs, lost_to, read, seconds_for
from app.reading.noted import Noted
from app.reading.source import named
from app.reading.walk import open_source
from app.workers import Workers
from storage.errors import CannotRead
from storage.model import Moment

TOGETHER = 50
"""So many articles are sent at once, unless they take longer than PATIENCE."""
PATIENCE = 0.2
NOT_HERE = (
    "“{address}” was not fetched: what is read without a library must be a file. Save the page in your browser, or put "
    "it into a library with “dateline import LIBRARY URL”."
)


@dataclass(frozen=True, slots=True)
class Told:
    """One article, where it came from, and if somebody asked for it how the rules saw each sentence."""

    found: Found
    path: str
    explained: tuple[str, ...] = ()


def read_aside(
    workers: Workers, given: str, published: Moment | None = None, explained: bool = False
) -> Iterator[Told | CannotRead]:
    """The articles of a file or of all files below a folder; what could not be read comes as its reason, in its place."""
    for one in list_inputs([given]):
        if isinstance(one, Taken):
            words = one.trouble if one.name in one.trouble else f"“{one.name}” was not read. {one.trouble}"
            yield Noted(words) if one.passed_over else CannotRead(words)
            continue
        if isinstance(one, Address):
            yield CannotRead(NOT_HERE.format(address=named(one.text)))
            continue
        assert isinstance(one, str)
        asked = workers.submit(_articles, one, published, explained, seconds=seconds_for(one))
        try:
            yield from chain.from_iterable(asked.parts())
        except CannotRead as reason:
            yield reason
        except Exception as trouble:  # noqa: BLE001 - the file is lost to it, and a mistake of ours is reported
            yield CannotRead(lost_to(one, trouble).trouble)


def _articles(path: str, published: Moment | None, explained: bool) -> Iterator[list[Told]]:
    """In the worker: some articles at a time."""
    source = open_source(Path(path))
    together: list[Told] = []
    began = monotonic()
    try:
        for found in read(source, published):
            together.append(Told(found, source.origin, _explained(found) if explained else ()))
            if len(together) >= TOGETHER or monotonic() - began > PATIENCE:
                yield together
                together, began = [], monotonic()
    except CannotRead as reason:
        yield together  # the good ones come before what was wrong
        raise reason
    yield together


def _explained(found: Found) -> tuple[str, ...]:
    from app.extraction.explain import explain

    article = found.article
    return tuple(explain(article.text, article.published, found.extraction.language or None))

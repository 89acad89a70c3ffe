"""From an input to articles with their events. No Qt, so that it runs in any process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from app.crash import report
from app.fetching.address import Address, is_address
from app.reading.noted import Noted
from app.reading.source import Source
from app.reading.walk import ARCHIVES, TABLES, PassedOver, files_of, no_articles, open_source, shown
from app.worker_process import allow, begin_part
from app.workers import LONGEST, TookTooLong, WorkerDied
from storage.errors import CannotRead
from storage.model import Article, Basis, Extraction, Moment, Published

HASHED = 200
"""So many files are hashed at once, to see whether they were read before."""
HASHED_A_SECOND = 20_000_000
"""Bytes."""

TABLE_BYTES_A_SECOND = 1_000_000
"""A table or an archive gets a second more for so many bytes, and each of its articles or files as much again."""

LETTERS_A_SECOND = 20_000
"""Finding events in a text may take a second for so many letters, beside the time for reading it."""
MOST_LETTERS = 5_000_000
"""So far events are looked for in one text: what is found in more of it would not fit into the memory of a worker."""

_WHY_LOST = {
    TookTooLong: "its reading took too long",
    WorkerDied: "its reader stopped in the middle",
    MemoryError: "its reading needed too much memory",
}
_OURS = "Dateline made a mistake with it, which its log describes"

_CERTAIN = (Basis.METADATA, Basis.DATELINE, Basis.URL, Basis.FILE_NAME)
"""What a publication date may rest on without being asked for, the surest first; a guess waits for the user."""


@dataclass(frozen=True, slots=True)
class Found:
    """An article as it was read, and everything that was found in its text."""

    article: Article
    extraction: Extraction


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one input: articles in their order, the bytes that they came from, and what went wrong, if anything."""

    path: str
    name: str
    found: tuple[Found, ...] = ()
    original: bytes = b""
    trouble: str = ""
    lost: bool = False
    """Whether a part of it could not be read, although articles were."""
    passed_over: bool = False
    """Whether it was in a folder among the articles without being one."""
    known: tuple[int, ...] = ()
    """The articles that the same bytes brought before, so that they were not read again."""
    asks: Address | None = None
    """The address as it would be fetched if the user allowed it."""


def load() -> None:
    """Load what reading takes, which is a second's work on a slow machine; nothing else here needs it."""
    from app.extraction import extract, publication  # noqa: F401
    from app.reading import read  # noqa: F401


def read_text(text: str, published: Published | None, language: str | None) -> Extraction:
    """Dates and events of a text, for whoever has not loaded how they are found."""
    from app.extraction.extract import extract

    return extract(text, published, language)


Given = str | Source | Address
"""A path or an address as the user gave it, or words that were pasted."""


def list_inputs(inputs: Sequence[Given]) -> list[Given | Taken]:
    """Every file in the inputs, folders walked; what cannot be opened comes with its reason. At least one for each."""
    return [one for given in inputs for one in _listed(given)]


def _listed(given: Given) -> Iterator[Given | Taken]:
    if not isinstance(given, str):
        yield given
        return
    if is_address(given):
        yield Address(given.strip())
        return
    name = shown(Path(given).name or given)
    found = list(files_of(Path(given)))
    if all(isinstance(one, PassedOver) for one in found):
        found.append(no_articles(Path(given)))
    for one in found:
        if isinstance(one, PassedOver):
            yield Taken(one.path, shown(Path(one.path).name), trouble=str(one), passed_over=True)
        else:
            yield Taken(given, name, trouble=str(one)) if isinstance(one, CannotRead) else str(one)


def lost(one: str | Source, why: str) -> Taken:
    """An input whose reading came to nothing, through no fault of its own that is known."""
    source = one if isinstance(one, Source) else Source(shown(Path(one).name), b"", one)
    what = "Split it into smaller files" if source.ending in TABLES + ARCHIVES else "Save its words as text"
    trouble = f"{source.shown} could not be read: {why}. {what} and try again."
    return Taken(source.origin, source.name, trouble=trouble)


def known_before(path: str, articles: tuple[int, ...]) -> Taken:
    """A file that need not be read, because the library has all articles that these bytes hold."""
    return Taken(shown(path), shown(Path(path).name), known=articles)


def lost_to(one: str | Source, trouble: BaseException) -> Taken:
    """An input lost to what happened to its reader; a mistake of ours is reported too."""
    why = next((words for kind, words in _WHY_LOST.items() if isinstance(trouble, kind)), "")
    if not why:
        report(trouble)
    return lost(one, why or _OURS)


def seconds_for(one: str | Source) -> float:
    """How long the reading of an input may take, and of each article or file in it."""
    source = one if isinstance(one, Source) else Source(Path(one).name, b"")
    if source.ending not in TABLES + ARCHIVES:
        return LONGEST
    return LONGEST + size_of(one) / TABLE_BYTES_A_SECOND


def size_of(one: str | Source) -> int:
    """Bytes of an input, 0 where they cannot be told."""
    try:
        return len(one.data) if isinstance(one, Source) else Path(one).stat().st_size
    except OSError:  # the reader will say what is the matter with it
        return 0


def take_any(one: str | Source, published: Moment | None = None) -> Taken:
    """What came of a file or of words that were dropped."""
    return take(one, published) if isinstance(one, Source) else take_file(one, published)


def take_file(path: str, published: Moment | None = None) -> Taken:
    """Read one file; whatever is wrong with it comes back as a sentence. Pure but for reading the file."""
    name = shown(Path(path).name)
    try:
        return take(open_source(Path(path)), published)
    except CannotRead as trouble:
        return Taken(path, name, trouble=str(trouble))


def take(source: Source, published: Moment | None = None) -> Taken:
    """Read what a source holds. A table with bad rows gives its good ones and the sentence about the others."""
    found: list[Found] = []
    trouble, lost = "", False
    try:
        for one in read(source, published):
            found.append(replace(one, extraction=replace(one.extraction, dates=())))  # no library keeps them
    except CannotRead as reason:
        trouble, lost = str(reason), not isinstance(reason, Noted)
    return Taken(source.origin, source.name, tuple(found), source.data if found else b"", trouble, lost)


def read(source: Source, published: Moment | None = None) -> Iterator[Found]:
    """The articles of a source with what is found in them, one by one; CannotRead as `read_source` raises it."""
    captured = datetime.now(UTC).isoformat(timespec="seconds")
    began = monotonic()
    load()
    allow(monotonic() - began)  # which is no fault of the file that comes first
    from app.reading.read import read_source

    long = False
    for article in read_source(source):
        yield found_in(replace(article, captured=captured), published)
        long = long or len(article.text) > MOST_LETTERS
        begin_part()
    if long:
        raise Noted(
            f"{source.shown} is very long: its words are all here, but events were looked for in the first "
            f"{MOST_LETTERS:,} letters only. Split it to find the others."
        )


def found_in(article: Article, published: Moment | None = None) -> Found:
    """Date an article and find its events; a day that a person names outweighs whatever the file says."""
    allow(len(article.text) / LETTERS_A_SECOND)
    article = dated(article, published)
    extraction = read_text(_beginning(article.text), article.published, article.language or None)
    return Found(replace(article, language=extraction.language), extraction)


def _beginning(text: str) -> str:
    """As much of a text as events are looked for in; it ends with a line where there are lines."""
    if len(text) <= MOST_LETTERS:
        return text
    end = text.rfind("\n", 0, MOST_LETTERS)
    return text[: end if end > 0 else MOST_LETTERS]


def dated(article: Article, published: Moment | None = None) -> Article:
    """The article with its publication date, where one is certain enough, and all other days that were possible."""
    from app.extraction.language import detect_language
    from app.extraction.publication import publication_candidates

    language = article.language or detect_language(article.text)
    known = [article.published] if article.published else []
    known += [*article.candidates, *publication_candidates(article.text, language)]
    if published:
        known.insert(0, Published(published, Basis.USER))
    order = (Basis.USER, *_CERTAIN)
    certain = sorted((one for one in known if one.basis in order), key=lambda one: order.index(one.basis))
    chosen = certain[0] if certain else None
    others: dict[int, Published] = {}
    for one in (*certain, *known):
        if chosen is None or one.day.day != chosen.day.day:
            others.setdefault(one.day.day, one)
    return replace(article, language=language, published=chosen, candidates=tuple(others.values()))


def counted(number: int, noun: str) -> str:
    """ "1 event", "2,000 events"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

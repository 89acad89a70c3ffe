"""A small library with two articles that tell of the same siege and differ, and a way to look at every row."""

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from storage.arrivals import Arrivals
from storage.change import add_articles
from storage.library import Library
from storage.model import (
    Alternative,
    Anchor,
    Article,
    Basis,
    Dating,
    Extraction,
    FoundEvent,
    Mention,
    Moment,
    Published,
    Span,
    Status,
    When,
)
from storage.steps import Step, change
from storage.when import lasting, on_day

FIRST = "🙂 Talks began in Astana on Friday. The siege of Aleppo went on. Envoys will meet next week."
SECOND = "The siege of Aleppo ended on 13 December 2016, rebels said. “Naïve,” said an observer."
ORIGINAL = b"%PDF the first one, as it came"

Snapshot = dict[str, list[tuple[Any, ...]]]


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def found(text: str, words: str, kind: str, when: When | None = None, date_words: str = "", **rest: Any) -> FoundEvent:
    other = (Alternative(on_day(17157), "if still to come"),) if date_words else ()
    anchor = Anchor(on_day(17152), Basis.METADATA)
    dating = Dating(date_words, span(text, date_words), "date", "why", anchor, other) if date_words else None
    status = rest.pop("status", Status.HAPPENED)
    return FoundEvent(kind, words, span(text, words), words, when, dating, status, **rest)


def first_extraction() -> Extraction:
    talks = found(FIRST, "Talks began in Astana", "talks", on_day(17151), "Friday", places=("Astana",), importance=0.75)
    siege = found(FIRST, "siege of Aleppo", "siege", lasting(Moment.of(2016, 11, 15), None), places=("Aleppo", "Syria"))
    meeting = found(FIRST, "Envoys will meet", "talks", None, "next week", status=Status.PLANNED, importance=0.25)
    return Extraction("en", (), (talks, siege, meeting))


def first_article() -> Article:
    published = Published(Moment.of(2016, 12, 17), Basis.METADATA)
    guess = Published(Moment.of(2016, 12, 18), Basis.GUESS, "on Friday")
    sha256 = hashlib.sha256(ORIGINAL).hexdigest()
    return Article(
        0, FIRST, "Talks in Astana", "The Wire", "A. B.", "https://x/1", "en", published, (guess,), sha256=sha256
    )


def fill(library: Library) -> None:
    """The two articles; the siege is reported by both, with different dates."""
    library.apply(
        add_articles([(first_article(), first_extraction())], library.new_ids()),
        Arrivals({hashlib.sha256(ORIGINAL).hexdigest(): ORIGINAL}),
    )
    attack = found(SECOND, "rebels said", "statement", on_day(17148), "13 December 2016")
    second = Article(0, SECOND, "Siege is over", "Café News", language="en")
    library.apply(add_articles([(second, Extraction("en", (), (attack,)))], library.new_ids()))
    events = {event.title: event for event in library.all_events()}
    articles = {row.title: row.id for row in library.article_rows()}
    ids = library.new_ids()
    where, words = span(SECOND, "siege of Aleppo"), "siege of Aleppo"
    again = Mention(next(ids), events["siege of Aleppo"].id, articles["Siege is over"], where, words, on_day(17148))
    library.apply(change("Merge two events", [Step(None, again)]))


def rows(library: Library) -> Snapshot:
    """Every row of every table that a change may touch."""
    tables = ("originals", "articles", "events", "mentions", "corrections", "event_places")
    return {table: sorted(library.db.execute(f"SELECT * FROM {table}").fetchall(), key=repr) for table in tables}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Aleppo 2016.dateline"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    made = Library.create(path)
    fill(made)
    yield made
    made.close()


@pytest.fixture
def snapshot() -> Callable[[Library], Snapshot]:
    return rows


@pytest.fixture
def powerless(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder in which this process may be nobody, because the superuser may write everywhere."""
    if sys.platform == "win32":
        pytest.skip("Windows has other permissions")
    started_as = os.getuid()
    with tempfile.TemporaryDirectory(prefix="dateline-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        state = folder / "state"
        state.mkdir()
        state.chmod(0o777)
        monkeypatch.setenv("XDG_STATE_HOME", str(state))
        yield folder
        if os.getuid() != started_as:
            os.setresuid(started_as, started_as, started_as)
        folder.chmod(0o755)


@pytest.fixture
def become_nobody() -> Callable[[], None]:
    def become() -> None:
        if os.getuid() == 0:
            os.setresuid(65534, 65534, 0)

    return become

"""A library made by hand, so that what is exported and printed does not depend on what extraction finds today."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import crash
from resources.themes import theme
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
    Moment,
    Precision,
    Published,
    Span,
    Status,
    When,
)
from storage.when import lasting, on_day
from tests.app.serving import Server, serving
from widgets.theme import apply_theme

FIRST = "🙂 Talks began in Astana on Friday, 16 December. The siege of Foua went on. Envoys will meet next week."
SECOND = "=2+2 was painted on the wall, <b>guards</b> said on 13 December 2016. The clock stood at 19:05 local time."
DECEMBER_16, DECEMBER_13 = on_day(Moment.of(2016, 12, 16).day), on_day(Moment.of(2016, 12, 13).day)
AT_SEVEN = Moment.of(2016, 12, 19, 19 * 60 + 5, 180)


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def found(text: str, words: str, kind: str, when: When | None = None, date_words: str = "", **rest: Any) -> FoundEvent:
    others = (Alternative(on_day(Moment.of(2016, 12, 23).day), "if still to come"),) if date_words == "Friday" else ()
    anchor = Anchor(on_day(Moment.of(2016, 12, 17).day), Basis.METADATA)
    dating = Dating(date_words, span(text, date_words), "date", f"“{date_words}” says it", anchor, others)
    title = rest.pop("title", words)
    status = rest.pop("status", Status.HAPPENED)
    return FoundEvent(kind, title, span(text, words), words, when, dating if date_words else None, status, **rest)


def articles() -> list[tuple[Article, Extraction]]:
    published = Published(Moment.of(2016, 12, 17), Basis.METADATA)
    first = Article(
        0, FIRST, "Talks in Astana", "The Wire", url="https://wire.example/1", language="en", published=published
    )
    talks = found(FIRST, "Talks began in Astana", "talks", DECEMBER_16, "Friday", places=("Astana",), importance=0.75)
    siege = found(FIRST, "siege of Foua", "siege", lasting(Moment.of(2015, 3, 1), None), places=("Foua", "Idlib"))
    meeting = found(FIRST, "Envoys will meet", "talks", None, "next week", status=Status.PLANNED, importance=0.25)
    second = Article(0, SECOND, "A wall; and, a clock", "Café News", url="javascript:alert(1)", language="en")
    wall = found(SECOND, "=2+2 was painted", "protest", DECEMBER_13, "13 December 2016", importance=0.5)
    clock = found(
        SECOND, "The clock stood", "attack", When(AT_SEVEN, AT_SEVEN, Precision.MINUTE), "19:05", title="<i>Clock</i>"
    )
    return [(first, Extraction("en", (), (talks, siege, meeting))), (second, Extraction("en", (), (wall, clock)))]


def fill(library: Library) -> None:
    """Five events from two articles; one has no date, one has an open end, one a clock time."""
    for article, extraction in articles():
        library.apply(add_articles([(article, extraction)], library.new_ids()))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A library that is closed."""
    made = Library.create(tmp_path / "Aleppo 2016.dateline")
    fill(made)
    made.close()
    return made.path


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    opened = Library.open(path)
    yield opened
    opened.close()


@pytest.fixture
def add_days() -> Callable[[Library, int], None]:
    """Adds an article with as many events, one a day."""

    def add(library: Library, count: int) -> None:
        text = " ".join(f"Shelling {number}." for number in range(count))
        kinds = ("attack", "talks", "siege", "other")
        day = Moment.of(2016, 1, 1).day
        events = [
            found(text, f"Shelling {number}.", kinds[number % 4], on_day(day + number)) for number in range(count)
        ]
        library.apply(
            add_articles([(Article(0, text, "Many days"), Extraction("en", (), tuple(events)))], library.new_ids())
        )

    return add


@pytest.fixture
def no_tellers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told of mistakes of ours, but for whom the test names."""
    monkeypatch.setattr(crash, "_tellers", [])


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a library that is closed, as a reader of the file sees it."""
    import sqlite3

    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        tables = ("articles", "events", "mentions", "corrections", "originals", "changes")
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in tables}
    finally:
        connection.close()


@pytest.fixture(name="dump")
def dump_fixture() -> Callable[[Path], dict[str, list[tuple[Any, ...]]]]:
    return dump


@pytest.fixture
def sha256() -> Callable[[bytes], str]:
    return lambda data: hashlib.sha256(data).hexdigest()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, log and documents of a user of this test alone."""
    made = tmp_path / "home"
    made.mkdir()
    for variable, folder in (("HOME", ""), ("XDG_CONFIG_HOME", ".config"), ("XDG_STATE_HOME", ".state")):
        monkeypatch.setenv(variable, str(made / folder))
    return made


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Callable[..., Any]]:
    from app.window import Window  # Qt, which most tests of this folder do without

    assert home.is_dir()
    made: list[Window] = []

    def open_one(path: Path | None = None) -> Any:
        apply_theme(qapp, theme("light"))
        window = Window()
        made.append(window)
        window.resize(1500, 950)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        window.add_timeline()
        if path is not None:
            window.take([str(path)])
        return window

    yield open_one
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def save_as(qtbot: QtBot) -> Callable[[Any, Path], Any]:
    """Exports what the window shows through its dialog, to a path whose ending names the format; gives the dialog."""

    def save(window: Any, path: Path) -> Any:
        window.commands.export()
        dialog = window.exporting.dialog
        dialog.file.fill(path, path.suffix)
        qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        return dialog

    return save


@pytest.fixture
def server() -> Iterator[Server]:
    """One that answers as it is told."""
    with serving() as made:
        yield made

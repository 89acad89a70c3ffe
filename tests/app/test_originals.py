"""Originals come back byte for byte, under a name that any system takes."""

import io
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.importing import take
from app.originals import Originals, name_of
from app.reading.source import Source
from app.session import Session
from app.storing import store
from storage.library import Library
from storage.model import Article
from widgets.notice import Notice

# The offscreen platform says so of what a real one can do: size hints, raising, grabbing.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = "Convoy hit\r\n\r\nRebels attacked the convoy near Idlib on 3 May 2017.\r\n".encode("utf-16")


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "Talks began in Geneva on 3 May 2017.")
        archive.writestr("b.txt", "Rebels attacked a convoy near Idlib on 4 May 2017.")
    return made.getvalue()


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    made = Notice()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def session(qapp: QApplication, path: Path) -> Session:
    made = Session(qapp)
    made.open(Library.open(path))
    yield made
    made.open(None)


@pytest.mark.parametrize("source", [Source("a.txt", TEXT), Source("two.zip", zipped())], ids=lambda one: one.name)
def test_every_article_of_a_file_gives_back_all_of_it(
    qtbot: QtBot, session: Session, notice: Notice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: Source
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert session.library
    outcome = store(session.library, take(source))
    for article in outcome.articles:
        path = tmp_path / f"{article}{Path(source.name).suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told, path=path: (str(path), ""))
        Originals(session, notice, window).save(article)
        assert path.read_bytes() == source.data
        assert "byte for byte" in notice.text()


def test_an_original_that_was_not_kept_is_told(
    qtbot: QtBot, session: Session, notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr("storage.originals.LARGEST", 5)
    assert session.library
    outcome = store(session.library, take(Source("a.txt", TEXT, path="/cases/a.txt")))
    Originals(session, notice, window).save(outcome.articles[0])
    assert "too large to be kept. It came from /cases/a.txt" in notice.text()


@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("/cases/all.zip/2016/a.txt", "2016/a.txt"),
        ("/cases/all.zip/rows.jsonl", "rows.jsonl/17"),
        ("/cases/all.zip/inner.zip/a.txt", "inner.zip/a.txt"),
    ],
)
def test_what_stood_in_an_archive_gives_back_the_archive(source: str, key: str) -> None:
    assert name_of(Article(1, "text", "Talks", source=source, key=key)) == "all.zip"


@pytest.mark.parametrize(
    ("source", "title", "name"),
    [
        ("/cases/Bericht (2).pdf", "Bericht", "Bericht (2).pdf"),
        ("C:\\cases\\a.docx", "A", "a.docx"),
        ("https://news.example/2016/12/talks.html?x=1", "Talks", "talks.html"),
        ("https://news.example/", "Talks: day one", "Talks day one.txt"),
        ("", "Are they? <b>Yes</b>", "Are they b Yes b .txt"),
        ("/cases/README", "Read me", "README"),
        ("", "...", "txt"),
    ],
)
def test_the_name_is_the_file_s_own_or_the_title(source: str, title: str, name: str) -> None:
    assert name_of(Article(1, "text", title, source=source)) == name


def test_a_page_without_a_name_gets_the_ending_of_what_it_is() -> None:
    for source, name in (
        ("https://news.example/talks/day-one", "day-one.html"),
        ("https://news.example/%D9%85%20x/", "م x.html"),
        ("https://news.example/", "Talks.html"),
    ):
        assert name_of(Article(1, "text", "Talks", source=source, reader="html 2")) == name

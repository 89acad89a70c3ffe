"""Pages that a browser saved in one file: the page with its address, and the day of saving as no more than a guess."""

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Basis
from tests.app.reading.documents import CONVOY, TALKS

ADDRESS = "https://courier.example/world/convoy"
HEAD = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: " + ADDRESS.encode() + b"\r\n"
    b"Date: Mon, 2 Jan 2017 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n'
)
PART = (
    b"------b\r\nContent-Type: %s\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: %s\r\n\r\n%s\r\n"
)


def saved(head: str = "") -> bytes:
    page = f"<!DOCTYPE html><html><head>{head}</head><body><p>{CONVOY}</p><p>{TALKS} Caf=C3=A9.</p></body></html>"
    style = PART % (b"text/css", b"https://courier.example/a.css", b"p {}")
    return HEAD + style + PART % (b"text/html", ADDRESS.encode(), page.encode()) + b"------b--\r\n"


@pytest.mark.parametrize("ending", [".mhtml", ".mht"])
def test_the_page_is_read_with_its_address(ending: str) -> None:
    (article,) = read_source(Source("a" + ending, saved(), "/pages/a" + ending))
    assert CONVOY in article.text
    assert "Café" in article.text
    assert article.url == ADDRESS
    assert article.source == "/pages/a" + ending
    assert article.published is None
    assert ("2017-01-02", Basis.GUESS) in [(one.day.iso(), one.basis) for one in article.candidates]


def test_the_day_in_the_page_outweighs_the_day_of_saving() -> None:
    (article,) = read_source(
        Source("a.mhtml", saved("<meta property=3D'article:published_time' content=3D'2016-12-17'>"))
    )
    assert article.published is not None
    assert article.published.day.iso() == "2016-12-17"


def test_a_file_without_a_page_says_so() -> None:
    with pytest.raises(CannotRead, match="holds no web page"):
        list(read_source(Source("a.mhtml", HEAD + b"------b--\r\n")))

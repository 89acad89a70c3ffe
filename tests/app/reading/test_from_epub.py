"""E-books are one article: all chapters in the order in which they are read."""

import pytest

from app.reading.noted import Noted
from app.reading.read import read_source
from app.reading.source import Source
from storage.model import Basis
from tests.app.reading.documents import CONVOY, TALKS, epub

CHAPTERS = {"b.xhtml": f"<h1>Two</h1><p>{TALKS}</p>", "a.xhtml": f"<h1>One</h1><p>{CONVOY}<br/>It&nbsp;ended.</p>"}
NAMES = (
    "<dc:title>The winter</dc:title><dc:creator>Jane Doe</dc:creator><dc:publisher>A house</dc:publisher>"
    '<dc:language>en</dc:language><dc:date event="modification">2020-01-01</dc:date><dc:date>2016-12-17</dc:date>'
)


def test_chapters_come_in_their_order_and_the_book_is_one_article() -> None:
    (article,) = read_source(Source("a.epub", epub(CHAPTERS, ("a.xhtml", "b.xhtml"), NAMES)))
    assert article.text.replace("\xa0", " ").split("\n\n") == ["One", CONVOY, "It ended.", "Two", TALKS]
    assert (article.title, article.author, article.publisher) == ("The winter", "Jane Doe", "A house")
    assert article.published is not None
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.METADATA)


def test_a_missing_chapter_is_told_and_the_others_are_read() -> None:
    data = epub(CHAPTERS, ("a.xhtml", "b.xhtml")).replace(b"OEBPS/b.xhtml", b"OEBPS/x.xhtml")
    found = read_source(Source("a.epub", data))
    assert CONVOY in next(found).text
    with pytest.raises(Noted, match="1 of the chapters"):
        next(found)

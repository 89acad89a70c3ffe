"""Word documents: words that are in force, rows of tables, notes, and what the document says of itself."""

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.model import Article, Basis
from tests.app.reading.documents import CONVOY, TALKS, docx, paragraph, table


def only(data: bytes, name: str = "a.docx") -> Article:
    (article,) = read_source(Source(name, data))
    return article


BODIES = {
    "paragraphs": (paragraph(CONVOY) + paragraph(TALKS), f"{CONVOY}\n\n{TALKS}"),
    "a table": (
        paragraph("Dead:") + table(("place", "dead"), ("Homs", "3")) + paragraph("End"),
        "Dead:\n\nplace\tdead\nHoms\t3\n\nEnd",
    ),
    "a table in a table": (
        f"<w:tbl><w:tr><w:tc>{paragraph('a')}{table(('b', 'c'))}</w:tc><w:tc>{paragraph('d')}</w:tc></w:tr></w:tbl>",
        "a b c\td",
    ),
    "runs are one word": (
        "<w:p><w:r><w:t>evacu</w:t></w:r><w:r><w:t xml:space='preserve'>ation </w:t></w:r><w:r><w:t>on</w:t></w:r></w:p>",
        "evacuation on",
    ),
    "breaks and tabs": ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>", "a\nb\tc"),
    "tab stops are no tabs": ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", "a"),
    "deleted words": (
        "<w:p><w:r><w:t>left </w:t></w:r><w:del><w:r><w:delText>Monday</w:delText><w:t>x</w:t></w:r></w:del>"
        "<w:ins><w:r><w:t>Friday</w:t></w:r></w:ins></w:p>",
        "left Friday",
    ),
    "fields": ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>on page 3</w:t></w:r></w:p>", "on page 3"),
    "a box that stands twice": (
        "<w:p><w:r><AlternateContent><Choice><w:p><w:r><w:t>box</w:t></w:r></w:p></Choice>"
        "<Fallback><w:p><w:r><w:t>box</w:t></w:r></w:p></Fallback></AlternateContent></w:r></w:p>",
        "box",
    ),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES)
def test_the_words_in_force_are_read(body: str, text: str) -> None:
    assert only(docx(body)).text == text


def test_notes_stand_behind_the_text() -> None:
    note = f"<w:footnote><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote>{paragraph(TALKS)}</w:footnote>"
    assert only(docx(paragraph(CONVOY), footnotes=note)).text == f"{CONVOY}\n\n{TALKS}"


def test_heads_are_read_only_where_the_body_has_no_words() -> None:
    assert only(docx(paragraph(CONVOY), header1=paragraph(TALKS))).text == CONVOY
    assert only(docx(paragraph(""), header1=paragraph(TALKS))).text == TALKS


def test_what_the_document_says_of_itself_is_taken_and_its_day_is_a_guess() -> None:
    core = (
        "<dc:title>Convoy leaves</dc:title><dc:creator>Jane Doe</dc:creator><dc:language>en-GB</dc:language>"
        "<dcterms:created>2016-12-17T10:00:00Z</dcterms:created><dcterms:modified>2020-01-01T10:00:00Z</dcterms:modified>"
    )
    article = only(docx(paragraph(CONVOY), core))
    assert (article.title, article.author, article.language) == ("Convoy leaves", "Jane Doe", "en")
    assert article.published is None
    assert [(one.day.iso(), one.basis) for one in article.candidates] == [("2016-12-17", Basis.GUESS)]


def test_it_is_known_by_what_is_in_it_whatever_its_name() -> None:
    for name in ("a.zip", "a.txt", "a", "a.doc"):
        assert only(docx(paragraph(CONVOY)), name).reader == "docx 1"

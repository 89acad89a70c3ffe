"""OpenDocument texts: words in force, rows of tables, notes behind the text, and the day they were begun as a guess."""

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis
from tests.app.reading.documents import CONVOY, TALKS, odt


def only(data: bytes) -> Article:
    (article,) = read_source(Source("a.odt", data))
    return article


BODIES = {
    "paragraphs and headings": (f"<t:h>Convoy</t:h><t:p>{CONVOY}</t:p>", f"Convoy\n\n{CONVOY}"),
    "spans, blanks and breaks": (
        "<t:p>a <t:span>b</t:span><t:s t:c='2'/>c<t:tab/>d<t:line-break/>e</t:p>",
        "a b  c\td\ne",
    ),
    "blanks without end": (f"<t:p>a<t:s t:c='{10**20}'/>b</t:p>", "a b"),
    "a table": (
        "<b:table><b:table-row><b:table-cell><t:p>a</t:p><t:p>b</t:p></b:table-cell><b:table-cell><t:p>c</t:p></b:table-cell>"
        "</b:table-row><b:table-row><b:table-cell><t:p>d</t:p></b:table-cell><b:table-cell/></b:table-row></b:table>",
        "a b\tc\nd",
    ),
    "a note": (
        f"<t:p>Left<t:note><t:note-citation>1</t:note-citation><t:note-body><t:p>{TALKS}</t:p></t:note-body></t:note>.</t:p>"
        f"<t:p>{CONVOY}</t:p>",
        f"Left.\n\n{CONVOY}\n\n{TALKS}",
    ),
    "deleted words and remarks": (
        "<t:tracked-changes><t:p>gone</t:p></t:tracked-changes><t:p>left<o:annotation><t:p>Why?</t:p></o:annotation></t:p>",
        "left",
    ),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES)
def test_the_words_in_force_are_read(body: str, text: str) -> None:
    assert only(odt(body)).text == text


def test_the_day_of_the_beginning_is_a_guess_and_the_day_of_change_is_nothing() -> None:
    meta = (
        "<dc:title>Convoy leaves</dc:title><meta:initial-creator>Jane Doe</meta:initial-creator>"
        "<meta:creation-date>2016-12-17T10:00:00.12</meta:creation-date><dc:date>2020-01-01T10:00:00</dc:date>"
    )
    article = only(odt(f"<t:p>{CONVOY}</t:p>", meta))
    assert (article.title, article.author) == ("Convoy leaves", "Jane Doe")
    assert [(one.day.iso(), one.basis) for one in article.candidates] == [("2016-12-17", Basis.GUESS)]
    assert article.published is None


def test_a_locked_document_says_so() -> None:
    with pytest.raises(CannotRead, match="locked with a password"):
        only(odt("", manifest="<encryption-data/>"))

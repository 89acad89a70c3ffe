"""Rich text: letters of all alphabets however they are written, rows of tables, notes, and nothing of its machinery."""

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis


def only(body: bytes) -> Article:
    (article,) = read_source(Source("a.rtf", b"{\\rtf1\\ansi\\ansicpg1252 " + body + b"}"))
    return article


BODIES = {
    "paragraphs": (rb"The convoy left.\par It came.\line Late.", "The convoy left.\n\nIt came.\nLate."),
    "line ends of the file are no words": (b"evacu\r\nation", "evacuation"),
    "signs": (rb"\{a\} b\\c \ldblquote d\rdblquote  e\~f\_g", "{a} b\\c “d” e\xa0f-g"),
    "bytes of the document's alphabet": (rb"Sa\'edda", "Saída"),
    "bytes of a font's alphabet": (
        rb"{\fonttbl{\f0 Arial;}{\f1\fcharset204 Arial;}}{\f1 \'cc\'e8\'f0} and",
        "Мир and",
    ),
    "letters of two bytes": (rb"{\fonttbl{\f1\fcharset128 Gothic;}}\f1 \'8d\'91", "国"),
    "letters by number": (rb"\u1052?\u1080?\u1088\'3f!", "Мир!"),
    "several letters for one": (rb"\uc2\u1052ab\uc0\u1080 x", "Миx"),
    "an emoji in halves": (rb"a \u-10179?\u-8704?", "a 😀"),
    "a table": (rb"\trowd\intbl a\cell b\cell\row\intbl c\par d\cell e\cell\row\pard f", "a\tb\nc d\te\nf"),
    "a note": (rb"Left{\footnote \chftn A note.}.\par It came.", "Left.\n\nIt came.\n\nA note."),
    "what nobody sees": (
        rb"{\*\generator x;}{\stylesheet{\s1 Style;}}{\pict\pngblip 00ff}{\v gone}{\deleted gone}a",
        "a",
    ),
    "a link": (rb'{\field{\*\fldinst HYPERLINK "http://x.example"}{\fldrslt the report}}', "the report"),
    "raw bytes": (b"a{\\pict\\bin5 }}}}}}b", "ab"),
    "a box": (rb"a{\*\shpinst\shptop1{\sp{\sn x}{\sv 1}}{\shptxt b\par}}", "a\n\nb"),
}


@pytest.mark.parametrize(("body", "text"), BODIES.values(), ids=BODIES)
def test_words_are_read(body: bytes, text: str) -> None:
    assert only(body).text == text


def test_what_the_document_says_of_itself_is_taken_and_its_day_is_a_guess() -> None:
    about = rb"{\info{\title Convoy leaves}{\author Jane Doe}{\creatim\yr2016\mo12\dy17\hr9}{\revtim\yr2020\mo1\dy1}}"
    article = only(about + b"It left.")
    assert (article.title, article.author, article.text) == ("Convoy leaves", "Jane Doe", "It left.")
    assert [(one.day.iso(), one.basis) for one in article.candidates] == [("2016-12-17", Basis.GUESS)]


HOSTILE = {
    "nested without end": b"{" * 100_000,
    "braces that close too often": b"a}}}}}}b",
    "numbers without end": rb"\bin99999999999 a\u99999999999 b\uc99999 c\u1?" + b"x" * 10,
    "cut off": rb"The convoy left\'4",
    "an alphabet that nobody knows": rb"\ansicpg99999 a\'e9",
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_hostile_ones_give_words_or_a_sentence(body: bytes) -> None:
    told = ""
    try:
        told = only(body).text
    except CannotRead as trouble:
        told = str(trouble)
    assert told

"""PDFs: paragraphs in reading order without what repeats on each page, and a sentence where there are no words."""

import pytest

from app.reading import from_pdf
from app.reading.noted import Noted
from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis
from tests.app.reading.documents import CONVOY, TALKS, column, pdf


def only(data: bytes) -> Article:
    (article,) = read_source(Source("a.pdf", data))
    return article


PARAGRAPH = (
    "A convoy of buses carried people out of the eastern districts of the city,",
    "the Red Cross said in the evening, after a day of waiting in the cold that",
    "nobody had expected.",
)
SECOND = ("Diplomats of three countries met in Astana to speak of a lasting ceasefire",)


def test_lines_are_joined_and_paragraphs_stay_apart() -> None:
    text = only(pdf([column(50, 700, *PARAGRAPH, *SECOND)])).text
    assert text == f"{' '.join(PARAGRAPH)}\n\n{SECOND[0]}"


def test_a_gap_and_an_indent_begin_a_paragraph() -> None:
    lines = column(50, 700, *PARAGRAPH[:2])
    gap = only(pdf([[*lines, (50, 650, "The talks went on all day.")]])).text
    assert gap.split("\n\n") == [" ".join(PARAGRAPH[:2]), "The talks went on all day."]
    further = (70.0, 676.0, "The talks went on all day and all night in the hotel,")
    indent = only(pdf([[*lines, further, (50, 664, "and nobody left it before morning came over the city.")]])).text
    assert indent.split("\n\n")[1].startswith("The talks went on")


HYPHENS = {
    "a word is made whole": ("The evacu-", "ation of the city went on", "The evacuation of the city went on"),
    "a hyphen that is elsewhere stays": (
        "Watched by human-rights groups and other human-",
        "rights workers in the city on Friday",
        "Watched by human-rights groups and other human-rights workers in the city on Friday",
    ),
    "a name keeps its hyphen": ("He met Al-", "Assad in the palace", "He met Al-Assad in the palace"),
}


@pytest.mark.parametrize(("first", "second", "whole"), HYPHENS.values(), ids=HYPHENS)
def test_words_that_end_a_line_with_a_hyphen(first: str, second: str, whole: str) -> None:
    assert only(pdf([column(50, 700, first, second)])).text == whole


LEFT = [f"left {number} words of a first column here" for number in range(8)]
RIGHT = [f"right {number} words of a second column here" for number in range(8)]


@pytest.mark.parametrize("by_rows", [True, False])
def test_two_columns_are_read_one_after_the_other(by_rows: bool) -> None:
    left, right = column(50, 700, *LEFT), column(320, 700, *RIGHT)
    words = [one for pair in zip(left, right, strict=True) for one in pair] if by_rows else [*left, *right]
    text = only(pdf([[(50, 740, "A headline over the whole width of the page, from left to right edge"), *words]])).text
    assert text.index("left 7") < text.index("right 0")
    assert text.startswith("A headline")


def test_cells_of_a_table_stay_in_their_row() -> None:
    rows = [(f"place {number}", f"{number} dead") for number in range(8)]
    words = [
        (x, 700 - 12 * number, cell) for number, row in enumerate(rows) for x, cell in zip((50, 320), row, strict=True)
    ]
    assert "place 3\t3 dead" in only(pdf([words])).text


def test_what_repeats_on_all_pages_is_left_out() -> None:
    places = ("Aleppo", "Homs", "Idlib", "Raqqa")
    pages = [
        [(50, 780, "Annual report 2016"), *column(50, 700, f"In {place} the truce held."), (300, 20, f"Page {number}")]
        for number, place in enumerate(places, 1)
    ]
    text = only(pdf(pages)).text
    assert text.split("\n\n") == [f"In {place} the truce held." for place in places]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    assert only(pdf([[(50, 40, "The convoy left the city")], [(50, 700, "on Friday, the army said.")]])).text == (
        "The convoy left the city on Friday, the army said."
    )


def test_the_day_of_making_is_a_guess_and_the_day_of_change_is_nothing() -> None:
    info = "/Title (Convoy leaves Aleppo) /Author (Jane Doe) /CreationDate (D:20161217093000) /ModDate (D:20200101)"
    article = only(pdf([[(50, 700, CONVOY)]], info))
    assert (article.title, article.author) == ("Convoy leaves Aleppo", "Jane Doe")
    assert article.published is None
    assert [(one.day.iso(), one.basis) for one in article.candidates] == [("2016-12-17", Basis.GUESS)]


def test_a_title_that_a_program_made_up_is_none() -> None:
    assert only(pdf([[(50, 700, CONVOY)]], "/Title (Microsoft Word - note.doc)")).title == "a"


def test_pages_without_text_are_told() -> None:
    found = read_source(Source("a.pdf", pdf([[(50, 700, CONVOY)], [], [(50, 700, TALKS)]])))
    assert next(found).text == f"{CONVOY}\n\n{TALKS}"
    with pytest.raises(Noted, match=r"Page 2 of “a.pdf” has no text, only pictures"):
        next(found)


def test_pages_read_in_time_are_kept_and_the_others_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(from_pdf, "SECONDS", -1.0)
    found = from_pdf.read(Source("a.pdf", pdf([[(50, 700, CONVOY)], [(50, 700, TALKS)]])))
    assert next(found).text == CONVOY
    with pytest.raises(Noted, match="the first 1 of its 2 pages were read"):
        next(found)


SOUND = pdf([[(50, 700, CONVOY)]])
LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>] /Root"
SENTENCES = {
    "a scan": (pdf([[], []]), "has no text: its pages are pictures, as in a scan"),
    "no pages": (pdf([]), "“a.pdf”"),
    "cut off": (SOUND[:60], "is damaged, or only a part of it is here"),
    "not one": (b"%PDF-1.4\nwords", "is damaged"),
    "locked": (SOUND.replace(b"/Root", LOCK % (b"41" * 32, b"42" * 32)), "is locked with a password"),
}


@pytest.mark.parametrize(("data", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_what_has_no_words_says_why(data: bytes, sentence: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        only(data)
    assert sentence in str(trouble.value)


def test_pages_that_hold_themselves_end() -> None:
    found = read_source(Source("a.pdf", pdf([[(50, 700, CONVOY)]], tree="2 0 R")))
    assert next(found).text == CONVOY

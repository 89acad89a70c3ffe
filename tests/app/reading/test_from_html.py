"""Web pages: the body without its furniture, nothing of it lost, and what the page says of itself."""

import pytest

from app.reading.noted import Noted
from app.reading.read import read_source
from app.reading.source import Source
from storage.model import Article, Basis, Moment, Published

PARAGRAPHS = [
    "A convoy of buses carried people out of the eastern districts on Friday, the Red Cross said in the evening.",
    "The operation had begun on Thursday after a ceasefire, and was halted for six hours when shots were fired.",
    "“We waited in the cold,” said a teacher who had reached Rashidin with her three children in the night.",
    "The Security Council is to vote on Monday on sending observers, according to diplomats from three countries.",
]
BODY = "".join(f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
MENU = "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Sport</a></li></ul></nav>"


def page(head: str = "", body: str = BODY, top: str = "<html lang='en-GB'>") -> bytes:
    heading = "<h1>Convoy leaves eastern Aleppo</h1>"
    return (
        f"<!DOCTYPE html>{top}<head>{head}</head><body>{MENU}<article>{heading}{body}</article></body></html>".encode()
    )


def only(data: bytes, url: str = "") -> Article:
    article, noted = with_note(data, url)
    assert not noted
    return article


def with_note(data: bytes, url: str = "") -> tuple[Article, str]:
    """The article, and what is said of it."""
    articles: list[Article] = []
    noted = ""
    try:
        articles += read_source(Source("page.html", data, url=url))
    except Noted as note:
        noted = str(note)
    (article,) = articles
    return article, noted


def test_the_body_is_all_paragraphs_and_no_menu() -> None:
    text = only(page()).text
    for paragraph in PARAGRAPHS:
        assert paragraph in text.split("\n")
    assert "Sport" not in text


def test_what_the_page_says_of_itself_is_taken() -> None:
    head = """<title>Convoy leaves eastern Aleppo - The Courier</title>
        <meta property='og:title' content='Convoy leaves eastern Aleppo'>
        <meta property='og:site_name' content='The Courier'>
        <meta name='author' content='Jane Doe'>
        <link rel='canonical' href='https://courier.example/world/convoy'>
        <meta property='article:published_time' content='2016-12-17T09:30:00+00:00'>"""
    article = only(page(head))
    assert article.title == "Convoy leaves eastern Aleppo"
    assert article.publisher == "The Courier"
    assert article.author == "Jane Doe"
    assert article.url == "https://courier.example/world/convoy"
    assert article.language == "en"
    assert article.reader == "html 2"
    assert article.published is not None
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.METADATA)


AUTHORS = {
    "Jane Doe": "Jane Doe",
    "Jane Doe, John Roe": "Jane Doe; John Roe",
    "admin": "",
    "The Courier": "",
    "Jane Doe, The-Courier": "Jane Doe",
    "www.courier.example": "",
    "May Unger": "May Unger",
}


@pytest.mark.parametrize(("told", "author"), AUTHORS.items())
def test_authors_are_people(told: str, author: str) -> None:
    head = f"<meta property='og:site_name' content='The Courier'><meta name='author' content='{told}'>"
    assert only(page(head)).author == author


LD = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2016-12-17T10:00:00Z"}</script>'
DATES = {
    "meta": ("<meta property='article:published_time' content='2016-12-17T23:30:00+03:00'>", BODY, "2016-12-17"),
    "JSON-LD in the head": (LD, BODY, "2016-12-17"),
    "JSON-LD in the body": ("", BODY + LD, "2016-12-17"),
    "a time marked as publication": ("", "<time pubdate datetime='2016-12-17T10:00'>17/12</time>" + BODY, "2016-12-17"),
    "the only time": ("", "<time datetime='2016-12-17'>Saturday</time>" + BODY, "2016-12-17"),
    "times that differ": (
        "",
        "<time datetime='2016-12-17'>a</time><time datetime='2016-12-18'>b</time>" + BODY,
        "2016-12-17",
    ),
    "the day of a picture": ("<meta property='og:image' content='https://x.example/2015/03/04/p.jpg'>", BODY, None),
    "nothing": ("", BODY, None),
}


@pytest.mark.parametrize(("head", "body", "day"), DATES.values(), ids=DATES)
def test_the_day_of_publication_is_that_of_the_metadata(head: str, body: str, day: str | None) -> None:
    published = only(page(head, body)).published
    assert (published and published.day.iso()) == day


def test_the_address_and_the_words_give_candidates() -> None:
    by_address = only(page(), url="https://courier.example/2016/12/17/convoy").candidates
    by_words = only(
        page(body="<p>All of it began, as people say here, on 17 December 2016 at noon.</p>" + BODY)
    ).candidates
    assert [(day.day.iso(), day.basis) for day in by_address] == [("2016-12-17", Basis.URL)]
    assert [(day.day.iso(), day.basis) for day in by_words] == [("2016-12-17", Basis.GUESS)]


def test_a_body_that_extraction_loses_is_taken_from_the_paragraphs() -> None:
    hidden = "".join(f"<div class='comments-{n}' id='related'><p>{text}</p></div>" for n, text in enumerate(PARAGRAPHS))
    article = only(page(body="<p>A short line that stands at the beginning of the page, and no more.</p>" + hidden))
    for paragraph in PARAGRAPHS:
        assert paragraph in article.text


def test_a_page_without_paragraphs_keeps_its_words() -> None:
    article = only(b"<html><body><div>It left on Friday.<br>It came<b> back</b>.</div><script>x</script></body></html>")
    assert article.text.split("\n") == ["It left on Friday.", "It came back."]


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("windows-1256", "غادرت القافلة حلب يوم الجمعة"), ("windows-1251", "Колонна ушла"), ("utf-8", "Évacuée")],
)
@pytest.mark.parametrize(
    "declaration", ["<meta charset='{}'>", "<meta http-equiv=Content-Type content='text/html; charset={}'>"]
)
def test_the_encoding_that_a_page_names_is_used(encoding: str, words: str, declaration: str) -> None:
    data = f"<html><head>{declaration.format(encoding)}</head><body><p>{words}</p></body></html>".encode(encoding)
    assert only(data).text == words


def test_an_xhtml_page_with_a_declaration_is_read() -> None:
    data = page(top="<html xmlns='http://www.w3.org/1999/xhtml' lang='fr'>")
    assert only(b'<?xml version="1.0" encoding="UTF-8"?>\n' + data).language == "fr"


DEEP = 20_000
HOSTILE = {
    "deep nest": b"<html><body>" + b"<div>" * DEEP + b"<p>It left on Friday.</p>",
    "deep inline nest": b"<html><body><p>It left on Friday." + b"<b>" * DEEP,
    "unclosed all": b"<html><body><table><tr><td><p>It left on Friday.<td><table>",
    "zeros": b"<html><body><p>It left\x00 on Friday.</p></body></html>",
    "entities": b"<!DOCTYPE html [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><html><body><p>It left on Friday. &b;</p>",
    "a file in an entity": b"<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><p>It left on Friday. &x;</p>",
    "a bad day": page("<meta name='date' content='2016-99-99'><script type='application/ld+json'>{</script>"),
    "huge numbers": page("<meta name='date' content='" + "9" * 5000 + "'>"),
    "a base and addresses": page("<base href='http://192.0.2.1/'><link rel='canonical' href='http://[bad'>"),
    "surrogates": page(body="<p>It left &#xD83D; on Friday, and the rest of the convoy waited for the night.</p>"),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_is_read_as_far_as_it_goes(data: bytes) -> None:
    article, _ = with_note(data)
    assert "Friday" in article.text
    assert "root:" not in article.text
    article.text.encode("utf-8")


@pytest.mark.parametrize("depth", [1000, 100_000])
def test_a_page_nested_deeper_than_a_tree_loses_no_word_and_keeps_no_menu(depth: int) -> None:
    first, second, third, last = PARAGRAPHS
    deep = "<div>" * depth + f"<p>{second}</p><h2>In the night</h2><p>{third}</p>" + "</div>" * depth
    article, noted = with_note(page(body=f"<p>{first}</p>{deep}<p>{last}</p>"))
    assert article.text.split("\n\n") == [first, second, "In the night", third, last]
    assert "nested too deep" in noted


def test_a_few_words_that_a_tree_loses_are_enough_to_do_without_it() -> None:
    long = BODY * 40
    article, noted = with_note(
        page(body=long + "<div>" * 300 + "<p>It was the first such convoy in two years and a half, she said.</p>")
    )
    assert "the first such convoy" in article.text
    assert noted


def test_a_date_in_the_words_of_an_old_page_is_kept_with_its_basis() -> None:
    day = only(page(body="<p>Aleppo, 4 March 2003</p>" + BODY)).published
    assert day == Published(Moment.of(2003, 3, 4), Basis.DATELINE, "4 March 2003")

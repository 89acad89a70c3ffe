"""Files of every sort become articles or one clear sentence."""

import hashlib
import pickle

import pytest

from app.reading.look import is_html
from app.reading.read import FORMATS, READERS, can_read, format_names, read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis

TEXT = "Convoy leaves eastern Aleppo\n\nThe evacuation went on on Friday.\nBuses left at noon.\n"


def only(source: Source) -> Article:
    (article,) = read_source(source)
    return article


def test_a_text_file_becomes_an_article() -> None:
    source = Source("2016-12-17-convoy.txt", TEXT.encode(), path="/articles/2016-12-17-convoy.txt")
    article = only(source)
    assert article.id == 0
    assert article.text == TEXT.rstrip()
    assert article.title == "Convoy leaves eastern Aleppo"
    assert article.sha256 == hashlib.sha256(source.data).hexdigest()
    assert article.source == source.path
    assert article.reader == "txt 1"
    assert article.published is None
    assert [(day.day.iso(), day.basis, day.words) for day in article.candidates] == [
        ("2016-12-17", Basis.FILE_NAME, "2016-12-17")
    ]


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HOSTILE = {
    "empty": (Source("a.txt", b""), "“a.txt” is empty"),
    "blank": (Source("a.txt", b" \r\n\t\n"), "“a.txt” is empty"),
    "only marks": (Source("a.txt", "— …\u00ad\n".encode()), "“a.txt” has no words"),
    "broken PDF under a false name": (Source("a.txt", b"%PDF-1.7\n%\xe2\xe3\n1 0 obj"), "“a.txt” is damaged"),
    "old Word": (Source("a.txt", OLD + "WordDocument".encode("utf-16-le")), "is damaged, or only a part"),
    "Outlook's mail": (Source("a.msg", OLD + "__substg1.0_".encode("utf-16-le")), "is damaged, or only a part"),
    "locked Word": (Source("a.docx", OLD + "EncryptedPackage".encode("utf-16-le")), "locked with a password"),
    "noise as old Word": (Source("a.doc", bytes(range(256)) * 20), "“a.doc” is not text"),
    "picture under a false name": (Source("a.md", b"\x89PNG\r\n\x1a\n\x00\x00"), "is a PNG picture, whatever its name"),
    "zip under a false name": (Source("a.html", b"PK\x03\x04\x14\x00"), "“a.html” is damaged"),
    "film under a false name": (Source("a.txt", b"\x00\x00\x00\x20ftypisom"), "is a film"),
    "a picture": (
        Source("a.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        "“a.png” is a PNG picture, which Dateline does not read",
    ),
    "noise that was pasted": (Source("", bytes(range(256)) * 20), "The text is not text"),
    "zeros and noise": (Source("a.txt", bytes(range(256)) * 20), "“a.txt” is not text"),
    "noise as a page": (Source("a.html", b"<html>" + bytes(range(32)) * 100), "“a.html” is not a web page"),
    "unknown ending": (Source("a.xyz", b"words"), "does not read files like “a.xyz”"),
    "page without words": (Source("a.html", b"<html><body><script>x()</script></body></html>"), "has no words"),
    "page of one comment": (Source("a.html", b"<!-- nothing -->"), "“a.html”"),
}


@pytest.mark.parametrize(("source", "sentence"), HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_said_in_one_clear_sentence(source: Source, sentence: str) -> None:
    with pytest.raises(CannotRead) as trouble:
        list(read_source(source))
    said = str(trouble.value)
    assert sentence in said
    assert not any(word in said for word in ("Error", "Exception", "None", "Traceback", "codec"))


def test_a_web_page_is_known_by_its_bytes_even_as_text() -> None:
    page = (
        b"<!DOCTYPE html><html lang=en><body><p>The evacuation went on on Friday, the Red Cross said.</p></body></html>"
    )
    assert only(Source("page.txt", page)).reader == "html 2"
    assert only(Source("page", page)).reader == "html 2"


def test_a_file_without_an_ending_is_read_as_text() -> None:
    assert only(Source("README", TEXT.encode())).reader == "txt 1"


def test_text_that_is_named_as_a_document_is_read_all_the_same() -> None:
    assert only(Source("a.doc", TEXT.encode())).reader == "txt 1"


def test_pasted_text_is_titled_by_its_headline_or_its_first_words() -> None:
    assert only(Source("", TEXT.encode())).title == "Convoy leaves eastern Aleppo"
    assert only(Source("", b"On Friday it left.")).title == "On Friday it left."


def test_every_format_has_a_name_for_people_and_its_own_endings() -> None:
    assert format_names()[:3] == ("text", "Markdown", "web pages")
    assert set(format_names()) == {one.name for one in FORMATS}
    assert len(set(format_names())) == len(format_names())
    assert len(READERS) == sum(len(one.endings) for one in FORMATS)


PAGES = {
    b"<!DOCTYPE html><p>": True,
    b"\xef\xbb\xbf \n<html lang=en>": True,
    b'<?xml version="1.0"?>\n<!-- a --><!---->\n<HTML>': True,
    b"<!-- a <html> -->words": False,
    b"<!-- never closed <html>": False,
    b"<b>bold</b> words": False,
    b"<htmlish>": False,
    b"<!---->" * 500 + b"x": False,
    b"<!---->" * 500 + b"<html>": True,
}


@pytest.mark.parametrize(("data", "page"), PAGES.items())
def test_a_page_is_known_by_its_beginning(data: bytes, page: bool) -> None:
    assert is_html(data) == page


def test_endings_are_known_in_capitals_too() -> None:
    assert can_read("A.TXT")
    assert can_read("notes")
    assert not can_read("film.mp4")
    assert only(Source("A.TXT", TEXT.encode())).reader == "txt 1"


@pytest.mark.parametrize("ending", READERS)
def test_every_reader_can_be_sent_to_another_process(ending: str) -> None:
    assert pickle.loads(pickle.dumps(READERS[ending].read)) is READERS[ending].read


def test_sources_and_articles_can_be_sent_to_another_process() -> None:
    source = Source("a.txt", TEXT.encode(), url="https://example.org/2016/12/17/a")
    assert pickle.loads(pickle.dumps(source)) == source
    assert pickle.loads(pickle.dumps(only(source))) == only(source)


def test_notes_on_top_of_markdown_are_facts_not_text() -> None:
    notes = b"---\ntitle: 'Convoy leaves'\ndate: 2016-12-17T10:00:00Z\nlang: en-GB\n---\n"
    article = only(Source("a.md", notes + b"# Heading\n\nThe convoy left on Friday.\n"))
    assert article.title == "Convoy leaves"
    assert article.language == "en"
    assert article.published is not None
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.METADATA)
    assert article.text == "Heading\n\nThe convoy left on Friday."


def test_a_rule_that_never_closes_is_text() -> None:
    article = only(Source("a.md", b"---\nThe convoy left on Friday: all of it.\n"))
    assert article.text == "The convoy left on Friday: all of it."

"""Documents of old Word and mails of Outlook: their words, and a sentence where there are none to be had."""

import random

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis
from tests.app.reading.documents import CONVOY, TALKS, doc, msg, streams


def read(data: bytes, name: str) -> tuple[list[Article], str]:
    found: list[Article] = []
    try:
        for article in read_source(Source(name, data)):
            found.append(article)
    except CannotRead as trouble:
        return found, str(trouble)
    return found, ""


TEXTS = {
    "paragraphs": (f"{CONVOY}\r{TALKS}\r", f"{CONVOY}\n\n{TALKS}"),
    "a table": ("place\x07dead\x07\x07Homs\x073\x07\x07", "place\tdead\nHoms\t3"),
    "a field": ('See \x13 HYPERLINK "http://x.example" \x14the report\x15.\r', "See the report."),
    "a field in a field": ("On \x13 IF \x13 DATE \x14x\x15 \x14Friday\x15.\r", "On Friday."),
    "line breaks and hyphens": ("evacu\x1fation\x0bhuman\x1erights\r", "evacuation\nhuman-rights"),
    "pictures and notes leave no mark": ("Left\x02 \x01\x08it.\r", "Left it."),
    "other alphabets": ("Конвой выехал\r", "Конвой выехал"),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_the_words_of_old_word_are_read(text: str, expected: str) -> None:
    (article,), trouble = read(doc(text), "a.doc")
    assert article.text == expected
    assert article.reader == "doc 1"
    assert not trouble


def test_notes_stand_behind_the_text() -> None:
    (article,), _ = read(doc(f"{CONVOY}\r", f"\x02 {TALKS}\r"), "a.doc")
    assert article.text == f"{CONVOY}\n\n{TALKS}"


SENTENCES = {
    "a locked one": (doc(CONVOY, flags=0x0100), "is locked with a password"),
    "an empty one": (doc(""), "has no words"),
    "an older one": (streams({"WordDocument": b"\xdc\xa5e\x00"}), "written by a Word older than 1997"),
    "cut off": (doc(CONVOY)[:600], "“a.doc”"),
    "only its beginning": (doc(CONVOY)[:40], "is damaged"),
}


@pytest.mark.parametrize(("data", "sentence"), SENTENCES.values(), ids=SENTENCES)
def test_what_has_no_words_says_why(data: bytes, sentence: str) -> None:
    articles, trouble = read(data, "a.doc")
    assert not articles
    assert sentence in trouble


SENT = 131264406000000000
"""17 December 2016, 7.30 in the morning."""
MAIL = {"0037": "Convoy leaves Aleppo", "0C1A": "Jane Doe", "1000": CONVOY}


def test_a_mail_of_outlook_is_an_article_of_its_day_with_what_is_attached() -> None:
    (first, second), trouble = read(msg(MAIL, {"a.txt": TALKS.encode(), "b.png": b"\x89PNG"}, SENT), "a.msg")
    assert (first.text, first.title, first.author) == (CONVOY, "Convoy leaves Aleppo", "Jane Doe")
    assert first.published is not None
    assert (first.published.day.iso(), first.published.basis) == ("2016-12-17", Basis.METADATA)
    assert (second.text, second.key) == (TALKS, "a.txt")
    assert second.sha256 == first.sha256
    assert not trouble


def test_something_attached_that_is_no_text_is_told() -> None:
    (article,), trouble = read(msg(MAIL, {"run.exe": b"MZ"}), "a.msg")
    assert article.text == CONVOY
    assert "“run.exe”, attached to “a.msg”, is no text" in trouble


def test_a_mail_passed_on_in_a_mail_is_an_article_too() -> None:
    place = "__attach_version1.0_#00000000/__substg1.0_3701000D"
    inner = {
        f"{place}/__substg1.0_{name}001F": text.encode("utf-16-le") for name, text in (MAIL | {"1000": TALKS}).items()
    }
    words = {f"__substg1.0_{name}001F": text.encode("utf-16-le") for name, text in MAIL.items()}
    articles, _ = read(streams({**words, **inner}), "a.msg")
    assert [one.text for one in articles] == [CONVOY, TALKS]


@pytest.mark.parametrize("seed", range(40))
def test_damaged_ones_give_articles_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    whole = doc(f"{CONVOY}\r{TALKS}", TALKS) if seed % 2 else msg(MAIL, {"a.txt": TALKS.encode()}, SENT)
    data = bytearray(whole)
    for _ in range(chance.randint(1, 30)):
        place = chance.choice((chance.randrange(512), chance.randrange(len(data)), len(data) - chance.randint(1, 1500)))
        data[place] = chance.randrange(256)
    articles, trouble = read(bytes(data[: chance.choice((len(data), chance.randint(40, len(data))))]), "a.doc")
    assert articles or trouble.endswith(".")

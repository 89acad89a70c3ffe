"""Mails and mailboxes: who wrote what and when, what is attached, and mails that no program should have made."""

from email.message import EmailMessage

import pytest

from app.reading.mail_parts import DEEPEST, LONGEST_HEADER, MOST_PARTS, Limits, Part, parse
from app.reading.noted import Noted
from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis
from tests.app.reading.documents import CONVOY, TALKS, docx, paragraph, pdf

HEADERS = {
    "From": "Jane Döe <jane@courier.example>",
    "Subject": "Convoy leaves “Aleppo”",
    "Date": "Sat, 17 Dec 2016 09:30:00 +0300",
}


def mail(text: str = CONVOY, page: str = "") -> EmailMessage:
    made = EmailMessage()
    for name, words in HEADERS.items():
        made[name] = words
    made.set_content(text)
    if page:
        made.add_alternative(page, subtype="html")
    return made


def read(data: bytes, name: str = "a.eml") -> tuple[list[Article], str]:
    found: list[Article] = []
    try:
        for article in read_source(Source(name, data, f"/mails/{name}")):
            found.append(article)
    except CannotRead as trouble:
        return found, str(trouble)
    return found, ""


def test_a_mail_is_an_article_by_its_sender_of_its_day() -> None:
    (article,), trouble = read(bytes(mail()))
    assert not trouble
    assert article.text == CONVOY
    assert (article.title, article.author) == ("Convoy leaves “Aleppo”", "Jane Döe")
    assert not article.publisher, "who sends a mail has written it"
    assert article.published is not None
    assert (article.published.day.iso(), article.published.basis) == ("2016-12-17", Basis.METADATA)


PAGE = f"<html><body><table><tr><td><p>{CONVOY}</p><p>{TALKS}</p></td></tr></table></body></html>"
WAYS = {
    "plain words before a page": (CONVOY * 4, "<p>Other words</p>", CONVOY * 4),
    "a page where the plain words are a notice": ("Your program cannot show this.", PAGE * 3, CONVOY),
}


@pytest.mark.parametrize(("text", "page", "expected"), WAYS.values(), ids=WAYS)
def test_of_two_ways_the_fuller_one_is_read(text: str, page: str, expected: str) -> None:
    (article,), _ = read(bytes(mail(text, page)))
    assert expected in article.text
    assert "Other" not in article.text


def test_lines_that_flow_are_joined() -> None:
    data = b"Subject: a\nContent-Type: text/plain; format=flowed\n\nThe convoy \nleft.\n> quoted \n> words\n"
    (article,), _ = read(data)
    assert article.text == "The convoy left.\n> quoted\n> words"


CODED = {
    "base64 without its end": (b"base64", b"VGhlIGNvbnZveSBsZWZ0IG9uIEZyaWRheQ"),
    "quoted": (b"quoted-printable", b"The convoy=\n left on=20Friday"),
    "uuencoded": (b"x-uuencode", b"begin 644 a\n95&AE(&-O;G9O>2!L969T(&]N($9R:61A>0  \n`\nend\n"),
    "nothing known": (b"7-bit;", b"The convoy left on Friday"),
}


@pytest.mark.parametrize(("way", "body"), CODED.values(), ids=CODED)
def test_words_are_read_however_they_were_packed(way: bytes, body: bytes) -> None:
    (article,), _ = read(b"Subject: a\nContent-Transfer-Encoding: " + way + b"\n\n" + body)
    assert article.text.rstrip("\x00").startswith("The convoy left on Friday")


def test_headers_are_read_however_they_were_coded() -> None:
    data = b"Subject: =?utf-8?q?Sa=C3=AD?=\n =?utf-8?q?da?= =?x-unknown?q?a?=\nFrom: \xd0\x90\xd0\xbd\xd0\xbd\xd0\xb0\n\nwords"
    (article,), _ = read(data)
    assert article.title.startswith("Saída")
    assert article.author == "Анна"


def test_attached_articles_are_articles_of_their_own_and_keep_the_bytes_of_the_mail() -> None:
    made = mail()
    made.add_attachment(docx(paragraph(TALKS)), maintype="application", subtype="x", filename="2017-01-23 talks.docx")
    made.add_attachment(
        pdf([[(50, 700, "The truce held in Homs.")]]), maintype="application", subtype="pdf", filename="b.pdf"
    )
    made.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="c.png")
    made.add_attachment(mail("A mail that was passed on."))
    articles, trouble = read(bytes(made))
    assert [one.text for one in articles] == [CONVOY, TALKS, "The truce held in Homs.", "A mail that was passed on."]
    assert [one.key for one in articles] == ["", "2017-01-23 talks.docx", "b.pdf", "attached.eml"]
    assert len({one.sha256 for one in articles}) == 1
    assert articles[1].source == "/mails/a.eml/2017-01-23 talks.docx"
    assert [(one.day.iso(), one.basis) for one in articles[1].candidates] == [
        ("2017-01-23", Basis.FILE_NAME),
        ("2016-12-17", Basis.GUESS),
    ]
    assert not trouble


def test_an_empty_attachment_is_named() -> None:
    head = b"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nThe convoy left.\n--b\n"
    part = b"Content-Disposition: attachment; filename=b.doc\nContent-Transfer-Encoding: x-uuencode\n\n\n--b--\n"
    articles, trouble = read(head + part)
    assert len(articles) == 1
    assert "“b.doc” is empty" in trouble


def test_a_bad_attachment_costs_itself_and_is_named() -> None:
    made = mail()
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="b.pdf")
    articles, trouble = read(bytes(made))
    assert [one.text for one in articles] == [CONVOY]
    assert "“b.pdf” is damaged" in trouble


def test_a_mailbox_gives_each_of_its_mails() -> None:
    first, second = bytes(mail()), bytes(mail(f"{TALKS}\n\n>From Friday on"))
    lines = b"From jane@courier.example Sat Dec 17 09:30:00 2016\n"
    articles, trouble = read(lines + first + b"\n" + lines + second, "a.mbox")
    assert [one.key for one in articles] == ["1", "2"]
    assert [one.text for one in articles] == [CONVOY, f"{TALKS}\n\nFrom Friday on"]
    assert all(one.published for one in articles)
    assert not trouble


def test_a_mailbox_with_a_broken_mail_gives_the_others() -> None:
    line = b"From jane@courier.example Sat Dec 17 09:30:00 2016\n"
    articles, trouble = read(line + bytes(mail()) + b"\n" + line + b"Subject: nothing\n\n\n", "a.mbox")
    assert len(articles) == 1
    assert "mail 2 of a.mbox" in trouble


def nested(depth: int) -> bytes:
    heads = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(depth)
    )
    return b"Subject: a\n" + heads + b"Content-Type: text/plain\n\nwords\n"


def count(part: Part) -> int:
    return 1 + sum(map(count, part.parts))


def test_parts_are_counted_and_depth_is_limited() -> None:
    many = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nwords\n" * 50_000
    for data in (many, nested(5000), nested(DEEPEST + 5)):
        limits = Limits()
        assert count(parse(data, limits)) <= MOST_PARTS + 1
        assert limits.reached
    limits = Limits()
    parse(nested(DEEPEST - 5), limits)
    assert not limits.reached


def test_a_mail_of_too_many_parts_gives_the_first_and_says_so() -> None:
    data = b"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nThe convoy left.\n" * 5000
    articles, trouble = read(data)
    assert articles[0].text.startswith("The convoy left.")
    assert "more parts than any mail" in trouble


def test_headers_without_end_are_cut() -> None:
    part = parse(b"Subject: " + b"a" * 10_000_000 + b"\nFrom: jane\n\nwords", Limits())
    assert len(part.told("subject")) <= LONGEST_HEADER
    assert part.data == b"words"


def test_what_is_no_mail_says_so() -> None:
    with pytest.raises(CannotRead, match="is no mail"):
        list(read_source(Source("a.eml", b"words without a header")))


def test_something_attached_that_is_no_text_is_told_without_being_a_failure() -> None:
    made = mail()
    made.add_attachment(b"x", maintype="application", subtype="octet-stream", filename="run.exe")
    found = read_source(Source("a.eml", bytes(made)))
    assert next(found).text == CONVOY
    with pytest.raises(Noted, match=r"“run\.exe”, attached to “a\.eml”"):
        next(found)

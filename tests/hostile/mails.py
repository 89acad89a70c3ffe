"""Mails, mailboxes and pages in one file that are traps or broken."""

import base64

from tests.app.reading.documents import zipped
from tests.hostile.case import ANY, FAILED, GOOD, WORDS, Case, Cases
from tests.hostile.plain import INJECTED

HEAD = "From: Jane <j@x.example>\nSubject: Convoy\nDate: Wed, 3 May 2017 09:30:00 +0300\n"


def mail(head: str, body: str = GOOD) -> bytes:
    return (head + "\n" + body).encode("utf-8", "surrogateescape")


def multi(*parts: str, boundary: str = "b", head: str = HEAD, kind: str = "mixed") -> bytes:
    body = "".join(f"--{boundary}\n{part}\n" for part in parts) + f"--{boundary}--\n"
    return mail(head + f'Content-Type: multipart/{kind}; boundary="{boundary}"\n', body)


def text(words: str = GOOD) -> str:
    return "Content-Type: text/plain; charset=utf-8\n\n" + words


def nested(depth: int, same: bool) -> bytes:
    head, body = HEAD, ""
    for number in range(depth):
        name = "b" if same else f"b{number}"
        body += f"Content-Type: multipart/mixed; boundary={name}\n\n--{name}\n"
    return (head + body + text()).encode()


def within(depth: int) -> bytes:
    return (HEAD + "Content-Type: message/rfc822\n\n").encode() * depth + mail(HEAD)


def attached(name: str, data: bytes) -> str:
    words = base64.encodebytes(data).decode()
    head = f'Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="{name}"\n'
    return head + "Content-Transfer-Encoding: base64\n\n" + words


def dated(words: str) -> bytes:
    return mail(f"From: Jane <j@x.example>\nSubject: Convoy\nDate: {words}\n")


MAILS = {
    "parts": (multi(*([text()] * 50_000)), ANY),
    "empty-parts": (multi(text(), *([""] * 50_000)), ANY),
    "nested": (nested(1000, False), ANY),
    "nested-same": (nested(1000, True), ANY),
    "within": (within(500), ANY),
    "header": (mail(HEAD + "X-Long: " + "x" * 5_000_000 + "\n"), ANY),
    "headers": (mail(HEAD + "X-Many: x\n" * 100_000), ANY),
    "subject": (mail("Subject: " + "long " * 200_000 + "\n"), ANY),
    "folded": (mail("Subject: a\n" + " b\n" * 100_000), ANY),
    "no-boundary": (mail(HEAD + "Content-Type: multipart/mixed\n"), ANY),
    "empty-boundary": (mail(HEAD + 'Content-Type: multipart/mixed; boundary=""\n'), ANY),
    "long-boundary": (multi(text(), boundary="b" * 7000), ANY),
    "open-boundary": (mail(HEAD + "Content-Type: multipart/mixed; boundary=b\n", "--b\n" + text()), ANY),
    "base64": (
        mail(HEAD + "Content-Transfer-Encoding: base64\n", "!!!!\0\xff=== " + base64.b64encode(WORDS).decode()),
        ANY,
    ),
    "quoted": (mail(HEAD + "Content-Transfer-Encoding: quoted-printable\n", "=ZZ=\n=" * 5000 + GOOD), ANY),
    "way": (mail(HEAD + "Content-Transfer-Encoding: x-no-such\n"), ANY),
    "charset": (mail(HEAD + 'Content-Type: text/plain; charset="x\0no"\n'), ANY),
    "coded": (mail("Subject: " + "=?utf-8?b?" * 5000 + "\n"), ANY),
    "coded-bad": (mail("Subject: =?x-no?b?####?= =?utf-8?q?=F?= =?utf-8?b?/////w==?=\n"), ANY),
    "comments": (mail("From: " + "(" * 50_000 + "\nSubject: a\n"), ANY),
    "addresses": (mail("From: " + "a@b.example, " * 50_000 + "\nSubject: a\n"), ANY),
    "kind": (mail(HEAD + "Content-Type: ////;;;;===\n"), ANY),
    "parameters": (mail(HEAD + "Content-Type: text/plain" + "; a=b" * 1500 + "\n"), ANY),
    "continued": (mail(HEAD + "Content-Type: text/plain; name*99999999999*=x; name*-1=y\n"), ANY),
    "page": (mail(HEAD + "Content-Type: text/html\n", "<div>" * 20_000 + GOOD), ANY),
    "no-words": (mail(HEAD, "--- *** ---\n"), FAILED),
    "uuencoded": (mail(HEAD, GOOD + "\nbegin 644 a.txt\n" + "M" * 61 + "\n" * 3), ANY),
    "body-alone": (b"\n\n" + WORDS, FAILED),
    "no-head": (WORDS, FAILED),
    "zeros": (mail(HEAD.replace("Convoy", "Con\0voy")), ANY),
    "old-mac": (mail(HEAD).replace(b"\n", b"\r"), ANY),
    "newsletter": (multi(text(), "Content-Type: text/html\n\n<p>" + GOOD, kind="alternative"), ANY),
    "bomb": (multi(text(), attached("a.zip", zipped({"a.txt": b"\0" * 30_000_000}))), ANY),
    "program": (multi(text(), attached("a.exe", b"MZ\x90\0")), ANY),
    "up": (multi(text(), attached("../../../etc/x.txt", WORDS)), ANY),
    "name": (multi(text(), attached("<img src=x>.txt", WORDS), attached("a" * 5000 + ".txt", WORDS)), ANY),
    "name-bytes": (multi(text(), attached("=?utf-8?q?=C3=A9?= \xe9\udcff.txt", WORDS)), ANY),
    "winmail": (multi(text(), attached("winmail.dat", b"\x78\x9f\x3e\x22" + bytes(99))), ANY),
    "empty-file": (multi(text(), attached("a.pdf", b"")), ANY),
}
DAYS = {
    "0": "Mon, 0 Xxx 0000 00:00:00 +0000",
    "9999": "Fri, 31 Dec 9999 23:59:59 -1400",
    "minus": "Mon, -5 Jan -005 00:00:00",
    "far": "1 Jan 99999 00:00",
    "zone": "3 May 2017 09:30:00 +9999999999",
    "long": "9" * 8000,
}
BOXES = {
    "many": b"From j@x.example Wed May  3 09:30:00 2017\nSubject: a\n\nwords\n\n" * 300,
    "no-from": mail(HEAD),
    "from-alone": b"From \n" * 2000,
    "cut": b"From j@x.example Wed May  3 09:30:00 2017\nSubj",
    "guarded": b"From j@x.example Wed May  3 09:30:00 2017\nSubject: a\n\n" + b">" * 50_000 + b"From x\n" + WORDS,
}


def cases() -> Cases:
    """All of them."""
    for name, (data, fate) in MAILS.items():
        yield Case(f"mail-{name}.eml", data, fate)
    for name, words in DAYS.items():
        yield Case(f"mail-day-{name}.eml", dated(words))
    for name, data in BOXES.items():
        yield Case(f"box-{name}.mbox", data, ANY)
    for name, words in INJECTED.items():
        if "\n" not in words:
            yield Case(
                f"mail-injected-{name}.eml", mail(f'Subject: {words}\nFrom: "{words}" <j@x.example>\n', GOOD + words)
            )
    related = multi(
        f"Content-Type: text/html\nContent-Location: file:///etc/passwd\n\n<p>{GOOD}</p><img src='cid:a'>",
        kind="related",
    )
    yield Case("page.mhtml", related, ANY)
    yield Case(
        "page-parts.mhtml", multi(f"Content-Type: text/html\n\n<p>{GOOD}</p>", *([text()] * 3000), kind="related"), ANY
    )
    yield Case("page-words.mhtml", WORDS, ANY)
    yield Case(
        "mail-large.eml",
        lambda: multi(text(), *(attached(f"{n}.txt", WORDS * 50_000) for n in range(9))),
        ANY,
        large=True,
    )

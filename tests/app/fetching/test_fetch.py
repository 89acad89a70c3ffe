"""What comes of an address, asked of a server in this process."""

import gzip
import socket
import threading
import zlib
from collections.abc import Callable
from typing import Any

import pytest

from app.fetching.address import Address, CannotFetch
from app.fetching.body import LARGEST
from app.fetching.fetch import HEADERS, MOST_MOVES, fetch
from app.reading.source import Source
from tests.app.serving import PAGE, Server

HTML = {"Content-Type": "text/html"}


def get(address: str, seconds: float = 20.0) -> Source:
    return fetch(Address(address, anywhere=True), seconds)


def test_the_bytes_come_with_both_addresses_and_what_the_server_says_of_them(server: Server) -> None:
    page = server.add("/2017/05/03/convoy", PAGE, {"Content-Type": "text/html; charset=windows-1256"})
    moved = server.add("/old?a=1", b"", {"Location": "/2017/05/03/convoy#end"}, 301)
    assert get(f"  {moved}#top ") == Source("convoy.html", PAGE, f"{moved}#top", page, charset="windows-1256")


def test_nothing_is_told_but_what_is_asked_for(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """No cookie although one was set, no page that one came from, and no proxy with what it is paid with."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://me:secret@127.0.0.1:9")
    server.add("/b")
    get(server.add("/a", b"", {"Location": "/b", "Set-Cookie": "a=1; Path=/"}, 302))
    host = f"127.0.0.1:{server.server_address[1]}"
    assert server.asked == [(path, {"Host": host} | HEADERS) for path in ("/a", "/b")]


def test_letters_of_all_alphabets_are_sent_as_browsers_do(server: Server) -> None:
    server.add("/%D9%85?q=%C3%A4%20b&c=%41")
    assert get(server.address("/م?q=ä b&c=%41")).data == PAGE
    get(server.add("/moved", b"", {"Location": "/م?q=ä b&c=%41".encode().decode("latin-1")}, 302))


MOVES = {
    "a file": ("file:///etc/passwd", "no page of the web"),
    "another protocol": ("ftp://127.0.0.1/a", "no page of the web"),
    "words": ("data:text/html,convoy", "no page of the web"),
    "itself": ("/a", f"more than {MOST_MOVES} times"),
    "a password": ("http://me:secret@127.0.0.1/", "holds a name or password"),
    "no address": ("http://[bad/", "no address of a page"),
}


@pytest.mark.parametrize(("place", "why"), MOVES.values(), ids=MOVES)
def test_where_an_address_may_not_lead(server: Server, place: str, why: str) -> None:
    with pytest.raises(CannotFetch, match=why) as told:
        get(server.add("/a", b"", {"Location": place}, 302))
    assert "secret" not in str(told.value)
    assert str(told.value).startswith("It leads ")


def test_an_address_may_lead_to_five_others_in_turn(server: Server) -> None:
    for number in range(MOST_MOVES):
        server.add(f"/{number}", b"", {"Location": f"/{number + 1}"}, 307)
    server.add(f"/{MOST_MOVES}")
    assert get(server.address("/0")).data == PAGE
    server.add("/first", b"", {"Location": "/0"}, 308)
    with pytest.raises(CannotFetch, match="It leads from one address to the next"):
        get(server.address("/first"))


def chunked(*pieces: bytes, end: bytes = b"0\r\n\r\n") -> Callable[[Any], None]:
    def write(send: Callable[[bytes], Any]) -> None:
        for piece in pieces:
            send(b"%x\r\n%s\r\n" % (len(piece), piece))
        send(end)

    return write


CHUNKED = HTML | {"Transfer-Encoding": "chunked"}
ZIPPED = HTML | {"Content-Encoding": "gzip"}
DEFLATED = HTML | {"Content-Encoding": "deflate"}
BARE = zlib.compressobj(wbits=-15)
WHOLE: dict[str, dict[str, Any]] = {
    "in pieces": {"headers": CHUNKED, "write": chunked(PAGE[:7], PAGE[7:])},
    "packed": {"body": gzip.compress(PAGE), "headers": ZIPPED},
    "packed in two parts": {"body": gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]) + b"\0\0", "headers": ZIPPED},
    "packed in pieces": {
        "headers": CHUNKED | ZIPPED, "write": chunked(*(bytes([one]) for one in gzip.compress(PAGE))),
    },
    "deflated": {"body": zlib.compress(PAGE), "headers": DEFLATED},
    "deflated without a head": {"body": BARE.compress(PAGE) + BARE.flush(), "headers": DEFLATED},
    "without a length": {"headers": HTML, "write": lambda send: send(PAGE)},
    "longer than its length": {"body": PAGE + b"more", "headers": HTML, "length": len(PAGE)},
}  # fmt: skip


@pytest.mark.parametrize("answer", WHOLE.values(), ids=WHOLE)
def test_a_page_comes_whole_however_it_is_sent(server: Server, answer: dict[str, Any]) -> None:
    assert get(server.add("/a", **answer)).data == PAGE


def endless(send: Callable[[bytes], Any]) -> None:
    while True:
        send(b"a" * 65536)


BOMB = gzip.compress(b"\0" * (LARGEST + 1))
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "gone": ({"status": 410}, r"has removed the page \(410\).*web archive"),
    "forbidden": ({"status": 403}, r"does not let Dateline read the page \(403\).*browser"),
    "trouble": ({"status": 503}, r"trouble of its own \(503\).*later"),
    "an unknown answer": ({"status": 299}, r"gave no page \(299\)"),
    "moved to nowhere": ({"status": 302}, r"gave no page \(302\)"),
    "a picture": ({"headers": {"Content-Type": "image/png"}}, "of the type “image/png”"),
    "a film": ({"headers": {"Content-Type": "video/mp4"}}, "of the type “video/mp4”"),
    "an archive": ({"headers": {"Content-Type": "application/zip"}}, "of the type “application/zip”"),
    "a program": ({"headers": {"Content-Type": "application/x-msdownload"}}, "no page or document"),
    "a type that is none": ({"headers": {"Content-Type": "b\x1b[31mc/d"}}, "no page or document|no browser"),
    "too large by its own word": ({"length": LARGEST + 1}, "larger than 20 MB"),
    "too large": ({"write": endless}, "larger than 20 MB"),
    "too large unpacked": ({"body": BOMB, "headers": ZIPPED}, "larger than 20 MB"),
    "packed in an unknown way": ({"headers": HTML | {"Content-Encoding": "br"}}, "no browser"),
    "packed twice": ({"headers": HTML | {"Content-Encoding": "gzip, gzip"}}, "no browser"),
    "not packed": ({"headers": ZIPPED}, "no browser"),
    "packed and cut off": ({"body": gzip.compress(PAGE)[:-9], "headers": ZIPPED}, "hung up"),
    "shorter than its length": ({"length": len(PAGE) + 1}, "hung up"),
    "a piece that is cut off": ({"headers": CHUNKED, "write": chunked(PAGE[:9], end=b"ff\r\nabc")}, "hung up"),
    "pieces of no size": ({"headers": CHUNKED, "write": lambda send: send(b"zz\r\nabc\r\n")}, "no browser|hung up"),
    "a large header": ({"headers": HTML | {"X": "a" * 70_000}}, "no browser"),
    "many headers": ({"headers": HTML | {f"X-{number}": "a" for number in range(200)}}, "no browser"),
}


@pytest.mark.parametrize(("answer", "why"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why(server: Server, answer: dict[str, Any], why: str) -> None:
    with pytest.raises(CannotFetch, match=why) as told:
        get(server.add("/a", **answer))
    assert str(told.value).isprintable()


TYPES = {
    ("/a", "text/html"): "a.html",
    ("/", "text/html; charset=utf-8"): "127.0.0.1.html",
    ("/a/b.php?c=d.pdf", "application/xhtml+xml"): "b.php.html",
    ("/a.htm", "text/html"): "a.htm",
    ("/a.pdf", "application/pdf"): "a.pdf",
    ("/a.md", "text/plain"): "a.md",
    ("/a.2016", "text/plain"): "a.2016.txt",
    ("/a.pdf", "application/octet-stream"): "a.pdf",
    ("/a", ""): "a",
    ("/a", "text/csv"): "a.csv",
}


@pytest.mark.parametrize(("asked", "name"), TYPES.items(), ids=map(str, TYPES))
def test_the_name_says_how_it_is_read(server: Server, asked: tuple[str, str], name: str) -> None:
    path, said = asked
    assert get(server.add(path, b"words", {"Content-Type": said} if said else {})).name == name


def test_an_archive_under_a_type_that_says_nothing_is_refused(server: Server) -> None:
    with pytest.raises(CannotFetch, match=r"an archive \(\.zip\)"):
        get(server.add("/a.zip", b"PK", {"Content-Type": "application/octet-stream"}))


@pytest.mark.parametrize("part", ["head", "body"])
def test_who_sends_a_letter_now_and_then_is_not_waited_for(server: Server, part: str) -> None:
    def drip(send: Callable[[bytes], Any]) -> None:
        while not server.over.wait(0.05):
            send(b"a")

    address = server.add("/a", headers=HTML, write=drip) if part == "body" else drip_of_heads(server)
    with pytest.raises(CannotFetch, match="did not come within 1 seconds"):
        get(address, 1.0)


def drip_of_heads(server: Server) -> str:
    """A server whose first line never ends."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with listening, listening.accept()[0] as line:
            line.sendall(b"HTTP/1.1 200 ")
            while not server.over.wait(0.05):
                try:
                    line.sendall(b"a")
                except OSError:
                    return

    threading.Thread(target=answer, daemon=True).start()
    return f"http://127.0.0.1:{listening.getsockname()[1]}/"


@pytest.mark.parametrize("sent", [b"", b"convoy", b"HTTP/1.1\r\n\r\n", b"SSH-2.0-OpenSSH_9.6\r\n", b"\x16\x03\x01\r\n"])
def test_who_does_not_speak_the_language_of_the_web_is_told_of(sent: bytes) -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        with listening, listening.accept()[0] as line:
            line.recv(4096)
            line.sendall(sent)

    threading.Thread(target=answer, daemon=True).start()
    with pytest.raises(CannotFetch, match=r"no browser would understand|hung up before"):
        get(f"http://127.0.0.1:{listening.getsockname()[1]}/")

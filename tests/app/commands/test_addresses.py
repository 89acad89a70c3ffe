"""`dateline import` with addresses: through the real processes, from a server of this computer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.main import main
from storage.library import Library
from tests.app.serving import PAGE, WORDS, Server

ARABIC = "هاجم مسلحون قافلة قرب إدلب يوم الجمعة وقال مسؤولون إن المحادثات بدأت في جنيف. " * 8


@pytest.fixture
def bring(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[dict[str, Any]]]:
    def run(*inputs: str, code: int = 0) -> list[dict[str, Any]]:
        assert main(["import", str(tmp_path / "l.dateline"), *inputs, "--json"]) == code
        return [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    return run


Bring = Callable[..., list[dict[str, Any]]]


def opened(folder: Path) -> Library:
    return Library.open(folder / "l.dateline", read_only=True)


def test_an_address_becomes_an_article_that_knows_where_and_when_it_was_fetched(
    bring: Bring, server: Server, tmp_path: Path
) -> None:
    server.add("/2017/05/04/convoy")
    given = server.add("/short", b"", {"Location": "/2017/05/04/convoy"}, 301)
    (line,) = bring(given, "--allow-private")
    assert (line["path"], line["status"]) == (given, "imported")
    assert line["events"] > 0
    library = opened(tmp_path)
    (article,) = library.articles([1])
    assert (article.source, article.url) == (given, server.address("/2017/05/04/convoy"))
    assert article.published
    assert (article.published.day.iso(), article.published.basis.value) == ("2017-05-04", "url")
    assert library.original(article.sha256) == PAGE
    assert article.captured > "2017"
    library.close()


def test_places_in_this_computer_are_refused_unless_they_are_allowed(bring: Bring, server: Server) -> None:
    address = server.add()
    (line,) = bring(address, code=1)
    assert line["status"] == "failed"
    assert "is this computer (127.0.0.1)" in line["message"]
    assert "--allow-private" in line["message"]
    assert server.asked == []


def test_the_same_page_is_not_taken_twice_from_whatever_address(bring: Bring, server: Server, tmp_path: Path) -> None:
    addresses = [server.add("/a"), server.add("/b"), server.address("/a")]
    told = bring(*addresses, "--allow-private") + bring(addresses[0], "--allow-private")
    assert [line["status"] for line in told] == ["imported", "duplicate", "duplicate", "duplicate"]
    server.add("/a", PAGE.replace(b"3 May 2017", b"5 June 2018"))
    assert [line["status"] for line in bring(addresses[0], "--allow-private")] == ["imported"]
    library = opened(tmp_path)
    assert library.counts().articles == 2
    library.close()


def test_addresses_stand_in_their_place_among_files_and_one_that_fails_costs_itself_only(
    bring: Bring, server: Server, tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_text("Talks began in Vienna on 3 May 2017.\n")
    inputs = [server.add("/a"), str(file), server.address("/gone"), "ftp://wire.example/a", server.add("/b", b"")]
    told = bring(*inputs, "--allow-private", code=1)
    assert [(line["path"], line["status"]) for line in told] == [
        *((one, "imported") for one in inputs[:2]),
        *((one, "failed") for one in inputs[2:]),
    ]
    for line, why in zip(told[2:], ("no such page (404)", "no page of the web", "is empty"), strict=True):
        assert why in line["message"]


def test_what_the_server_says_of_the_encoding_is_heard(bring: Bring, server: Server, tmp_path: Path) -> None:
    page = f"<html><body><p>{ARABIC}</p></body></html>".encode("iso8859-6")
    plain = "Überfall bei Homs".encode("cp850")
    addresses = (
        server.add("/a", page, {"Content-Type": "text/html; charset=iso-8859-6"}),
        server.add("/b", plain, {"Content-Type": "text/plain; charset=cp850"}),
    )
    bring(*addresses, "--allow-private")
    library = opened(tmp_path)
    assert ARABIC.strip() in library.articles([1])[0].text
    assert "Überfall" in "".join(one.text for one in library.articles(range(2, 99)))
    library.close()


def test_a_page_with_hardly_a_word_says_that_it_may_not_be_the_article(bring: Bring, server: Server) -> None:
    page = b"<html><body><p>Gunmen attacked a convoy near Idlib. Subscribe to read on.</p></body></html>"
    (line,) = bring(server.add("/a", page), "--allow-private")
    assert line["status"] == "imported"
    assert "only a few words" in line["message"]
    (line,) = bring(server.add("/b", b"<html><body><script>show()</script></body></html>"), "--allow-private", code=1)
    assert "no words" in line["message"]
    assert "save the page there" in line["message"]


def test_nothing_that_an_article_names_is_fetched(bring: Bring, server: Server, tmp_path: Path) -> None:
    """The guard of the tests lets this computer be reached, so this server would hear of it."""
    there = server.add("/other")
    page = (
        f'<!DOCTYPE html SYSTEM "{there}"><html><head><base href="{there}"><link rel="stylesheet" href="{there}">'
        f'<link rel="canonical" href="{there}"><meta http-equiv="refresh" content="0; url={there}"></head>'
        f'<body><img src="{there}"><iframe src="{there}"></iframe><p>{WORDS * 6} {there}</p></body></html>'
    )
    files = {"a.html": page, "b.txt": f"{there}\n", "c.md": f"[{WORDS}]({there})", "d.url": f"URL={there}"}
    for name, words in files.items():
        (tmp_path / name).write_text(words)
    bring(*(str(tmp_path / name) for name in list(files)[:3]), "--allow-private")
    bring(server.add("/a", page.encode()), "--allow-private")
    assert [path for path, _ in server.asked] == ["/a"]


def test_what_is_read_without_a_library_is_never_fetched(server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", server.add()]) == 1
    assert "must be a file" in capsys.readouterr().err
    assert server.asked == []

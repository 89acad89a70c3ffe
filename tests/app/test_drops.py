"""What is dropped or pasted becomes inputs; foreign markup is left to a worker process."""

import pytest
from PySide6.QtCore import QMimeData, QUrl

from app.drops import can_take, inputs_of, promise
from app.reading.source import Source


def mime(text: str = "", html: str = "", urls: tuple[str, ...] = ()) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if urls:
        made.setUrls([QUrl(url) for url in urls])
    return made


CASES: dict[str, tuple[QMimeData, list[str | Source]]] = {
    "files and addresses": (
        mime("a", urls=("file:///a/b.txt", "https://example.org/a")),
        ["/a/b.txt", "https://example.org/a"],
    ),
    "words": (mime("It left."), [Source("", b"It left.")]),
    "words with their markup": (mime("It left.", "<b>It</b> left."), [Source("", b"It left.")]),
    "markup alone": (mime(html="<b>It</b> left."), [Source("pasted.html", b"<b>It</b> left.")]),
    "an address as it is sent": (
        mime(urls=("https://example.org/%D9%85?a=%2F%20b",)),
        ["https://example.org/%D9%85?a=%2F%20b"],
    ),
    "an address alone": (mime(" https://example.org/a\n", "<a href=x>y</a>"), ["https://example.org/a"]),
    "addresses in lines": (
        mime("http://a.example\n\nhttp://b.example\nhttp://a.example"),
        ["http://a.example", "http://b.example"],
    ),
    "an address among words": (mime("See https://example.org/a"), [Source("", b"See https://example.org/a")]),
    "an address and a word": (
        mime("https://example.org/a\nIt left."),
        [Source("", b"https://example.org/a\nIt left.")],
    ),
    "nothing": (mime(" \n"), []),
}


@pytest.mark.parametrize(("dropped", "inputs"), CASES.values(), ids=CASES)
def test_what_is_dropped_becomes_inputs(dropped: QMimeData, inputs: list[str | Source]) -> None:
    assert can_take(dropped)
    assert inputs_of(dropped) == inputs


@pytest.mark.parametrize(
    ("dropped", "head"),
    [
        (mime("It left."), "Let go to add this to “Aleppo”"),
        (mime(urls=("file:///a/b.txt", "file:///a/c.dateline")), "Let go to add this to “Aleppo”"),
        (mime(urls=("file:///a/c.dateline",)), "Let go to open the library"),
    ],
)
def test_what_letting_go_would_do_is_said(dropped: QMimeData, head: str) -> None:
    assert promise(dropped, "Aleppo")[0] == head

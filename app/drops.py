"""What was dropped on the window or pasted into it, as inputs for an import. Always copied, never moved."""

from PySide6.QtCore import QMimeData, QUrl

from app.fetching.address import is_address
from app.libraries import ENDING
from app.reading.source import Source


def can_take(mime: QMimeData) -> bool:
    """Whether there is anything in it that could be an article."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml()


def inputs_of(mime: QMimeData) -> list[str | Source]:
    """Paths of files and folders, or addresses; else the words, as text or else as the page that a worker will read.

    Words that are addresses and nothing else, one a line, mean what is there; an address among words is one of them.
    """
    if mime.hasUrls():
        return [url.toLocalFile() if url.isLocalFile() else _sent(url) for url in mime.urls()]
    lines = [line.strip() for line in mime.text().splitlines() if line.strip()]
    if lines and all(map(is_address, lines)):
        return list(dict.fromkeys(lines))
    for name, words in (("", mime.text()), ("pasted.html", mime.html())):
        if words.strip():
            return [Source(name, words.encode("utf-8", "replace"))]
    return []


def promise(mime: QMimeData, library: str) -> tuple[str, str]:
    """What letting go would do, and what becomes of the things themselves."""
    if mime.hasUrls() and all(url.toString().lower().endswith(ENDING) for url in mime.urls()):
        return "Let go to open the library", "“" + library + "” is closed; everything in it is kept."
    return f"Let go to add this to “{library}”", "What you drag stays where it is."


def _sent(url: QUrl) -> str:
    """The address as it is, not as it would be shown."""
    return url.toEncoded().toStdString()

"""What was dropped on the window or pasted into it, as inputs for an import. Always copied, never moved."""

from PySide6.QtCore import QMimeData

from app.reading.source import Source


def can_take(mime: QMimeData) -> bool:
    """Whether there is anything in it that could be an article."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml()


def inputs_of(mime: QMimeData) -> list[str | Source]:
    """Paths of files and folders, or addresses; else the words, as text or else as the page that a worker will read."""
    if mime.hasUrls():
        return [url.toLocalFile() if url.isLocalFile() else url.toString() for url in mime.urls()]
    for name, words in (("", mime.text()), ("pasted.html", mime.html())):
        if words.strip():
            return [Source(name, words.encode("utf-8", "replace"))]
    return []

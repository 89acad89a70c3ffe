"""What sort of file an answer is, by what its server says: the name under which a reader will look at it."""

from email.message import Message
from pathlib import PurePath

from app.fetching.address import CannotFetch, Target
from app.reading.read import READERS
from app.reading.source import named
from app.reading.walk import ARCHIVES

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/tab-separated-values": ".tsv",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/rtf": ".rtf",
    "text/rtf": ".rtf",
    "application/epub+zip": ".epub",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/x-mimearchive": ".mhtml",
    "application/x-webarchive": ".webarchive",
}
_ANYTHING = ("", "text/plain", "application/octet-stream", "binary/octet-stream", "application/force-download")
"""Servers say so of whatever they do not know: then the name tells, and in the end the bytes."""
_TAKEN = set(READERS) - {*ARCHIVES, ".maff"}


def name_of(target: Target, headers: Message) -> str:
    """The name with the ending that fits; CannotFetch for what holds no article."""
    said = headers.get_content_type() if "Content-Type" in headers else ""
    own = PurePath(target.file).suffix.lower()
    if said in _ANYTHING:
        if own in READERS and own not in _TAKEN:
            raise _other(f"an archive ({own})")
        return target.file if own in _TAKEN or said != "text/plain" else f"{target.file or target.host}.txt"
    if said not in ENDINGS:
        raise _other(f"of the type “{named(said[:80])}”")
    ending = ENDINGS[said]
    fits = own in READERS and READERS[own] is READERS[ending]
    return target.file if fits else f"{target.file or target.host}{ending}"


def _other(what: str) -> CannotFetch:
    return CannotFetch(
        f"It is {what}, no page or document. Give the address of the article, or save what it leads to and add the file."
    )

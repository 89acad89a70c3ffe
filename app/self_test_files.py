"""The files of the self-test: the same few words in the sorts of files that libraries read for us, made as they are needed."""

import io
import json
import plistlib
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

TITLE, PLACE, DAY = "A convoy reaches Idlib", "Idlib", "2016-12-16"
WORDS = (
    "A convoy of buses reached Idlib on 16 December 2016, and gunmen attacked it near a checkpoint.",
    "The army and the armed groups had signed a ceasefire two days before, a spokesman told reporters in Ankara.",
    "Two drivers were killed and five people were wounded, according to a doctor who works in a field hospital there.",
)


def _txt() -> bytes:
    return "\n\n".join((TITLE, *WORDS)).encode()


def _html() -> bytes:
    inside = "".join(f"<p>{one}</p>" for one in WORDS)
    head = f"<!DOCTYPE html><html><head><title>{TITLE}</title></head>"
    return f"{head}<body><article><h1>{TITLE}</h1>{inside}</article></body></html>".encode()


def _webarchive() -> bytes:
    main = {"WebResourceData": _html(), "WebResourceTextEncodingName": "UTF-8"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def _eml() -> bytes:
    head = f"From: a@example.org\nTo: b@example.org\nSubject: {TITLE}\nContent-Type: text/plain; charset=utf-8\n\n"
    return head.encode() + _txt()


def _rtf() -> bytes:
    inside = "\\par ".join((TITLE, *WORDS))
    return f"{{\\rtf1\\ansi {inside}}}".encode()


def _jsonl() -> bytes:
    return json.dumps({"text": "\n".join(WORDS), "title": TITLE}).encode() + b"\n"


def _csv() -> bytes:
    return f'title,text\n{TITLE},"{" ".join(WORDS)}"\n'.encode()


def _docx() -> bytes:
    inside = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in (TITLE, *WORDS))
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    return _zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f"<w:document {names}><w:body>{inside}</w:body></w:document>",
        }
    )


def _zip() -> bytes:
    return _zipped({"article.txt": _txt().decode()})


def _pdf() -> bytes:
    """Qt writes it, and another library reads it."""
    from PySide6.QtGui import QPdfWriter, QTextDocument

    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "article.pdf"
        document = QTextDocument()
        document.setPlainText(_txt().decode())
        document.print_(QPdfWriter(str(path)))
        return path.read_bytes()


def _zipped(members: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in members.items():
            file.writestr(name, text)
    return made.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    ".txt": _txt,
    ".md": _txt,
    ".html": _html,
    ".webarchive": _webarchive,
    ".eml": _eml,
    ".rtf": _rtf,
    ".jsonl": _jsonl,
    ".csv": _csv,
    ".docx": _docx,
    ".zip": _zip,
    ".pdf": _pdf,
}

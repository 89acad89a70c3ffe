"""A look at the bytes: what a file really is, whatever its name says."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What the first bytes say: a name for people, and the ending such a file should have."""

    name: str
    ending: str


_BEGINNINGS = (
    (b"%PDF-", Look("a PDF document", ".pdf")),
    (b"\x89PNG\r\n", Look("a PNG picture", ".png")),
    (b"\xff\xd8\xff", Look("a JPEG picture", ".jpg")),
    (b"GIF8", Look("a GIF picture", ".gif")),
    (b"II*\x00", Look("a TIFF picture", ".tif")),
    (b"MM\x00*", Look("a TIFF picture", ".tif")),
    (b"{\\rtf", Look("a rich text document", ".rtf")),
    (b"bplist00", Look("a page of Safari or settings of a Mac", ".webarchive")),
    (b"SQLite format 3\x00", Look("a database", ".sqlite")),
    (b"\x1f\x8b", Look("a compressed file", ".gz")),
    (b"7z\xbc\xaf\x27\x1c", Look("a 7-Zip archive", ".7z")),
    (b"Rar!\x1a\x07", Look("a RAR archive", ".rar")),
    (b"BZh", Look("a compressed file", ".bz2")),
    (b"\xfd7zXZ\x00", Look("a compressed file", ".xz")),
    (b"\x7fELF", Look("a program", "")),
    (b"MZ\x90\x00", Look("a program", ".exe")),
    (b"RIFF", Look("a sound, film or picture", "")),
    (b"ID3", Look("a sound", ".mp3")),
    (b"OggS", Look("a sound or film", ".ogg")),
)
_ZIPS = {
    ".docx": "a Word document",
    ".xlsx": "an Excel workbook",
    ".pptx": "a PowerPoint presentation",
    ".odt": "an OpenDocument text",
    ".ods": "an OpenDocument spreadsheet",
    ".odp": "an OpenDocument presentation",
    ".odg": "an OpenDocument drawing",
    ".epub": "an e-book",
    ".zip": "a Zip archive",
}
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_KINDS = (
    ("EncryptedPackage", Look("an Office document locked with a password", "")),
    ("__substg1.0_", Look("a mail saved by Outlook", ".msg")),
    ("WordDocument", Look("an old Word document", ".doc")),
    ("Workbook", Look("an old Excel workbook", ".xls")),
    ("PowerPoint Document", Look("an old PowerPoint presentation", ".ppt")),
)
ADVICE = {
    "an Office document locked with a password": "Open it with the password, save it without one, and add that.",
    ".xls": "Open it in Excel or LibreOffice and save it as .xlsx or .csv.",
    ".ppt": "Open it in PowerPoint or LibreOffice and save it as .pdf.",
    ".pptx": "Open it in PowerPoint or LibreOffice and save it as .pdf.",
    ".odp": "Open it in LibreOffice and save it as .pdf.",
    ".ods": "Open it in LibreOffice and save it as .xlsx or .csv.",
    ".7z": "Unpack it and add the files.",
    ".rar": "Unpack it and add the files.",
    ".gz": "Unpack it and add the files.",
    ".bz2": "Unpack it and add the files.",
    ".xz": "Unpack it and add the files.",
}
"""What to do with files that nobody reads, by what they are or should end in."""
for _ending in (".png", ".jpg", ".gif", ".tif"):
    ADVICE[_ending] = "Run a text recognition (OCR) over it and add the result."

_HEAD = 4096  # bytes in which a page says that it is one
_MOST_CONTROLS = 0.02  # of all characters; stray ones happen in real texts

# meant for "<!DOCTYPE html>", "<html lang=en>"; not "<3 this" or "<b>bold</b> words"
_HTML = re.compile(rb"<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")


def look(data: bytes) -> Look | None:
    """What the bytes are if they are a known kind of file other than text."""
    for beginning, found in _BEGINNINGS:
        if data.startswith(beginning):
            return found
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from app.reading.safe_zip import kind_of  # whoever only asks for endings takes no archive apart

        ending = kind_of(data)
        return Look(_ZIPS[ending], ending)
    if data.startswith(_OLD):
        return next((kind for name, kind in _OLD_KINDS if name.encode("utf-16-le") in data), _OLD_KINDS[2][1])
    if data[4:8] == b"ftyp":
        return Look("a film", ".mp4")
    return None


def is_html(data: bytes) -> bool:
    """Whether the bytes begin as a web page does, maybe behind a declaration of XML and comments."""
    head = data.removeprefix(b"\xef\xbb\xbf")[:_HEAD].lstrip()
    if head.startswith(b"<?xml"):
        head = head.partition(b">")[2].lstrip()
    while head.startswith(b"<!--"):
        head = head[4:].partition(b"-->")[2].lstrip()
    return bool(_HTML.match(head))


def is_text(text: str) -> bool:
    """Whether decoded bytes are words, not a program or a picture under a false name."""
    return len(_CONTROLS.findall(text)) <= _MOST_CONTROLS * len(text)

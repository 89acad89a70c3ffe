"""Zip archives that are traps or broken."""

import io
import struct
import zipfile

from tests.app.reading.documents import docx, paragraph, zipped
from tests.hostile.case import ANY, FAILED, GOOD, WORDS, Case, Cases


def of_names(*names: str) -> bytes:
    return zipped([(name, GOOD + name) for name in names])


def packed(data: bytes, way: int, name: str = "a.txt") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", way) as file:
        file.writestr(name, data)
    return made.getvalue()


def nested(depth: int) -> bytes:
    data = zipped({"a.txt": GOOD})
    for number in range(depth):
        data = zipped({f"{number}.zip": data})
    return data


def doubled(depth: int, width: int) -> bytes:
    """Archives of the same archive, which would be width to the power of depth files."""
    data = zipped({"a.txt": GOOD * 1000})
    for _ in range(depth):
        data = zipped({f"{number}.zip": data for number in range(width)})
    return data


def linked() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = 0o120777 << 16
        file.writestr(link, "/etc/passwd")
    return made.getvalue()


def overlapping() -> bytes:
    """Many entries of the table that name the same bytes."""
    one = zipped({"a.txt": "a" * 1_000_000})
    at = one.index(b"PK\x01\x02")
    entry = one[at : one.index(b"PK\x05\x06")]
    count = 3000
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(entry) * count, at, 0)
    return one[:at] + entry * count + end


def patched(place: int, value: bytes, entry: int | None = None) -> bytes:
    """An archive of one text with other bytes at a place of its table, and of the entry before the text."""
    data = bytearray(zipped({"a.txt": GOOD}))
    at = data.index(b"PK\x01\x02") + place
    data[at : at + len(value)] = value
    if entry is not None:
        data[entry : entry + len(value)] = value
    return bytes(data)


SOUND = zipped({"a.txt": GOOD})
ARCHIVES = {
    "bomb": (packed(bytes(50_000_000), zipfile.ZIP_DEFLATED), FAILED),
    "bomb-bzip": (packed(bytes(50_000_000), zipfile.ZIP_BZIP2), FAILED),
    "bomb-lzma": (packed(bytes(50_000_000), zipfile.ZIP_LZMA), FAILED),
    "overlapping": (overlapping(), FAILED),
    "nested": (nested(3), ANY),
    "nested-deep": (nested(12), FAILED),
    "doubled": (doubled(4, 6), ANY),
    "link": (linked(), FAILED),
    "empty": (zipped({}), FAILED),
    "folders": (zipped({"a/": "", "b/": ""}), FAILED),
    "up": (of_names("../../up.txt"), FAILED),
    "root": (of_names("/etc/cron.d/x.txt"), FAILED),
    "back": (of_names("..\\..\\up.txt"), FAILED),
    "drive": (of_names("C:\\x.txt"), ANY),
    "names": (
        of_names(
            "<img src=x>.txt",
            "a\nb.txt",
            "'; DROP TABLE x;.txt",
            "CON.txt",
            " .txt",
            "-rf.txt",
            "a" * 300 + ".txt",
            "\u202etxt.exe.txt",
        ),
        ANY,
    ),
    "long-name": (of_names("a" * 60_000 + ".txt"), ANY),
    "deep-names": (of_names("a/" * 5000 + "a.txt"), ANY),
    "twice": (of_names("a.txt", "a.txt"), ANY),
    "cases": (of_names("a.txt", "A.TXT"), ANY),
    "hidden": (of_names("__MACOSX/._a.txt", ".DS_Store", "a.txt"), ANY),
    "pictures": (of_names("a.png", "b.exe"), FAILED),
    "locked": (patched(8, b"\1\0", 6), FAILED),
    "way": (patched(10, b"\x63\0", 8), FAILED),
    "sum": (patched(16, b"\1\2\3\4"), FAILED),
    "size": (patched(24, b"\xff\xff\xff\x7f"), FAILED),
    "size-small": (patched(24, b"\1\0\0\0"), FAILED),
    "packed-size": (patched(20, b"\xff\xff\xff\x7f"), FAILED),
    "place": (patched(42, b"\xff\xff\xff\x7f"), FAILED),
    "zip64": (patched(24, b"\xff\xff\xff\xff"), FAILED),
    "cut": (SOUND[:-30], FAILED),
    "no-table": (SOUND[: SOUND.index(b"PK\x01\x02")], FAILED),
    "junk": (b"MZ\x90\0" + bytes(500) + SOUND, FAILED),
    "comment": (SOUND[:-2] + b"\xff\xff" + b"x" * 65535, ANY),
    "count": (SOUND[:-14] + b"\xff\xff\xff\xff" + SOUND[-10:], ANY),
    "extra": (patched(30, b"\xff\xff"), ANY),
    "name-bytes": (zipped({"caf\u00e9.txt": GOOD}).replace("caf\u00e9".encode(), b"caf\xff\xfe"), ANY),
    "name-zero": (zipped({"aXb.txt": GOOD}).replace(b"aXb", b"a\0b"), ANY),
    "mixed": (
        zipped({"good.txt": GOOD, "bad.pdf": b"%PDF-1.4\n", "bomb.docx": docx("a" * 30_000_000), "locked.doc": b"x"}),
        ANY,
    ),
    "many-bad": (zipped({f"{n}.pdf": b"%PDF-1.4\n" for n in range(500)} | {"good.txt": GOOD}), ANY),
    "library": (zipped({"a.dateline": b"SQLite format 3\0", "a.txt": GOOD}), ANY),
}


def cases() -> Cases:
    """All of them."""
    for name, (data, fate) in ARCHIVES.items():
        yield Case(f"zip-{name}.zip", data, fate)
    yield Case("zip-named.docx", SOUND, ANY)
    yield Case("word-named.zip", docx(paragraph(GOOD)))
    yield Case("zip-named.txt", SOUND, ANY)
    yield Case("zip-many.zip", zipped({f"{number}.txt": "" for number in range(21_000)}), FAILED, "more than 20,000")
    yield Case("zip-words.zip", WORDS, FAILED)
    yield Case("zip-large.zip", lambda: zipped({f"{n}.txt": GOOD * 50_000 for n in range(60)}), ANY, large=True)

"""From bytes to characters, in whatever encoding they were saved."""

import codecs
import re

from app.reading.alphabets import best_latin, is_latin

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Files say the narrow name and sometimes use letters of the wider set.
_WIDER = {
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
# Encodings of alphabets. UTF-16 and 32 tell themselves; "rot13" or "idna" are none.
_FAMILIES = (
    "ascii",
    "iso8859",
    "latin",
    "cp",
    "koi8",
    "mac",
    "gb",
    "big5",
    "euc",
    "shift",
    "johab",
    "hz",
    "tis",
    "ptcp",
)
_SAMPLE = 200_000  # bytes that are enough to tell an encoding

# "\x1b$B" begins Japanese, "\x1b$)C" Korean text in the old mail encodings; not "\x1b[1m" (colour on a terminal)
_ISO_2022 = re.compile(rb"\x1b\$(?:[@B]|\(D|\)C)")


def decode(data: bytes, declared: str = "") -> str:
    """The text in the bytes: by its mark, as UTF-8, as `declared` (the file's own word), else as it most likely is."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) if encoding == "utf-8" else 0 :].decode(encoding, "replace")
    encoding = _wide(data) or _mail(data)
    if encoding:
        return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as trouble:
        if _cut_short(data, trouble):
            return data.decode("utf-8", "replace")
    return _decoded(data, _known(declared) or _likeliest(data))


def _cut_short(data: bytes, trouble: UnicodeDecodeError) -> bool:
    """UTF-8 with a scratch: much of it is valid beyond ASCII, and little is not."""
    if data[: trouble.start].isascii() and trouble.start < len(data) - 4:
        good = data.decode("utf-8", "ignore")
        beyond = sum(character > "\x7f" for character in good)
    else:
        beyond = sum(byte > 0xBF for byte in data[: trouble.start])
    bad = data.decode("utf-8", "replace").count("\ufffd")
    return beyond > 20 * bad or (trouble.start >= len(data) - 3 and beyond > 0)


def _wide(data: bytes) -> str:
    """UTF-16 or 32 without a mark: every second byte of Latin letters and spaces is zero."""
    head = data[:4096]
    if len(head) < 4 or 0 not in head:
        return ""
    zeros = [head[place::4].count(0) * 4 / len(head) for place in range(4)]
    shapes = {
        "utf-32-le": zeros[1] > 0.4 and zeros[2] > 0.9 and zeros[3] > 0.9,
        "utf-32-be": zeros[0] > 0.9 and zeros[1] > 0.9 and zeros[2] > 0.4,
        "utf-16-le": zeros[1] + zeros[3] > 0.3 and zeros[0] + zeros[2] < 0.02,
        "utf-16-be": zeros[0] + zeros[2] > 0.3 and zeros[1] + zeros[3] < 0.02,
    }
    return next((encoding for encoding, fits in shapes.items() if fits), "")


def _mail(data: bytes) -> str:
    found = _ISO_2022.search(data[:_SAMPLE])
    if not found:
        return ""
    return "iso2022_kr" if found.group().endswith(b")C") else "iso2022_jp_2"


def _known(declared: str) -> str:
    """The declared encoding, if it is one in which files are saved."""
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):  # nothing declared, an unknown name, or one with a zero in it
        return ""
    return name if name.startswith(_FAMILIES) else ""


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return data.decode(_WIDER.get(name, name), "replace")


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if not best:
        return "cp1252"
    return best_latin(data[:_SAMPLE], best.encoding) if is_latin(best.encoding) else best.encoding

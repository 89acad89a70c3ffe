"""From bytes to characters, in whatever encoding they were saved."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
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
    return data.decode(_known(declared) or _likeliest(data), "replace")


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
    try:
        return codecs.lookup(declared.strip()).name if declared.strip() else ""
    except (LookupError, ValueError):
        return ""


def _likeliest(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best else "cp1252"

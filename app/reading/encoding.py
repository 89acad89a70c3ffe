"""From bytes to characters, in whatever encoding they were saved."""

import codecs
import re

from app.reading.plausible import plausibility

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
    "big5": "cp950",
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
_COMPARED = 6_000  # and that are decoded in every way

_COMMON = (
    *("cp1252", "cp1251", "cp1250", "cp1254", "cp1256", "cp1253", "cp1255", "cp1257", "cp874", "koi8-r", "koi8-u"),
    *("iso8859-2", "iso8859-5", "iso8859-7", "iso8859-13", "iso8859-15", "iso8859-16", "iso8859-6", "iso8859-8"),
    *("gb18030", "big5", "cp932", "euc_jp", "cp949"),
)
_OLD = ("cp866", "cp855", "cp737", "cp862", "cp1125", "mac-cyrillic", "mac-greek")
_OLD_LATIN = ("cp850", "cp852", "cp857", "iso8859-4", "iso8859-9", "mac-roman", "mac-latin2", "mac-turkish")
_FEW = 24  # letters beyond ASCII; of more, what they are themselves tells more than what is usual
_RARER = -0.25  # what an encoding has less from the beginning because few files are in it
_SELDOM = -0.03  # the same where all letters tell it, and not a few with marks
_GUESSED = 0.15  # what it is worth that a general detector says the same
_DECLARED, _DECLARED_FEW = 0.1, 0.3  # and that the file itself does
_FEWEST = 3.0  # how much more that counts in a word or two, which may be words in many encodings

# "\x1b$B" begins Japanese, "\x1b$)C" Korean text in the old mail encodings; not "\x1b[1m" (colour on a terminal)
_ISO_2022 = re.compile(rb"\x1b\$(?:[@B]|\(D|\)C)")

# "~{<:Ky2;~}" in Chinese mail; not "~{" alone
_HZ = re.compile(rb"~\{(?:[\x21-\x77][\x21-\x7e]){1,200}~\}")
# bytes and characters that are none of a text: "\x04", "\x1a"; not "\t" or "\x1b", which mails have
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROLLED = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WIDE = 4096  # bytes, whole characters of every width
_WIDES = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
_WORDS = 0.2  # plausibility from which on pairs of bytes are words and no program


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
    return _decoded(data, _likeliest(data, _known(declared)))


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
    """UTF-16 or 32 without a mark: as bytes they have controls that no text has, and as pairs or fours they are words."""
    head = data[:_WIDE]
    if not _CONTROLS.search(head):
        return ""
    worth = {
        name: plausibility(text) for name in _WIDES if (text := _strict(head, name)) and not _CONTROLLED.search(text)
    }
    best = max(worth, key=lambda name: worth[name], default="")
    return best if best and worth[best] >= _WORDS else ""


def _strict(head: bytes, name: str) -> str:
    try:
        return codecs.getincrementaldecoder(name)().decode(head)
    except UnicodeDecodeError:
        return ""


def _mail(data: bytes) -> str:
    """The encodings of old mail that write other letters with those of ASCII."""
    found = _ISO_2022.search(data[:_SAMPLE])
    if found:
        return "iso2022_kr" if found.group().endswith(b")C") else "iso2022_jp_2"
    return "hz" if data.isascii() and _HZ.search(data[:_SAMPLE]) else ""


def _known(declared: str) -> str:
    """The declared encoding, if it is one in which files are saved."""
    # as pages write it: "x-sjis", "iso-8859-8-i", "windows-874"
    plain = declared.strip().lower().removeprefix("x-").removesuffix("-i")
    return _looked_up(plain) or _looked_up(plain.replace("windows-", "cp"))


def _looked_up(name: str) -> str:
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):  # nothing declared, an unknown name, or one with a zero in it
        return ""
    return found if found.startswith(_FAMILIES) else ""


def _decoded(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return data.decode(_WIDER.get(name, name), "replace")


def _likeliest(data: bytes, declared: str) -> str:
    """The encoding that makes the most plausible words of the bytes; what is declared must be clearly worse to lose."""
    sample = _beyond_ascii(data)
    guessed, beyond = _guessed(data[:_SAMPLE]), sum(byte > 0x7F for byte in sample)
    share = _FEW / max(1, beyond)
    few = min(1.0, share)
    found = dict.fromkeys(_COMMON, 0.0) | dict.fromkeys(_OLD, _SELDOM)
    found |= dict.fromkeys(_OLD_LATIN, _RARER * few)
    if guessed:
        found[guessed] = found.get(guessed, _RARER * few) + _GUESSED * few
    if declared:
        found[declared] = max(0.0, found.get(declared, 0.0)) + _DECLARED + _DECLARED_FEW * min(_FEWEST, share)
    worth = {name: plausibility(_head(sample, name)) + more for name, more in found.items()}
    return max(worth, key=lambda name: worth[name])


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return codecs.lookup(best.encoding).name if best else ""


def _beyond_ascii(data: bytes) -> bytes:
    """The lines that are not plain ASCII, as many as are enough to compare many encodings."""
    lines: list[bytes] = []
    length = 0
    for line in data[:_SAMPLE].splitlines():
        if not line.isascii():
            lines.append(line[:_COMPARED])
            length += len(line)
        if length > _COMPARED:
            break
    return b"\n".join(lines)


def _head(sample: bytes, name: str) -> str:
    """The sample in an encoding; a letter that is cut at its end is no fault."""
    return codecs.getincrementaldecoder(name)("replace").decode(sample)

"""Rich text documents: their words in whatever alphabet, rows of tables with tabs, notes behind the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from app.reading import titles
from app.reading.articles import Facts, article
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Moment, Published

READER = "rtf 1"

_DEEPEST = 1000  # groups in each other
_MOST_SKIPPED = 16  # letters that stand for one that old programs do not know

# "\par", "\u8211", "\'e9", "\{", "{", "}", words; "\bin5" is followed by bytes
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)"
    rb"|(?P<brace>[{}])|(?P<ends>[\r\n]+)|(?P<words>[^\\{}\r\n]+)|\\",
    re.DOTALL,
)
_BLANKS = re.compile(r"(?<! ) {1,50}\t")
_LEFT_OUT = frozenset(
    b"fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl pict objdata objclass objname "
    b"themedata colorschememapping datastore latentstyles generator xmlnstbl filetbl header headerl headerr "
    b"headerf footer footerl footerr footerf ftnsep ftnsepc aftnsep fldinst bkmkstart bkmkend nonesttables "
    b"listtext pntext pntxtb pntxta template operator company manager category keywords doccomm hlinkbase "
    b"buptim printim revtim atnid atnauthor annotation atnref shpinst sp sv sn do xe tc mmathPr info panose "
    b"falt pgptbl passwordhash".split()
)
_KNOWN = frozenset(b"shptxt footnote author title creatim nesttableprops".split())  # kept behind "\*" too
_SIGNS = {
    b"par": "\n\n",
    b"sect": "\n\n",
    b"page": "\n\n",
    b"line": "\n",
    b"row": "\n",
    b"nestrow": "\n",
    b"tab": "\t",
    b"cell": "\t",
    b"nestcell": "\t",
    b"emdash": "—",
    b"endash": "–",
    b"lquote": "‘",
    b"rquote": "’",
    b"ldblquote": "“",
    b"rdblquote": "”",
    b"bullet": "•",
    b"emspace": " ",
    b"enspace": " ",
    b"qmspace": " ",
}
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 255: "cp437",
}  # fmt: skip
_PAGES = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds between two braces: where words go, how many letters stand for one, in which alphabet bytes are."""

    place: str = "text"
    skips: int = 1
    charset: str = ""
    hidden: bool = False


@dataclass(slots=True)
class _Gathered:
    words: dict[str, list[str]] = field(default_factory=lambda: {"text": []})
    day: dict[str, int] = field(default_factory=dict)


def read(source: Source) -> Iterator[Article]:
    """The one article of a document."""
    if not source.data.lstrip().startswith(b"{\\rtf"):
        raise CannotRead(
            f"{source.shown} is no rich text document. Open it in Word or LibreOffice and save it as .docx."
        )
    found = _Reader(source).gathered()
    text = "\n\n".join(filter(None, (_tidy(found, "text"), _tidy(found, "footnote"))))
    yield article(source, text, READER, _facts(found))


def _tidy(found: _Gathered, place: str) -> str:
    """Lines without the tab that ends the last cell of a row."""
    lines = _BLANKS.sub("\t", "".join(found.words.get(place, ()))).split("\n")
    return "\n".join(line.strip(" ").rstrip("\t ") for line in lines).strip("\n")


def _facts(found: _Gathered) -> Facts:
    made = None
    if {"yr", "mo", "dy"} <= found.day.keys():
        try:
            made = Moment.of(found.day["yr"], found.day["mo"], found.day["dy"])
        except ValueError:  # a day that no calendar has
            made = None
    return Facts(
        title=titles.sensible("".join(found.words.get("title", ()))),
        author="".join(found.words.get("author", ())),
        guess=Published(made, Basis.GUESS, made.iso()) if made else None,
    )


class _Reader:
    """Goes through a document once; bytes wait until it is known that no half letter is among them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._group = _Group()
        self._outer: list[_Group] = []
        self._found = _Gathered()
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = -1
        self._bytes = bytearray()
        self._skip = 0
        self._starred = False
        self._in_table = False

    def gathered(self) -> _Gathered:
        """All words, by where they belong."""
        data, place = self._source.data, 0
        while found := _TOKEN.match(data, place):
            place = found.end()
            if found["word"] == b"bin":
                place += max(0, int(found["number"] or 0))
            self._take(found)
        self._flush()
        return self._found

    def _take(self, found: re.Match[bytes]) -> None:
        if found["brace"]:
            self._brace(found["brace"])
        elif found["word"]:
            self._command(found["word"], int(found["number"]) if found["number"] else None)
        elif found["hex"]:
            self._add(bytes((int(found["hex"], 16),)))
        elif found["sign"]:
            self._sign(found["sign"])
        elif found["words"]:
            words = found["words"]
            self._skip, left = max(0, self._skip - len(words)), words[self._skip :]
            self._bytes += left

    def _brace(self, brace: bytes) -> None:
        self._flush()
        self._skip = 0
        if brace == b"{":
            if len(self._outer) >= _DEEPEST:
                raise CannotRead(f"{self._source.shown} is nested deeper than any document is. It was not read.")
            self._outer.append(self._group)
        elif self._outer:
            self._group = self._outer.pop()
        self._starred = False

    def _add(self, one: bytes) -> None:
        if self._skip:
            self._skip -= 1
        else:
            self._bytes += one

    def _sign(self, sign: bytes) -> None:
        if sign == b"*":
            self._starred = True
        elif sign in b"{}\\":
            self._add(sign)
        elif sign in b"\r\n":
            self._flush()
            self._say("\n\n")
        elif sign in b"~_":
            self._flush()
            self._say("\xa0" if sign == b"~" else "-")

    def _command(self, word: bytes, number: int | None) -> None:
        starred, self._starred = self._starred, False
        if word == b"u" and number is not None:
            self._unicode(number)
            return
        self._flush()
        if self._group.place == "fonts":
            self._font_table(word, number)
        elif word in _SIGNS:
            self._say(" " if word == b"par" and self._in_table else _SIGNS[word])
        elif word == b"fonttbl":
            self._group = replace(self._group, place="fonts")
        elif word in (b"footnote", b"title", b"author", b"creatim"):
            self._group = replace(self._group, place=word.decode())
            if word == b"footnote":
                self._say("\n\n")
        elif word == b"shptxt":  # words of a box, in a group that is left out
            self._group = replace(self._group, place="text")
            self._say("\n\n")
        elif word in _LEFT_OUT or (starred and word not in _KNOWN):
            self._group = replace(self._group, place="info" if word == b"info" else "")
        elif self._group.place == "creatim" and word in (b"yr", b"mo", b"dy") and number is not None:
            self._found.day[word.decode()] = number
        else:
            self._setting(word, number)

    def _setting(self, word: bytes, number: int | None) -> None:
        if word == b"uc":
            self._group = replace(self._group, skips=min(max(0, number or 0), _MOST_SKIPPED))
        elif word == b"f" and number is not None:
            self._group = replace(self._group, charset=self._fonts.get(number, ""))
        elif word in (b"pard", b"intbl"):
            self._in_table = word == b"intbl"
        elif word == b"plain":
            self._group = replace(self._group, charset="", hidden=False)
        elif word in (b"v", b"deleted"):
            self._group = replace(self._group, hidden=number != 0)
        elif word == b"ansicpg" and number:
            self._page = f"cp{number}"
        elif word in _PAGES:
            self._page = _PAGES[word]

    def _font_table(self, word: bytes, number: int | None) -> None:
        if word == b"f" and number is not None:
            self._font = number
        elif word == b"fcharset" and number in _CHARSETS and number:
            self._fonts[self._font] = _CHARSETS[number]

    def _unicode(self, number: int) -> None:
        if self._skip:  # one letter stands for another
            self._skip -= 1
            return
        self._flush()
        number %= 0x10000
        self._say(chr(number))
        self._skip = self._group.skips

    def _flush(self) -> None:
        if self._bytes:
            self._say(_decoded(bytes(self._bytes), self._group.charset or self._page))
            self._bytes.clear()

    def _say(self, words: str) -> None:
        if self._group.place not in ("", "fonts", "info", "creatim") and not self._group.hidden:
            self._found.words.setdefault(self._group.place, []).append(words)


def _decoded(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except LookupError:  # a page that nobody knows
        return data.decode("utf-8" if charset == "cp65001" else "cp1252", "replace")

"""OpenDocument texts: paragraphs, rows of tables with tabs, then the notes; deleted words and remarks are left out."""

from collections.abc import Iterator
from contextlib import suppress

from app.reading import dates, titles
from app.reading.articles import Facts, article
from app.reading.safe_xml import End, Start, Token, fields, safe_xml
from app.reading.safe_zip import open_archive
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

READER = "odt 1"

_BLOCKS = frozenset(("p", "h"))
# deleted words, remarks of readers, scripts, the sign of a note, what a picture is called
_LEFT_OUT = frozenset(
    ("tracked-changes", "annotation", "scripts", "note-citation", "ruby-text", "forms", "title", "desc", "binary-data")
)
_MOST_BLANKS = 1000


def read(source: Source) -> Iterator[Article]:
    """The one article of a document."""
    archive = open_archive(source)
    name = f"“content.xml” in {source.shown}"
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise CannotRead(
            f"{source.shown} is locked with a password. Open it with the password, save it without one, and add that."
        )
    text = _Text().of(safe_xml(archive.read("content.xml"), name))
    about: dict[str, str] = {}
    with suppress(CannotRead):  # broken properties are no reason to refuse the words
        if "meta.xml" in archive:
            about = fields(archive.read("meta.xml"), source.shown)
    yield article(source, text, READER, _facts(about))


def _facts(about: dict[str, str]) -> Facts:
    """What the document says of itself; its one date that is no day of change is when it was begun, a guess."""
    made = dates.written(about.get("creation-date", "")[:10])
    return Facts(
        title=titles.sensible(about.get("title", "")),
        author=about.get("initial-creator") or about.get("creator", ""),
        language=about.get("language", ""),
        guess=Published(made, Basis.GUESS, about["creation-date"]) if made else None,
    )


class _Text:
    """Gathers blocks as the document goes by; notes wait until its end."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._notes: list[str] = []
        self._paragraphs: list[list[str]] = []
        self._table: list[str] = []
        self._row: list[str] = []
        self._cell: list[str] = []
        self._tables = self._inside_note = self._left_out = 0

    def of(self, tokens: Iterator[Token]) -> str:
        """All words, an empty line between two blocks."""
        for token in tokens:
            match token:
                case Start():
                    self._start(token)
                case End():
                    self._end(token.name)
                case _ if self._paragraphs and not self._left_out:
                    self._paragraphs[-1].append(" ".join(token.split("\n")))
        return "\n\n".join((*self._blocks, *self._notes))

    def _start(self, token: Start) -> None:
        if self._left_out or token.name in _LEFT_OUT:
            self._left_out += 1
        elif token.name in _BLOCKS:
            self._paragraphs.append([])
        elif token.name == "note-body":
            self._inside_note += 1
        elif token.name == "table":
            self._tables += 1
        elif self._paragraphs:
            self._paragraphs[-1].append(_sign(token))

    def _end(self, name: str) -> None:
        if self._left_out:
            self._left_out -= 1
        elif name in _BLOCKS:
            self._keep("".join(self._paragraphs.pop()).strip())
        elif name == "note-body":
            self._inside_note -= 1
        elif name == "table":
            self._tables -= 1
            if not self._tables and self._table:
                self._blocks.append("\n".join(self._table))
                self._table = []
        elif name in ("table-cell", "covered-table-cell") and self._tables == 1:
            self._row.append(" ".join(self._cell))
            self._cell = []
        elif name == "table-row" and self._tables == 1:
            if any(self._row):
                self._table.append("\t".join(self._row).rstrip("\t"))
            self._row = []

    def _keep(self, words: str) -> None:
        if not words:
            return
        if self._inside_note:
            self._notes.append(words)
        elif self._paragraphs:  # a box among the words of a paragraph
            self._paragraphs[-1].append(f"\n{words}\n")
        elif self._tables:
            self._cell.append(" ".join(words.split()))
        else:
            self._blocks.append(words)


def _sign(token: Start) -> str:
    if token.name == "s":
        count = token.attributes.get("c", "1")
        return " " * min(int(count) if count.isascii() and count.isdigit() and len(count) < 6 else 1, _MOST_BLANKS)
    return {"tab": "\t", "line-break": "\n"}.get(token.name, "")

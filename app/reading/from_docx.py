"""Word documents (Office Open XML): paragraphs, rows of tables with tabs, then the notes; deleted words are left out."""

from collections.abc import Iterator
from contextlib import suppress

from app.reading import dates, titles
from app.reading.articles import Facts, article
from app.reading.safe_xml import End, Start, Token, fields, safe_xml
from app.reading.safe_zip import Archive, open_archive
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

READER = "docx 1"

_MAIN = "word/document.xml"
_NOTES = ("footnotes.xml", "endnotes.xml", "diagrams/data")
# deleted and moved words, what stands twice for older programs, tab stops, pronunciation above words
_LEFT_OUT = frozenset(("del", "moveFrom", "Fallback", "pPr", "rPr", "rt", "instrText", "sectPr"))
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_ROOTS = frozenset(("separator", "continuationSeparator"))


def read(source: Source) -> Iterator[Article]:
    """The one article of a document."""
    archive = open_archive(source)
    body = _text(source, archive, _main(archive))
    notes = [_text(source, archive, name) for name in _beside(archive, *_NOTES)]
    text = "\n\n".join(filter(None, (body, *notes)))
    if not text.strip():  # a letter may have all its words in its head
        text = "\n\n".join(_text(source, archive, name) for name in _beside(archive, "header", "footer"))
    yield article(source, text, READER, _facts(source, archive))


def _main(archive: Archive) -> str:
    """The part with the text; some programs number it."""
    if _MAIN in archive:
        return _MAIN
    names = (one.filename for one in archive.members)
    return next((name for name in names if name.startswith("word/document") and name.endswith(".xml")), _MAIN)


def _beside(archive: Archive, *beginnings: str) -> list[str]:
    wanted = tuple("word/" + one for one in beginnings)
    names = {one.filename for one in archive.members if one.filename.startswith(wanted)}
    return sorted(name for name in names if name.endswith(".xml"))


def _text(source: Source, archive: Archive, name: str) -> str:
    tokens = safe_xml(archive.read(name), f"“{name}” in {source.shown}")
    return "\n\n".join(_blocks(_without_deleted(tokens)))


def _without_deleted(tokens: Iterator[Token]) -> Iterator[Token]:
    """The tokens outside of elements that are left out."""
    inside = 0
    for token in tokens:
        if isinstance(token, Start) and (inside or token.name in _LEFT_OUT):
            inside += 1
        elif not inside:
            yield token
        elif isinstance(token, End):
            inside -= 1


def _blocks(tokens: Iterator[Token]) -> Iterator[str]:
    """Paragraphs, and tables as lines of cells. A table in a cell, or a paragraph in a box, is words of what holds it."""
    table: list[str] = []
    row: list[str] = []
    cell: list[str] = []
    words: list[str] = []
    paragraphs = tables = 0
    in_words = skipped = False
    for token in tokens:
        match token:
            case Start("p", _):
                paragraphs += 1
            case End("p"):
                paragraphs -= 1
                if not paragraphs:
                    said = "".join(words).strip()
                    words = []
                    if said and not skipped:
                        if tables:
                            cell.append(" ".join(said.split()))
                        else:
                            yield said
                    skipped = False
                else:
                    words.append("\n")
            case Start("tbl", _):
                tables += 1
            case End("tbl"):
                tables -= 1
                if not tables and table:
                    yield "\n".join(table)
                    table = []
            case End("tc") if tables == 1:
                row.append(" ".join(cell))
                cell = []
            case End("tr") if tables == 1:
                if any(row):
                    table.append("\t".join(row).rstrip("\t"))
                row = []
            case Start("t", _):
                in_words = True
            case End("t"):
                in_words = False
            case Start(name, _) if name in _SIGNS:
                words.append(_SIGNS[name])
            case Start(name, _) if name in _ROOTS:
                skipped = True
            case str() if in_words:
                words.append(token)


def _facts(source: Source, archive: Archive) -> Facts:
    """What the document says of itself. The day it was made is often that of its template, so it is a guess."""
    found: dict[str, str] = {}
    with suppress(CannotRead):  # broken properties are no reason to refuse the words
        if "docProps/core.xml" in archive:
            found = fields(archive.read("docProps/core.xml"), source.shown)
    made = dates.written(found.get("created", ""))
    return Facts(
        title=titles.sensible(found.get("title", "")),
        author=found.get("creator", ""),
        language=found.get("language", ""),
        guess=Published(made, Basis.GUESS, found["created"]) if made else None,
    )

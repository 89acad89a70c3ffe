"""Tables of articles in Excel workbooks: each sheet whose first row names its columns, one of them "text"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from posixpath import normpath

from app.reading.safe_xml import End, Start, safe_xml
from app.reading.safe_zip import Archive, open_archive
from app.reading.source import Source
from app.reading.table import Row, articles
from storage.errors import CannotRead
from storage.model import Article

READER = "xlsx 1"

_WIDEST = 500  # columns that are looked at
_LONGEST = 1_000_000  # letters of a cell; the program allows 32,767

# meant for "AB12", not for "12"
_CELL = re.compile(r"([A-Z]{1,3})\d+")
_DAY_ONE = date(1899, 12, 30)  # so that 60, a day that never was, comes between two that were
_DAY_ONE_1904 = date(1904, 1, 1)


def read(source: Source) -> Iterator[Article]:
    """The articles of all rows; see `table.articles` for bad ones."""
    yield from articles(source, _rows(source), READER)


def _rows(source: Source) -> Iterator[Row]:
    archive = open_archive(source)
    shared = _shared(source, archive)
    first = _day_one(source, archive)
    found = False
    for name in _sheets(source, archive):
        names: dict[int, str] = {}
        for number, cells in _cells(source, archive, name, shared):
            if not names:
                names = {place: cell.strip().lower() for place, cell in cells.items() if cell.strip()}
                if names and "text" not in names.values():
                    break
                found = found or bool(names)
            elif any(cell.strip() for cell in cells.values()):
                fields = {names[place]: cell for place, cell in cells.items() if place in names}
                yield Row(number, {**fields, "published": _day(fields.get("published", ""), first)})
    if not found:
        raise CannotRead(f"{source.shown} has no column “text”. Name the columns in the first row, one of them “text”.")


def _sheets(source: Source, archive: Archive) -> Iterator[str]:
    """The names of the sheets in the order of the workbook."""
    targets: dict[str, str] = {}
    if "xl/_rels/workbook.xml.rels" in archive:
        for token in safe_xml(archive.read("xl/_rels/workbook.xml.rels"), source.shown):
            if isinstance(token, Start) and token.name == "Relationship":
                targets[token.attributes.get("Id", "")] = token.attributes.get("Target", "")
    for token in safe_xml(archive.read("xl/workbook.xml"), f"“xl/workbook.xml” in {source.shown}"):
        if isinstance(token, Start) and token.name == "sheet":
            target = targets.get(token.attributes.get("id", ""), "")
            name = target.lstrip("/") if target.startswith("/") else normpath(f"xl/{target}")
            if target and name in archive:
                yield name


def _day_one(source: Source, archive: Archive) -> date:
    """The day from which the workbook counts."""
    for token in safe_xml(archive.read("xl/workbook.xml"), source.shown):
        if isinstance(token, Start) and token.name == "workbookPr":
            return _DAY_ONE_1904 if token.attributes.get("date1904") in ("1", "true") else _DAY_ONE
    return _DAY_ONE


def _shared(source: Source, archive: Archive) -> list[str]:
    """Words that cells name by number."""
    if "xl/sharedStrings.xml" not in archive:
        return []
    found: list[str] = []
    words: list[str] = []
    inside = spoken = False
    for token in safe_xml(archive.read("xl/sharedStrings.xml"), f"“xl/sharedStrings.xml” in {source.shown}"):
        match token:
            case Start("si", _):
                words = []
            case End("si"):
                found.append("".join(words))
            case Start("rPh", _):
                spoken = True
            case End("rPh"):
                spoken = False
            case Start("t", _) | End("t"):
                inside = isinstance(token, Start)
            case str() if inside and not spoken:
                words.append(token)
    return found


def _cells(source: Source, archive: Archive, sheet: str, shared: list[str]) -> Iterator[tuple[int, dict[int, str]]]:
    """The number of each row, and its cells by their column from zero."""
    cells: dict[int, str] = {}
    number = place = -1
    kind = ""
    words: list[str] = []
    inside = False
    for token in safe_xml(archive.read(sheet), f"“{sheet}” in {source.shown}"):
        match token:
            case Start("row", about):
                told = about.get("r", "")
                number = int(told) if told.isascii() and told.isdigit() and len(told) < 8 else max(number, 0) + 1
                cells, place = {}, -1
            case End("row"):
                yield number, cells
            case Start("c", about):
                place = _column(about.get("r", ""), place + 1)
                kind, words = about.get("t", "n"), []
            case End("c"):
                if 0 <= place < _WIDEST:
                    cells[place] = _value("".join(words)[:_LONGEST], kind, shared)
            case Start("v" | "t", _):
                inside = True
            case End("v" | "t"):
                inside = False
            case str() if inside:
                words.append(token)


def _column(reference: str, otherwise: int) -> int:
    found = _CELL.fullmatch(reference)
    if not found:
        return otherwise
    number = 0
    for letter in found[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(words: str, kind: str, shared: list[str]) -> str:
    if kind == "s":
        place = int(words) if words.isascii() and words.isdigit() and len(words) < 9 else len(shared)
        return shared[place] if place < len(shared) else ""
    return "" if kind == "e" else words


def _day(words: str, first: date) -> str:
    """A day as it is written: a number counts days, with the time of day behind its point."""
    whole = words.partition(".")[0]
    if not (whole.isascii() and whole.isdigit() and 4 <= len(whole) <= 6 and words.count(".") <= 1):
        return words
    try:
        return (first + timedelta(days=int(whole))).isoformat()
    except OverflowError:
        return words

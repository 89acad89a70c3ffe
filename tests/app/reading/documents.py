"""Small documents made by code: archives, Word and OpenDocument files, books, workbooks, and PDFs written by hand."""

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

CONVOY = "The convoy left eastern Aleppo on Friday, the Red Cross said."
TALKS = "Talks in Astana begin on Monday, according to diplomats."


def zipped(members: Mapping[str, str | bytes] | Sequence[tuple[str, str | bytes]]) -> bytes:
    """A Zip archive; the same name may come twice in a sequence of pairs."""
    made = io.BytesIO()
    pairs = members.items() if isinstance(members, Mapping) else members
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in pairs:
            file.writestr(name, data, zipfile.ZIP_STORED if name == "mimetype" else None)
    return made.getvalue()


def docx(body: str, core: str = "", **parts: str) -> bytes:
    """A Word document with this XML in its body; `footnotes="…"` makes another part."""
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    members = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "docProps/core.xml": '<p xmlns:dc="d" xmlns:dcterms="t">' + core + "</p>",
    }
    members |= {f"word/{name}.xml": f"<w:{name} {names}>{xml}</w:{name}>" for name, xml in parts.items()}
    return zipped(members)


def paragraph(text: str) -> str:
    """A paragraph of Word."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    """A table of Word."""
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def epub(chapters: Mapping[str, str], order: Sequence[str], names: str = "") -> bytes:
    """An e-book; the chapters are XHTML by their file names."""
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in order)
    package = f'<package xmlns:dc="d"><metadata>{names}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>'
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    pages = {
        f"OEBPS/{name}": f"<!DOCTYPE html><html><head><title>No words</title></head><body>{xml}</body></html>"
        for name, xml in chapters.items()
    }
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": package,
            **pages,
        }
    )


Words = tuple[float, float, str]
"""Left, height above the foot of the page, and words."""


def pdf(pages: Sequence[Sequence[Words]], info: str = "", size: int = 10, tree: str = "") -> bytes:
    """A PDF with these words at these places; `tree` stands in the list of pages."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for words in pages:
        drawn = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({_plain(text)}) Tj ET" for x, y, text in words)
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F1 3 0 R >> >> "
            f"/Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)} {tree}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    return _written(objects)


def _plain(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _written(objects: Sequence[str]) -> bytes:
    data = b"%PDF-1.4\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{one}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n{trailer}\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("cp1252")


def column(left: float, top: float, *lines: str) -> list[Words]:
    """Lines below each other, twelve points apart."""
    return [(left, top - 12 * number, line) for number, line in enumerate(lines)]


def odt(body: str, meta: str = "", manifest: str = "") -> bytes:
    """An OpenDocument text with this XML in its body."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f'<o:d xmlns:o="o" xmlns:t="t" xmlns:b="b"><o:text>{body}</o:text></o:d>',
            "meta.xml": f'<o:m xmlns:o="o" xmlns:dc="d" xmlns:meta="m">{meta}</o:m>',
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def xlsx(*sheets: Sequence[Sequence[str]], date1904: bool = False) -> bytes:
    """A workbook of cells: digits are numbers, other words stand in the list of shared ones."""
    words = sorted({cell for rows in sheets for row in rows for cell in row if not cell.isdigit()})
    names = range(1, len(sheets) + 1)
    members = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": f'<w xmlns:r="r"><workbookPr date1904="{int(date1904)}"/>'
        + "".join(f'<sheet name="s{one}" r:id="r{one}"/>' for one in names)
        + "</w>",
        "xl/_rels/workbook.xml.rels": "<R>"
        + "".join(f'<Relationship Id="r{one}" Target="worksheets/sheet{one}.xml"/>' for one in names)
        + "</R>",
        "xl/sharedStrings.xml": "<sst>" + "".join(f"<si><t>{escape(word)}</t></si>" for word in words) + "</sst>",
    }
    for number, rows in enumerate(sheets, 1):
        lines = (
            f'<row r="{place}">'
            + "".join(_cell(cell, words, letter, place) for letter, cell in enumerate(row))
            + "</row>"
            for place, row in enumerate(rows, 1)
        )
        members[f"xl/worksheets/sheet{number}.xml"] = f"<w><sheetData>{''.join(lines)}</sheetData></w>"
    return zipped(members)


def _cell(cell: str, words: Sequence[str], column: int, row: int) -> str:
    if not cell:
        return ""
    at = f'r="{chr(65 + column)}{row}"'
    return f"<c {at}><v>{cell}</v></c>" if cell.isdigit() else f'<c {at} t="s"><v>{words.index(cell)}</v></c>'


SECTOR = 512
_LAST, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def streams(files: Mapping[str, bytes]) -> bytes:
    """A file of old Office with these streams, by their paths. Each is padded with zeros to 4,096 bytes, which spares the
    small sectors that shorter ones stand in; its length is as given from there on."""
    names: dict[str, list[str]] = {"": []}
    for path in files:
        parts = path.split("/")
        for depth in range(len(parts)):
            above, here = "/".join(parts[:depth]), "/".join(parts[: depth + 1])
            if here not in names.setdefault(above, []):
                names[above].append(here)
    order = ["", *(path for path in dict.fromkeys(one for inside in names.values() for one in inside))]
    table: list[int] = []
    body = b""
    entries = b""
    for path in order:
        beside = next((inside for inside in names.values() if path in inside), [path])
        right = beside[beside.index(path) + 1] if beside[-1] != path else None
        child = names.get(path, [None])[0]
        start, size = _LAST, 0
        if path in files:
            data = files[path].ljust(4096, b"\0")
            start, size = len(table), len(data)
            count = -(-size // SECTOR)
            table += [*range(start + 1, start + count), _LAST]
            body += data.ljust(count * SECTOR, b"\0")
        name = (path.rpartition("/")[2] or "Root Entry").encode("utf-16-le") + b"\0\0"
        kind = 5 if not path else 2 if path in files else 1
        links = (_FREE, order.index(right) if right else _FREE, order.index(child) if child else _FREE)
        entries += struct.pack("<64sHBB3I36sIQ", name, len(name), kind, 1, *links, b"", start, size)
    directory = len(table)
    entries = entries.ljust(-(-len(entries) // SECTOR) * SECTOR, b"\0")
    count = len(entries) // SECTOR
    table += [*range(directory + 1, directory + count), _LAST]
    tables = -(-(len(table) + 1) // 127)
    first = len(table)
    table += [_TABLE] * tables
    packed = b"".join(struct.pack("<I", one) for one in table).ljust(tables * SECTOR, b"\xff")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack(
        "<16sHHHHH6sIIIIIIIII", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0, tables, directory, 0, 4096, _LAST, 0, _LAST, 0
    )
    places = b"".join(struct.pack("<I", first + number) for number in range(tables))
    return (head + places).ljust(SECTOR, b"\xff") + body + entries + packed


def doc(text: str, notes: str = "", flags: int = 0) -> bytes:
    """A document of Word 97: the text in one piece of two-byte letters."""
    main = bytearray(0x400)
    struct.pack_into("<HH", main, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", main, 10, 0x0200 | flags)
    struct.pack_into("<II", main, 0x4C, len(text), len(notes))
    pieces = struct.pack("<IIHIH", 0, len(text + notes), 0, len(main), 0)
    table = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", main, 0x1A2, 0, len(table))
    return streams({"WordDocument": bytes(main) + (text + notes).encode("utf-16-le"), "1Table": table})


def msg(words: Mapping[str, str], files: Mapping[str, bytes], sent: int = 0) -> bytes:
    """A mail of Outlook: words by the number of their property, what is attached by its name, hundreds of nanoseconds."""
    made = {f"__substg1.0_{name}001F": text.encode("utf-16-le") for name, text in words.items()}
    made["__properties_version1.0"] = b"\0" * 32 + struct.pack("<HHIQ", 0x40, 0x39, 0, sent)
    for number, (name, data) in enumerate(files.items()):
        place = f"__attach_version1.0_#{number:08}"
        made[f"{place}/__substg1.0_3707001F"] = name.encode("utf-16-le")
        made[f"{place}/__substg1.0_37010102"] = data.ljust(4096)  # blanks, which no text minds
    return streams(made)

"""Office documents, e-books and PDFs that are traps or broken."""

import zlib
from xml.sax.saxutils import escape

from tests.app.reading.documents import column, doc, docx, epub, msg, odt, paragraph, pdf, streams, xlsx, zipped
from tests.hostile.case import ANY, FAILED, GOOD, READ, SKIPPED, WORDS, Case, Cases
from tests.hostile.pages import FILE, LAUGHS
from tests.hostile.plain import INJECTED

WORD = "word/document.xml"
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = {"[Content_Types].xml": "<Types/>"}


def word(xml: str | bytes, **more: str | bytes) -> bytes:
    """A Word document whose main part is this."""
    return zipped({**TYPES, WORD: xml, **more})


def inside(body: str, before: str = "") -> str:
    return f"{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>"


TEXT = paragraph(GOOD)
WORDS_DOCUMENTS = {
    "laughs": (word(inside(TEXT + "<w:p><w:r><w:t>&j;</w:t></w:r></w:p>", LAUGHS)), FAILED),
    "file": (word(inside("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", FILE)), FAILED),
    "deep": (word(inside("<w:p>" * 50_000 + GOOD)), FAILED),
    "deep-tables": (word(inside("<w:tbl><w:tr><w:tc>" * 300 + TEXT + "</w:tc></w:tr></w:tbl>" * 300)), ANY),
    "bomb": (word(inside(TEXT) + " " * 60_000_000), FAILED),
    "text-bomb": (word(inside("<w:p><w:r><w:t>" + "a" * 60_000_000 + "</w:t></w:r></w:p>")), FAILED),
    "no-body": (word(f"<w:document {NAMES}/>"), FAILED),
    "no-xml": (word(b"\0\1\2" * 99), FAILED),
    "cut-xml": (word(inside(TEXT)[:-40]), FAILED),
    "no-part": (zipped({**TYPES, "word/other.xml": "<x/>"}), FAILED),
    "part-twice": (zipped([*TYPES.items(), (WORD, inside(TEXT)), (WORD, inside(TEXT))]), FAILED),
    "utf16": (word(inside(TEXT, "<?xml version='1.0' encoding='utf-16'?>").encode("utf-16")), ANY),
    "charset": (word(inside(TEXT, "<?xml version='1.0' encoding='x-no-such'?>")), FAILED),
    "attributes": (word(inside("<w:p " + " ".join(f"a{n}='1'" for n in range(50_000)) + "/>" + TEXT)), ANY),
    "links": (
        docx(TEXT + '<w:hyperlink r="rId1"><w:r><w:t>x</w:t></w:r></w:hyperlink>'.replace(' r="', ' w:id="')),
        ANY,
    ),
    "macro": (word(inside(TEXT), **{"word/vbaProject.bin": b"\0" * 99}), ANY),
    "day-0": (docx(TEXT, "<dcterms:created>0000-00-00T00:00:00Z</dcterms:created>"), ANY),
    "day-9999": (docx(TEXT, "<dcterms:created>9999-12-31T23:59:59-14:00</dcterms:created>"), ANY),
    "day-minus": (docx(TEXT, "<dcterms:created>-0005-01-01</dcterms:created><dc:title>\t\n</dc:title>"), ANY),
    "many": (docx("<w:p/>" * 50_000 + TEXT), ANY),
    "empty": (docx("<w:p/>"), FAILED),
}
ENDS = "<t:p>a</t:p></b:table-cell></b:table-row></b:table>"
OPEN_DOCUMENTS = {
    "columns": (
        f'<b:table><b:table-row><b:table-cell b:number-columns-repeated="1000000000">{ENDS}',
        ANY,
    ),
    "rows": (
        f'<b:table><b:table-row b:number-rows-repeated="1000000000"><b:table-cell>{ENDS}',
        ANY,
    ),
    "blanks": (f'<t:p>{GOOD}<t:s t:c="2000000000"/></t:p>', ANY),
    "blanks-minus": (f'<t:p>{GOOD}<t:s t:c="-5"/><t:s t:c="x"/></t:p>', ANY),
    "deep": ("<t:p>" * 5000, FAILED),
    "empty": ("<t:p/>", FAILED),
    "changes": (
        f"<t:p>{GOOD}</t:p><t:tracked-changes><t:deletion>"
        + "<t:p>x</t:p>" * 1000
        + "</t:deletion></t:tracked-changes>",
        ANY,
    ),
}
CELL = (
    '<w><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>text</t></is></c></row><row r="2">{}</row></sheetData></w>'
)


def sheet(cells: str, **parts: str) -> bytes:
    """A workbook whose sheet has the column "text" and one row of these cells."""
    book = '<w xmlns:r="r"><workbookPr/><sheet name="s" r:id="r1"/></w>'
    names = '<R><Relationship Id="r1" Target="worksheets/sheet1.xml"/></R>'
    told = {
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": names,
        "xl/worksheets/sheet1.xml": CELL.format(cells),
    }
    return zipped({**TYPES, **told, **parts})


WORKBOOKS = {
    "far": f'<c r="ZZZZZZZZ2" t="inlineStr"><is><t>{GOOD}</t></is></c>',
    "row": f'<c r="A99999999999"><v>{GOOD}</v></c>',
    "no-place": f'<c t="inlineStr"><is><t>{GOOD}</t></is></c>',
    "shared": '<c r="A2" t="s"><v>99999999999</v></c>',
    "shared-minus": '<c r="A2" t="s"><v>-1</v></c>',
    "number": '<c r="A2"><v>1e999</v></c>',
    "many": '<c r="A2"/>' * 20_000,
    "formula": '<c r="A2" t="str"><f>HYPERLINK("http://x.example")</f><v>=1+1</v></c>',
    "error": '<c r="A2" t="e"><v>#REF!</v></c>',
}
BOOKS = {
    "place": epub({"../../../etc/passwd": f"<p>{GOOD}</p>"}, ("../../../etc/passwd",)),
    "again": epub({"a.xhtml": f"<p>{GOOD}</p>"}, ("a.xhtml",) * 20_000),
    "missing": epub({"a.xhtml": "x"}, ("b.xhtml",)),
    "locked": zipped(
        {"mimetype": "application/epub+zip", "META-INF/encryption.xml": "<e/>", "META-INF/container.xml": "<c/>"}
    ),
    "no-list": zipped({"mimetype": "application/epub+zip", "a.xhtml": f"<p>{GOOD}</p>"}),
    "deep": epub({"a.xhtml": "<div>" * 20_000 + f"<p>{GOOD}"}, ("a.xhtml",)),
    "day": epub({"a.xhtml": f"<p>{GOOD}</p>"}, ("a.xhtml",), "<dc:date>-0005</dc:date><dc:date>99999-99-99</dc:date>"),
    "laughs": zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": LAUGHS + "<c>&j;</c>"}),
}
PAGE = pdf([column(50, 700, GOOD.strip())])


def written(*objects: str | bytes, trailer: str = "") -> bytes:
    """A PDF of these objects, the first of them its catalogue, without a table of their places."""
    data = b"%PDF-1.7\n"
    for number, one in enumerate(objects, 1):
        body = one.encode("latin-1") if isinstance(one, str) else one
        data += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    return data + f"trailer\n<< /Root 1 0 R /Size {len(objects) + 1} {trailer} >>\n%%EOF\n".encode()


def stream(data: bytes, told: str = "") -> bytes:
    return f"<< /Length {len(data)} {told} >>\nstream\n".encode() + data + b"\nendstream"


def one_page(content: bytes, more: str = "", *objects: str | bytes) -> bytes:
    """A PDF of one page that draws this; objects begin at 6."""
    kinds = "/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"
    return written(
        "<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [3 0 R] /Count 1 {more} >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] {kinds} /Contents 4 0 R >>", content,
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", *objects,
    )  # fmt: skip


SAY = f"BT /F1 12 Tf 50 700 Td ({GOOD.strip()}) Tj ET".encode()
BOMB = zlib.compress(b" " * 100_000_000, 9)
FORM = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
PDFS = {
    "cut": (PAGE[: len(PAGE) // 2], ANY),
    "head": (b"%PDF-1.4\n", FAILED),
    "words": (b"%PDF-1.4\n" + WORDS, FAILED),
    "junk": (b"junk " * 50 + PAGE, ANY),
    "tail": (PAGE + bytes(50_000), ANY),
    "no-table": (PAGE.replace(b"startxref", b"startxxxx"), ANY),
    "minus": (PAGE.replace(b"/Length ", b"/Length -"), ANY),
    "cycle": (written("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"), FAILED),
    "cycle-up": (
        written(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 9 >>",
            "<< /Type /Pages /Parent 3 0 R /Kids [2 0 R] /Count 9 >>",
        ),
        FAILED,
    ),
    "count": (pdf([column(50, 700, GOOD.strip())]).replace(b"/Count 1", b"/Count 999999999"), ANY),
    "no-pages": (written("<< /Type /Catalog >>"), FAILED),
    "itself": (written("1 0 R", "2 0 R"), FAILED),
    "same": (pdf([column(50, 700, GOOD.strip())], tree="3 0 R " * 5000), ANY),
    "previous": (PAGE.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9"), ANY),
    "form": (one_page(stream(b"/X Do " + SAY), "", stream(b"/X Do", FORM)), ANY),
    "bomb": (one_page(stream(BOMB, "/Filter /FlateDecode")), FAILED),
    "bombs": (one_page(stream(zlib.compress(BOMB, 9), "/Filter [/FlateDecode /FlateDecode]")), FAILED),
    "filters": (one_page(stream(SAY, "/Filter [" + "/ASCIIHexDecode " * 500 + "]")), ANY),
    "filter": (one_page(stream(SAY, "/Filter /NoSuch")), ANY),
    "locked": (
        written(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [] /Count 0 >>",
            f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>",
            trailer=f"/Encrypt 3 0 R /ID [<{'43' * 16}> <{'43' * 16}>]",
        ),
        FAILED,
    ),
    "lock": (
        written(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [] /Count 0 >>",
            "<< /Filter /NoSuch /V 99 >>",
            trailer="/Encrypt 3 0 R",
        ),
        FAILED,
    ),
    "action": (
        PAGE.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        ANY,
    ),
    "launch": (PAGE.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction << /S /Launch /F (/bin/sh) >>"), ANY),
    "box": (PAGE.replace(b"[0 0 600 800]", b"[0 0 1e38 -1e38]"), ANY),
    "box-zero": (PAGE.replace(b"[0 0 600 800]", b"[0 0 0 0]    "), ANY),
    "moves": (one_page(stream(b"q 1 0 0 1 1 1 cm " * 100_000 + SAY)), ANY),
    "shows": (one_page(stream(b"BT /F1 1 Tf " + b"(a) Tj " * 200_000 + b"ET")), ANY),
    "array": (one_page(stream(b"[" * 100_000 + SAY)), ANY),
    "deep": (written("<< /Type /Catalog /Pages " + "<< /A " * 20_000 + ">>"), FAILED),
    "day-0": (pdf([column(50, 700, GOOD.strip())], "/CreationDate (D:00000000000000)"), ANY),
    "day-9999": (pdf([column(50, 700, GOOD.strip())], "/CreationDate (D:99991231235959-99'99')"), ANY),
    "day-minus": (pdf([column(50, 700, GOOD.strip())], "/CreationDate (D:-0005) /Title (\\000\\001\\377)"), ANY),
    "scan": (pdf([[], []]), FAILED),
    "pages": (pdf([column(50, 700, GOOD.strip())] * 1500), READ),
    "far": (pdf([[(1e9, -1e9, "far away"), (50, 700, GOOD.strip())]]), ANY),
}
OLD = doc(GOOD)
OLDS = {
    "cut.doc": (OLD[: len(OLD) // 2], ANY),
    "head.doc": (OLD[:512], FAILED),
    "cycle.doc": (OLD[:-512] + b"\0\0\0\0" * 128, ANY),
    "no-words.doc": (doc(""), FAILED),
    "locked.doc": (doc(GOOD, flags=0x0100), FAILED),
    "package.docx": (streams({"EncryptedPackage": b"x", "EncryptionInfo": b"x"}), FAILED),
    "sheet.xls": (streams({"Workbook": b"x"}), SKIPPED),
    "sectors.doc": (OLD[:30] + b"\x3f\0" + OLD[32:], ANY),
    "table.doc": (OLD[:44] + b"\xff\xff\xff\x7f" + OLD[48:], ANY),
    "mail.msg": (msg({"0037": "=1+1", "1000": GOOD}, {"../../x.exe": b"MZ", "a.txt": WORDS}, 2**63), ANY),
    "empty.msg": (msg({}, {}), FAILED),
    "cut.msg": (msg({"1000": GOOD}, {})[:4000], ANY),
    "year-1601.msg": (msg({"1000": GOOD}, {}, 1), ANY),
    "far.msg": (msg({"1000": GOOD}, {}, 2**64 - 1), ANY),
}


def cases() -> Cases:
    """All of them."""
    for name, (data, fate) in WORDS_DOCUMENTS.items():
        yield Case(f"word-{name}.docx", data, fate)
    for name, (xml, fate) in OPEN_DOCUMENTS.items():
        yield Case(f"open-{name}.odt", odt(xml), fate)
    yield Case("open-locked.odt", odt("<t:p>x</t:p>", manifest="<encryption-data/>"), ANY)
    for name, cells in WORKBOOKS.items():
        yield Case(f"sheet-{name}.xlsx", sheet(cells), ANY)
    yield Case(
        "sheet-laughs.xlsx", sheet("", **{"xl/sharedStrings.xml": LAUGHS + "<sst><si><t>&j;</t></si></sst>"}), FAILED
    )
    yield Case("sheet-day.xlsx", xlsx([("Text", "Published"), (GOOD, "99999999999"), (GOOD + "b", "0")]))
    for name, data in BOOKS.items():
        yield Case(f"book-{name}.epub", data, ANY)
    for name, (data, fate) in PDFS.items():
        yield Case(f"pdf-{name}.pdf", data, fate)
    for name, (data, fate) in OLDS.items():
        yield Case(f"old-{name}", data, fate)
    for name, text in INJECTED.items():
        yield Case(f"word-injected-{name}.docx", docx(paragraph(GOOD + text), f"<dc:title>{escape(text)}</dc:title>"))
    for whole, ending in (
        (docx(TEXT), "docx"),
        (odt(f"<t:p>{GOOD}</t:p>"), "odt"),
        (epub({"a.xhtml": GOOD}, ("a.xhtml",)), "epub"),
        (xlsx([("Text",), (GOOD,)]), "xlsx"),
    ):
        yield Case(f"cut.{ending}", whole[: len(whole) * 2 // 3], FAILED)
        yield Case(f"false-name-{ending}.txt", whole)
    yield Case("false-name.docx", PAGE)
    yield Case("false-name.pdf", WORDS, ANY)
    yield Case(
        "pdf-huge-bomb.pdf",
        lambda: one_page(stream(zlib.compress(bytes(2_000_000_000), 9), "/Filter /FlateDecode")),
        FAILED,
        large=True,
    )

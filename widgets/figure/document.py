"""What Qt leaves out of a PDF: links to sources, bookmarks of lanes, what it shows in words; and no time or chance in it."""

import hashlib
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DictionaryObject,
    Fit,
    NameObject,
    TextStringObject,
)

from widgets.figure.figure import Figure, Page, Placed
from widgets.figure.paper import INCH

POINT = 72 / INCH
VERSION, LETTERS = "%PDF-1.7", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FACTS = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{alternative}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{software}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def finished(data: bytes, figure: Figure, fonts: str) -> bytes:
    """The same document with all that, and the same bytes for the same figure."""
    made = PdfWriter(clone_from=PdfReader(BytesIO(data)))
    for number, page in enumerate(figure.pages):
        for link in page.links:
            left, right = link.x * POINT, (link.x + link.width) * POINT
            foot, top = (page.height - link.y - link.height) * POINT, (page.height - link.y) * POINT
            made.add_annotation(number, Link(rect=(left, foot, right, top), border=[0, 0, 0], url=link.address))
    _add_bookmarks(made, figure)
    _add_facts(made, figure, fonts)
    _name_fonts(made)
    made.pdf_header = VERSION
    out = BytesIO()
    made.write(out)
    return out.getvalue()


def _add_bookmarks(made: PdfWriter, figure: Figure) -> None:
    """A lane leads to its first strip, and to each below it where there are several."""
    places: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(figure.pages):
        for placed in page.strips:
            for lane in placed.strip.scene.lanes:
                places.setdefault(lane.label, []).append((number, _down(page, placed, lane.top)))
    for label, found in places.items():
        above = made.add_outline_item(title=label or "Events", page_number=found[0][0], fit=_to(found[0][1]))
        for count, (number, top) in enumerate(found if len(found) > 1 else ()):
            made.add_outline_item(title=f"Part {count + 1}", page_number=number, parent=above, fit=_to(top))
    for number, page in enumerate(figure.pages):
        head = next((run for run in page.runs if run.text == "Sources" and run.style.size), None)
        if head:
            made.add_outline_item(title="Sources", page_number=number, fit=_to((page.height - head.y + 20) * POINT))


def _down(page: Page, placed: Placed, top: float) -> float:
    """Where the lane begins, in points from the foot of its page."""
    return (page.height - placed.top - placed.strip.scene.sizes.axis - top) * POINT


def _to(top: float) -> Fit:
    return Fit.xyz(left=0, top=round(top, 1), zoom=0)


def facts_of(figure: Figure) -> bytes:
    """Title and description as XMP, which takes the place of Qt's with its times."""
    told = (figure.name, figure.words.alternative, figure.words.software)
    title, alternative, software = map(escape, told)
    return _FACTS.format(title=title, alternative=alternative, software=software).encode()


def _add_facts(made: PdfWriter, figure: Figure, fonts: str) -> None:
    """Title, description, language, fonts; the times that Qt wrote are taken out, and its number is one of the content."""
    words, root = figure.words, made.root_object
    made.metadata = {
        "/Title": figure.name, "/Subject": words.alternative, "/Creator": words.software, "/Producer": words.software,
        "/Keywords": f"Fonts: {fonts}",
    }  # fmt: skip
    root[NameObject("/Lang")] = TextStringObject("en")
    root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    number = ByteStringObject(hashlib.sha256(facts_of(figure)).digest()[:16])
    made._ID = ArrayObject((number, number))


def _name_fonts(made: PdfWriter) -> None:
    """The tags before names of fonts tell in Qt's case by chance which one it wrote first; here their order on the pages."""
    tags: dict[str, str] = {}
    for one in made._objects:
        for key in ("/FontName", "/BaseFont"):
            if isinstance(one, DictionaryObject) and "+" in str(one.get(key, "")):
                tag, _, name = str(one[key]).removeprefix("/").partition("+")
                tags.setdefault(tag, f"FONT{LETTERS[len(tags) // 26]}{LETTERS[len(tags) % 26]}")
                one[NameObject(key)] = NameObject(f"/{tags[tag]}+{name}")

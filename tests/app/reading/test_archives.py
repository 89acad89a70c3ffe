"""Zip archives give the articles in them; tables that lie, and documents that are traps, are refused before they cost."""

import io
import struct
import zipfile

import pytest

from app.reading import members
from app.reading.noted import Noted
from app.reading.read import read_source
from app.reading.safe_xml import End, Start, fields, safe_xml
from app.reading.safe_zip import kind_of, open_archive
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article
from tests.app.reading.documents import CONVOY, TALKS, docx, epub, paragraph, zipped


def read(data: bytes, name: str = "a.zip") -> tuple[list[Article], str]:
    found: list[Article] = []
    try:
        for article in read_source(Source(name, data, f"/in/{name}")):
            found.append(article)
    except CannotRead as trouble:
        return found, str(trouble)
    return found, ""


def test_each_member_is_an_article_with_its_place_and_the_bytes_of_the_whole() -> None:
    articles, trouble = read(
        zipped({"b/talks.txt": TALKS, "a.txt": CONVOY, "b/": b"", "c.docx": docx(paragraph("Words"))})
    )
    assert [(one.text, one.key) for one in articles] == [(CONVOY, "a.txt"), (TALKS, "b/talks.txt"), ("Words", "c.docx")]
    assert articles[1].source == "/in/a.zip/b/talks.txt"
    assert len({one.sha256 for one in articles}) == 1
    assert not trouble


def test_parts_of_saved_pages_and_hidden_files_are_no_articles() -> None:
    page = f"<!DOCTYPE html><p>{CONVOY}</p>"
    articles, trouble = read(
        zipped(
            {
                "x/A.html": page,
                "x/A_files/b.html": page,
                "__MACOSX/._A.html": "x",
                "x/.hidden.txt": "x",
                "Thumbs.db": "x",
            }
        )
    )
    assert [one.key for one in articles] == ["x/A.html"]
    assert not trouble


def test_what_is_no_article_is_told_without_being_a_failure() -> None:
    found = read_source(Source("a.zip", zipped({"a.txt": CONVOY, "b.png": b"\x89PNG\r\n"})))
    assert next(found).text == CONVOY
    with pytest.raises(Noted, match=r"“b\.png” is no text"):
        next(found)


def test_archives_in_archives_are_read_down_to_a_depth() -> None:
    data = zipped({"a.txt": CONVOY})
    for _ in range(members.DEEPEST - 1):
        data = zipped({"b.zip": data})
    assert [one.text for one in read(data)[0]] == [CONVOY]
    articles, trouble = read(zipped({"b.zip": zipped({"b.zip": data})}))
    assert articles == []
    assert "too deep" in trouble


def bomb() -> bytes:
    return zipped({"a.txt": b"a" * (80 << 20)})


def encrypted() -> bytes:
    data = bytearray(zipped({"a.txt": CONVOY}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def overlapping() -> bytes:
    """A table in which a thousand names mean the same bytes."""
    one = zipped({"a.txt": b"The convoy left. " * 1000})
    start = one.index(b"PK\x01\x02")
    end = one.index(b"PK\x05\x06")
    entry = one[start:end]
    table = b"".join(entry.replace(b"a.txt", b"%05d" % number) for number in range(1000))
    return one[:start] + table + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1000, 1000, len(table), start, 0)


def lying() -> bytes:
    """A member that unpacks to more than the table says."""
    data = bytearray(zipped({"a.txt": b"The convoy left. " * 100_000}))
    struct.pack_into("<L", data, data.index(b"PK\x01\x02") + 24, 10)
    return bytes(data)


def link() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        about = zipfile.ZipInfo("a.txt")
        about.external_attr = 0o120777 << 16
        file.writestr(about, "/etc/passwd")
    return made.getvalue()


TRAPS = {
    "a bomb": (bomb(), "would unpack to"),
    "a locked one": (encrypted(), "is locked with a password"),
    "the same bytes many times": (overlapping(), "names the same bytes many times"),
    "one that lies": (lying(), "“a.txt” in “a.zip”"),
    "a way out": (zipped({"../../a.txt": CONVOY}), "names a place outside"),
    "a way out from the top": (zipped({"/etc/a.txt": CONVOY}), "names a place outside"),
    "a link": (link(), "is a link to another place"),
    "cut off": (zipped({"a.txt": CONVOY})[:-30], "is damaged, or only a part of it is here"),
    "nothing to read": (zipped({"a.png": b"x"}), "holds no articles"),
    "empty": (zipped({}), "holds no articles"),
    "many thousand files": (zipped({f"{number}.txt": b"" for number in range(20_001)}), "holds more than 20,000 files"),
}


@pytest.mark.parametrize(("data", "sentence"), TRAPS.values(), ids=TRAPS)
def test_traps_are_refused_in_a_sentence(data: bytes, sentence: str) -> None:
    articles, trouble = read(data)
    assert articles == []
    assert sentence in trouble
    assert not any(word in trouble for word in ("Error", "Exception", "None", "zipfile"))


def test_a_name_that_comes_twice_is_read_once_and_told() -> None:
    articles, trouble = read(zipped([("a.txt", CONVOY), ("a.txt", TALKS)]))
    assert len(articles) == 1
    assert "more than once" in trouble


def test_a_document_whose_text_stands_twice_is_refused() -> None:
    data = zipped([("[Content_Types].xml", ""), ("word/document.xml", "<a/>"), ("word/document.xml", "<b/>")])
    assert "twice" in read(data, "a.docx")[1]


LAUGHS = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>"
XML = {
    "entities": (LAUGHS, "declares entities"),
    "a file of this machine": ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "declares entities"),
    "entities in UTF-16": (LAUGHS.encode("utf-16"), "declares entities"),
    "nested without end": ("<a>" * 100_000, "nested deeper"),
    "broken": ("<a><b></a>", "is damaged"),
    "empty": ("", "is damaged"),
    "an entity that nobody declared": ("<a>&nbsp;</a>", "is damaged"),
}


@pytest.mark.parametrize(("xml", "sentence"), XML.values(), ids=XML)
def test_xml_that_is_a_trap_or_broken_is_refused(xml: str | bytes, sentence: str) -> None:
    data = xml.encode() if isinstance(xml, str) else xml
    with pytest.raises(CannotRead) as trouble:
        list(safe_xml(data, "“a.xml”"))
    assert str(trouble.value).startswith("“a.xml” ")
    assert sentence in str(trouble.value)
    assert sentence in read(zipped({"[Content_Types].xml": "", "word/document.xml": data}), "a.docx")[1]


def test_xml_comes_as_beginnings_ends_and_words_without_namespaces() -> None:
    tokens = list(safe_xml(b"<x:a xmlns:x='n' x:b='1'>c<!-- d -->e</x:a>", "a"))
    assert tokens == [Start("a", {"b": "1"}), "ce", End("a")]
    assert fields(b"<a><b> c </b><b>d</b><e><f/></e></a>", "a") == {"b": "c"}


KINDS = {
    ".docx": docx(paragraph("a")),
    ".epub": epub({}, ()),
    ".odt": zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}),
    ".ods": zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}),
    ".xlsx": zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}),
    ".pptx": zipped({"[Content_Types].xml": "", "ppt/presentation.xml": ""}),
    ".zip": zipped({"word/document.xml": ""}),
}


@pytest.mark.parametrize(("ending", "data"), KINDS.items())
def test_an_archive_is_known_by_what_it_holds(ending: str, data: bytes) -> None:
    assert kind_of(data) == ending


def test_bytes_left_are_counted_over_all_members(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.reading.safe_zip.LARGEST_WHOLE", 1000)
    source = Source("a.zip", zipped({"a.txt": b"a" * 600, "b.txt": b"b" * 300}))
    archive = open_archive(source)
    monkeypatch.setattr(archive, "_left", 700)
    assert len(archive.read("a.txt")) == 600
    with pytest.raises(CannotRead, match="unpacks to more than it says"):
        archive.read("b.txt")

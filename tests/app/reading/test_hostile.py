"""Whatever the bytes are, the answer is articles that can be kept, or one sentence; nothing else is ever raised."""

import io
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.reading.read import READERS, read_source
from app.reading.source import Source
from storage.errors import CannotRead
from tests.app.reading.documents import column, docx, epub, odt, paragraph, pdf, table, xlsx, zipped

ROOT = Path(__file__).parents[3]
PAGE = (
    "<!DOCTYPE html><?xml version='1.0'?><html lang='en'><head><meta charset='utf-8'><!--[if IE]><![endif]-->"
    "<meta name='date' content='2016-12-17'><script type='application/ld+json'>{\"datePublished\": \"2016-12-17\"}</script>"
    "</head><body><![CDATA[x]]><article><h1>Convoy leaves</h1><time datetime='2016-12-17'>Saturday</time>"
    "<p>The evacuation went on on Friday, the Red Cross said in the evening of the day.</p><table><tr><td>&nbsp;&#x1F600;"
    "</table></article></body></html>"
)
TABLE = 'text,id,published\n"It left, on Friday",1,2016-12-17\n"It\ncame",2,\n'
LINES = '{"text": "It left \\ud83d\\ude00 on Friday", "id": 1, "published": "2016-12-17"}\n{"text": "It came"}\n'
NOTES = "---\ntitle: Convoy\ndate: 2016-12-17\n---\n# Convoy\n\nIt left on Friday.\n"
MAIL = (
    b"From: Jane (a (b)) <j@x.example>\nSubject: =?utf-8?q?Sa=C3=ADda?=\nDate: Sat, 17 Dec 2016 09:30:00 +0300\n"
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n"
    b"Content-Transfer-Encoding: quoted-printable\n\n<p>It left=20on Friday.</p>\n--b\nContent-Type: message/rfc822\n\n"
    b"Subject: a\n\nwords\n--b--\n"
)
RICH = rb"{\rtf1\ansi{\fonttbl{\f0\fcharset204 A;}}{\info{\creatim\yr2016\mo12\dy17}}\f0\'cc\u8211?\bin3 abc{\footnote b}\par}"
DOCUMENTS = {
    ".docx": docx(paragraph("It left.") + table(("a", "b")), "<dc:title>Convoy</dc:title>", footnotes=paragraph("c")),
    ".odt": odt(
        "<t:p>It left.</t:p><b:table><b:table-row><b:table-cell><t:p>a</t:p></b:table-cell></b:table-row></b:table>"
    ),
    ".epub": epub({"a.xhtml": "<p>It left.</p>"}, ("a.xhtml",), "<dc:date>2016-12-17</dc:date>"),
    ".xlsx": xlsx([("Text", "Published"), ("It left.", "42721")]),
    ".zip": zipped({"a.txt": "It left.", "b.docx": docx(paragraph("It left."))}),
    ".pdf": pdf([column(50, 700, "It left.", "It came.")], "/Title (Convoy)"),
    ".eml": MAIL,
    ".mbox": b"From j@x.example Sat Dec 17 09:30:00 2016\n" + MAIL,
    ".mhtml": MAIL,
    ".rtf": RICH,
}
BEGINNINGS = [text.encode() for text in (PAGE, TABLE, LINES, NOTES, "")]


def check(source: Source) -> None:
    try:
        for article in read_source(source):
            assert article.text
            assert article.title
            for words in (article.text, article.title, article.publisher, article.author, article.url, article.key):
                words.encode("utf-8")
                assert "\x00" not in words
    except CannotRead as trouble:
        said = str(trouble)
    else:
        return
    said.encode("utf-8")
    assert said.endswith(".")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(sorted(READERS)), st.sampled_from(BEGINNINGS), st.binary(max_size=300))
def test_any_bytes_give_articles_or_a_sentence(ending: str, beginning: bytes, rest: bytes) -> None:
    check(Source("a" + ending, beginning + rest))
    check(Source("a" + ending, rest + beginning))


@pytest.mark.parametrize("seed", range(60))
def test_damaged_files_give_articles_or_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(chance.choice(BEGINNINGS[:4]))
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(data))
        data[place : place + chance.choice((0, 1, 5))] = chance.randbytes(chance.choice((0, 1, 2)))
    for ending in READERS:
        check(Source("a" + ending, bytes(data[: chance.randint(1, len(data))])))


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("ending", DOCUMENTS)
def test_damaged_documents_give_articles_or_a_sentence(ending: str, seed: int) -> None:
    chance = random.Random(f"{ending}{seed}")
    data = bytearray(DOCUMENTS[ending])
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(data))
        data[place : place + chance.choice((0, 1, 5))] = chance.randbytes(chance.choice((0, 1, 2)))
    check(Source("a" + ending, bytes(data[: chance.choice((len(data), chance.randint(1, len(data))))])))


# XML that is well formed and no document: what is not where it should be, or is there a hundred times
PARTS = (
    "<a:p>", "</a:p>", "<a:t>", "x", "</a:t>", "<a:table/>", "<a:tr>", "</a:tr>", "<a:row r='x'/>", "<a:c/>", "<a:s c='-1'/>",
    "<a:note-body/>", "<a:tbl/>", "<a:v>9</a:v>", "<a:del/>",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=40))
def test_xml_of_any_shape_gives_articles_or_a_sentence(parts: list[str]) -> None:
    body = "".join(parts)
    check(Source("a.docx", docx(body)))
    check(Source("a.odt", odt(body)))
    sheet = {
        "xl/worksheets/sheet1.xml": f"<w xmlns:a='a'>{body}</w>",
        "xl/sharedStrings.xml": f"<w xmlns:a='a'>{body}</w>",
    }
    whole = xlsx([("Text",)])
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        members = {name: file.read(name) for name in file.namelist()}
    check(Source("a.xlsx", zipped({**members, **sheet})))


LONG = 300_000
SECONDS = 20
READ = """
import resource, sys
from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
resource.setrlimit(resource.RLIMIT_CPU, (int(sys.argv[1]), int(sys.argv[1])))
unit, beginning, name = sys.argv[3:]
data = beginning.encode() + (unit.encode() * int(sys.argv[2]))+ b"x"
try:
    list(read_source(Source(name, data)))
except CannotRead:
    pass
"""
TIRING = [
    *((unit, "<html><body>", "a.html") for unit in (
        " ", "<", "<!--", "<!---->", "<a ", '<a href="', '<a ">" ', "</", "<?", "<![", "&#1", "<script>", "-->",
    )),
    ("<p>it left on Friday, said those who had come from there to see it</p>", "<html><body>", "a.html"),
    *((unit, "", "a.txt") for unit in (" ", "\n", "<!---->", "\r", "\u0301")),
    *((unit, "---\n", "a.md") for unit in (" ", "---\n", "a:", "#")),
    *((unit, "text,published\n", "a.csv") for unit in (",", '"', " ", '",', "\n", "a,2016-\n")),
    *((unit, "{\\rtf1 ", "a.rtf") for unit in ("{", "}", "\\", "\\u1", "\\bin", "\\'e9", "{\\*\\x", "a\n")),
    *((unit, "Subject: a\n", "a.eml") for unit in ("a:\n", " \n", "=?", "(", "\n", "From:(", "begin 644 A\nAAA\n")),
    *((unit, "Content-Type: multipart/mixed; boundary=b\n\n", "a.eml") for unit in (
        "--b\n", "--b", "--b ", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\n\nbegin 644 a\nA\nend\n",
    )),
    *((unit, "From ", "a.mbox") for unit in ("\n\nFrom ", "1", "1:", "11:11", "\n\nFrom 1:11\n", ">", "\n>>")),
    *((unit, "", "a.jsonl") for unit in ("[", "\n", '{"text": "a"}\n', '"')),
]  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
@pytest.mark.parametrize(("unit", "beginning", "name"), TIRING)
def test_what_says_the_same_thing_without_end_is_soon_read(unit: str, beginning: str, name: str) -> None:
    """What takes a second now took minutes where each sign was compared with all that follow: the limit is far off."""
    done = subprocess.run(
        [sys.executable, "-c", READ, str(SECONDS), str(LONG // len(unit)), unit, beginning, name],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-300:]

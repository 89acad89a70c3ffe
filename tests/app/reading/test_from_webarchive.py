"""Web pages that Safari saved: the page with its address, whatever form the property list has."""

import plistlib

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.errors import CannotRead
from tests.app.reading.documents import CONVOY, zipped

ADDRESS = "https://courier.example/world/convoy"
PAGE = f"<!DOCTYPE html><html><head></head><body><p>{CONVOY} Алеппо.</p></body></html>"


def saved(form: plistlib.PlistFormat = plistlib.FMT_BINARY, **more: object) -> bytes:
    main = {
        "WebResourceData": PAGE.encode("cp1251"),
        "WebResourceURL": ADDRESS,
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1251",
    }
    frame = {"WebResourceData": b"<p>Buy a car</p>", "WebResourceURL": "https://ads.example/"}
    return plistlib.dumps({"WebMainResource": main | more, "WebSubresources": [frame]}, fmt=form)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_is_read_with_its_address_and_without_its_frames(form: plistlib.PlistFormat) -> None:
    data = saved(form)
    (article,) = read_source(Source("a.webarchive", data, "/pages/a.webarchive"))
    assert article.text == f"{CONVOY} Алеппо."
    assert (article.url, article.source) == (ADDRESS, "/pages/a.webarchive")
    assert article.reader.startswith("webarchive 1, html")


BAD = {
    "cut short": (saved()[:-40], "is damaged"),
    "no property list": (b"bplist00" + b"\xff" * 40, "is damaged"),
    "entities": (b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa">]><plist>&a;</plist>', "is damaged"),
    "settings": (plistlib.dumps({"Name": "x"}, fmt=plistlib.FMT_BINARY), "holds no web page"),
    "a list": (plistlib.dumps(["x"], fmt=plistlib.FMT_BINARY), "holds no web page"),
    "words for bytes": (saved(WebResourceData="x"), "holds no web page"),
}


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD)
def test_a_file_without_a_page_says_so(data: bytes, sentence: str) -> None:
    with pytest.raises(CannotRead, match=sentence):
        list(read_source(Source("a.webarchive", data)))


def test_a_page_that_firefox_archived_is_read_without_what_it_consists_of() -> None:
    data = zipped({"1/index.html": PAGE, "1/index_files/frame.html": "<p>Buy a car</p>", "1/index.rdf": "<x/>"})
    (article,) = read_source(Source("a.maff", data))
    assert CONVOY in article.text

"""Web pages that Safari saved with all their parts in one file, a property list: the page among the parts."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.reading import from_html
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

READER = "webarchive 1"

_ADDRESSES = ("http://", "https://")


def read(source: Source) -> Iterator[Article]:
    """The one article of a page, with the address that it was saved from."""
    page = _page(source)
    address = _words(page, "WebResourceURL")
    inner = Source(
        source.name,
        page["WebResourceData"],
        source.path,
        address if address.startswith(_ADDRESSES) else source.url,
        source.inside,
    )
    for article in from_html.read(inner, _words(page, "WebResourceTextEncodingName")):
        yield replace(
            article,
            source=source.origin,
            sha256=hashlib.sha256(source.data).hexdigest(),
            reader=f"{READER}, {article.reader}",
        )


def _page(source: Source) -> dict[str, Any]:
    """The main part of the file, with its bytes."""
    import plistlib

    try:
        whole = plistlib.loads(source.data)
    except Exception as trouble:  # of a foreign property list, plistlib raises whatever it meets
        raise CannotRead(
            f"{source.shown} is damaged. Open the page in Safari and save it once more, or copy and paste the article."
        ) from trouble
    page = whole.get("WebMainResource") if isinstance(whole, dict) else None
    if not isinstance(page, dict) or not isinstance(page.get("WebResourceData"), bytes):
        raise CannotRead(f"{source.shown} holds no web page. Open the page in Safari and save it as a web archive.")
    return page


def _words(page: dict[str, Any], key: str) -> str:
    found = page.get(key)
    return found if isinstance(found, str) else ""

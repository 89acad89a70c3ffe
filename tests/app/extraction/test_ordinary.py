"""Texts that report no event: what recipes, matches and markets tell in the words of war stays off the timeline."""

import tomllib
from pathlib import Path

from app.extraction.extract import extract
from storage.model import Basis, Published
from storage.moment import Moment

_TEXTS = {
    path.stem.removesuffix("_ordinary"): tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
    for path in sorted((Path(__file__).parent / "cases").glob("*_ordinary.toml"))
}
_MOST = 1.0
"""Events in a thousand words that may be taken for such."""
_PUBLISHED = Published(Moment.parse("2019-05-20"), Basis.USER)


def test_ordinary_texts_have_hardly_any_event():
    found = [
        (language, text["name"], event.quote)
        for language, texts in _TEXTS.items()
        for text in texts
        for event in extract(text["text"], _PUBLISHED, language).events
    ]
    words = sum(len(text["text"].split()) for texts in _TEXTS.values() for text in texts)
    assert 1000 * len(found) / words <= _MOST, (words, found)

"""Texts that report no event: what recipes, matches and markets tell in the words of war stays off the timeline."""

import tomllib
from pathlib import Path

from app.extraction.extract import extract
from storage.model import Basis, Published
from storage.moment import Moment

_TEXTS = tomllib.loads((Path(__file__).parent / "cases" / "en_ordinary.toml").read_text(encoding="utf-8"))["texts"]
_MOST = 1.0
"""Events in a thousand words that may be taken for such."""


def test_ordinary_texts_have_hardly_any_event():
    found = [
        (text["name"], event.quote)
        for text in _TEXTS
        for event in extract(text["text"], Published(Moment.parse("2019-05-20"), Basis.USER), "en").events
    ]
    words = sum(len(text["text"].split()) for text in _TEXTS)
    assert 1000 * len(found) / words <= _MOST, found

"""What allows Python's search for circles of objects to be put off: there are none."""

import gc
import json
from pathlib import Path

import pytest

from app.extraction.collecting import without_collecting
from app.extraction.extract import extract
from resources.languages import languages
from storage.model import Basis, Moment, Published

ARTICLES = Path(__file__).parent / "articles"
PUBLISHED = Published(Moment.parse("2016-12-18"), Basis.USER)


@pytest.mark.parametrize("language", languages())
def test_what_is_made_of_a_text_holds_no_circles(language):
    text = json.loads((ARTICLES / f"{language}-01.json").read_text(encoding="utf-8"))["text"]
    extract(text, PUBLISHED, language)
    gc.collect()
    with without_collecting():
        extract(text, PUBLISHED, language)
        assert gc.collect() == 0


def test_the_search_goes_on_behind_what_failed():
    with pytest.raises(ValueError, match="broken"), without_collecting():
        raise ValueError("broken")
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()
    try:
        with without_collecting():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()

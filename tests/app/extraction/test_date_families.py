"""Families of expressions of time, a table for each: what words mean on a day of publication."""

import tomllib
from pathlib import Path

import pytest

from app.extraction.dates import find_dates
from storage.model import Basis, Published
from storage.moment import Moment

CASES = [
    pytest.param(path.parent.name, *case, id=f"{path.parent.name} {path.stem}: {case[0][:60]} [{case[2]}]")
    for path in sorted((Path(__file__).parent / "cases" / "dates").glob("*/*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["cases"]
]


@pytest.mark.parametrize(("language", "text", "day", "words", "value", "edtf"), CASES)
def test_words_mean_what_the_table_of_their_family_says(language, text, day, words, value, edtf):
    found = find_dates(text, Published(Moment.parse(day), Basis.USER), language)
    told = {one.text: (one.value, one.when.edtf if one.when else "") for one in found}
    if value:
        assert told.get(words) == (value, edtf), told
    else:
        assert words not in told
        assert words or not told, told

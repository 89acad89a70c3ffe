"""Texts that were made to break: each broke a promise once, or is of a shape that makes patterns and rules go astray."""

import pytest

from app.extraction.extract import extract
from app.extraction.grammar import patterns
from app.extraction.publication import publication_candidates
from resources.languages import languages
from storage.model import Basis, Moment, Published

PUBLISHED = Published(Moment.parse("2016-12-18"), Basis.USER)
BROKE_ONCE = [
    pytest.param(
        "en",
        " ... \u6666\u6666\u8270 3.10.3.10.3.10.3.10.12: 1,900 1,900 000000000000 — — — — — ",
        id="nothing for a title",
    ),
]
SHAPES = ["12:", "Friday ", "(((“", "”)» ", "Talks\n", "— ", ". ", "U.N.", "2015", "a|b|c|d\n", "İ'", "كَ", "l'", "3. "]


def _kept(text: str, language: str) -> bool:
    """Whether every date and event stands where it says, and every event has a title."""
    found = extract(text, PUBLISHED, language)
    publication_candidates(text, language)
    return all(date.span.of(text) == date.text for date in found.dates) and all(
        event.span.of(text) == event.quote and event.title for event in found.events
    )


@pytest.mark.parametrize(("language", "text"), BROKE_ONCE)
def test_what_broke_once_holds(language, text):
    assert _kept(text, language)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("shape", SHAPES, ids=ascii)
def test_any_shape_repeated_keeps_the_promises(shape, language):
    assert _kept(shape * 200, language)


@pytest.mark.parametrize("language", languages())
def test_no_pattern_of_time_repeats_anything(language):
    """What cannot repeat cannot backtrack without bound."""
    for pattern in patterns(language).all:
        assert not {"*", "+", "{"}.intersection(pattern.regex.pattern), pattern.regex.pattern

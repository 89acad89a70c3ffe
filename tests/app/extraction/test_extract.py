"""From texts to events: a table of cases per language, reasons, titles and mentions, and what must hold for any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.extract import extract
from storage.model import Basis, Extraction, FoundEvent, Published, Status
from storage.moment import Moment

CASES = [
    (path.stem.removesuffix("_events"), case)
    for path in sorted((Path(__file__).parent / "cases").glob("*_events.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8"))["events"]
]
ON_SATURDAY = Published(Moment.parse("2016-12-17"), Basis.USER)


def found(text: str, published: Published | None = ON_SATURDAY) -> tuple[FoundEvent, ...]:
    return extract(text, published, "en").events


def told(event: FoundEvent) -> list[str]:
    return [event.kind, event.quote, event.when.edtf if event.when else "", str(event.status)]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{lang}: {case['name']}" for lang, case in CASES])
def test_a_text_tells_the_events_of_the_table(language, case):
    published = Published(Moment.parse(case["published"]), Basis.USER) if case["published"] else None
    assert [told(event) for event in extract(case["text"], published, language).events] == case["expected"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Rebels attacked Kafra on Friday.",
            ["'on Friday' + published Sat 17 Dec 2016 (set by you) → Fri 16 Dec 2016"],
        ),
        (
            "Rebels attacked Kafra on Friday. Troops shelled Mirzan.",
            [
                "'on Friday' + published Sat 17 Dec 2016 (set by you) → Fri 16 Dec 2016",
                "carried over from what was told before: 'on Friday' → Fri 16 Dec 2016",
            ],
        ),
        (
            "The army said on Friday rebels had attacked Kafra.",
            ["on the day on which it was said: 'on Friday' → Fri 16 Dec 2016"],
        ),
        ("The rebels could attack the army base.", ["the text tells no date for it"]),
    ],
)
def test_every_date_says_where_it_comes_from(text, why):
    assert [event.dating.why for event in found(text)] == why


def test_a_date_that_waits_for_the_day_of_publication_says_so():
    (event,) = found("Rebels attacked Kafra on Friday.", None)
    assert event.when is None
    assert event.dating.needs_publication
    assert event.dating.why == "'on Friday' needs the day of publication"


def test_a_headline_becomes_a_mention_of_the_event_below_it():
    text = "Rebels seize Kafra airport\n\nRebels seized the airport of Kafra on Thursday after a week of fighting."
    (event,) = found(text)
    assert [mention.of(text) for mention in event.mentions] == ["Rebels seize Kafra airport"]
    (alone,) = found(text.partition("\n\n")[2])
    assert event.importance > alone.importance


def test_only_the_kinds_asked_for_are_given():
    text = "Rebels attacked the base on Monday. The two armies signed a ceasefire on Tuesday."
    assert [event.kind for event in extract(text, ON_SATURDAY, "en").events] == ["attack", "agreement"]
    assert [event.kind for event in extract(text, ON_SATURDAY, "en", {"agreement"}).events] == ["agreement"]


def test_the_language_is_told_by_the_text():
    text = "The army said that its troops had retaken the town of Kafra from the rebels on Thursday."
    assert extract(text, ON_SATURDAY) == extract(text, ON_SATURDAY, "en")


def test_a_language_without_words_for_events_has_dates_alone():
    assert extract("Rebels attacked the base on Monday.", ON_SATURDAY, "xx") == Extraction("xx", (), ())


SIGNS = ["“", "”", '"', "(", ")", ",", ".", ";", ":", "—", "-", "\n", "\n\n", "No.", "U.N.", "killed,"]
PHRASES = [
    *("rebels", "attacked", "Kafra", "on Friday", "said", "that", "the army", "which", "and", "after", "the ceasefire"),
    *("was signed", "3 December 2016", "will", "not", "if", "since 1992", "peace talks", "in Geneva", "yesterday"),
    *("wounding 40 people", "two days after the surrender", "could", "every"),
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(SIGNS + PHRASES), max_size=60).map(" ".join)), st.booleans())
@settings(max_examples=300, deadline=None)
def test_every_span_lies_in_the_text_and_gives_its_quote(text, published):
    events = extract(text, ON_SATURDAY if published else None, "en").events
    for event in events:
        assert event.quote
        assert event.span.of(text) == event.quote
        assert 0 <= event.importance <= 1
        assert len(event.title) <= 80
        assert event.status in Status
        assert event.dating is not None
        assert all(0 <= mention.start < mention.end <= len(text) for mention in event.mentions)
    assert all(one.span.start <= other.span.start for one, other in pairwise(events))

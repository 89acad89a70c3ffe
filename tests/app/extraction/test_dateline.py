"""Which day before a text is that of its dateline, and where the text behind it begins."""

import pytest

from app.extraction.dateline import dateline, says_published
from app.extraction.expressions import expressions, names_day
from storage.model import Span


def split(text: str) -> tuple[str, str] | None:
    found = dateline(text, [one.span for one in expressions(text, "en") if names_day(one)], "en")
    return (found.day.of(text), text[found.end :]) if found else None


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("TAIZ, 3 May 2018 — The market burned.", "3 May 2018", "The market burned."),
        ("BEIRUT (Agency), December 17 — The buses left.", "December 17", "The buses left."),
        ("(Agency) - 5 June: The buses left.", "5 June", "The buses left."),
        ("KAFRA, Dec. 17, 2016 (AP) -- The buses left.", "Dec. 17, 2016", "The buses left."),
        ("KAFRA, May 3, AFP - The buses left.", "May 3", "The buses left."),
        ("(New York, 3 May 2018) – The office wrote.", "3 May 2018", "The office wrote."),
        ("Kafra (3 May 2018) – The office wrote.", "3 May 2018", "The office wrote."),
        ("PORT OF SPAIN, 3 May _ The office wrote.", "3 May", "The office wrote."),
        ("Dar es Salaam, 3 May — The office wrote.", "3 May", "The office wrote."),
        ("Updated 5 June: The buses left.", "5 June", "The buses left."),
        ("3 May 2018 - The buses left.", "3 May 2018", "The buses left."),
        ("Buses leave\n\nBy Ana Lopez\n\nKAFRA, Friday — The buses left.", "Friday", "The buses left."),
    ],
)
def test_a_dateline_ends_with_its_dash(text, day, rest):
    assert split(text) == (day, rest)


@pytest.mark.parametrize(
    "text",
    [
        "The truce was signed on 3 May 2018 — the first in the war.",
        "On 3 May 2018 - a Thursday - rebels attacked Kafra.",
        "Talks in Kafra, 3 May 2018 — the second round.",
        "KAFRA, 3 May 2018, after dusk — the market burned.",
        "The town fell. Kafra, 3 May 2018 — nobody knew.",
        "Ana Lopez (3 May 1950 – 5 June 2010) was an envoy.",
        "3 May 2018 – Rebels shelled Kafra.\n5 June 2018 – Troops took Mirzan.",
        "5 June: the buses left.",
        "KAFRA — Rebels shelled the town on 3 May 2018.",
        "Nobody spoke.\n" * 120 + "KAFRA, 3 May 2018 — The market burned.",
    ],
)
def test_other_days_before_a_dash_are_none(text):
    assert split(text) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Published 3 May 2018", "3 May 2018", True),
        ("By Ana Lopez | Last updated on 3 May 2018, 10:30 GMT", "3 May 2018", True),
        ("Posted on 3 May 2018 by the editors", "3 May 2018", True),
        ("Released on 3 May 2018, they went home.", "3 May 2018", False),
        ("The hostages were released on 3 May 2018.", "3 May 2018", False),
        ("Nobody knew what the publisher of 3 May 2018 wanted", "3 May 2018", False),
    ],
)
def test_a_line_can_say_that_its_day_is_of_publication(text, words, expected):
    start = text.index(words)
    assert says_published(text, Span(start, start + len(words)), "en") is expected


def test_a_long_line_before_a_day_is_looked_at_only_near_it():
    assert split("KAFRA, " * 50_000 + "3 May 2018 — The market burned.") is None

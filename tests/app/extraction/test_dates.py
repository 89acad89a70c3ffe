"""Which days the words of a text mean: a table of cases per language, reasons, and what must hold for any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.extraction.dates import find_dates
from storage.model import Basis, DateExpression, DateKind, Published
from storage.moment import Moment

CASES = [
    (path.stem, case)
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for case in tomllib.loads(path.read_text(encoding="utf-8")).get("dates", [])
]


def published(day: str | None, basis: Basis = Basis.USER) -> Published | None:
    return Published(Moment.parse(day), basis) if day else None


def days(one: DateExpression) -> list[str]:
    ends = (one.when.earliest, one.when.latest) if one.when else (None, None)
    return [end.iso() if end else "" for end in ends]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{lang}: {case['name']}" for lang, case in CASES])
def test_words_mean_the_days_of_the_table(language, case):
    found = find_dates(case["text"], published(case.get("published")), language)
    assert [[one.text, one.value, *days(one)] for one in found] == case["expected"]


@pytest.mark.parametrize(
    ("text", "day", "basis", "why"),
    [
        (
            "They met on Friday.",
            "2016-12-17",
            Basis.USER,
            "'on Friday' + published Sat 17 Dec 2016 (set by you) → Fri 16 Dec 2016",
        ),
        (
            "They met yesterday.",
            "2016-12-17",
            Basis.METADATA,
            "'yesterday' + published Sat 17 Dec 2016 (from the file's metadata) → Fri 16 Dec 2016",
        ),
        ("They met on Friday.", None, Basis.USER, "'on Friday' needs the day of publication"),
        ("It has held since 2014.", None, Basis.USER, "'since 2014' → since 2014"),
        ("It has held since March 2015.", None, Basis.USER, "'since March 2015' → since Mar 2015"),
        ("It has held since 3 March 2015.", None, Basis.USER, "'since 3 March 2015' → since Tue 3 Mar 2015"),
        ("It held until March 2015.", None, Basis.USER, "'until March 2015' → Mar 2015"),
        ("They met on 14 December 2016.", None, Basis.USER, "'on 14 December 2016' → Wed 14 Dec 2016"),
    ],
)
def test_the_reason_names_words_basis_and_outcome(text, day, basis, why):
    assert find_dates(text, published(day, basis), "en")[0].dating.why == why


def test_the_reason_of_a_date_counted_from_another_names_that_one():
    found = find_dates("It fell on 14 December 2016; three days later it burned.", None, "en")
    assert found[1].dating.why == "'three days later' + Wed 14 Dec 2016 ('14 December 2016') → Sat 17 Dec 2016"
    assert found[1].dating.anchor.span == found[0].span


def test_a_weekday_keeps_the_other_reading_as_an_alternative():
    (found,) = find_dates("They met on Friday.", published("2016-12-17"), "en")
    assert [(one.when.edtf, one.reason) for one in found.dating.alternatives] == [
        ("2016-12-23", "if it is still to come")
    ]


@pytest.mark.parametrize(
    ("text", "day", "other"),
    [
        ("TAIZ, 3 May 2018 — Forces shelled the market on Wednesday.", "2018-05-02", ["2018-05-09"]),
        ("TAIZ, 3 May 2018 — The envoys will meet on Wednesday.", "2018-05-09", ["2018-05-02"]),
        ("TAIZ, 3 May 2018 — Forces shelled the market on Thursday.", "2018-05-03", []),
    ],
)
def test_a_weekday_behind_a_dateline_counts_from_publication_and_not_from_the_month_of_may(text, day, other):
    found = find_dates(text, published("2018-05-03", Basis.DATELINE), "en")[1]
    assert found.when.edtf == day
    assert [one.when.edtf for one in found.dating.alternatives] == other


def test_a_numeric_date_keeps_the_other_order_as_an_alternative():
    (found,) = find_dates("Signed on 3/4/2014.", None, "en")
    assert [one.when.edtf for one in found.dating.alternatives] == ["2014-04-03"]


def test_a_missing_publication_is_said_to_be_missing():
    (found,) = find_dates("They met on Friday.", None, "en")
    assert found.dating.needs_publication
    assert found.when is None


def test_the_phrase_holds_the_preposition_and_the_expression_does_not():
    text = "They met on Friday."
    (found,) = find_dates(text, None, "en")
    assert (found.span.of(text), found.dating.span.of(text)) == ("Friday", "on Friday")


def test_an_unknown_language_has_no_dates():
    assert find_dates("am Freitag", None, "xx") == ()


WORDS = st.sampled_from(
    ["Friday", "on", "12", "May", "2014", "the", "night", "of", "to", "14", "-", "two", "weeks", "ago", "later",
     "1998", "last", "next", "year", "early", "in", "since", "that",
     "day", "first", "week", "31", "February", ",", ".", "\n\n",
     "10:35", "a.m.", "264", "BC", "every", "Christmas", "quarter", "1990s", "half", "century", "3/4/2014",
     "'98", "19th"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=25).map(" ".join)
DAYS = st.integers(-200_000, 40_000).map(Moment)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, day=st.none() | DAYS)
def test_every_span_gives_its_words_in_order(text, day):
    found = find_dates(text, Published(day, Basis.USER) if day else None, "en")
    for one in found:
        assert one.span.of(text) == one.text != ""
        assert one.dating.span.of(text) == one.dating.words
        assert one.dating.span.start <= one.span.start <= one.span.end <= one.dating.span.end
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=80), day=DAYS)
def test_any_text_is_read(text, day):
    for one in find_dates(text, Published(day, Basis.GUESS), "en"):
        assert text[one.span.start : one.span.end] == one.text
        assert one.kind in DateKind


@settings(max_examples=200, deadline=None)
@given(
    day=DAYS, word=st.sampled_from(["on Friday", "last Tuesday", "next Monday", "yesterday", "tonight", "two days ago"])
)
def test_publishing_a_week_later_shifts_relative_days_by_a_week(day, word):
    text = f"The town was taken {word}."
    first, second = (
        find_dates(text, Published(Moment(one), Basis.USER), "en")[0].when.earliest.day
        for one in (day.day, day.day + 7)
    )
    assert second - first == 7


@settings(max_examples=100, deadline=None)
@given(day=DAYS, count=st.integers(1, 5))
def test_a_sentence_without_a_time_changes_nothing_after_it(day, count):
    text = "Rebels took the town on 3 May 2011. The next day they left. On Friday they came back."
    neutral = "Nobody spoke. " * count
    publication = Published(day, Basis.USER)
    before, after = find_dates(text, publication, "en"), find_dates(neutral + text, publication, "en")
    assert [(one.value, one.when) for one in before] == [(one.value, one.when) for one in after]


def test_a_long_text_of_nothing_but_weekdays_is_read_whole():
    found = find_dates("Friday " * 20_000, published("2016-12-17"), "en")
    assert len(found) == 20_000
    assert {one.value for one in found} == {"2016-12-16"}


def dating(text: str, day: str = "2016-12-17"):
    one = find_dates(text, published(day), "en")[0].dating
    assert one is not None
    return one


def test_a_weekday_that_contradicts_its_date_is_told_and_is_another_reading():
    one = dating("They met on Friday, 14 December 2016.")
    assert one.why.endswith("(the weekday contradicts the date)")
    assert [other.when.edtf for other in one.alternatives] == ["2016-12-16"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("They met on Friday.", ["2016-12-23"]),
        ("They met on 3 March.", ["2017-03-03"]),
        ("They met in March.", ["2017-03"]),
        ("They met last Tuesday.", ["2016-12-06"]),
        ("They met over the weekend.", ["[2016-12-17..2016-12-18]"]),
        ("They met on 3/4/2014.", ["2014-04-03"]),
        ("They met on 3 March 2014.", []),
    ],
)
def test_where_there_was_a_choice_the_other_reading_is_kept(text, others):
    assert [other.when.edtf for other in dating(text).alternatives] == others


@pytest.mark.parametrize(
    "text",
    [
        "Rebels took Kafra 99999999999 days ago.",
        "Rebels took Kafra 999999999 weeks ago.",
        "Rebels will be back in 5000000 weeks.",
    ],
)
def test_no_date_lies_where_none_can_be_written(text):
    for one in find_dates(text, published("2016-12-17"), "en"):
        for bound in (one.when.earliest, one.when.latest) if one.when else ():
            assert bound is None or Moment.parse(bound.iso()) == bound


def test_a_weekday_does_not_move_what_has_happened_into_another_year():
    text = "On Friday, 14 March, rebels attacked Kafra."
    one = find_dates(text, published("2024-03-15"), "en")[0]
    assert one.value == "2024-03-14"
    assert one.dating is not None
    assert one.dating.why.endswith("(the weekday contradicts the date)")
    assert find_dates("The vote is due on Friday, 14 March.", published("2024-05-15"), "en")[0].value == "2025-03-14"

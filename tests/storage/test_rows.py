import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.model import (
    Alternative,
    Anchor,
    Article,
    Basis,
    Correction,
    Dating,
    Event,
    Mention,
    Moment,
    Precision,
    Published,
    Review,
    Row,
    Span,
    Status,
    When,
)
from storage.moment import day_number
from storage.rows import FORMS, record_of, row_of, table_of
from storage.when import in_decade, lasting, on_day

EARLY = Moment.of(-9999, 1, 1)
LATE = Moment.of(12000, 12, 31, 1439, -570)
ZONED = Moment.of(2016, 12, 19, 0, 180)
WHENS = [
    None,
    on_day(0),
    in_decade(1990),
    lasting(None, None),
    lasting(EARLY, None, approximate=True),
    When(None, LATE, Precision.MINUTE),
    When(ZONED, Moment.of(2016, 12, 19, 30, 0), Precision.HOUR, True),
]
DATING = Dating(
    "on\n“Friday”", Span(3, 9), "date", "'🙂' → x", Anchor(on_day(5), None, Span(0, 1)), needs_publication=True
)
FULL = Dating("", None, "", "", Anchor(on_day(5), Basis.USER), (Alternative(lasting(EARLY, None), "if"),))
PUBLISHED = Published(EARLY, Basis.URL, "/-9999/")

ROWS: list[Row] = [
    Article(1, "🙂\u0301 text\0 with \"quotes\" and 'ends'\n", ""),
    Article(
        2**62,
        "",
        "t",
        "p",
        "a",
        "u",
        "ar",
        PUBLISHED,
        (PUBLISHED, Published(ZONED, Basis.GUESS)),
        "s",
        "h",
        "c",
        "r",
        "k",
    ),
    *(Event(3, "kind of my own", "🙂", when) for when in WHENS),
    Event(4, "", "", None, Status.DENIED, ("Alep, po", '"', "🙂"), Review.REJECTED, "n\n", 0.1 + 0.2),
    *(Mention(5, 3, 1, Span(0, 7), "“quote”", when, DATING) for when in WHENS),
    Mention(6, 3, 1, Span(2**40, 2**41), "", None, FULL),
    Correction(7, 3, "when", "null", '{"a":1}'),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_row_comes_back_as_it_was_also_through_json(row: Row) -> None:
    record = json.loads(json.dumps(record_of(row)))
    assert row_of(table_of(row), record) == row


@pytest.mark.parametrize("row", ROWS, ids=lambda row: type(row).__name__)
def test_a_record_has_exactly_the_columns_of_its_table(row: Row) -> None:
    assert tuple(record_of(row)) == FORMS[table_of(row)].columns


moments = st.builds(
    Moment,
    st.integers(day_number(-9999, 1, 1), day_number(99999, 12, 31)),
    st.none() | st.integers(0, 1439),
).flatmap(
    lambda moment: st.builds(
        Moment,
        st.just(moment.day),
        st.just(moment.minute),
        st.none() | st.integers(-1439, 1439) if moment.minute else st.none(),
    )
)
whens = st.builds(When, st.none() | moments, st.none() | moments, st.sampled_from(Precision), st.booleans())


@given(whens, st.text(), st.lists(st.text()).map(tuple), st.floats(0, 1))
def test_any_event_comes_back_as_it_was(when: When, text: str, places: tuple[str, ...], importance: float) -> None:
    event = Event(1, text, text, when, Status.ONGOING, places, Review.EDITED, text, importance)
    assert row_of("events", record_of(event)) == event


def test_bounds_for_queries_are_left_out_where_they_are_open_or_unknown() -> None:
    bounds = [record_of(Event(1, "", "", when)) for when in (None, lasting(None, Moment(4)), on_day(3))]
    assert [(one["start"], one["end"]) for one in bounds] == [(None, None), (None, 5.0), (3.0, 4.0)]

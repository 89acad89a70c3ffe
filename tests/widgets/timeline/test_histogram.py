from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from storage.moment import day_number
from widgets.timeline.histogram import APART, BAR, beyond, histogram, ticks_between
from widgets.timeline.index import EventIndex, build_index
from widgets.timeline.spans import Span

START = day_number(2016, 9, 1)


def index_of(columns: Columns) -> EventIndex:
    return build_index(columns, Lanes((Lane("a", "A", "attack", 1),), np.zeros(len(columns), np.int32)))


@pytest.fixture
def index(columns_of: Callable[..., Columns]) -> EventIndex:
    days = [START - 100, START - 5, START, START, START + 3, START + 40, START + 900]
    return index_of(columns_of([(float(day), day + 1.0, Precision.DAY, "attack", 0.5) for day in days]))


@pytest.mark.parametrize("width", [20, 300, 5000])
def test_every_event_of_the_stretch_is_in_one_bar(index: EventIndex, width: float) -> None:
    span = Span(START, START + 90)
    made = histogram(index, span, width)
    assert made.counts.sum() >= 4
    assert (np.diff(made.edges) * width / span.length >= BAR * 0.9).all()


def test_events_beyond_the_strip_are_counted(index: EventIndex) -> None:
    assert beyond(index, Span(START, START + 90)) == (2, 1)


@pytest.mark.parametrize(
    ("days", "width", "names"),
    [
        (150, 900, ["Sep 2016", "Oct", "Nov", "Dec", "Jan 2017"]),
        (10, 800, ["1 Sep 2016", "2 Sep", "3 Sep", "4 Sep"]),
        (1500, 500, ["2017", "2018", "2019", "2020"]),
    ],
)
def test_months_days_or_years_are_named(days: int, width: float, names: list[str]) -> None:
    assert [name for _, name in ticks_between(Span(START, START + days), width)][: len(names)] == names


@pytest.mark.parametrize("days", [1, 30, 400, 9000, 1_000_000, 20_000_000])
def test_names_keep_their_distance(days: int) -> None:
    span = Span(START, START + days)
    places = [(time - span.start) / span.length * 900 for time, _ in ticks_between(span, 900)]
    assert len(places) <= 900 / APART + 2
    assert all(after - before > APART * 0.85 for before, after in pairwise(places))


def test_before_the_year_1_the_same_years_are_named_as_on_the_axis() -> None:
    span = Span(day_number(-3000, 1, 1), day_number(1000, 1, 1))
    names = [name for _, name in ticks_between(span, 700)]
    assert {"3000 BC", "2000 BC", "1"} & set(names)
    assert not any(name.endswith("1 BC") for name in names)

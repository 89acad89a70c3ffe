"""What the user wants to see, as one value."""

import pytest

from widgets.filters import Filters


@pytest.mark.parametrize(
    ("filters", "narrow"),
    [
        (Filters(), (3.0, 8.0)),
        (Filters(first=5.0), (5.0, 8.0)),
        (Filters(last=6.0), (3.0, 6.0)),
        (Filters(first=1.0, last=9.0), (3.0, 8.0)),
    ],
)
def test_a_view_of_restricted_time_is_what_both_let_through(filters: Filters, narrow: tuple[float, float]) -> None:
    found = filters.narrowed(3.0, 8.0)
    assert (found.first, found.last) == narrow


def test_time_alone_holds_events_back() -> None:
    assert not Filters(first=1.0).all
    assert Filters(first=1.0).timed
    assert not Filters(text="siege").timed
    assert Filters(text="siege", first=1.0, last=2.0).within(None, None) == Filters(text="siege")

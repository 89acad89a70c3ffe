from dataclasses import replace

import pytest

from storage.model import Article, Correction, Event, Mention, Span
from storage.steps import Change, Step, change

A = Event(1, "talks", "A", None)
B = replace(A, title="B")
C = replace(A, title="C")


def test_the_inverse_goes_back_the_other_way_round() -> None:
    other = Event(2, "siege", "D", None)
    there = Change("Edit", (Step(A, B), Step(None, other)))
    assert there.inverse() == Change("Edit", (Step(other, None), Step(B, A)))
    assert there.inverse().inverse() == there


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([Step(A, B), Step(B, C)], (Step(A, C),)),
        ([Step(A, B), Step(B, A)], ()),
        ([Step(A, A)], ()),
        ([Step(None, A), Step(A, None)], ()),
        ([Step(None, A), Step(A, B)], (Step(None, B),)),
        ([Step(A, None), Step(None, B)], (Step(A, B),)),
        ([Step(A, None)], (Step(A, None),)),
    ],
)
def test_a_row_has_one_step(steps: list[Step], expected: tuple[Step, ...]) -> None:
    assert change("Edit", steps).steps == expected


@pytest.mark.parametrize(("before", "after"), [(None, None), (A, replace(A, id=2)), (A, Correction(1, 1, "", "", ""))])
def test_a_step_is_about_one_row(before: Event | None, after: Event | Correction | None) -> None:
    with pytest.raises(ValueError):
        Step(before, after)


def test_a_change_tells_which_events_and_articles_it_touches() -> None:
    rows = [Article(7, "t", ""), Mention(8, 3, 9, Span(0, 1), "t"), Correction(10, 4, "kind", "", ""), A]
    made = change("Edit", [Step(None, row) for row in rows])
    assert made.events == {1, 3, 4}
    assert made.articles == {7, 9}
    assert made.inverse().events == made.events

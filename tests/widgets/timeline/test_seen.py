from collections.abc import Callable

import pytest

from storage.columns import Columns, Lane, Lanes
from storage.model import Precision
from widgets.timeline.layout import Look, layout_of
from widgets.timeline.seen import Seen, from_the_right, words_in_view
from widgets.timeline.sizes import screen_sizes

SEEN = Seen(100, 200)


def ten(text: str, style: str) -> float:
    return 10.0 * len(text + style[:0])


@pytest.mark.parametrize(
    ("text", "x", "shown", "start"),
    [
        ("two words", 105, "two words", 105),
        ("two words", 80, "…words", 110),
        ("two more words", 50, "…words", 130),
        ("two words", 150, "two…", 150),
        ("word", 95, "", 135),
        ("word", 180, "", 220),
        ("a word in the middle", 60, "…in the…", 120),
        ("", 150, "", 150),
    ],
)
def test_no_edge_cuts_through_a_letter(text: str, x: float, shown: str, start: float) -> None:
    found, place = words_in_view(text, x, SEEN, ten, "label")
    assert found == shown
    assert place == start
    assert not found or SEEN.whole(place, place + ten(found, "label"))


@pytest.mark.parametrize(
    ("text", "x", "shown", "start"),
    [
        ("قصف السوق", 105, "قصف السوق", 105),
        ("قصف السوق", 80, "قصف…", 130),
        ("قصف السوق", 130, "…السوق", 130),
        ("عبر النهر عند الفجر", 60, "…عند…", 110),
    ],
)
def test_of_what_is_read_from_the_right_the_left_edge_cuts_the_end(
    text: str, x: float, shown: str, start: float
) -> None:
    found, place = words_in_view(text, x, SEEN, ten, "label")
    assert (found, place) == (shown, start)
    assert SEEN.whole(place, place + ten(found, "label"))


@pytest.mark.parametrize(
    ("text", "backwards"),
    [
        ("قصف", True),
        ("שיחות", True),
        ("12: قصف", True),
        ("Talks قصف", False),
        ("", False),
        ("2016", False),
        ("🕊️ قصف", True),
    ],
)
def test_the_first_letter_says_from_where_a_text_is_read(text: str, backwards: bool) -> None:
    assert from_the_right(text) is backwards


def test_an_event_whose_day_is_out_of_view_is_not_shown(columns_of: Callable[..., Columns]) -> None:
    columns = columns_of([(float(day), day + 1.0, Precision.DAY, "attack", 0.5) for day in (0, 1, 2, 3)])
    lanes = Lanes((Lane("a", "A", "attack", 4),), columns.kind * 0)
    look = Look(0.0, 4.0, 400, margin=0.3)
    scene = layout_of(columns, lanes, lambda ids: dict.fromkeys(ids, "Title"), ten, look)
    seen = Seen(100, 300)
    assert {mark.id for mark in scene.marks if seen.shows(mark, screen_sizes())} == {1, 2}
    half_a_day_on = Seen(150, 350)
    assert {mark.id for mark in scene.marks if half_a_day_on.shows(mark, screen_sizes())} == {1, 2, 3}

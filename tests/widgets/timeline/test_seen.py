import pytest

from widgets.timeline.seen import Seen, words_in_view

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

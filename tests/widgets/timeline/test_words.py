import pytest

from storage.moment import day_number
from widgets.timeline.words import LONGEST, cut, one_line, shortened, since


def measure(text: str, style: str) -> float:
    assert style == "label"
    return float(len(text))


@pytest.mark.parametrize(
    ("room", "text"),
    [
        (50, "Talks resume in Astana, says envoy"),
        (34, "Talks resume in Astana, says envoy"),
        (33, "Talks resume in Astana, says…"),
        (28, "Talks resume in Astana…"),
        (22, "Talks resume in…"),
        (13, "Talks resume…"),
        (12, None),
        (0, None),
    ],
)
def test_a_label_ends_at_a_word_and_keeps_at_least_two(room: float, text: str | None) -> None:
    assert shortened("Talks resume in Astana, says envoy", room, measure) == text


@pytest.mark.parametrize(("text", "room"), [("Evacuation", 9), ("Evacuation halted", 16)])
def test_two_words_that_do_not_fit_are_no_label(text: str, room: float) -> None:
    assert shortened(text, room, measure) is None


def test_titles_become_one_line_no_longer_than_a_label() -> None:
    assert one_line(" Talks\n\tin  Astana ") == "Talks in Astana"
    long = one_line("word, " * 1000)
    assert len(long) <= LONGEST
    assert long.endswith("word…")


@pytest.mark.parametrize(
    ("text", "room", "label"), [("停火协议谈判", 4, "停火协…"), ("abe\u0301f", 4, "ab…"), ("abc", 1, ""), ("", 9, "")]
)
def test_words_wider_than_a_label_are_cut_at_a_letter(text: str, room: float, label: str) -> None:
    assert cut(text, room, measure) == label


@pytest.mark.parametrize(
    ("year", "month", "day", "near", "text"),
    [
        (2015, 3, 1, 2016, "since March 2015"),
        (2016, 7, 1, 2016, "since July"),
        (2016, 7, 5, 2016, "since 5 Jul"),
        (2012, 1, 1, 2016, "since 2012"),
        (2016, 1, 1, 2016, "since January"),
        (-43, 3, 15, 2016, "since 15 Mar 44 BC"),
    ],
)
def test_a_bar_from_out_of_view_says_since_when(year: int, month: int, day: int, near: int, text: str) -> None:
    assert since(day_number(year, month, day), near) == text

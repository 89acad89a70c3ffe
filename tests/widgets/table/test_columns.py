import pytest

from storage.model import Moment, Precision, Review, Status, When
from storage.when import lasting, on_day
from widgets.shown import ShownRow
from widgets.table.columns import KEYS, end_words, spoken, words

MAY_12 = Moment.of(2014, 5, 12)


def row(when: When | None = None, status: Status = Status.HAPPENED, sources: int = 3) -> ShownRow:
    return ShownRow(7, "attack", "Bomb in Mezzeh", when, status, Review.EDITED, ("Damascus", "Mezzeh"), sources, 0.754)


def test_each_column_says_its_part_of_the_event() -> None:
    assert {key: words(row(on_day(MAY_12.day)), key) for key in KEYS} == {
        "date": "Mon 12 May 2014",
        "end": "",
        "kind": "Attack",
        "title": "Bomb in Mezzeh",
        "status": "Happened",
        "review": "Edited by you",
        "places": "Damascus, Mezzeh",
        "sources": "3",
        "importance": "75 %",
    }


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (None, ""),
        (on_day(MAY_12.day), ""),
        (lasting(MAY_12, Moment.of(2014, 6, 3)), "3 Jun 2014"),
        (lasting(MAY_12, None), "open"),
        (lasting(None, MAY_12), "12 May 2014"),
        (When(Moment.of(2014, 5, 12, 600), Moment.of(2014, 5, 12, 660), Precision.HOUR), ""),
    ],
)
def test_the_end_is_said_of_what_takes_several_days(when: When | None, told: str) -> None:
    assert end_words(when) == told


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (row(on_day(MAY_12.day)), "Bomb in Mezzeh. Attack, 12 May 2014, Damascus, Mezzeh, 3 sources"),
        (row(None, Status.DENIED, 1), "Bomb in Mezzeh. Attack, no date, denied, Damascus, Mezzeh, 1 source"),
    ],
)
def test_a_screen_reader_hears_the_row_in_one_sentence(shown: ShownRow, told: str) -> None:
    assert spoken(shown) == told

from itertools import pairwise

import pytest

from widgets.timeline.pages import STEP, WIDTH, Pages, page_at, pages_of
from widgets.timeline.spans import Span

DAY = 17000
VIEW = Span(DAY, DAY + 10)


def pages(told: list[tuple[int, int]], open_article: int | None = None) -> Pages:
    return pages_of([day for day, _ in told], [one for _, one in told], open_article)


def test_a_page_stands_in_the_middle_of_its_day() -> None:
    (page,) = pages([(DAY + 2, 7)]).placed(VIEW, 1000)
    assert (page.x, page.article, page.open) == (250, 7, False)


def test_pages_of_one_day_stand_side_by_side_around_its_middle() -> None:
    first, second = pages([(DAY, 1), (DAY, 2)]).placed(VIEW, 1000)
    assert second.x - first.x == STEP
    assert first.x + second.x == 100


@pytest.mark.parametrize("width", [3000, 1000, 120, 30])
def test_pages_never_touch_and_the_open_one_is_always_there(width: float) -> None:
    placed = pages([(DAY + number // 20, number) for number in range(200)], open_article=133).placed(VIEW, width)
    assert all(after.x - before.x >= WIDTH for before, after in pairwise(placed))
    assert [page.article for page in placed if page.open] == [133]


def test_pages_out_of_view_are_left_out() -> None:
    assert pages([(DAY - 40, 1), (DAY + 40, 2)]).placed(VIEW, 1000) == ()


def test_a_hundred_thousand_pages_give_no_more_than_there_is_room_for() -> None:
    placed = pages([(DAY + number % 10, number) for number in range(100_000)], open_article=5).placed(VIEW, 1000)
    assert len(placed) <= 1000 / WIDTH
    assert any(page.open for page in placed)


def test_the_nearest_page_is_meant() -> None:
    placed = pages([(DAY, 1), (DAY + 5, 2)]).placed(VIEW, 1000)
    assert page_at(placed, 53) is placed[0]
    assert page_at(placed, 300) is None
    assert page_at((), 300) is None

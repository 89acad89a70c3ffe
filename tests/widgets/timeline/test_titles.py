from collections.abc import Sequence

from widgets.timeline.titles import remembered


def test_a_title_is_asked_for_once_and_what_is_not_there_stays_away() -> None:
    asked: list[list[int]] = []

    def titles_of(ids: Sequence[int]) -> dict[int, str]:
        asked.append(list(ids))
        return {one: f"title {one}" for one in ids if one < 100}

    titles = remembered(titles_of)
    assert titles([1, 2, 100]) == {1: "title 1", 2: "title 2"}
    assert titles([2, 3]) == {2: "title 2", 3: "title 3"}
    assert asked == [[1, 2, 100], [3]]

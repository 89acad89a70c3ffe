import numpy as np
import pytest

from app.table_order import BY_COLUMN, TableOrder, ordered
from storage.change import set_title
from storage.library import Library
from widgets.table.columns import KEYS


def titles(library: Library, order: TableOrder, by: str, descending: bool = False) -> list[str]:
    shown = np.ones(len(library.catalogue.events), np.bool_)
    ids = library.catalogue.events.ids[order.rows(library, shown, by, descending)].tolist()
    known = library.titles(ids)
    return [known[one] for one in ids]


SIEGE, WALL, TALKS, CLOCK, MEETING = (
    "siege of Foua", "=2+2 was painted", "Talks began in Astana", "<i>Clock</i>", "Envoys will meet",
)  # fmt: skip


@pytest.mark.parametrize(
    ("by", "first", "last_first"),
    [
        ("date", [SIEGE, WALL, TALKS, CLOCK, MEETING], [CLOCK, TALKS, WALL, SIEGE, MEETING]),
        ("end", [WALL, TALKS, CLOCK, SIEGE, MEETING], [SIEGE, CLOCK, TALKS, WALL, MEETING]),
        ("kind", [CLOCK, WALL, SIEGE, TALKS, MEETING], [TALKS, MEETING, SIEGE, WALL, CLOCK]),
        ("title", [CLOCK, WALL, MEETING, SIEGE, TALKS], [TALKS, SIEGE, MEETING, WALL, CLOCK]),
        ("status", [SIEGE, WALL, TALKS, CLOCK, MEETING], [MEETING, SIEGE, WALL, TALKS, CLOCK]),
        ("places", [TALKS, SIEGE, WALL, CLOCK, MEETING], [SIEGE, TALKS, WALL, CLOCK, MEETING]),
        ("importance", [MEETING, SIEGE, WALL, CLOCK, TALKS], [TALKS, SIEGE, WALL, CLOCK, MEETING]),
    ],
)
def test_rows_stand_in_the_order_of_a_column_and_what_it_does_not_know_comes_last(
    library: Library, by: str, first: list[str], last_first: list[str]
) -> None:
    order = TableOrder()
    assert titles(library, order, by) == first
    assert titles(library, order, by, descending=True) == last_first


def test_every_column_can_be_sorted_by() -> None:
    assert {*BY_COLUMN, "title"} == set(KEYS)


def test_only_what_is_shown_is_in_the_order(library: Library) -> None:
    shown = np.zeros(len(library.catalogue.events), np.bool_)
    shown[[1, 3]] = True
    assert TableOrder().rows(library, shown, "date", True).tolist() == [3, 1]


def test_what_is_alike_stays_in_the_order_of_time_both_ways() -> None:
    rows, keys = np.arange(5), np.array([1.0, np.nan, 1.0, 0.0, 1.0])
    assert ordered(rows, keys, descending=False).tolist() == [3, 0, 2, 4, 1]
    assert ordered(rows, keys, descending=True).tolist() == [0, 2, 4, 3, 1]


def test_a_changed_title_finds_its_new_place(library: Library) -> None:
    order = TableOrder()
    assert titles(library, order, "title")[-1] == TALKS
    event = next(one for one in library.all_events() if one.title == SIEGE)
    change = set_title(event, "Zabadani", (), library.new_ids())
    library.apply(change)
    order.told(change)
    assert titles(library, order, "title")[-1] == "Zabadani"

import pytest
from PySide6.QtCore import QLocale

from storage.moment import day_number, weekday
from widgets.timeline.axis import axis_of
from widgets.timeline.habits import Habits
from widgets.timeline.system_habits import system_habits

START = float(day_number(2016, 12, 1))
SATURDAY, SUNDAY, FRIDAY = 5, 6, 4


def measure(text: str, _: str) -> float:
    return 6.0 * len(text)


@pytest.mark.parametrize(
    ("name", "first", "weekend"),
    [
        ("C", 0, {SATURDAY, SUNDAY}),
        ("en_GB", 0, {SATURDAY, SUNDAY}),
        ("en_US", SUNDAY, {SATURDAY, SUNDAY}),
        ("ar_SY", SATURDAY, {FRIDAY, SATURDAY}),
        ("he_IL", SUNDAY, {FRIDAY, SATURDAY}),
        ("fa_IR", SATURDAY, {FRIDAY}),
    ],
)
def test_a_week_begins_and_ends_as_people_there_have_it(name: str, first: int, weekend: set[int]) -> None:
    assert system_habits(QLocale(name)) == Habits(first, frozenset(weekend))


@pytest.mark.parametrize("first", range(7))
def test_weeks_begin_on_their_first_day(first: int) -> None:
    axis = axis_of(START, START + 90, 1000, measure, habits=Habits(first))
    assert axis.unit.name == "week"
    days = [round(START + cell.start / 1000 * 90) for cell in axis.cells]
    assert {weekday(day) for day in days} == {first}


@pytest.mark.parametrize(
    "weekend", [{5, 6}, {4, 5}, {4}, {3, 4}, {6, 0}, {1, 4}, set(), set(range(7))], ids=lambda days: str(sorted(days))
)
def test_exactly_the_days_of_the_end_of_the_week_are_shaded(weekend: set[int]) -> None:
    axis = axis_of(START, START + 21, 2100, measure, habits=Habits(0, frozenset(weekend)))
    for day in range(21):
        x = 100 * day + 50
        shaded = any(left <= x <= right for left, right in axis.weekends)
        assert shaded == (weekday(int(START) + day) in weekend)
    assert {cell.weekend for cell in axis.cells} <= ({True, False} if weekend else {False})
    assert all(0 <= left < right <= 2100 for left, right in axis.weekends)

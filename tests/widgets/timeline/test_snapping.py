import pytest

from storage.moment import day_number
from widgets.timeline.snapping import snapped

MAY = float(day_number(2014, 5, 3))
HOUR = 1 / 24


def day(year: int, month: int, number: int) -> float:
    return float(day_number(year, month, number))


@pytest.mark.parametrize(
    ("per_day", "found"),
    [
        (5760.0, MAY + 7.3 * HOUR),
        (180.0, MAY + 7 * HOUR),
        (159.0, MAY),
        (4.0, MAY),
        (0.2, day(2014, 5, 1)),
        (0.05, day(2014, 4, 1)),
        (0.02, day(2014, 1, 1)),
        (0.00001, day(2000, 1, 1)),
    ],
)
def test_ends_lie_on_the_finest_unit_that_can_be_told_apart(per_day: float, found: float) -> None:
    assert snapped(MAY + 7.3 * HOUR, per_day) == pytest.approx(found, abs=1 / 2880)


@pytest.mark.parametrize("year", [-9999, 30000])
def test_far_years_have_days_too(year: int) -> None:
    assert snapped(day(year, 3, 1) + 0.1, 10.0) == day(year, 3, 1)

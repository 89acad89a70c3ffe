"""The Muslim calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.dates import find_dates
from app.extraction.hijri import first_day, last_day, year_of
from storage.model import Basis, Published
from storage.moment import Moment, civil


@pytest.mark.parametrize(
    ("year", "month", "expected"),
    [
        (1, 1, (622, 7, 19)),
        (1300, 1, (1882, 11, 12)),
        (1343, 1, (1924, 8, 1)),
        (1400, 1, (1979, 11, 20)),
        (1436, 9, (2015, 6, 18)),
        (1445, 1, (2023, 7, 19)),
        (1501, 1, (2077, 11, 17)),
    ],
)
def test_a_month_begins_on_its_day(year, month, expected):
    assert civil(first_day(year, month)) == expected


@given(st.integers(1, 1700), st.integers(1, 12))
def test_months_follow_each_other_and_last_29_or_30_days(year, month):
    after = (year + 1, 1) if month == 12 else (year, month + 1)
    assert first_day(*after) == last_day(year, month) + 1
    assert last_day(year, month) - first_day(year, month) + 1 in (29, 30)


@given(st.integers(1, 1700), st.integers(0, 353))
def test_a_day_lies_in_its_year(year, day):
    assert year_of(first_day(year, 1) + day) == year


def test_the_days_beside_are_other_readings():
    published = Published(Moment.parse("2019-11-20"), Basis.USER)
    (found,) = find_dates("استولى المسلحون على الحصن في غرة محرم 1400هـ.", published, "ar")
    assert found.dating
    assert [one.when.edtf for one in found.dating.alternatives] == ["1979-11-19", "1979-11-21"]


def test_the_weekday_decides_between_days_beside_each_other():
    published = Published(Moment.parse("2019-11-20"), Basis.USER)
    (found,) = find_dates("قصف الحصن يوم الأربعاء 1 محرم 1400هـ.", published, "ar")
    assert found.value == "1979-11-21"
